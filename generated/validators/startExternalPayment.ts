// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { StartExternalPaymentRequest, StartExternalPaymentResponse } from "../types/index.js";
import { checkStartExternalPaymentRequest } from "./compiled/requests.js";
import { checkStartExternalPaymentResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `startExternalPayment`; reports the first problem. */
export function validateStartExternalPaymentRequest(body: unknown): Result<StartExternalPaymentRequest> {
  return toRequestResult(checkStartExternalPaymentRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `startExternalPayment`; reports all problems. */
export function validateStartExternalPaymentResponse(body: unknown, options?: ResponseOptions): Result<StartExternalPaymentResponse> {
  return toResponseResult(checkStartExternalPaymentResponse, body, options, { fleet });
}

/** `validateStartExternalPaymentRequest` as a Standard Schema. */
export const startExternalPaymentRequestSchema: StandardSchemaV1<StartExternalPaymentRequest> =
  /* @__PURE__ */ toStandardSchema(validateStartExternalPaymentRequest);

/** `validateStartExternalPaymentResponse` as a Standard Schema. */
export const startExternalPaymentResponseSchema: StandardSchemaV1<StartExternalPaymentResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateStartExternalPaymentResponse(body));
