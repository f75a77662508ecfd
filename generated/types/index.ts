// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

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
