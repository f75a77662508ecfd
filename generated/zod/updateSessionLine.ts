// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import { commonRequestSchema, sessionSchema, updateSessionLineSchema } from "./parts/requests.js";
import { commonResponseSchema } from "./parts/responses.js";

/** What the POS sends for `updateSessionLine`. */
export const updateSessionLineRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
  /** The sale that the event is about. */
  session: request.lenient(sessionSchema),
  /** What was changed in the sale. */
  updateSessionLine: request.lenient(updateSessionLineSchema),
}));

/** What may be answered to `updateSessionLine`. */
export const updateSessionLineResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
}));
