// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { PrintBillRequest, PrintBillResponse } from "../types/index.js";
import { checkPrintBillRequest } from "./compiled/requests.js";
import { checkPrintBillResponse } from "./compiled/responses.js";
import { fleet } from "./fleet-spans.js";
import { toRequestResult } from "./request-check.js";
import { toResponseResult, type ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";

/** Checks that a body is what a shop of 48.. may send for `printBill`; reports the first problem. */
export function validatePrintBillRequest(body: unknown): Result<PrintBillRequest> {
  return toRequestResult(checkPrintBillRequest, body);
}

/** Checks that every shop of 48.. takes this answer to `printBill`; reports all problems. */
export function validatePrintBillResponse(body: unknown, options?: ResponseOptions): Result<PrintBillResponse> {
  return toResponseResult(checkPrintBillResponse, body, options, { fleet });
}

/** `validatePrintBillRequest` as a Standard Schema. */
export const printBillRequestSchema: StandardSchemaV1<PrintBillRequest> =
  /* @__PURE__ */ toStandardSchema(validatePrintBillRequest);

/** `validatePrintBillResponse` as a Standard Schema. */
export const printBillResponseSchema: StandardSchemaV1<PrintBillResponse> =
  /* @__PURE__ */ toStandardSchema((body) => validatePrintBillResponse(body));
