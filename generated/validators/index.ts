// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ErrorRequest, WebhookEventName, WebhookRequests, WebhookResponses } from "../types/index.js";
import { checkErrorRequest } from "./compiled/requests.js";
import { hasOwn } from "./own.js";
import { toRequestResult } from "./request-check.js";
import type { ResponseOptions } from "./response-check.js";
import type { Result } from "./result.js";
import { toStandardSchema, type StandardSchemaV1 } from "./standard-schema.js";
import { validateAddSessionLineRequest, validateAddSessionLineResponse } from "./addSessionLine.js";
import { validateBackgroundPollRequest, validateBackgroundPollResponse } from "./backgroundPoll.js";
import { validateCancelExternalPaymentRequest, validateCancelExternalPaymentResponse } from "./cancelExternalPayment.js";
import { validateCancelPaymentRequest, validateCancelPaymentResponse } from "./cancelPayment.js";
import { validateCancelSessionRequest, validateCancelSessionResponse } from "./cancelSession.js";
import { validateCompleteSessionRequest, validateCompleteSessionResponse } from "./completeSession.js";
import { validateCreditSessionRequest, validateCreditSessionResponse } from "./creditSession.js";
import { validateCustomActionRequest, validateCustomActionResponse } from "./customAction.js";
import { validateKitchenCompleteCourseRequest, validateKitchenCompleteCourseResponse } from "./kitchenCompleteCourse.js";
import { validateKitchenServeCourseRequest, validateKitchenServeCourseResponse } from "./kitchenServeCourse.js";
import { validateKitchenStartCourseRequest, validateKitchenStartCourseResponse } from "./kitchenStartCourse.js";
import { validateMergeSessionRequest, validateMergeSessionResponse } from "./mergeSession.js";
import { validatePauseSessionRequest, validatePauseSessionResponse } from "./pauseSession.js";
import { validatePollExternalPaymentRequest, validatePollExternalPaymentResponse } from "./pollExternalPayment.js";
import { validatePrintBillRequest, validatePrintBillResponse } from "./printBill.js";
import { validateRemoveSessionLineRequest, validateRemoveSessionLineResponse } from "./removeSessionLine.js";
import { validateRequestCancelExternalPaymentRequest, validateRequestCancelExternalPaymentResponse } from "./requestCancelExternalPayment.js";
import { validateResumeSessionRequest, validateResumeSessionResponse } from "./resumeSession.js";
import { validateScanCodeRequest, validateScanCodeResponse } from "./scanCode.js";
import { validateSelectRelationRequest, validateSelectRelationResponse } from "./selectRelation.js";
import { validateStartExternalPaymentRequest, validateStartExternalPaymentResponse } from "./startExternalPayment.js";
import { validateStartPaymentRequest, validateStartPaymentResponse } from "./startPayment.js";
import { validateStartSessionRequest, validateStartSessionResponse } from "./startSession.js";
import { validateUpdateSessionLineRequest, validateUpdateSessionLineResponse } from "./updateSessionLine.js";

export type { ResponseOptions } from "./response-check.js";
export type { Problem, Result } from "./result.js";
export type { StandardSchemaV1 } from "./standard-schema.js";
export {
  validateAddSessionLineRequest,
  validateAddSessionLineResponse,
  validateBackgroundPollRequest,
  validateBackgroundPollResponse,
  validateCancelExternalPaymentRequest,
  validateCancelExternalPaymentResponse,
  validateCancelPaymentRequest,
  validateCancelPaymentResponse,
  validateCancelSessionRequest,
  validateCancelSessionResponse,
  validateCompleteSessionRequest,
  validateCompleteSessionResponse,
  validateCreditSessionRequest,
  validateCreditSessionResponse,
  validateCustomActionRequest,
  validateCustomActionResponse,
  validateKitchenCompleteCourseRequest,
  validateKitchenCompleteCourseResponse,
  validateKitchenServeCourseRequest,
  validateKitchenServeCourseResponse,
  validateKitchenStartCourseRequest,
  validateKitchenStartCourseResponse,
  validateMergeSessionRequest,
  validateMergeSessionResponse,
  validatePauseSessionRequest,
  validatePauseSessionResponse,
  validatePollExternalPaymentRequest,
  validatePollExternalPaymentResponse,
  validatePrintBillRequest,
  validatePrintBillResponse,
  validateRemoveSessionLineRequest,
  validateRemoveSessionLineResponse,
  validateRequestCancelExternalPaymentRequest,
  validateRequestCancelExternalPaymentResponse,
  validateResumeSessionRequest,
  validateResumeSessionResponse,
  validateScanCodeRequest,
  validateScanCodeResponse,
  validateSelectRelationRequest,
  validateSelectRelationResponse,
  validateStartExternalPaymentRequest,
  validateStartExternalPaymentResponse,
  validateStartPaymentRequest,
  validateStartPaymentResponse,
  validateStartSessionRequest,
  validateStartSessionResponse,
  validateUpdateSessionLineRequest,
  validateUpdateSessionLineResponse,
};

