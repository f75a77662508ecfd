// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { KitchenServeCourseRequest, KitchenServeCourseResponse } from "../types/index.js";
import { checkKitchenServeCourseRequest } from "./compiled/requests.js";
import { checkKitchenServeCourseResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `kitchenServeCourse`; reports the first problem. */
export function validateKitchenServeCourseRequest(body: unknown): Result<KitchenServeCourseRequest> {
  return toRequestResult(checkKitchenServeCourseRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `kitchenServeCourse`; reports all problems. */
export function validateKitchenServeCourseResponse(body: unknown, options?: ResponseOptions): Result<KitchenServeCourseResponse> {
  return toResponseResult(checkKitchenServeCourseResponse, body, options, { fleet });
}

/** `validateKitchenServeCourseRequest` as a Standard Schema. */
export const kitchenServeCourseRequestSchema: StandardSchemaV1<KitchenServeCourseRequest> =
  /* @__PURE__ */ toStandardSchema(validateKitchenServeCourseRequest);

/** `validateKitchenServeCourseResponse` as a Standard Schema. */
export const kitchenServeCourseResponseSchema: StandardSchemaV1<KitchenServeCourseResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateKitchenServeCourseResponse(body));
