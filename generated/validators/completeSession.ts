// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CompleteSessionRequest, CompleteSessionResponse } from "../types/index.js";
import { checkCompleteSessionRequest } from "./compiled/requests.js";
import { checkCompleteSessionResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `completeSession`; reports the first problem. */
export function validateCompleteSessionRequest(body: unknown): Result<CompleteSessionRequest> {
  return toRequestResult(checkCompleteSessionRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `completeSession`; reports all problems. */
export function validateCompleteSessionResponse(body: unknown, options?: ResponseOptions): Result<CompleteSessionResponse> {
  return toResponseResult(checkCompleteSessionResponse, body, options, { fleet });
}

/** `validateCompleteSessionRequest` as a Standard Schema. */
export const completeSessionRequestSchema: StandardSchemaV1<CompleteSessionRequest> =
  /* @__PURE__ */ toStandardSchema(validateCompleteSessionRequest);

/** `validateCompleteSessionResponse` as a Standard Schema. */
export const completeSessionResponseSchema: StandardSchemaV1<CompleteSessionResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateCompleteSessionResponse(body));
