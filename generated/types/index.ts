// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type {
  AddSessionLineRequest,
  BackgroundPollRequest,
  CancelExternalPaymentRequest,
  CancelPaymentRequest,
  CancelSessionRequest,
  CompleteSessionRequest,
  CreditSessionRequest,
  CustomActionRequest,
  KitchenCompleteCourseRequest,
  KitchenServeCourseRequest,
  KitchenStartCourseRequest,
  MergeSessionRequest,
  PauseSessionRequest,
  PollExternalPaymentRequest,
  PrintBillRequest,
  RemoveSessionLineRequest,
  RequestCancelExternalPaymentRequest,
  ResumeSessionRequest,
  ScanCodeRequest,
  SelectRelationRequest,
  StartExternalPaymentRequest,
  StartPaymentRequest,
  StartSessionRequest,
  UpdateSessionLineRequest,
} from "./requests.js";
import type {
  AddSessionLineResponse,
  BackgroundPollResponse,
  CancelExternalPaymentResponse,
  CancelPaymentResponse,
  CancelSessionResponse,
  CompleteSessionResponse,
  CreditSessionResponse,
  CustomActionResponse,
  KitchenCompleteCourseResponse,
  KitchenServeCourseResponse,
  KitchenStartCourseResponse,
  MergeSessionResponse,
  PauseSessionResponse,
  PollExternalPaymentResponse,
  PrintBillResponse,
  RemoveSessionLineResponse,
  RequestCancelExternalPaymentResponse,
  ResumeSessionResponse,
  ScanCodeResponse,
  SelectRelationResponse,
  StartExternalPaymentResponse,
  StartPaymentResponse,
  StartSessionResponse,
  UpdateSessionLineResponse,
} from "./responses.js";

export type * from "./enums.js";
export type * from "./requests.js";
export type * from "./responses.js";

/** The events that the POS reports, by the name at the end of the URL. */
export type WebhookEventName =
  | "addSessionLine"
  | "backgroundPoll"
  | "cancelExternalPayment"
  | "cancelPayment"
  | "cancelSession"
  | "completeSession"
  | "creditSession"
  | "customAction"
  | "kitchenCompleteCourse"
  | "kitchenServeCourse"
  | "kitchenStartCourse"
  | "mergeSession"
  | "pauseSession"
  | "pollExternalPayment"
  | "printBill"
  | "removeSessionLine"
  | "requestCancelExternalPayment"
  | "resumeSession"
  | "scanCode"
  | "selectRelation"
  | "startExternalPayment"
  | "startPayment"
  | "startSession"
  | "updateSessionLine";

/** What the POS sends, by event. */
export interface WebhookRequests {
  /** A line was added to the sale. */
  addSessionLine: AddSessionLineRequest;
  /**
   * A request that runs beside whatever the till is doing, so there is no session. It is always
   * blocking and polling, and the next one follows each answer at once.
   */
  backgroundPoll: BackgroundPollRequest;
  /** The external payment is cancelled: the last step of its flow. */
  cancelExternalPayment: CancelExternalPaymentRequest;
  /** The payment was called off: the till leaves the payment screen. */
  cancelPayment: CancelPaymentRequest;
  /** The sale was abandoned. Its id is not used again. */
  cancelSession: CancelSessionRequest;
  /** The sale was paid and closed. Its id comes back only if the sale is credited later. */
  completeSession: CompleteSessionRequest;
  /** A completed sale was credited. Its id is not used again. */
  creditSession: CreditSessionRequest;
  /**
   * A custom action button was pressed, or the POS is starting up and its buttons can be given their
   * first state.
   */
  customAction: CustomActionRequest;
  /** The kitchen has finished a course. */
  kitchenCompleteCourse: KitchenCompleteCourseRequest;
  /** A course is served. */
  kitchenServeCourse: KitchenServeCourseRequest;
  /** The kitchen starts on a course. */
  kitchenStartCourse: KitchenStartCourseRequest;
  /**
   * Two sales became one. `session` is the one that ends here; its contents live on in the session
   * that `mergeSession` names.
   */
  mergeSession: MergeSessionRequest;
  /** The sale is set aside: it waits in the queue, on a table or elsewhere in the background. */
  pauseSession: PauseSessionRequest;
  /**
   * The POS asks how the external payment stands, again and again until an answer says `confirmed`
   * or `cancelled`.
   */
  pollExternalPayment: PollExternalPaymentRequest;
  /**
   * A bill is printed for the session. A bill is no receipt and books nothing; one session may print
   * several.
   */
  printBill: PrintBillRequest;
  /** A line was taken out of the sale. `session` may hold no more than its id. */
  removeSessionLine: RemoveSessionLineRequest;
  /** Staff want out of the external payment that is running. */
  requestCancelExternalPayment: RequestCancelExternalPaymentRequest;
  /** A sale that was set aside is taken up again. */
  resumeSession: ResumeSessionRequest;
  /**
   * A code was scanned at the till. When the subscription has code triggers, only codes that match
   * one are sent.
   */
  scanCode: ScanCodeRequest;
  /** A relation, such as a customer, was selected for the sale, or deselected again. */
  selectRelation: SelectRelationRequest;
  /**
   * A payment method that is linked to webhooks was chosen: start the payment. The POS asks again
   * until an answer says `started`.
   */
  startExternalPayment: StartExternalPaymentRequest;
  /** The till goes to the payment screen. */
  startPayment: StartPaymentRequest;
  /** A new sale begins at the till. `session` may hold no more than its id yet. */
  startSession: StartSessionRequest;
  /** A line of the sale was changed. */
  updateSessionLine: UpdateSessionLineRequest;
}

/** What may be answered, by event. */
export interface WebhookResponses {
  addSessionLine: AddSessionLineResponse;
  backgroundPoll: BackgroundPollResponse;
  cancelExternalPayment: CancelExternalPaymentResponse;
  cancelPayment: CancelPaymentResponse;
  cancelSession: CancelSessionResponse;
  completeSession: CompleteSessionResponse;
  creditSession: CreditSessionResponse;
  customAction: CustomActionResponse;
  kitchenCompleteCourse: KitchenCompleteCourseResponse;
  kitchenServeCourse: KitchenServeCourseResponse;
  kitchenStartCourse: KitchenStartCourseResponse;
  mergeSession: MergeSessionResponse;
  pauseSession: PauseSessionResponse;
  pollExternalPayment: PollExternalPaymentResponse;
  printBill: PrintBillResponse;
  removeSessionLine: RemoveSessionLineResponse;
  requestCancelExternalPayment: RequestCancelExternalPaymentResponse;
  resumeSession: ResumeSessionResponse;
  scanCode: ScanCodeResponse;
  selectRelation: SelectRelationResponse;
  startExternalPayment: StartExternalPaymentResponse;
  startPayment: StartPaymentResponse;
  startSession: StartSessionResponse;
  updateSessionLine: UpdateSessionLineResponse;
}
