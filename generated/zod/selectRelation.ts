// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import { commonRequestSchema, selectRelationSchema, sessionSchema } from "./parts/requests.js";
import { commonResponseSchema } from "./parts/responses.js";

/** What the POS sends for `selectRelation`. */
export const selectRelationRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
  /** The sale that the event is about. */
  session: sessionSchema,
  /** The relation that is selected now; null, or an object with a null in it, when it was deselected. */
  selectRelation: selectRelationSchema.nullable(),
}));

/** What may be answered to `selectRelation`. */
export const selectRelationResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
}));
