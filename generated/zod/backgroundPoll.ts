// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import { commonRequestSchema } from "./parts/requests.js";
import { commonResponseSchema } from "./parts/responses.js";

/** What the POS sends for `backgroundPoll`. */
export const backgroundPollRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
}));

/** What may be answered to `backgroundPoll`. */
export const backgroundPollResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
}));
