// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import { commonRequestSchema, sessionSchema } from "./parts/requests.js";
import { commonResponseSchema } from "./parts/responses.js";

/** What the POS sends for `resumeSession`. */
export const resumeSessionRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
  /** The sale that the event is about. */
  session: sessionSchema,
}));

/** What may be answered to `resumeSession`. */
export const resumeSessionResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
}));
