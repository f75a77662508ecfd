// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import { addSessionLineSchema, commonRequestSchema, sessionSchema } from "./parts/requests.js";
import { commonResponseSchema } from "./parts/responses.js";

/** What the POS sends for `addSessionLine`. */
export const addSessionLineRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
  /** The sale that the event is about. */
  session: sessionSchema,
  /** What was added to the sale. */
  addSessionLine: addSessionLineSchema,
}));

/** What may be answered to `addSessionLine`. */
export const addSessionLineResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
}));
