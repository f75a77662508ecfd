// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { StartPaymentRequest, StartPaymentResponse } from "../types/index.js";
import { checkStartPaymentRequest } from "./compiled/requests.js";
import { checkStartPaymentResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `startPayment`; reports the first problem. */
export function validateStartPaymentRequest(body: unknown): Result<StartPaymentRequest> {
  return toRequestResult(checkStartPaymentRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `startPayment`; reports all problems. */
export function validateStartPaymentResponse(body: unknown, options?: ResponseOptions): Result<StartPaymentResponse> {
  return toResponseResult(checkStartPaymentResponse, body, options, { fleet });
}

/** `validateStartPaymentRequest` as a Standard Schema. */
export const startPaymentRequestSchema: StandardSchemaV1<StartPaymentRequest> =
  /* @__PURE__ */ toStandardSchema(validateStartPaymentRequest);

/** `validateStartPaymentResponse` as a Standard Schema. */
export const startPaymentResponseSchema: StandardSchemaV1<StartPaymentResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateStartPaymentResponse(body));
