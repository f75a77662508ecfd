// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { MergeSessionRequest, MergeSessionResponse } from "../types/index.js";
import { checkMergeSessionRequest } from "./compiled/requests.js";
import { checkMergeSessionResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `mergeSession`; reports the first problem. */
export function validateMergeSessionRequest(body: unknown): Result<MergeSessionRequest> {
  return toRequestResult(checkMergeSessionRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `mergeSession`; reports all problems. */
export function validateMergeSessionResponse(body: unknown, options?: ResponseOptions): Result<MergeSessionResponse> {
  return toResponseResult(checkMergeSessionResponse, body, options, { fleet });
}

/** `validateMergeSessionRequest` as a Standard Schema. */
export const mergeSessionRequestSchema: StandardSchemaV1<MergeSessionRequest> =
  /* @__PURE__ */ toStandardSchema(validateMergeSessionRequest);

/** `validateMergeSessionResponse` as a Standard Schema. */
export const mergeSessionResponseSchema: StandardSchemaV1<MergeSessionResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateMergeSessionResponse(body));
