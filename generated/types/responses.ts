// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { ErrorCode, ReceiptTextType, VatMethod } from "./index.js";

/** The answers that are not tied to single events. */
export interface CommonResponse {
  /** Says that you could not use the request. Goes with HTTP status 400. */
  error?: ErrorAnswer;
  /** Texts to show at the till: a list, so that one answer can bring several. */
  message?: Message[];
  /** Shows options to choose from. Once the user has chosen, the same event comes again with the choice. */
  dialog?: DialogAnswer;
  /** Asks the user to scan a code. */
  requestScanCode?: RequestScanCode;
  /**
   * Opens a web page at the client, or offers a link to it. A client that can do so sends `openUrl` in its
   * request.
   */
  openUrl?: OpenUrlAnswer;
  /** Shows a code to the customer, on the customer display. */
  displayBarcode?: DisplayBarcode;
  /** True removes the code from the customer display at once. */
  hideBarcode?: boolean;
  /** Changes to lines that the session has: the external discount of each. */
  lineChanges?: LineChange[];
  /** Lines to add to the session. */
  lineAdditions?: LineAddition[];
  /** Lines to delete from the session. */
  lineDeletions?: LineDeletion[];
  /** True stops all changes to the session at the till, false allows them again. */
  lockSession?: boolean;
  /** True stops what adds to the session, but lines may still be removed or lowered; false allows all again. */
  lockSessionForAdditions?: boolean;
  /** Sets how VAT is reckoned in this session. */
  vatMethodChange?: VatMethod;
  /** Books payments on the session of a table. */
  prepayTable?: PrepayTable;
  /** Shows the user a card that was scanned outside the till. One without any property shows nothing. */
  externalCardScan?: ExternalCardScan;
  /** Puts another text on the button of a custom action. */
  customActionChange?: CustomActionChange;
  /** Asks the till to run a custom action. No promise that it does. */
  requestCustomAction?: RequestCustomAction;
  /** Says whether the till is to go on asking, and what to show meanwhile. */
  polling?: PollingAnswer;
  /** The version of your software. The till keeps it in its communication log, which helps to trace faults. */
  version?: string;
  /** Requires v59. */
  form?: never;
}

/** Answers that only some events take: to no other may they be given. */
export interface ForeignAnswers {
  /** Only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment. */
  externalPayment?: never;
  /** Only for completeSession. */
  receiptFooter?: never;
  /** Only for printBill. */
  billFooter?: never;
  /** Only for scanCode. */
  scanCode?: never;
}

/** What may be answered to `addSessionLine`. */
export interface AddSessionLineResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `backgroundPoll`. */
export interface BackgroundPollResponse extends CommonResponse, ForeignAnswers {}

/** `ForeignAnswers` without `externalPayment`. */
export type ForeignAnswersWithoutExternalPayment = Omit<ForeignAnswers, "externalPayment">;

/** What may be answered to `cancelExternalPayment`. */
export interface CancelExternalPaymentResponse extends CommonResponse, ForeignAnswersWithoutExternalPayment {
  /** Tells the till how the running external payment stands. */
  externalPayment?: ExternalPaymentAnswer;
}

/** What may be answered to `cancelPayment`. */
export interface CancelPaymentResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `cancelSession`. */
export interface CancelSessionResponse extends CommonResponse, ForeignAnswers {}

/** `ForeignAnswers` without `receiptFooter`. */
export type ForeignAnswersWithoutReceiptFooter = Omit<ForeignAnswers, "receiptFooter">;

/** What may be answered to `completeSession`. */
export interface CompleteSessionResponse extends CommonResponse, ForeignAnswersWithoutReceiptFooter {
  /** One footer for the receipt, or a list of them. */
  receiptFooter?: Footer | Footer[];
}

/** What may be answered to `creditSession`. */
export interface CreditSessionResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `customAction`. */
export interface CustomActionResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `kitchenCompleteCourse`. */
export interface KitchenCompleteCourseResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `kitchenServeCourse`. */
export interface KitchenServeCourseResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `kitchenStartCourse`. */
export interface KitchenStartCourseResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `mergeSession`. */
export interface MergeSessionResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `pauseSession`. */
export interface PauseSessionResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `pollExternalPayment`. */
export interface PollExternalPaymentResponse extends CommonResponse, ForeignAnswersWithoutExternalPayment {
  /** Tells the till how the running external payment stands. */
  externalPayment?: ExternalPaymentAnswer;
}

/** `ForeignAnswers` without `billFooter`. */
export type ForeignAnswersWithoutBillFooter = Omit<ForeignAnswers, "billFooter">;

/** What may be answered to `printBill`. */
export interface PrintBillResponse extends CommonResponse, ForeignAnswersWithoutBillFooter {
  /** One footer for the bill, or a list of them. */
  billFooter?: Footer | Footer[];
}

/** What may be answered to `removeSessionLine`. */
export interface RemoveSessionLineResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `requestCancelExternalPayment`. */
export interface RequestCancelExternalPaymentResponse
  extends CommonResponse, ForeignAnswersWithoutExternalPayment {
  /** Tells the till how the running external payment stands. */
  externalPayment?: ExternalPaymentAnswer;
}

/** What may be answered to `resumeSession`. */
export interface ResumeSessionResponse extends CommonResponse, ForeignAnswers {}

/** `ForeignAnswers` without `scanCode`. */
export type ForeignAnswersWithoutScanCode = Omit<ForeignAnswers, "scanCode">;

/** What may be answered to `scanCode`. */
export interface ScanCodeResponse extends CommonResponse, ForeignAnswersWithoutScanCode {
  /** Says whether the scanned code is yours. */
  scanCode?: ScanCodeAnswer;
}

/** What may be answered to `selectRelation`. */
export interface SelectRelationResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `startExternalPayment`. */
export interface StartExternalPaymentResponse extends CommonResponse, ForeignAnswersWithoutExternalPayment {
  /** Tells the till how the running external payment stands. */
  externalPayment?: StartExternalPaymentAnswer;
}

/** What may be answered to `startPayment`. */
export interface StartPaymentResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `startSession`. */
export interface StartSessionResponse extends CommonResponse, ForeignAnswers {}

/** What may be answered to `updateSessionLine`. */
export interface UpdateSessionLineResponse extends CommonResponse, ForeignAnswers {}

/** A discount that the line has from the start. */
export interface AddedDiscount {
  /**
   * Your id of the discount. Make a new one and keep it: requests carry it with the line from then on.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  discountId?: string;
  /** A label for the discount. Better always sent. */
  discountDescription?: string;
  /** Discount in percent. Adds up with `discountAmount`. */
  discountPercentage?: number;
  /** Discount in euros. Adds up with `discountPercentage`. */
  discountAmount?: number;
  /** How much of the line's quantity gets the discount, such as 3 out of 5 pieces. */
  applyToQuantity?: number;
  /** Any word for the kind of discount; reports can be filtered by it. */
  discountType?: string;
}

/** Puts another text on the button of a custom action. */
export interface CustomActionChange {
  /** Id of the custom action, as set up in the till. */
  customActionId: string;
  /** The new text. */
  buttonCaption: string;
}

/** Shows options to choose from. Once the user has chosen, the same event comes again with the choice. */
export interface DialogAnswer {
  /** True makes the user choose. */
  required: boolean;
  /** True lets the user choose several options. */
  allowMultipleOptions: boolean;
  /** True makes the user confirm after choosing, so that a slip of the finger does no harm. */
  requireConfirmation?: boolean;
  /** Text at the top of the dialog. */
  dialogTitle: string;
  /**
   * Number of columns in which the options stand.
   *
   * @format integer
   */
  columns?: number;
  /** The options. */
  dialogOptions: DialogOption[];
}

/** One option of a dialog. */
export interface DialogOption {
  /**
   * Your number for the option. It comes back when the option is chosen.
   *
   * @format integer
   */
  optionId: number;
  /** Text on the option. */
  optionName: string;
  /** Colour of the option, hexadecimal. */
  optionColor?: string;
  /** Requires v59.3.4. */
  disabled?: never;
  /** Requires v59. */
  articleNumber?: never;
  /** Requires v59. */
  barcode?: never;
  /** Requires v59. */
  pluNumber?: never;
  /** Requires v59. */
  supplierArticleNumber?: never;
  /** Requires v59. */
  extArticleId?: never;
}

/** Shows a code to the customer, on the customer display. */
export interface DisplayBarcode {
  /** How to draw the code. */
  codeType: "barcode" | "rfid" | "qrcode";
  /** What the code holds. */
  code: string;
}

/** Says that you could not use the request. Goes with HTTP status 400. */
export interface ErrorAnswer {
  /** The kind of fault. */
  code: ErrorCode;
  /** The fault in words. */
  message: string;
}

/** Shows the user a card that was scanned outside the till. One without any property shows nothing. */
export interface ExternalCardScan {
  /** Your own id for the card. The till need not know it. */
  cardIdentifier?: string;
  /** Whose card it is, or what card. */
  cardDescription?: string;
  /** What the card holds now. */
  cardBalance?: number;
  /**
   * Until when the card can be used. Only shown; the till does not act on it.
   *
   * @format date or date-time
   */
  cardExpiration?: string;
  /** True shows the card as blocked. */
  cardBlocked?: boolean;
  /**
   * How long the card is shown, in place of the time set in the till. 0: until the next receipt.
   *
   * @format integer
   */
  displayTime?: number;
  /** True: `cardBalance` is what will be left after this transaction. */
  isNewBalance?: boolean;
}

/** A discount on a line that your system grants. */
export interface ExternalDiscountAnswer {
  /**
   * Your id of the discount. Make a new one and keep it: requests carry it with the line from then on, and
   * the vendor's API with the line of the receipt.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  discountId: string;
  /** A label for the discount. Better always sent. */
  discountDescription?: string;
  /** Discount in percent. Adds up with `discountAmount`. */
  discountPercentage?: number;
  /** Discount in euros. Adds up with `discountPercentage`. */
  discountAmount?: number;
  /** How much of the line's quantity gets the discount, such as 3 out of 5 pieces. */
  applyToQuantity?: number;
  /** Any word for the kind of discount; reports can be filtered by it. */
  discountType?: string;
}

/** Tells the till how the running external payment stands. */
export interface ExternalPaymentAnswer {
  /** Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red. */
  backgroundColor?: string;
  /**
   * The payment's id, as the request has it. Better always sent: the till checks that both mean the same
   * payment.
   *
   * @format uuid, normally
   */
  externalPaymentId?: string;
  /**
   * True: the payment has begun at your side. The payment does not go on from its start to polling before
   * this.
   */
  started?: boolean;
  /** True: the customer has paid. The payment ends, and the till books it. */
  confirmed?: boolean;
  /** True: the payment was cancelled or has failed. The payment ends, and the till books nothing. */
  cancelled?: boolean;
  /** What was really paid, in euros, if it differs from the amount asked for. */
  finalAmount?: number;
  /** Your reference of the transaction. The till keeps it with the payment. */
  externalTransactionReference?: string;
  /** Texts to print, such as the slip of a card terminal. */
  receiptTexts?: ReceiptText[];
  /** Brand or kind of the card used, kept with the payment. The till may group payments by it. */
  cardType?: string;
  /** Id of the terminal used, kept with the payment. The till may group payments by it. */
  terminalId?: string;
  /** The payment method that was used at your side, kept with the payment. */
  method?: string;
  /** Text for the cashier's screen. */
  message?: string;
  /** Text for the customer display. */
  customerMessage?: string;
  /**
   * Seconds for which both texts stay on screen at least.
   *
   * @format integer
   */
  displayTime?: number;
  /**
   * Seconds for which `message` stays on screen at least.
   *
   * @format integer
   */
  messageDisplayTime?: number;
  /**
   * Seconds after which `customerMessage` is gone: an upper limit, unlike the two other times.
   *
   * @format integer
   */
  customerMessageDisplayTime?: number;
  /** True leaves out the time that the till puts in front of a message. */
  hideTimestamp?: boolean;
  /** True first removes the messages that are on the cashier's screen. */
  clearScreen?: boolean;
  /** True first removes the message that is on the customer display. */
  clearCustomerScreen?: boolean;
  /** True uses a font with characters of equal width, so that columns line up. */
  monospacedFont?: boolean;
  /** Only for startExternalPayment. */
  requiresReceiptPrinter?: never;
}

/** Texts and a code to print at the bottom of a receipt or a bill. */
export interface Footer {
  /** Text above the code. A newline character starts a new line. */
  textBefore?: string;
  /**
   * The older name of `textBefore`.
   *
   * @deprecated use textBefore instead
   */
  text?: string;
  /** A code to print between the two texts. */
  barcode?: FooterBarcode;
  /** Text below the code. A newline character starts a new line. */
  textAfter?: string;
  /** True prints the footer on a slip of its own: the printer cuts the paper before it. */
  printSeparate?: boolean;
  /** Requires v59. */
  textBeforeOptions?: never;
  /** Requires v59. */
  textAfterOptions?: never;
}

/** A code to print between the two texts. */
export interface FooterBarcode {
  /** How to draw the code. Left out: `code128`. */
  codeType?: "code128" | "qrcode";
  /** What the code holds. Only characters that its type can carry. */
  code?: string;
}

/** A line to add: an article, or a mere text. */
export interface LineAddition {
  /**
   * Your id for the new line, by which you know it again. Left out: the till makes one.
   *
   * @format uuid, normally
   */
  lineId?: string;
  /** A reference of your own, to recognise the line later on. */
  extLine?: string;
  /**
   * Number of an article that the till has.
   *
   * @format int64
   */
  articleNumber?: number;
  /** Barcode of an article that the till has. */
  barcode?: string;
  /** PLU number of an article that the till has. */
  pluNumber?: string;
  /** The supplier's number of an article that the till has. */
  supplierArticleNumber?: string;
  /** Another system's id of an article that the till has. */
  extArticleId?: string;
  /** Price in euros, with VAT. Left out: the article's usual price. */
  priceIncl?: number;
  /** How many. Left out: 1. */
  quantity?: number;
  /** Text of the line. Left out: the article's own text. */
  text?: string;
  /** A discount that the line has from the start. */
  externalDiscount?: AddedDiscount;
}

/** A change to one line. */
export interface LineChange {
  /**
   * Id of the line to change, as in the request.
   *
   * @format uuid, normally
   */
  lineId: string;
  /** The discount that the line is to have. */
  externalDiscount?: ExternalDiscountAnswer;
}

/** A line to delete. */
export interface LineDeletion {
  /**
   * Id of the line to delete, as in the request.
   *
   * @format uuid, normally
   */
  lineId: string;
}

/** Text for the cashier's screen, the customer display or both. */
export interface Message {
  /** Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red. */
  backgroundColor?: string;
  /** Text for the cashier's screen. */
  message?: string;
  /** Text for the customer display. */
  customerMessage?: string;
  /**
   * Seconds for which both texts stay on screen at least.
   *
   * @format integer
   */
  displayTime?: number;
  /**
   * Seconds for which `message` stays on screen at least.
   *
   * @format integer
   */
  messageDisplayTime?: number;
  /**
   * Seconds after which `customerMessage` is gone: an upper limit, unlike the two other times.
   *
   * @format integer
   */
  customerMessageDisplayTime?: number;
  /** True leaves out the time that the till puts in front of a message. */
  hideTimestamp?: boolean;
  /** True first removes the messages that are on the cashier's screen. */
  clearScreen?: boolean;
  /** True first removes the message that is on the customer display. */
  clearCustomerScreen?: boolean;
  /** True uses a font with characters of equal width, so that columns line up. */
  monospacedFont?: boolean;
}

/**
 * Opens a web page at the client, or offers a link to it. A client that can do so sends `openUrl` in its
 * request.
 */
export interface OpenUrlAnswer {
  /**
   * Address of the page.
   *
   * @format uri, normally
   */
  url: string;
  /** True opens the page without a click of the user. */
  autoOpen?: boolean;
  /** Text of the link or button that opens the page, where it does not open by itself. */
  urlTitle?: string;
  /** True closes the page as soon as it leads to another domain. */
  closeOnDomainChange?: boolean;
  /**
   * Least width of the window, where the page opens in a popup.
   *
   * @format integer
   */
  minimumWidth?: number;
  /**
   * Least height of the window, where the page opens in a popup.
   *
   * @format integer
   */
  minimumHeight?: number;
}

/** Says whether the till is to go on asking, and what to show meanwhile. */
export interface PollingAnswer {
  /** True ends the polling. False makes the till send the request again at once. */
  finished: boolean;
  /** Text for the cashier's screen. */
  message?: string;
  /** Text for the customer display. */
  customerMessage?: string;
  /**
   * Seconds for which both texts stay on screen at least.
   *
   * @format integer
   */
  displayTime?: number;
  /**
   * Seconds for which `message` stays on screen at least.
   *
   * @format integer
   */
  messageDisplayTime?: number;
  /**
   * Seconds after which `customerMessage` is gone: an upper limit, unlike the two other times.
   *
   * @format integer
   */
  customerMessageDisplayTime?: number;
  /** True leaves out the time that the till puts in front of a message. */
  hideTimestamp?: boolean;
  /** True first removes the messages that are on the cashier's screen. */
  clearScreen?: boolean;
  /** True first removes the message that is on the customer display. */
  clearCustomerScreen?: boolean;
  /** True uses a font with characters of equal width, so that columns line up. */
  monospacedFont?: boolean;
}

