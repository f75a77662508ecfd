// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { KitchenStartCourseRequest, KitchenStartCourseResponse } from "../types/index.js";
import { checkKitchenStartCourseRequest } from "./compiled/requests.js";
import { checkKitchenStartCourseResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `kitchenStartCourse`; reports the first problem. */
export function validateKitchenStartCourseRequest(body: unknown): Result<KitchenStartCourseRequest> {
  return toRequestResult(checkKitchenStartCourseRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `kitchenStartCourse`; reports all problems. */
export function validateKitchenStartCourseResponse(body: unknown, options?: ResponseOptions): Result<KitchenStartCourseResponse> {
  return toResponseResult(checkKitchenStartCourseResponse, body, options, { fleet });
}

/** `validateKitchenStartCourseRequest` as a Standard Schema. */
export const kitchenStartCourseRequestSchema: StandardSchemaV1<KitchenStartCourseRequest> =
  /* @__PURE__ */ toStandardSchema(validateKitchenStartCourseRequest);

/** `validateKitchenStartCourseResponse` as a Standard Schema. */
export const kitchenStartCourseResponseSchema: StandardSchemaV1<KitchenStartCourseResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateKitchenStartCourseResponse(body));
