// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { StartSessionRequest, StartSessionResponse } from "../types/index.js";
import { checkStartSessionRequest } from "./compiled/requests.js";
import { checkStartSessionResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `startSession`; reports the first problem. */
export function validateStartSessionRequest(body: unknown): Result<StartSessionRequest> {
  return toRequestResult(checkStartSessionRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `startSession`; reports all problems. */
export function validateStartSessionResponse(body: unknown, options?: ResponseOptions): Result<StartSessionResponse> {
  return toResponseResult(checkStartSessionResponse, body, options, { fleet });
}

/** `validateStartSessionRequest` as a Standard Schema. */
export const startSessionRequestSchema: StandardSchemaV1<StartSessionRequest> =
  /* @__PURE__ */ toStandardSchema(validateStartSessionRequest);

/** `validateStartSessionResponse` as a Standard Schema. */
export const startSessionResponseSchema: StandardSchemaV1<StartSessionResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateStartSessionResponse(body));