/**
 * Checks that a body is what a shop of 48.. may send for an event; reports the first problem. Unknown properties
 * are accepted and kept. What no vendor page documents refuses nothing: `leftOut` lists what did not fit. The body is
 * never changed; where something is read otherwise than it came, `value` is a copy.
 */
export function validateRequest<E extends WebhookEventName>(event: E, body: unknown): Result<WebhookRequests[E]> {
  if (!hasOwn.call(requestValidators, event)) return unknownEvent(event);
  return requestValidators[event](body);
}

/** Checks that every shop of 48.. takes this answer to an event; reports all problems. */
export function validateResponse<E extends WebhookEventName>(
  event: E,
  body: unknown,
  options?: ResponseOptions,
): Result<WebhookResponses[E]> {
  if (!hasOwn.call(responseValidators, event)) return unknownEvent(event);
  return responseValidators[event](body, options);
}

/** Checks that a body is the POS's report that it could not use a response of ours. */
export function validateErrorRequest(body: unknown): Result<ErrorRequest> {
  return toRequestResult(checkErrorRequest, body);
}

const requestValidators: { readonly [E in WebhookEventName]: (body: unknown) => Result<WebhookRequests[E]> } = {
  addSessionLine: validateAddSessionLineRequest,
  backgroundPoll: validateBackgroundPollRequest,
  cancelExternalPayment: validateCancelExternalPaymentRequest,
  cancelPayment: validateCancelPaymentRequest,
  cancelSession: validateCancelSessionRequest,
  completeSession: validateCompleteSessionRequest,
  creditSession: validateCreditSessionRequest,
  customAction: validateCustomActionRequest,
  kitchenCompleteCourse: validateKitchenCompleteCourseRequest,
  kitchenServeCourse: validateKitchenServeCourseRequest,
  kitchenStartCourse: validateKitchenStartCourseRequest,
  mergeSession: validateMergeSessionRequest,
  pauseSession: validatePauseSessionRequest,
  pollExternalPayment: validatePollExternalPaymentRequest,
  printBill: validatePrintBillRequest,
  removeSessionLine: validateRemoveSessionLineRequest,
  requestCancelExternalPayment: validateRequestCancelExternalPaymentRequest,
  resumeSession: validateResumeSessionRequest,
  scanCode: validateScanCodeRequest,
  selectRelation: validateSelectRelationRequest,
  startExternalPayment: validateStartExternalPaymentRequest,
  startPayment: validateStartPaymentRequest,
  startSession: validateStartSessionRequest,
  updateSessionLine: validateUpdateSessionLineRequest,
};

const responseValidators: {
  readonly [E in WebhookEventName]: (body: unknown, options?: ResponseOptions) => Result<WebhookResponses[E]>;
} = {
  addSessionLine: validateAddSessionLineResponse,
  backgroundPoll: validateBackgroundPollResponse,
  cancelExternalPayment: validateCancelExternalPaymentResponse,
  cancelPayment: validateCancelPaymentResponse,
  cancelSession: validateCancelSessionResponse,
  completeSession: validateCompleteSessionResponse,
  creditSession: validateCreditSessionResponse,
  customAction: validateCustomActionResponse,
  kitchenCompleteCourse: validateKitchenCompleteCourseResponse,
  kitchenServeCourse: validateKitchenServeCourseResponse,
  kitchenStartCourse: validateKitchenStartCourseResponse,
  mergeSession: validateMergeSessionResponse,
  pauseSession: validatePauseSessionResponse,
  pollExternalPayment: validatePollExternalPaymentResponse,
  printBill: validatePrintBillResponse,
  removeSessionLine: validateRemoveSessionLineResponse,
  requestCancelExternalPayment: validateRequestCancelExternalPaymentResponse,
  resumeSession: validateResumeSessionResponse,
  scanCode: validateScanCodeResponse,
  selectRelation: validateSelectRelationResponse,
  startExternalPayment: validateStartExternalPaymentResponse,
  startPayment: validateStartPaymentResponse,
  startSession: validateStartSessionResponse,
  updateSessionLine: validateUpdateSessionLineResponse,
};

