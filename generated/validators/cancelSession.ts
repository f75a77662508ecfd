// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CancelSessionRequest, CancelSessionResponse } from "../types/index.js";
import { toResult } from "./compiled-check.js";
import { validate as checkCancelSessionRequest } from "./compiled/CancelSessionRequest.js";
import { validate as checkCancelSessionResponse } from "./compiled/CancelSessionResponse.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Whether a body is what a shop of 48.. may send for `cancelSession`; the first problem if it is not. */
export function validateCancelSessionRequest(body: unknown): Result<CancelSessionRequest> {
  return toResult(checkCancelSessionRequest, body);
}

/** Whether every shop of 48.. takes this answer to `cancelSession`; all problems if not. */
export function validateCancelSessionResponse(body: unknown): Result<CancelSessionResponse> {
  return toResult(checkCancelSessionResponse, body);
}

/** `validateCancelSessionRequest` as a Standard Schema. */
export const cancelSessionRequestSchema: StandardSchemaV1<CancelSessionRequest> =
  /* @__PURE__ */ toStandardSchema(validateCancelSessionRequest);

/** `validateCancelSessionResponse` as a Standard Schema. */
export const cancelSessionResponseSchema: StandardSchemaV1<CancelSessionResponse> =
  /* @__PURE__ */ toStandardSchema(validateCancelSessionResponse);
