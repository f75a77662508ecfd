// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CancelPaymentRequest, CancelPaymentResponse } from "../types/index.js";
import { checkCancelPaymentRequest } from "./compiled/requests.js";
import { checkCancelPaymentResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `cancelPayment`; reports the first problem. */
export function validateCancelPaymentRequest(body: unknown): Result<CancelPaymentRequest> {
  return toRequestResult(checkCancelPaymentRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `cancelPayment`; reports all problems. */
export function validateCancelPaymentResponse(body: unknown, options?: ResponseOptions): Result<CancelPaymentResponse> {
  return toResponseResult(checkCancelPaymentResponse, body, options, { fleet });
}

/** `validateCancelPaymentRequest` as a Standard Schema. */
export const cancelPaymentRequestSchema: StandardSchemaV1<CancelPaymentRequest> =
  /* @__PURE__ */ toStandardSchema(validateCancelPaymentRequest);

/** `validateCancelPaymentResponse` as a Standard Schema. */
export const cancelPaymentResponseSchema: StandardSchemaV1<CancelPaymentResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateCancelPaymentResponse(body));
