// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CreditSessionRequest, CreditSessionResponse } from "../types/index.js";
import { checkCreditSessionRequest } from "./compiled/requests.js";
import { checkCreditSessionResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `creditSession`; reports the first problem. */
export function validateCreditSessionRequest(body: unknown): Result<CreditSessionRequest> {
  return toRequestResult(checkCreditSessionRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `creditSession`; reports all problems. */
export function validateCreditSessionResponse(body: unknown, options?: ResponseOptions): Result<CreditSessionResponse> {
  return toResponseResult(checkCreditSessionResponse, body, options, { fleet });
}

/** `validateCreditSessionRequest` as a Standard Schema. */
export const creditSessionRequestSchema: StandardSchemaV1<CreditSessionRequest> =
  /* @__PURE__ */ toStandardSchema(validateCreditSessionRequest);

/** `validateCreditSessionResponse` as a Standard Schema. */
export const creditSessionResponseSchema: StandardSchemaV1<CreditSessionResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateCreditSessionResponse(body));
