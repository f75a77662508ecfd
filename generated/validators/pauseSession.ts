// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { PauseSessionRequest, PauseSessionResponse } from "../types/index.js";
import { checkPauseSessionRequest } from "./compiled/requests.js";
import { checkPauseSessionResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `pauseSession`; reports the first problem. */
export function validatePauseSessionRequest(body: unknown): Result<PauseSessionRequest> {
  return toRequestResult(checkPauseSessionRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `pauseSession`; reports all problems. */
export function validatePauseSessionResponse(body: unknown, options?: ResponseOptions): Result<PauseSessionResponse> {
  return toResponseResult(checkPauseSessionResponse, body, options, { fleet });
}

/** `validatePauseSessionRequest` as a Standard Schema. */
export const pauseSessionRequestSchema: StandardSchemaV1<PauseSessionRequest> =
  /* @__PURE__ */ toStandardSchema(validatePauseSessionRequest);

/** `validatePauseSessionResponse` as a Standard Schema. */
export const pauseSessionResponseSchema: StandardSchemaV1<PauseSessionResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validatePauseSessionResponse(body));
