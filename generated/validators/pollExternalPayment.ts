// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { PollExternalPaymentRequest, PollExternalPaymentResponse } from "../types/index.js";
import { checkPollExternalPaymentRequest } from "./compiled/requests.js";
import { checkPollExternalPaymentResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `pollExternalPayment`; reports the first problem. */
export function validatePollExternalPaymentRequest(body: unknown): Result<PollExternalPaymentRequest> {
  return toRequestResult(checkPollExternalPaymentRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `pollExternalPayment`; reports all problems. */
export function validatePollExternalPaymentResponse(body: unknown, options?: ResponseOptions): Result<PollExternalPaymentResponse> {
  return toResponseResult(checkPollExternalPaymentResponse, body, options, { fleet });
}

/** `validatePollExternalPaymentRequest` as a Standard Schema. */
export const pollExternalPaymentRequestSchema: StandardSchemaV1<PollExternalPaymentRequest> =
  /* @__PURE__ */ toStandardSchema(validatePollExternalPaymentRequest);

/** `validatePollExternalPaymentResponse` as a Standard Schema. */
export const pollExternalPaymentResponseSchema: StandardSchemaV1<PollExternalPaymentResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validatePollExternalPaymentResponse(body));
