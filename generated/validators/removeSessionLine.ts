// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { RemoveSessionLineRequest, RemoveSessionLineResponse } from "../types/index.js";
import { checkRemoveSessionLineRequest } from "./compiled/requests.js";
import { checkRemoveSessionLineResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `removeSessionLine`; reports the first problem. */
export function validateRemoveSessionLineRequest(body: unknown): Result<RemoveSessionLineRequest> {
  return toRequestResult(checkRemoveSessionLineRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `removeSessionLine`; reports all problems. */
export function validateRemoveSessionLineResponse(body: unknown, options?: ResponseOptions): Result<RemoveSessionLineResponse> {
  return toResponseResult(checkRemoveSessionLineResponse, body, options, { fleet });
}

/** `validateRemoveSessionLineRequest` as a Standard Schema. */
export const removeSessionLineRequestSchema: StandardSchemaV1<RemoveSessionLineRequest> =
  /* @__PURE__ */ toStandardSchema(validateRemoveSessionLineRequest);

/** `validateRemoveSessionLineResponse` as a Standard Schema. */
export const removeSessionLineResponseSchema: StandardSchemaV1<RemoveSessionLineResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateRemoveSessionLineResponse(body));
