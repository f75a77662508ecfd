// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

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

/** Kind of device that the browser runs on. Only when one of the vendor's web apps sent the event. */
export type DeviceType = "Mobile" | "Tablet" | "Desktop" | "Bot" | (string & {});

/**
 * What went wrong with a request or an answer. Other codes may come: the list we know has no end, and
 * receivers may make up their own.
 */
export type ErrorCode =
  | "NO_SIGNATURE"
  | "INVALID_SIGNATURE"
  | "INVALID_JSON"
  | "INVALID_DATA"
  | "NO_SUBSCRIPTION_ID"
  | "INVALID_SUBSCRIPTION_ID"
  | "NO_CONTENT_TYPE"
  | "INVALID_CONTENT_TYPE"
  | "NO_EVENT_DETAILS"
  | "NO_SCANNED_CODE"
  | "LINE_ALREADY_HAS_DISCOUNT"
  | "INVALID_LINE_ID"
  | "LINE_ID_ALREADY_EXISTS"
  | "INVALID_RELATION_NUMBER"
  | "INVALID_ARTICLE"
  | "INVALID_DISCOUNT_PERCENTAGE"
  | "INVALID_RECEIPT_FOOTER_CODE"
  | "INVALID_RECEIPT_FOOTER_CODE_TYPE"
  | "LINE_CHANGE_NOT_ALLOWED"
  | "LINE_ADDITION_NOT_ALLOWED"
  | "LINE_DELETION_NOT_ALLOWED"
  | (string & {});

/** The program that sent the event. */
export type ProductName = "MplusQ" | "MplusQservice" | (string & {});

/** What kind of code it is. */
export type ScanCodeType = "barcode" | "rfid" | "qrcode" | (string & {});

/** For whom it is printed. Left out: `cardholder`. */
export type ReceiptTextType = "cardholder" | "merchant";

/** Sets how VAT is reckoned in this session. */
export type VatMethod = "inclusive" | "exclusive" | "shifted";