/** The table that was paid for. */
export interface PrepaidTable {
  /**
   * Number of the table.
   *
   * @format integer
   */
  number: number;
  /**
   * Subnumber of the table.
   *
   * @format integer
   */
  subNumber?: number;
}

/** Books payments on the session of a table. */
export interface PrepayTable {
  /** The table that was paid for. */
  table: PrepaidTable;
  /**
   * Id of the session that the table has.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  sessionId: string;
  /** The payments to book. */
  payments: Prepayment[];
}

/** One payment to book. */
export interface Prepayment {
  /**
   * Your id for the payment. The till books the same id once only.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  paymentId: string;
  /** Amount paid, in euros. */
  amount: number;
  /** Payment method to book it under. Left out: the till's general method `WEBHOOK`. */
  method?: string;
}

/** One text to print. */
export interface ReceiptText {
  /** For whom it is printed. Left out: `cardholder`. */
  type?: ReceiptTextType;
  /** What to print. */
  text: string;
  /** True: the till asks the merchant to have it signed by the cardholder. */
  requiresSignature?: boolean;
}

/** Asks the till to run a custom action. No promise that it does. */
export interface RequestCustomAction {
  /** Id of the custom action, as set up in the till. */
  customActionId: string;
}

/** Asks the user to scan a code. */
export interface RequestScanCode {
  /** True: the user cannot go on without a scan. */
  required: boolean;
  /** Text that tells the user what to scan. */
  requestTitle: string;
}

/** Says whether the scanned code is yours. */
export interface ScanCodeAnswer {
  /** True claims the code: the till no longer searches its own data for it. */
  recognized: boolean;
  /**
   * Number of the relation that the till is to select.
   *
   * @format int64
   */
  relationNumber?: number;
  /** Text for the cashier's screen. */
  message?: string;
  /** Text for the customer display. */
  customerMessage?: string;
}

/** `ExternalPaymentAnswer` without `requiresReceiptPrinter`. */
export type ExternalPaymentAnswerWithoutRequiresReceiptPrinter = Omit<
  ExternalPaymentAnswer,
  "requiresReceiptPrinter"
>;

/**
 * Tells the till how the running external payment stands. This is the answer to `startExternalPayment`,
 * which may say more.
 */
export interface StartExternalPaymentAnswer extends ExternalPaymentAnswerWithoutRequiresReceiptPrinter {
  /** True: the payment can only succeed with a receipt printer. */
  requiresReceiptPrinter?: boolean;
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

/** Ends the compiler's sentences about what came later. */
export type OldestShop = "your oldest shop runs v48";

/** Why an answer may not have a property that is typed `never`, for the compiler to say it. */
export interface ForbiddenReasons {
  externalPayment: "is only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment";
  receiptFooter: "is only for completeSession";
  billFooter: "is only for printBill";
  scanCode: "is only for scanCode";
  form: `is there since v59; ${OldestShop}`;
  "dialog.dialogOptions[].disabled": `is there since v59.3.4; ${OldestShop}`;
  "dialog.dialogOptions[].articleNumber": `is there since v59; ${OldestShop}`;
  "dialog.dialogOptions[].barcode": `is there since v59; ${OldestShop}`;
  "dialog.dialogOptions[].pluNumber": `is there since v59; ${OldestShop}`;
  "dialog.dialogOptions[].supplierArticleNumber": `is there since v59; ${OldestShop}`;
  "dialog.dialogOptions[].extArticleId": `is there since v59; ${OldestShop}`;
  "externalPayment.requiresReceiptPrinter": "is only for startExternalPayment";
  "receiptFooter.textBeforeOptions": `is there since v59; ${OldestShop}`;
  "receiptFooter.textAfterOptions": `is there since v59; ${OldestShop}`;
  "receiptFooter[].textBeforeOptions": `is there since v59; ${OldestShop}`;
  "receiptFooter[].textAfterOptions": `is there since v59; ${OldestShop}`;
  "billFooter.textBeforeOptions": `is there since v59; ${OldestShop}`;
  "billFooter.textAfterOptions": `is there since v59; ${OldestShop}`;
  "billFooter[].textBeforeOptions": `is there since v59; ${OldestShop}`;
  "billFooter[].textAfterOptions": `is there since v59; ${OldestShop}`;
}
