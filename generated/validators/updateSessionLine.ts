// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { UpdateSessionLineRequest, UpdateSessionLineResponse } from "../types/index.js";
import { checkUpdateSessionLineRequest } from "./compiled/requests.js";
import { checkUpdateSessionLineResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `updateSessionLine`; reports the first problem. */
export function validateUpdateSessionLineRequest(body: unknown): Result<UpdateSessionLineRequest> {
  return toRequestResult(checkUpdateSessionLineRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `updateSessionLine`; reports all problems. */
export function validateUpdateSessionLineResponse(body: unknown, options?: ResponseOptions): Result<UpdateSessionLineResponse> {
  return toResponseResult(checkUpdateSessionLineResponse, body, options, { fleet });
}

/** `validateUpdateSessionLineRequest` as a Standard Schema. */
export const updateSessionLineRequestSchema: StandardSchemaV1<UpdateSessionLineRequest> =
  /* @__PURE__ */ toStandardSchema(validateUpdateSessionLineRequest);

/** `validateUpdateSessionLineResponse` as a Standard Schema. */
export const updateSessionLineResponseSchema: StandardSchemaV1<UpdateSessionLineResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateUpdateSessionLineResponse(body));
