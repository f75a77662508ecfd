// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { SelectRelationRequest, SelectRelationResponse } from "../types/index.js";
import { checkSelectRelationRequest } from "./compiled/requests.js";
import { checkSelectRelationResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `selectRelation`; reports the first problem. */
export function validateSelectRelationRequest(body: unknown): Result<SelectRelationRequest> {
  return toRequestResult(checkSelectRelationRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `selectRelation`; reports all problems. */
export function validateSelectRelationResponse(body: unknown, options?: ResponseOptions): Result<SelectRelationResponse> {
  return toResponseResult(checkSelectRelationResponse, body, options, { fleet });
}

/** `validateSelectRelationRequest` as a Standard Schema. */
export const selectRelationRequestSchema: StandardSchemaV1<SelectRelationRequest> =
  /* @__PURE__ */ toStandardSchema(validateSelectRelationRequest);

/** `validateSelectRelationResponse` as a Standard Schema. */
export const selectRelationResponseSchema: StandardSchemaV1<SelectRelationResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateSelectRelationResponse(body));
