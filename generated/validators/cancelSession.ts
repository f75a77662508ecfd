// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CancelSessionRequest, CancelSessionResponse } from "../types/index.js";
import { checkCancelSessionRequest } from "./compiled/requests.js";
import { checkCancelSessionResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `cancelSession`; reports the first problem. */
export function validateCancelSessionRequest(body: unknown): Result<CancelSessionRequest> {
  return toRequestResult(checkCancelSessionRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `cancelSession`; reports all problems. */
export function validateCancelSessionResponse(body: unknown, options?: ResponseOptions): Result<CancelSessionResponse> {
  return toResponseResult(checkCancelSessionResponse, body, options, { fleet });
}

/** `validateCancelSessionRequest` as a Standard Schema. */
export const cancelSessionRequestSchema: StandardSchemaV1<CancelSessionRequest> =
  /* @__PURE__ */ toStandardSchema(validateCancelSessionRequest);

/** `validateCancelSessionResponse` as a Standard Schema. */
export const cancelSessionResponseSchema: StandardSchemaV1<CancelSessionResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateCancelSessionResponse(body));
