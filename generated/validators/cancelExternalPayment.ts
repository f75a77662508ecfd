// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CancelExternalPaymentRequest, CancelExternalPaymentResponse } from "../types/index.js";
import { checkCancelExternalPaymentRequest } from "./compiled/requests.js";
import { checkCancelExternalPaymentResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `cancelExternalPayment`; reports the first problem. */
export function validateCancelExternalPaymentRequest(body: unknown): Result<CancelExternalPaymentRequest> {
  return toRequestResult(checkCancelExternalPaymentRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `cancelExternalPayment`; reports all problems. */
export function validateCancelExternalPaymentResponse(body: unknown, options?: ResponseOptions): Result<CancelExternalPaymentResponse> {
  return toResponseResult(checkCancelExternalPaymentResponse, body, options, { fleet });
}

/** `validateCancelExternalPaymentRequest` as a Standard Schema. */
export const cancelExternalPaymentRequestSchema: StandardSchemaV1<CancelExternalPaymentRequest> =
  /* @__PURE__ */ toStandardSchema(validateCancelExternalPaymentRequest);

/** `validateCancelExternalPaymentResponse` as a Standard Schema. */
export const cancelExternalPaymentResponseSchema: StandardSchemaV1<CancelExternalPaymentResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateCancelExternalPaymentResponse(body));
