// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CustomActionRequest, CustomActionResponse } from "../types/index.js";
import { checkCustomActionRequest } from "./compiled/requests.js";
import { checkCustomActionResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `customAction`; reports the first problem. */
export function validateCustomActionRequest(body: unknown): Result<CustomActionRequest> {
  return toRequestResult(checkCustomActionRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `customAction`; reports all problems. */
export function validateCustomActionResponse(body: unknown, options?: ResponseOptions): Result<CustomActionResponse> {
  return toResponseResult(checkCustomActionResponse, body, options, { fleet });
}

/** `validateCustomActionRequest` as a Standard Schema. */
export const customActionRequestSchema: StandardSchemaV1<CustomActionRequest> =
  /* @__PURE__ */ toStandardSchema(validateCustomActionRequest);

/** `validateCustomActionResponse` as a Standard Schema. */
export const customActionResponseSchema: StandardSchemaV1<CustomActionResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateCustomActionResponse(body));
