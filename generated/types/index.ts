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
   * The till asks in the background whether you have news. This event is always blocking and polling
   * (long polling): the next request follows each answer at once, as long as the POS program runs.
   * What an answer shows appears on the POS and on the customer display. There is no session.
   */
  backgroundPoll: BackgroundPollRequest;
  /** The external payment is cancelled. This is the last step of the payment. */
  cancelExternalPayment: CancelExternalPaymentRequest;
  /** The payment was cancelled. The till leaves the payment screen. */
  cancelPayment: CancelPaymentRequest;
  /** The sale was cancelled. Its session id is not used again. */
  cancelSession: CancelSessionRequest;
  /** The sale was paid and closed. Its session id may come back if the sale is credited later. */
  completeSession: CompleteSessionRequest;
  /**
   * A completed sale was credited. `session` has the final details of the credited sale; the signs
   * of its amounts, and whether a sale can be credited in part, are not documented. The session id
   * is not used again after this.
   */
  creditSession: CreditSessionRequest;
  /**
   * The user pressed a custom action button; or the POS is starting, and you can give its buttons
   * their first state.
   */
  customAction: CustomActionRequest;
  /** The kitchen has finished a course. */
  kitchenCompleteCourse: KitchenCompleteCourseRequest;
  /** A course is served. */
  kitchenServeCourse: KitchenServeCourseRequest;
  /** The kitchen starts a course. */
  kitchenStartCourse: KitchenStartCourseRequest;
  /**
   * Two sales became one sale. The sale in `session` ends here. Its contents are now in the session
   * that `mergeSession` names.
   */
  mergeSession: MergeSessionRequest;
  /** The sale is set aside: in the queue, on a table or elsewhere in the background. */
  pauseSession: PauseSessionRequest;
  /**
   * The POS asks whether the external payment is paid. The POS asks again until an answer says
   * `confirmed` or `cancelled`.
   */
  pollExternalPayment: PollExternalPaymentRequest;
  /**
   * A bill is printed for the session. A bill is not a receipt and books nothing. One session can
   * have several bills.
   */
  printBill: PrintBillRequest;
  /** A line was removed from the sale. `session` may have nothing but its id. */
  removeSessionLine: RemoveSessionLineRequest;
  /** Staff want to stop the external payment that is running. */
  requestCancelExternalPayment: RequestCancelExternalPaymentRequest;
  /** A sale that was set aside is resumed. */
  resumeSession: ResumeSessionRequest;
  /**
   * A code was scanned at the till. If the subscription has code triggers, the till sends only codes
   * that match a trigger.
   */
  scanCode: ScanCodeRequest;
  /**
   * A relation, such as a customer, was selected for the sale or deselected again: by hand, or by
   * something like the scan of a card.
   */
  selectRelation: SelectRelationRequest;
  /** The cashier chose a payment method that is linked to webhooks. Start the payment. */
  startExternalPayment: StartExternalPaymentRequest;
  /** The till goes to the payment screen. */
  startPayment: StartPaymentRequest;
  /** A new sale begins at the till. `session` may have nothing but its id yet. */
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
