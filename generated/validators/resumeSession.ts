// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ResumeSessionRequest, ResumeSessionResponse } from "../types/index.js";
import { checkResumeSessionRequest } from "./compiled/requests.js";
import { checkResumeSessionResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `resumeSession`; reports the first problem. */
export function validateResumeSessionRequest(body: unknown): Result<ResumeSessionRequest> {
  return toRequestResult(checkResumeSessionRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `resumeSession`; reports all problems. */
export function validateResumeSessionResponse(body: unknown, options?: ResponseOptions): Result<ResumeSessionResponse> {
  return toResponseResult(checkResumeSessionResponse, body, options, { fleet });
}

/** `validateResumeSessionRequest` as a Standard Schema. */
export const resumeSessionRequestSchema: StandardSchemaV1<ResumeSessionRequest> =
  /* @__PURE__ */ toStandardSchema(validateResumeSessionRequest);

/** `validateResumeSessionResponse` as a Standard Schema. */
export const resumeSessionResponseSchema: StandardSchemaV1<ResumeSessionResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateResumeSessionResponse(body));
