// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type * as types from "../types/index.js";
import type { WebhookEventName, WebhookRequests, WebhookResponses } from "../types/index.js";
import { hasOwn } from "./checks.js";
import * as compiled from "./compiled.js";
import { toRequestResult, toResponseResult, toStandardSchema, toStandardSchemas } from "./results.js";
import type { Fleet, ResponseOptions, Result, StandardSchemaV1 } from "./results.js";

export type { Fleet, Invalid, Problem, ResponseOptions, Result, Span, Valid } from "./results.js";
export type { StandardIssue, StandardResult, StandardSchemaV1 } from "./results.js";

/** The releases that this code is for: 59.3.2 is 59 0003 0002. */
export const fleet: Fleet = { label: "48 to the latest", spans: [[4800000000, null]] };

/**
 * Checks that a body is what a shop may send for an event; reports the first problem. Unknown properties
 * are accepted and kept. What no vendor page documents refuses nothing: `leftOut` lists what did not fit. The body is
 * never changed; where something is read otherwise than it came, `value` is a copy.
 */
export function validateRequest<E extends WebhookEventName>(event: E, body: unknown): Result<WebhookRequests[E]> {
  if (!hasOwn(requestValidators, event)) return unknownEvent(event);
  return requestValidators[event](body);
}

/** Checks that the shops take this answer to an event; reports all problems. */
export function validateResponse<E extends WebhookEventName>(
  event: E,
  body: unknown,
  options?: ResponseOptions,
): Result<WebhookResponses[E]> {
  if (!hasOwn(responseValidators, event)) return unknownEvent(event);
  return responseValidators[event](body, options);
}

const unknownEvent = (event: string): Result<never> => ({
  ok: false,
  problems: [{ path: "", code: "unknown-event", message: `There is no event ${JSON.stringify(event)}.` }],
});

/** Checks that a body is the POS's report that it could not use a response of ours. */
export const validateErrorRequest = (body: unknown): Result<types.ErrorRequest> => toRequestResult(compiled.checkErrorRequest, body);

// Of each event: its request, and what may be answered; both as functions and as Standard Schemas.
export const validateAddSessionLineRequest = (body: unknown): Result<types.AddSessionLineRequest> => toRequestResult(compiled.checkAddSessionLineRequest, body);
export const validateAddSessionLineResponse = (body: unknown, options?: ResponseOptions): Result<types.AddSessionLineResponse> => toResponseResult(compiled.checkAddSessionLineResponse, body, options, { fleet });
export const addSessionLineRequestSchema: StandardSchemaV1<types.AddSessionLineRequest> = /* @__PURE__ */ toStandardSchema(validateAddSessionLineRequest);
export const addSessionLineResponseSchema: StandardSchemaV1<types.AddSessionLineResponse> = /* @__PURE__ */ toStandardSchema(validateAddSessionLineResponse);
export const validateBackgroundPollRequest = (body: unknown): Result<types.BackgroundPollRequest> => toRequestResult(compiled.checkBackgroundPollRequest, body);
export const validateBackgroundPollResponse = (body: unknown, options?: ResponseOptions): Result<types.BackgroundPollResponse> => toResponseResult(compiled.checkBackgroundPollResponse, body, options, { fleet });
export const backgroundPollRequestSchema: StandardSchemaV1<types.BackgroundPollRequest> = /* @__PURE__ */ toStandardSchema(validateBackgroundPollRequest);
export const backgroundPollResponseSchema: StandardSchemaV1<types.BackgroundPollResponse> = /* @__PURE__ */ toStandardSchema(validateBackgroundPollResponse);
export const validateCancelExternalPaymentRequest = (body: unknown): Result<types.CancelExternalPaymentRequest> => toRequestResult(compiled.checkCancelExternalPaymentRequest, body);
export const validateCancelExternalPaymentResponse = (body: unknown, options?: ResponseOptions): Result<types.CancelExternalPaymentResponse> => toResponseResult(compiled.checkCancelExternalPaymentResponse, body, options, { fleet });
export const cancelExternalPaymentRequestSchema: StandardSchemaV1<types.CancelExternalPaymentRequest> = /* @__PURE__ */ toStandardSchema(validateCancelExternalPaymentRequest);
export const cancelExternalPaymentResponseSchema: StandardSchemaV1<types.CancelExternalPaymentResponse> = /* @__PURE__ */ toStandardSchema(validateCancelExternalPaymentResponse);
export const validateCancelPaymentRequest = (body: unknown): Result<types.CancelPaymentRequest> => toRequestResult(compiled.checkCancelPaymentRequest, body);
export const validateCancelPaymentResponse = (body: unknown, options?: ResponseOptions): Result<types.CancelPaymentResponse> => toResponseResult(compiled.checkCancelPaymentResponse, body, options, { fleet });
export const cancelPaymentRequestSchema: StandardSchemaV1<types.CancelPaymentRequest> = /* @__PURE__ */ toStandardSchema(validateCancelPaymentRequest);
export const cancelPaymentResponseSchema: StandardSchemaV1<types.CancelPaymentResponse> = /* @__PURE__ */ toStandardSchema(validateCancelPaymentResponse);
export const validateCancelSessionRequest = (body: unknown): Result<types.CancelSessionRequest> => toRequestResult(compiled.checkCancelSessionRequest, body);
export const validateCancelSessionResponse = (body: unknown, options?: ResponseOptions): Result<types.CancelSessionResponse> => toResponseResult(compiled.checkCancelSessionResponse, body, options, { fleet });
export const cancelSessionRequestSchema: StandardSchemaV1<types.CancelSessionRequest> = /* @__PURE__ */ toStandardSchema(validateCancelSessionRequest);
export const cancelSessionResponseSchema: StandardSchemaV1<types.CancelSessionResponse> = /* @__PURE__ */ toStandardSchema(validateCancelSessionResponse);
export const validateCompleteSessionRequest = (body: unknown): Result<types.CompleteSessionRequest> => toRequestResult(compiled.checkCompleteSessionRequest, body);
export const validateCompleteSessionResponse = (body: unknown, options?: ResponseOptions): Result<types.CompleteSessionResponse> => toResponseResult(compiled.checkCompleteSessionResponse, body, options, { fleet });
export const completeSessionRequestSchema: StandardSchemaV1<types.CompleteSessionRequest> = /* @__PURE__ */ toStandardSchema(validateCompleteSessionRequest);
export const completeSessionResponseSchema: StandardSchemaV1<types.CompleteSessionResponse> = /* @__PURE__ */ toStandardSchema(validateCompleteSessionResponse);
export const validateCreditSessionRequest = (body: unknown): Result<types.CreditSessionRequest> => toRequestResult(compiled.checkCreditSessionRequest, body);
export const validateCreditSessionResponse = (body: unknown, options?: ResponseOptions): Result<types.CreditSessionResponse> => toResponseResult(compiled.checkCreditSessionResponse, body, options, { fleet });
export const creditSessionRequestSchema: StandardSchemaV1<types.CreditSessionRequest> = /* @__PURE__ */ toStandardSchema(validateCreditSessionRequest);
export const creditSessionResponseSchema: StandardSchemaV1<types.CreditSessionResponse> = /* @__PURE__ */ toStandardSchema(validateCreditSessionResponse);
export const validateCustomActionRequest = (body: unknown): Result<types.CustomActionRequest> => toRequestResult(compiled.checkCustomActionRequest, body);
export const validateCustomActionResponse = (body: unknown, options?: ResponseOptions): Result<types.CustomActionResponse> => toResponseResult(compiled.checkCustomActionResponse, body, options, { fleet });
export const customActionRequestSchema: StandardSchemaV1<types.CustomActionRequest> = /* @__PURE__ */ toStandardSchema(validateCustomActionRequest);
export const customActionResponseSchema: StandardSchemaV1<types.CustomActionResponse> = /* @__PURE__ */ toStandardSchema(validateCustomActionResponse);
export const validateKitchenCompleteCourseRequest = (body: unknown): Result<types.KitchenCompleteCourseRequest> => toRequestResult(compiled.checkKitchenCompleteCourseRequest, body);
export const validateKitchenCompleteCourseResponse = (body: unknown, options?: ResponseOptions): Result<types.KitchenCompleteCourseResponse> => toResponseResult(compiled.checkKitchenCompleteCourseResponse, body, options, { fleet });
export const kitchenCompleteCourseRequestSchema: StandardSchemaV1<types.KitchenCompleteCourseRequest> = /* @__PURE__ */ toStandardSchema(validateKitchenCompleteCourseRequest);
export const kitchenCompleteCourseResponseSchema: StandardSchemaV1<types.KitchenCompleteCourseResponse> = /* @__PURE__ */ toStandardSchema(validateKitchenCompleteCourseResponse);
export const validateKitchenServeCourseRequest = (body: unknown): Result<types.KitchenServeCourseRequest> => toRequestResult(compiled.checkKitchenServeCourseRequest, body);
export const validateKitchenServeCourseResponse = (body: unknown, options?: ResponseOptions): Result<types.KitchenServeCourseResponse> => toResponseResult(compiled.checkKitchenServeCourseResponse, body, options, { fleet });
export const kitchenServeCourseRequestSchema: StandardSchemaV1<types.KitchenServeCourseRequest> = /* @__PURE__ */ toStandardSchema(validateKitchenServeCourseRequest);
export const kitchenServeCourseResponseSchema: StandardSchemaV1<types.KitchenServeCourseResponse> = /* @__PURE__ */ toStandardSchema(validateKitchenServeCourseResponse);
export const validateKitchenStartCourseRequest = (body: unknown): Result<types.KitchenStartCourseRequest> => toRequestResult(compiled.checkKitchenStartCourseRequest, body);
export const validateKitchenStartCourseResponse = (body: unknown, options?: ResponseOptions): Result<types.KitchenStartCourseResponse> => toResponseResult(compiled.checkKitchenStartCourseResponse, body, options, { fleet });
export const kitchenStartCourseRequestSchema: StandardSchemaV1<types.KitchenStartCourseRequest> = /* @__PURE__ */ toStandardSchema(validateKitchenStartCourseRequest);
export const kitchenStartCourseResponseSchema: StandardSchemaV1<types.KitchenStartCourseResponse> = /* @__PURE__ */ toStandardSchema(validateKitchenStartCourseResponse);
export const validateMergeSessionRequest = (body: unknown): Result<types.MergeSessionRequest> => toRequestResult(compiled.checkMergeSessionRequest, body);
export const validateMergeSessionResponse = (body: unknown, options?: ResponseOptions): Result<types.MergeSessionResponse> => toResponseResult(compiled.checkMergeSessionResponse, body, options, { fleet });
export const mergeSessionRequestSchema: StandardSchemaV1<types.MergeSessionRequest> = /* @__PURE__ */ toStandardSchema(validateMergeSessionRequest);
export const mergeSessionResponseSchema: StandardSchemaV1<types.MergeSessionResponse> = /* @__PURE__ */ toStandardSchema(validateMergeSessionResponse);
export const validatePauseSessionRequest = (body: unknown): Result<types.PauseSessionRequest> => toRequestResult(compiled.checkPauseSessionRequest, body);
export const validatePauseSessionResponse = (body: unknown, options?: ResponseOptions): Result<types.PauseSessionResponse> => toResponseResult(compiled.checkPauseSessionResponse, body, options, { fleet });
export const pauseSessionRequestSchema: StandardSchemaV1<types.PauseSessionRequest> = /* @__PURE__ */ toStandardSchema(validatePauseSessionRequest);
export const pauseSessionResponseSchema: StandardSchemaV1<types.PauseSessionResponse> = /* @__PURE__ */ toStandardSchema(validatePauseSessionResponse);
export const validatePollExternalPaymentRequest = (body: unknown): Result<types.PollExternalPaymentRequest> => toRequestResult(compiled.checkPollExternalPaymentRequest, body);
export const validatePollExternalPaymentResponse = (body: unknown, options?: ResponseOptions): Result<types.PollExternalPaymentResponse> => toResponseResult(compiled.checkPollExternalPaymentResponse, body, options, { fleet });
export const pollExternalPaymentRequestSchema: StandardSchemaV1<types.PollExternalPaymentRequest> = /* @__PURE__ */ toStandardSchema(validatePollExternalPaymentRequest);
export const pollExternalPaymentResponseSchema: StandardSchemaV1<types.PollExternalPaymentResponse> = /* @__PURE__ */ toStandardSchema(validatePollExternalPaymentResponse);
export const validatePrintBillRequest = (body: unknown): Result<types.PrintBillRequest> => toRequestResult(compiled.checkPrintBillRequest, body);
export const validatePrintBillResponse = (body: unknown, options?: ResponseOptions): Result<types.PrintBillResponse> => toResponseResult(compiled.checkPrintBillResponse, body, options, { fleet });
export const printBillRequestSchema: StandardSchemaV1<types.PrintBillRequest> = /* @__PURE__ */ toStandardSchema(validatePrintBillRequest);
export const printBillResponseSchema: StandardSchemaV1<types.PrintBillResponse> = /* @__PURE__ */ toStandardSchema(validatePrintBillResponse);
export const validateRemoveSessionLineRequest = (body: unknown): Result<types.RemoveSessionLineRequest> => toRequestResult(compiled.checkRemoveSessionLineRequest, body);
export const validateRemoveSessionLineResponse = (body: unknown, options?: ResponseOptions): Result<types.RemoveSessionLineResponse> => toResponseResult(compiled.checkRemoveSessionLineResponse, body, options, { fleet });
export const removeSessionLineRequestSchema: StandardSchemaV1<types.RemoveSessionLineRequest> = /* @__PURE__ */ toStandardSchema(validateRemoveSessionLineRequest);
export const removeSessionLineResponseSchema: StandardSchemaV1<types.RemoveSessionLineResponse> = /* @__PURE__ */ toStandardSchema(validateRemoveSessionLineResponse);
export const validateRequestCancelExternalPaymentRequest = (body: unknown): Result<types.RequestCancelExternalPaymentRequest> => toRequestResult(compiled.checkRequestCancelExternalPaymentRequest, body);
export const validateRequestCancelExternalPaymentResponse = (body: unknown, options?: ResponseOptions): Result<types.RequestCancelExternalPaymentResponse> => toResponseResult(compiled.checkRequestCancelExternalPaymentResponse, body, options, { fleet });
export const requestCancelExternalPaymentRequestSchema: StandardSchemaV1<types.RequestCancelExternalPaymentRequest> = /* @__PURE__ */ toStandardSchema(validateRequestCancelExternalPaymentRequest);
export const requestCancelExternalPaymentResponseSchema: StandardSchemaV1<types.RequestCancelExternalPaymentResponse> = /* @__PURE__ */ toStandardSchema(validateRequestCancelExternalPaymentResponse);
export const validateResumeSessionRequest = (body: unknown): Result<types.ResumeSessionRequest> => toRequestResult(compiled.checkResumeSessionRequest, body);
export const validateResumeSessionResponse = (body: unknown, options?: ResponseOptions): Result<types.ResumeSessionResponse> => toResponseResult(compiled.checkResumeSessionResponse, body, options, { fleet });
export const resumeSessionRequestSchema: StandardSchemaV1<types.ResumeSessionRequest> = /* @__PURE__ */ toStandardSchema(validateResumeSessionRequest);
export const resumeSessionResponseSchema: StandardSchemaV1<types.ResumeSessionResponse> = /* @__PURE__ */ toStandardSchema(validateResumeSessionResponse);
export const validateScanCodeRequest = (body: unknown): Result<types.ScanCodeRequest> => toRequestResult(compiled.checkScanCodeRequest, body);
export const validateScanCodeResponse = (body: unknown, options?: ResponseOptions): Result<types.ScanCodeResponse> => toResponseResult(compiled.checkScanCodeResponse, body, options, { fleet });
export const scanCodeRequestSchema: StandardSchemaV1<types.ScanCodeRequest> = /* @__PURE__ */ toStandardSchema(validateScanCodeRequest);
export const scanCodeResponseSchema: StandardSchemaV1<types.ScanCodeResponse> = /* @__PURE__ */ toStandardSchema(validateScanCodeResponse);
export const validateSelectRelationRequest = (body: unknown): Result<types.SelectRelationRequest> => toRequestResult(compiled.checkSelectRelationRequest, body);
export const validateSelectRelationResponse = (body: unknown, options?: ResponseOptions): Result<types.SelectRelationResponse> => toResponseResult(compiled.checkSelectRelationResponse, body, options, { fleet });
export const selectRelationRequestSchema: StandardSchemaV1<types.SelectRelationRequest> = /* @__PURE__ */ toStandardSchema(validateSelectRelationRequest);
export const selectRelationResponseSchema: StandardSchemaV1<types.SelectRelationResponse> = /* @__PURE__ */ toStandardSchema(validateSelectRelationResponse);
export const validateStartExternalPaymentRequest = (body: unknown): Result<types.StartExternalPaymentRequest> => toRequestResult(compiled.checkStartExternalPaymentRequest, body);
export const validateStartExternalPaymentResponse = (body: unknown, options?: ResponseOptions): Result<types.StartExternalPaymentResponse> => toResponseResult(compiled.checkStartExternalPaymentResponse, body, options, { fleet });
export const startExternalPaymentRequestSchema: StandardSchemaV1<types.StartExternalPaymentRequest> = /* @__PURE__ */ toStandardSchema(validateStartExternalPaymentRequest);
export const startExternalPaymentResponseSchema: StandardSchemaV1<types.StartExternalPaymentResponse> = /* @__PURE__ */ toStandardSchema(validateStartExternalPaymentResponse);
export const validateStartPaymentRequest = (body: unknown): Result<types.StartPaymentRequest> => toRequestResult(compiled.checkStartPaymentRequest, body);
export const validateStartPaymentResponse = (body: unknown, options?: ResponseOptions): Result<types.StartPaymentResponse> => toResponseResult(compiled.checkStartPaymentResponse, body, options, { fleet });
export const startPaymentRequestSchema: StandardSchemaV1<types.StartPaymentRequest> = /* @__PURE__ */ toStandardSchema(validateStartPaymentRequest);
export const startPaymentResponseSchema: StandardSchemaV1<types.StartPaymentResponse> = /* @__PURE__ */ toStandardSchema(validateStartPaymentResponse);
export const validateStartSessionRequest = (body: unknown): Result<types.StartSessionRequest> => toRequestResult(compiled.checkStartSessionRequest, body);
export const validateStartSessionResponse = (body: unknown, options?: ResponseOptions): Result<types.StartSessionResponse> => toResponseResult(compiled.checkStartSessionResponse, body, options, { fleet });
export const startSessionRequestSchema: StandardSchemaV1<types.StartSessionRequest> = /* @__PURE__ */ toStandardSchema(validateStartSessionRequest);
export const startSessionResponseSchema: StandardSchemaV1<types.StartSessionResponse> = /* @__PURE__ */ toStandardSchema(validateStartSessionResponse);
export const validateUpdateSessionLineRequest = (body: unknown): Result<types.UpdateSessionLineRequest> => toRequestResult(compiled.checkUpdateSessionLineRequest, body);
export const validateUpdateSessionLineResponse = (body: unknown, options?: ResponseOptions): Result<types.UpdateSessionLineResponse> => toResponseResult(compiled.checkUpdateSessionLineResponse, body, options, { fleet });
export const updateSessionLineRequestSchema: StandardSchemaV1<types.UpdateSessionLineRequest> = /* @__PURE__ */ toStandardSchema(validateUpdateSessionLineRequest);
export const updateSessionLineResponseSchema: StandardSchemaV1<types.UpdateSessionLineResponse> = /* @__PURE__ */ toStandardSchema(validateUpdateSessionLineResponse);

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

const responseValidators: { readonly [E in WebhookEventName]: (body: unknown, options?: ResponseOptions) => Result<WebhookResponses[E]> } = {
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
export const requestSchemas = /* @__PURE__ */ toStandardSchemas<WebhookRequests>(requestValidators);

/** The responses as Standard Schemas, by event. */
export const responseSchemas = /* @__PURE__ */ toStandardSchemas<WebhookResponses>(responseValidators);
