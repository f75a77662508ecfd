// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BackgroundPollRequest, BackgroundPollResponse } from "../types/index.js";
import { checkBackgroundPollRequest } from "./compiled/requests.js";
import { checkBackgroundPollResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `backgroundPoll`; reports the first problem. */
export function validateBackgroundPollRequest(body: unknown): Result<BackgroundPollRequest> {
  return toRequestResult(checkBackgroundPollRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `backgroundPoll`; reports all problems. */
export function validateBackgroundPollResponse(body: unknown, options?: ResponseOptions): Result<BackgroundPollResponse> {
  return toResponseResult(checkBackgroundPollResponse, body, options, { fleet });
}

/** `validateBackgroundPollRequest` as a Standard Schema. */
export const backgroundPollRequestSchema: StandardSchemaV1<BackgroundPollRequest> =
  /* @__PURE__ */ toStandardSchema(validateBackgroundPollRequest);

/** `validateBackgroundPollResponse` as a Standard Schema. */
export const backgroundPollResponseSchema: StandardSchemaV1<BackgroundPollResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateBackgroundPollResponse(body));
