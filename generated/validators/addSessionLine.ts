// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { AddSessionLineRequest, AddSessionLineResponse } from "../types/index.js";
import { checkAddSessionLineRequest } from "./compiled/requests.js";
import { checkAddSessionLineResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `addSessionLine`; reports the first problem. */
export function validateAddSessionLineRequest(body: unknown): Result<AddSessionLineRequest> {
  return toRequestResult(checkAddSessionLineRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `addSessionLine`; reports all problems. */
export function validateAddSessionLineResponse(body: unknown, options?: ResponseOptions): Result<AddSessionLineResponse> {
  return toResponseResult(checkAddSessionLineResponse, body, options, { fleet });
}

/** `validateAddSessionLineRequest` as a Standard Schema. */
export const addSessionLineRequestSchema: StandardSchemaV1<AddSessionLineRequest> =
  /* @__PURE__ */ toStandardSchema(validateAddSessionLineRequest);

/** `validateAddSessionLineResponse` as a Standard Schema. */
export const addSessionLineResponseSchema: StandardSchemaV1<AddSessionLineResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateAddSessionLineResponse(body));
