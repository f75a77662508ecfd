// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ScanCodeRequest, ScanCodeResponse } from "../types/index.js";
import { checkScanCodeRequest } from "./compiled/requests.js";
import { checkScanCodeResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `scanCode`; reports the first problem. */
export function validateScanCodeRequest(body: unknown): Result<ScanCodeRequest> {
  return toRequestResult(checkScanCodeRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `scanCode`; reports all problems. */
export function validateScanCodeResponse(body: unknown, options?: ResponseOptions): Result<ScanCodeResponse> {
  return toResponseResult(checkScanCodeResponse, body, options, { fleet });
}

/** `validateScanCodeRequest` as a Standard Schema. */
export const scanCodeRequestSchema: StandardSchemaV1<ScanCodeRequest> =
  /* @__PURE__ */ toStandardSchema(validateScanCodeRequest);

/** `validateScanCodeResponse` as a Standard Schema. */
export const scanCodeResponseSchema: StandardSchemaV1<ScanCodeResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validateScanCodeResponse(body));
