// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import { commonRequestSchema, externalPaymentSchema, sessionSchema } from "./parts/requests.js";
import { commonResponseSchema, externalPaymentAnswerSchema } from "./parts/responses.js";

/** What the POS sends for `pollExternalPayment`. */
export const pollExternalPaymentRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
  /** The sale that the event is about. */
  session: request.lenient(sessionSchema),
  /** The external payment that the event is about. */
  externalPayment: externalPaymentSchema,
}));

/** What may be answered to `pollExternalPayment`. */
export const pollExternalPaymentResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
  /** Tells the till how the running external payment stands. */
  externalPayment: response.optional(externalPaymentAnswerSchema),
}));
