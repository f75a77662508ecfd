// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { StartSessionRequest, StartSessionResponse } from "../types/index.js";
import { toResult } from "./compiled-check.js";
import { validate as checkStartSessionRequest } from "./compiled/StartSessionRequest.js";
import { validate as checkStartSessionResponse } from "./compiled/StartSessionResponse.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Whether a body is what a shop of 48.. may send for `startSession`; the first problem if it is not. */
export function validateStartSessionRequest(body: unknown): Result<StartSessionRequest> {
  return toResult(checkStartSessionRequest, body);
}

/** Whether every shop of 48.. takes this answer to `startSession`; all problems if not. */
export function validateStartSessionResponse(body: unknown): Result<StartSessionResponse> {
  return toResult(checkStartSessionResponse, body);
}

/** `validateStartSessionRequest` as a Standard Schema. */
export const startSessionRequestSchema: StandardSchemaV1<StartSessionRequest> =
  /* @__PURE__ */ toStandardSchema(validateStartSessionRequest);

/** `validateStartSessionResponse` as a Standard Schema. */
export const startSessionResponseSchema: StandardSchemaV1<StartSessionResponse> =
  /* @__PURE__ */ toStandardSchema(validateStartSessionResponse);
