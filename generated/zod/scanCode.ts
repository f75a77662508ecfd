// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import { commonRequestSchema, scanCodeSchema, sessionSchema } from "./parts/requests.js";
import { commonResponseSchema, scanCodeAnswerSchema } from "./parts/responses.js";

/** What the POS sends for `scanCode`. */
export const scanCodeRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
  /** The sale that the event is about. */
  session: sessionSchema,
  /** A code, as the till read it. */
  scanCode: scanCodeSchema,
}));

/** What may be answered to `scanCode`. */
export const scanCodeResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
  /** Says whether the scanned code is yours. */
  scanCode: response.optional(scanCodeAnswerSchema),
}));