/** The requests as Standard Schemas, by event. Standard Schema has no place for `leftOut`: only the validators tell it. */
export const requestSchemas: { readonly [E in WebhookEventName]: StandardSchemaV1<WebhookRequests[E]> } = {
  addSessionLine: /* @__PURE__ */ toStandardSchema(validateAddSessionLineRequest),
  backgroundPoll: /* @__PURE__ */ toStandardSchema(validateBackgroundPollRequest),
  cancelExternalPayment: /* @__PURE__ */ toStandardSchema(validateCancelExternalPaymentRequest),
  cancelPayment: /* @__PURE__ */ toStandardSchema(validateCancelPaymentRequest),
  cancelSession: /* @__PURE__ */ toStandardSchema(validateCancelSessionRequest),
  completeSession: /* @__PURE__ */ toStandardSchema(validateCompleteSessionRequest),
  creditSession: /* @__PURE__ */ toStandardSchema(validateCreditSessionRequest),
  customAction: /* @__PURE__ */ toStandardSchema(validateCustomActionRequest),
  kitchenCompleteCourse: /* @__PURE__ */ toStandardSchema(validateKitchenCompleteCourseRequest),
  kitchenServeCourse: /* @__PURE__ */ toStandardSchema(validateKitchenServeCourseRequest),
  kitchenStartCourse: /* @__PURE__ */ toStandardSchema(validateKitchenStartCourseRequest),
  mergeSession: /* @__PURE__ */ toStandardSchema(validateMergeSessionRequest),
  pauseSession: /* @__PURE__ */ toStandardSchema(validatePauseSessionRequest),
  pollExternalPayment: /* @__PURE__ */ toStandardSchema(validatePollExternalPaymentRequest),
  printBill: /* @__PURE__ */ toStandardSchema(validatePrintBillRequest),
  removeSessionLine: /* @__PURE__ */ toStandardSchema(validateRemoveSessionLineRequest),
  requestCancelExternalPayment: /* @__PURE__ */ toStandardSchema(validateRequestCancelExternalPaymentRequest),
  resumeSession: /* @__PURE__ */ toStandardSchema(validateResumeSessionRequest),
  scanCode: /* @__PURE__ */ toStandardSchema(validateScanCodeRequest),
  selectRelation: /* @__PURE__ */ toStandardSchema(validateSelectRelationRequest),
  startExternalPayment: /* @__PURE__ */ toStandardSchema(validateStartExternalPaymentRequest),
  startPayment: /* @__PURE__ */ toStandardSchema(validateStartPaymentRequest),
  startSession: /* @__PURE__ */ toStandardSchema(validateStartSessionRequest),
  updateSessionLine: /* @__PURE__ */ toStandardSchema(validateUpdateSessionLineRequest),
};

/** The responses as Standard Schemas, by event. */
export const responseSchemas: { readonly [E in WebhookEventName]: StandardSchemaV1<WebhookResponses[E]> } = {
  addSessionLine: /* @__PURE__ */ toStandardSchema((body) => validateAddSessionLineResponse(body)),
  backgroundPoll: /* @__PURE__ */ toStandardSchema((body) => validateBackgroundPollResponse(body)),
  cancelExternalPayment: /* @__PURE__ */ toStandardSchema((body) => validateCancelExternalPaymentResponse(body)),
  cancelPayment: /* @__PURE__ */ toStandardSchema((body) => validateCancelPaymentResponse(body)),
  cancelSession: /* @__PURE__ */ toStandardSchema((body) => validateCancelSessionResponse(body)),
  completeSession: /* @__PURE__ */ toStandardSchema((body) => validateCompleteSessionResponse(body)),
  creditSession: /* @__PURE__ */ toStandardSchema((body) => validateCreditSessionResponse(body)),
  customAction: /* @__PURE__ */ toStandardSchema((body) => validateCustomActionResponse(body)),
  kitchenCompleteCourse: /* @__PURE__ */ toStandardSchema((body) => validateKitchenCompleteCourseResponse(body)),
  kitchenServeCourse: /* @__PURE__ */ toStandardSchema((body) => validateKitchenServeCourseResponse(body)),
  kitchenStartCourse: /* @__PURE__ */ toStandardSchema((body) => validateKitchenStartCourseResponse(body)),
  mergeSession: /* @__PURE__ */ toStandardSchema((body) => validateMergeSessionResponse(body)),
  pauseSession: /* @__PURE__ */ toStandardSchema((body) => validatePauseSessionResponse(body)),
  pollExternalPayment: /* @__PURE__ */ toStandardSchema((body) => validatePollExternalPaymentResponse(body)),
  printBill: /* @__PURE__ */ toStandardSchema((body) => validatePrintBillResponse(body)),
  removeSessionLine: /* @__PURE__ */ toStandardSchema((body) => validateRemoveSessionLineResponse(body)),
  requestCancelExternalPayment: /* @__PURE__ */ toStandardSchema((body) => validateRequestCancelExternalPaymentResponse(body)),
  resumeSession: /* @__PURE__ */ toStandardSchema((body) => validateResumeSessionResponse(body)),
  scanCode: /* @__PURE__ */ toStandardSchema((body) => validateScanCodeResponse(body)),
  selectRelation: /* @__PURE__ */ toStandardSchema((body) => validateSelectRelationResponse(body)),
  startExternalPayment: /* @__PURE__ */ toStandardSchema((body) => validateStartExternalPaymentResponse(body)),
  startPayment: /* @__PURE__ */ toStandardSchema((body) => validateStartPaymentResponse(body)),
  startSession: /* @__PURE__ */ toStandardSchema((body) => validateStartSessionResponse(body)),
  updateSessionLine: /* @__PURE__ */ toStandardSchema((body) => validateUpdateSessionLineResponse(body)),
};

const unknownEvent = (event: string): Result<never> => ({
  ok: false,
  problems: [{ path: "", code: "unknown-event", message: `There is no event ${JSON.stringify(event)}.` }],
});
