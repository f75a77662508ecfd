// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { RequestCancelExternalPaymentRequest, RequestCancelExternalPaymentResponse } from "../types/index.js";
import { checkRequestCancelExternalPaymentRequest } from "./compiled/requests.js";
import { checkRequestCancelExternalPaymentResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `requestCancelExternalPayment`; reports the first problem. */
export function validateRequestCancelExternalPaymentRequest(body: unknown): Result<RequestCancelExternalPaymentRequest> {
  return toRequestResult(checkRequestCancelExternalPaymentRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `requestCancelExternalPayment`; reports all problems. */
export function validateRequestCancelExternalPaymentResponse(body: unknown, options?: ResponseOptions): Result<RequestCancelExternalPaymentResponse> {
  return toResponseResult(checkRequestCancelExternalPaymentResponse, body, options, { fleet });
}

/** `validateRequestCancelExternalPaymentRequest` as a Standard Schema. */
export const requestCancelExternalPaymentRequestSchema: StandardSchemaV1<RequestCancelExternalPaymentRequest> =
  /* @__PURE__ */ toStandardSchema(validateRequestCancelExternalPaymentRequest);

/** `validateRequestCancelExternalPaymentResponse` as a Standard Schema. */
export const requestCancelExternalPaymentResponseSchema: StandardSchemaV1<RequestCancelExternalPaymentResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateRequestCancelExternalPaymentResponse(body));
