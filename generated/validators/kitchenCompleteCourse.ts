// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { KitchenCompleteCourseRequest, KitchenCompleteCourseResponse } from "../types/index.js";
import { checkKitchenCompleteCourseRequest } from "./compiled/requests.js";
import { checkKitchenCompleteCourseResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `kitchenCompleteCourse`; reports the first problem. */
export function validateKitchenCompleteCourseRequest(body: unknown): Result<KitchenCompleteCourseRequest> {
  return toRequestResult(checkKitchenCompleteCourseRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `kitchenCompleteCourse`; reports all problems. */
export function validateKitchenCompleteCourseResponse(body: unknown, options?: ResponseOptions): Result<KitchenCompleteCourseResponse> {
  return toResponseResult(checkKitchenCompleteCourseResponse, body, options, { fleet });
}

/** `validateKitchenCompleteCourseRequest` as a Standard Schema. */
export const kitchenCompleteCourseRequestSchema: StandardSchemaV1<KitchenCompleteCourseRequest> =
  /* @__PURE__ */ toStandardSchema(validateKitchenCompleteCourseRequest);

/** `validateKitchenCompleteCourseResponse` as a Standard Schema. */
export const kitchenCompleteCourseResponseSchema: StandardSchemaV1<KitchenCompleteCourseResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateKitchenCompleteCourseResponse(body));
