// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { errorRequestSchema } from "./parts/requests.js";
import { addSessionLineRequest, addSessionLineResponse } from "./addSessionLine.js";
import { backgroundPollRequest, backgroundPollResponse } from "./backgroundPoll.js";
import { cancelExternalPaymentRequest, cancelExternalPaymentResponse } from "./cancelExternalPayment.js";
import { cancelPaymentRequest, cancelPaymentResponse } from "./cancelPayment.js";
import { cancelSessionRequest, cancelSessionResponse } from "./cancelSession.js";
import { completeSessionRequest, completeSessionResponse } from "./completeSession.js";
import { creditSessionRequest, creditSessionResponse } from "./creditSession.js";
import { customActionRequest, customActionResponse } from "./customAction.js";
import { kitchenCompleteCourseRequest, kitchenCompleteCourseResponse } from "./kitchenCompleteCourse.js";
import { kitchenServeCourseRequest, kitchenServeCourseResponse } from "./kitchenServeCourse.js";
import { kitchenStartCourseRequest, kitchenStartCourseResponse } from "./kitchenStartCourse.js";
import { mergeSessionRequest, mergeSessionResponse } from "./mergeSession.js";
import { pauseSessionRequest, pauseSessionResponse } from "./pauseSession.js";
import { pollExternalPaymentRequest, pollExternalPaymentResponse } from "./pollExternalPayment.js";
import { printBillRequest, printBillResponse } from "./printBill.js";
import { removeSessionLineRequest, removeSessionLineResponse } from "./removeSessionLine.js";
import {
  requestCancelExternalPaymentRequest,
  requestCancelExternalPaymentResponse,
} from "./requestCancelExternalPayment.js";
import { resumeSessionRequest, resumeSessionResponse } from "./resumeSession.js";
import { scanCodeRequest, scanCodeResponse } from "./scanCode.js";
import { selectRelationRequest, selectRelationResponse } from "./selectRelation.js";
import { startExternalPaymentRequest, startExternalPaymentResponse } from "./startExternalPayment.js";
import { startPaymentRequest, startPaymentResponse } from "./startPayment.js";
import { startSessionRequest, startSessionResponse } from "./startSession.js";
import { updateSessionLineRequest, updateSessionLineResponse } from "./updateSessionLine.js";

export {
  addSessionLineRequest,
  addSessionLineResponse,
  backgroundPollRequest,
  backgroundPollResponse,
  cancelExternalPaymentRequest,
  cancelExternalPaymentResponse,
  cancelPaymentRequest,
  cancelPaymentResponse,
  cancelSessionRequest,
  cancelSessionResponse,
  completeSessionRequest,
  completeSessionResponse,
  creditSessionRequest,
  creditSessionResponse,
  customActionRequest,
  customActionResponse,
  kitchenCompleteCourseRequest,
  kitchenCompleteCourseResponse,
  kitchenServeCourseRequest,
  kitchenServeCourseResponse,
  kitchenStartCourseRequest,
  kitchenStartCourseResponse,
  mergeSessionRequest,
  mergeSessionResponse,
  pauseSessionRequest,
  pauseSessionResponse,
  pollExternalPaymentRequest,
  pollExternalPaymentResponse,
  printBillRequest,
  printBillResponse,
  removeSessionLineRequest,
  removeSessionLineResponse,
  requestCancelExternalPaymentRequest,
  requestCancelExternalPaymentResponse,
  resumeSessionRequest,
  resumeSessionResponse,
  scanCodeRequest,
  scanCodeResponse,
  selectRelationRequest,
  selectRelationResponse,
  startExternalPaymentRequest,
  startExternalPaymentResponse,
  startPaymentRequest,
  startPaymentResponse,
  startSessionRequest,
  startSessionResponse,
  updateSessionLineRequest,
  updateSessionLineResponse,
};

/** The POS's report that it could not use a response of ours. */
export { errorRequestSchema as errorRequest };

/** What the POS sends, by event. */
export const requestSchemas = {
  addSessionLine: addSessionLineRequest,
  backgroundPoll: backgroundPollRequest,
  cancelExternalPayment: cancelExternalPaymentRequest,
  cancelPayment: cancelPaymentRequest,
  cancelSession: cancelSessionRequest,
  completeSession: completeSessionRequest,
  creditSession: creditSessionRequest,
  customAction: customActionRequest,
  kitchenCompleteCourse: kitchenCompleteCourseRequest,
  kitchenServeCourse: kitchenServeCourseRequest,
  kitchenStartCourse: kitchenStartCourseRequest,
  mergeSession: mergeSessionRequest,
  pauseSession: pauseSessionRequest,
  pollExternalPayment: pollExternalPaymentRequest,
  printBill: printBillRequest,
  removeSessionLine: removeSessionLineRequest,
  requestCancelExternalPayment: requestCancelExternalPaymentRequest,
  resumeSession: resumeSessionRequest,
  scanCode: scanCodeRequest,
  selectRelation: selectRelationRequest,
  startExternalPayment: startExternalPaymentRequest,
  startPayment: startPaymentRequest,
  startSession: startSessionRequest,
  updateSessionLine: updateSessionLineRequest,
};

/** What may be answered, by event. */
export const responseSchemas = {
  addSessionLine: addSessionLineResponse,
  backgroundPoll: backgroundPollResponse,
  cancelExternalPayment: cancelExternalPaymentResponse,
  cancelPayment: cancelPaymentResponse,
  cancelSession: cancelSessionResponse,
  completeSession: completeSessionResponse,
  creditSession: creditSessionResponse,
  customAction: customActionResponse,
  kitchenCompleteCourse: kitchenCompleteCourseResponse,
  kitchenServeCourse: kitchenServeCourseResponse,
  kitchenStartCourse: kitchenStartCourseResponse,
  mergeSession: mergeSessionResponse,
  pauseSession: pauseSessionResponse,
  pollExternalPayment: pollExternalPaymentResponse,
  printBill: printBillResponse,
  removeSessionLine: removeSessionLineResponse,
  requestCancelExternalPayment: requestCancelExternalPaymentResponse,
  resumeSession: resumeSessionResponse,
  scanCode: scanCodeResponse,
  selectRelation: selectRelationResponse,
  startExternalPayment: startExternalPaymentResponse,
  startPayment: startPaymentResponse,
  startSession: startSessionResponse,
  updateSessionLine: updateSessionLineResponse,
};
