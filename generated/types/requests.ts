// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { DeviceType, ErrorCode, ProductName, ScanCodeType } from "./index.js";

/** What every request carries. */
export interface CommonRequest {
  /** When and how the event was sent. The event's name is not in here: it is the end of the URL. */
  event: EventInfo;
  /** The till, or the program in its place, that sent the event. */
  sender: Sender;
  /**
   * The user's choice in the dialog that you answered with; the rest of the request is the original event
   * once more.
   */
  dialog?: Dialog;
  /**
   * What the user did with the form that you answered with; the rest of the request is the original event
   * once more.
   *
   * @since v59
   */
  form?: Form;
  /** Present when the client can open web pages: what to heed when you answer with `openUrl`. */
  openUrl?: OpenUrl;
}

/** What the POS sends for `addSessionLine`. */
export interface AddSessionLineRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
  /** What was added to the sale. */
  addSessionLine: AddSessionLine;
}

/** What the POS sends for `backgroundPoll`. */
export type BackgroundPollRequest = CommonRequest;

/** What the POS sends for `cancelExternalPayment`. */
export interface CancelExternalPaymentRequest extends CommonRequest {
  /** The sale that the event is about. */
  session?: Session;
  /** The external payment that the event is about. */
  externalPayment: ExternalPayment;
}

/** What the POS sends for `cancelPayment`. */
export interface CancelPaymentRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
}

/** What the POS sends for `cancelSession`. */
export interface CancelSessionRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
}

/** What the POS sends for `completeSession`. */
export interface CompleteSessionRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: CompleteSessionSession;
  /** How the sale was paid. */
  completeSession?: CompleteSession;
}

/** What the POS sends for `creditSession`. */
export interface CreditSessionRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
}

/** What the POS sends for `customAction`. */
export interface CustomActionRequest extends CommonRequest {
  /** The sale that the event is about. */
  session?: Session;
  /** The custom action button that was pressed. */
  customAction: CustomAction;
}

/** What the POS sends for `kitchenCompleteCourse`. */
export interface KitchenCompleteCourseRequest extends CommonRequest {
  /** The course that the kitchen is working on. */
  course: Course;
  /** The table that the course is for. */
  table?: Table;
  /** The table order that the course belongs to. */
  tableOrder?: TableOrder;
  /** The cafeteria order that the course belongs to. */
  cafeteriaOrder?: CafeteriaOrder;
  /** An order. The vendor names the object but none of its properties, nor an event that carries it. */
  order?: Order;
}

/** What the POS sends for `kitchenServeCourse`. */
export interface KitchenServeCourseRequest extends CommonRequest {
  /** The course that the kitchen is working on. */
  course: Course;
  /** The table that the course is for. */
  table?: Table;
  /** The table order that the course belongs to. */
  tableOrder?: TableOrder;
  /** The cafeteria order that the course belongs to. */
  cafeteriaOrder?: CafeteriaOrder;
  /** An order. The vendor names the object but none of its properties, nor an event that carries it. */
  order?: Order;
}

/** What the POS sends for `kitchenStartCourse`. */
export interface KitchenStartCourseRequest extends CommonRequest {
  /** The course that the kitchen is working on. */
  course: Course;
  /** The table that the course is for. */
  table?: Table;
  /** The table order that the course belongs to. */
  tableOrder?: TableOrder;
  /** The cafeteria order that the course belongs to. */
  cafeteriaOrder?: CafeteriaOrder;
  /** An order. The vendor names the object but none of its properties, nor an event that carries it. */
  order?: Order;
}

/** What the POS sends for `mergeSession`. */
export interface MergeSessionRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
  /** Where the sale went. */
  mergeSession: MergeSession;
}

/** What the POS sends for `pauseSession`. */
export interface PauseSessionRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
}

/** What the POS sends for `pollExternalPayment`. */
export interface PollExternalPaymentRequest extends CommonRequest {
  /** The sale that the event is about. */
  session?: Session;
  /** The external payment that the event is about. */
  externalPayment: ExternalPayment;
}

/** What the POS sends for `printBill`. */
export interface PrintBillRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
  /** Earlier payments on the bill. The vendor names the object but none of its properties. */
  printBill?: PrintBill;
}

/** What the POS sends for `removeSessionLine`. */
export interface RemoveSessionLineRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
  /** What was taken out of the sale. */
  removeSessionLine: RemoveSessionLine;
}

/** What the POS sends for `requestCancelExternalPayment`. */
export interface RequestCancelExternalPaymentRequest extends CommonRequest {
  /** The sale that the event is about. */
  session?: Session;
  /** The external payment that the event is about. */
  externalPayment: ExternalPayment;
}

/** What the POS sends for `resumeSession`. */
export interface ResumeSessionRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
}

/** What the POS sends for `scanCode`. */
export interface ScanCodeRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
  /** A code, as the till read it. */
  scanCode: ScanCode;
}

/** What the POS sends for `selectRelation`. */
export interface SelectRelationRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
  /** The relation that is selected now; null, or an object with a null in it, when it was deselected. */
  selectRelation: SelectRelation | null;
}

/** What the POS sends for `startExternalPayment`. */
export interface StartExternalPaymentRequest extends CommonRequest {
  /** The sale that the event is about. */
  session?: Session;
  /** The external payment that the event is about. */
  externalPayment: ExternalPayment;
}

/** What the POS sends for `startPayment`. */
export interface StartPaymentRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
}

/** What the POS sends for `startSession`. */
export interface StartSessionRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
}

/** What the POS sends for `updateSessionLine`. */
export interface UpdateSessionLineRequest extends CommonRequest {
  /** The sale that the event is about. */
  session?: Session;
  /** What was changed in the sale. */
  updateSessionLine?: UpdateSessionLine;
}

/** Posted to the URL of the event whose answer the POS could not use. */
export interface ErrorRequest {
  /** What the POS could not accept in your answer. */
  error: WebhookError;
  /** The details of the event that you answered. */
  original: OriginalRequest;
  /** When and how the event was sent. The event's name is not in here: it is the end of the URL. */
  event?: EventInfo;
  /** The till, or the program in its place, that sent the event. */
  sender?: Sender;
}

/** What was added to the sale. */
export interface AddSessionLine {
  /** The line that was added. */
  line: SessionLine;
}

/** The cafeteria order that the course belongs to. */
export interface CafeteriaOrder {
  /**
   * Made by the POS; identifies the order.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  orderId: string;
  /**
   * Year of the order.
   *
   * @format integer
   */
  year?: number;
  /**
   * Number of the order.
   *
   * @format integer
   */
  number?: number;
  /**
   * Number on the ticket, usually the last two digits of `number`.
   *
   * @format integer
   */
  ticketNumber?: number;
}

/** How the sale was paid. */
export interface CompleteSession {
  /** Payments of the closing transaction only: `session.payments` has the earlier prepayments as well. */
  payments: Payment[];
}

/** `Session` without `sessionId`. */
export type SessionWithoutSessionId = Omit<Session, "sessionId">;

/** The sale that the event is about. In `completeSession`, `sessionId` may be missing. */
export interface CompleteSessionSession extends SessionWithoutSessionId {
  /**
   * Made by the POS; the same in every event of one sale.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  sessionId?: string;
}

/** The course that the kitchen is working on. */
export interface Course {
  /**
   * Number of the course in the POS.
   *
   * @format integer
   */
  courseNumber: number;
  /** Name of the course. */
  name: string;
  /** Short form of the name. */
  abbreviation: string;
  /**
   * Place of the course among the others.
   *
   * @format integer
   */
  sequenceNumber?: number;
  /**
   * How long preparation should take.
   *
   * @format integer
   */
  expectedPreparationTime?: number;
  /**
   * How long preparation took; known when the course is complete.
   *
   * @format integer
   */
  actualPreparationTime?: number;
}

/** The custom action button that was pressed. */
export interface CustomAction {
  /** Id of the button, as it was set up in the POS. */
  customActionId: string;
  /** Caption of the button, as it was set up in the POS. The answer `customActionChange` changes it. */
  buttonCaption?: string;
  /**
   * True when nobody pressed the button: the POS is starting up, and the button can be given its first
   * state.
   */
  onStartup?: boolean;
  /**
   * True when the button was held down rather than clicked.
   *
   * @since v59.3.4
   */
  longClick?: boolean;
  /** The number on the POS's numpad at that moment. */
  numpadValue?: number;
}

/**
 * The user's choice in the dialog that you answered with; the rest of the request is the original event
 * once more.
 */
export interface Dialog {
  /** The `optionId` of each chosen option. Empty when none was chosen. */
  selectedDialogOptionIds: number[];
}

/** When and how the event was sent. The event's name is not in here: it is the end of the URL. */
export interface EventInfo {
  /** True when the POS waits for the answer. */
  eventBlocking: boolean;
  /**
   * True when the POS sends the event over and over until an answer's `polling.finished` is true. The
   * subscription says which events poll.
   */
  eventPolling?: boolean;
  /**
   * A number that rises from event to event. It may start over, so it is not unique by itself.
   *
   * @format integer
   */
  eventCounter: number;
  /**
   * When the event happened: a time with milliseconds and an offset from UTC.
   *
   * @format date-time
   */
  eventTimestamp: string;
}

/** A discount that a webhook gave to the line. A line normally has either this or a discount of the POS. */
export interface ExternalDiscount {
  /**
   * The id of the discount. The receiver that gave the discount made this id. That receiver need not be
   * you: a shop may have several.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  discountId?: string;
  /** The label of the discount. */
  discountDescription?: string;
  /** In percent; it counts on top of `discountAmount`. */
  discountPercentage?: number;
  /** In euros; it counts on top of `discountPercentage`. */
  discountAmount?: number;
  /** The kind of discount, by which reports can be filtered. */
  discountType?: string;
}

/** The external payment that the event is about. */
export interface ExternalPayment {
  /**
   * Made by the POS, one for each payment. Send it back in your answers.
   *
   * @format uuid, normally
   */
  externalPaymentId: string;
  /** What there is to pay, in euros with decimals. */
  amount: number;
  /** Name of the payment method in the POS that is linked to webhooks, such as `K_WEBHOOK`. */
  method: string;
  /**
   * When it is there, call it once the payment's outcome is final: the POS can then go on sooner. Its
   * response does not matter.
   *
   * @since v56
   * @format uri
   */
  callbackUrl?: string;
}

/**
 * What the user did with the form that you answered with; the rest of the request is the original event
 * once more.
 *
 * @since v59
 */
export interface Form {
  /** The id that you gave to the form. */
  id: string;
  /** True when the user expressly cancelled the form. */
  cancelled?: boolean;
  /** What was entered, a field each. */
  fields?: FormFieldValue[];
}

/**
 * What was entered in one field of a form.
 *
 * @since v59
 */
export interface FormFieldValue {
  /** The id that you gave to the field. */
  id: string;
  /** The entry as a string, also for numbers, dates and checkboxes. */
  value?: string;
  /** The ids of the chosen options of a select field. */
  selected?: string[];
}

/** Where the sale went. */
export interface MergeSession {
  /**
   * The session that lives on, now with the contents of `session`.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  mergeWithSessionId: string;
}

/** Present when the client can open web pages: what to heed when you answer with `openUrl`. */
export interface OpenUrl {
  /**
   * Where your page should lead at the end, if it takes the user to other addresses.
   *
   * @format uri
   */
  redirectUrl: string;
}

/** An order. The vendor names the object but none of its properties, nor an event that carries it. */
export type Order = Record<string, unknown>;

/** The details of the event that you answered. */
export type OriginalRequest = Record<string, unknown>;

/** One entry of what was paid: a method and its share. */
export interface Payment {
  /** In euros. */
  amount: number;
  /** Name of the payment method, for people. */
  description: string;
  /** Id of the payment method, for programs. */
  method: string;
}

/** Earlier payments on the bill. The vendor names the object but none of its properties. */
export type PrintBill = Record<string, unknown>;

/**
 * A relation of the shop, such as a customer. More properties than these may come: the vendor promises
 * its full details without naming them.
 */
export interface Relation {
  /**
   * Number of the relation in the POS.
   *
   * @format int64
   */
  relationNumber?: number;
  /** Name of the relation. */
  name?: string;
  [k: string]: unknown;
}

/** What was taken out of the sale. */
export interface RemoveSessionLine {
  /** The line that was removed. */
  line: SessionLine;
}

/** A code, as the till read it. */
export interface ScanCode {
  /** The code as text. */
  scannedCode: string;
  /** What kind of code it is. */
  codeType: ScanCodeType;
}

/** The relation that is selected now; null, or an object with a null in it, when it was deselected. */
export interface SelectRelation {
  /** The selected relation; null when it was deselected. */
  relation: Relation | null;
}

/** The till, or the program in its place, that sent the event. */
export interface Sender {
  /**
   * The branch that the workplace belongs to.
   *
   * @format integer
   */
  branchNumber: number;
  /**
   * The workplace within the branch.
   *
   * @format integer
   */
  workplaceNumber: number;
  /**
   * Made by the POS anew at each of its starts.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  instanceId?: string;
  /**
   * Whether the till shows its payment screen. startPayment tells when it opens, cancelPayment when it
   * closes unpaid.
   */
  paymentStarted?: boolean;
  /** The program that sent the event. */
  productName?: ProductName;
  /**
   * The employee at the till.
   *
   * @format integer
   */
  employeeNumber?: number;
  /** Name of the browser. Only when one of the vendor's web apps sent the event. */
  browserFamily?: string;
  /** Version of the browser. Only when one of the vendor's web apps sent the event. */
  browserVersion?: string;
  /** Kind of device that the browser runs on. Only when one of the vendor's web apps sent the event. */
  deviceType?: DeviceType;
  /** Name of the platform, or operating system. Only when one of the vendor's web apps sent the event. */
  platformFamily?: string;
  /** Version of the platform. Only when one of the vendor's web apps sent the event. */
  platformVersion?: string;
  /**
   * Whether a receipt printer is set up at this workplace.
   *
   * @since v57
   */
  hasReceiptPrinter?: boolean;
}

/** The sale that the event is about. */
export interface Session {
  /**
   * Made by the POS; the same in every event of one sale.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  sessionId: string;
  /** The table that the sale is on, if it is on one. */
  table?: SessionTable;
  /**
   * What is being sold, a line for each entry. May be missing from events that say little, such as
   * startSession.
   */
  lines?: SessionLine[];
  /** All payments of the sale so far, including prepayments. */
  payments?: Payment[];
  /** The relation that is selected for the sale. Absent when there is none. */
  relation?: Relation;
  /** Total of the sale including VAT, in euros. */
  totalInclAmount?: number;
}

/** One line of a sale. */
export interface SessionLine {
  /**
   * Identifies the line. Made by the POS, or by you when you added the line with an id.
   *
   * @format uuid, normally
   */
  lineId: string;
  /**
   * The article, by its number in the POS. Absent on a line that is text only.
   *
   * @format int64
   */
  articleNumber?: number;
  /** Price including VAT, in euros with decimals. */
  priceIncl?: number;
  /** How many are sold. Need not be a whole number. */
  quantity?: number;
  /** What the line says; on a text line, all that it has. */
  text: string;
  /** Discount that the POS itself gives, in percent; it counts on top of `discountAmount`. */
  discountPercentage?: number;
  /** Discount that the POS itself gives, in euros; it counts on top of `discountPercentage`. */
  discountAmount?: number;
  /** The article, by its supplier's number. Absent when the POS has none. */
  supplierArticleNumber?: string;
  /** The article, by its PLU number. Absent when it has none. */
  pluNumber?: string;
  /** The article, by its id in another system. Absent when it has none. */
  extArticleId?: string;
  /** A discount that a webhook gave to the line. A line normally has either this or a discount of the POS. */
  externalDiscount?: ExternalDiscount;
}

/** A table, by its numbers. */
export interface SessionTable {
  /**
   * Number of the table.
   *
   * @format int64
   */
  number?: number;
  /**
   * Sub-number within the table.
   *
   * @format int64
   */
  subNumber?: number;
}

/** The table that the course is for. */
export interface Table {
  /** Name of the table. */
  tableName?: string;
  /**
   * How many people are at the table.
   *
   * @format integer
   */
  numberOfGuests?: number;
  /**
   * Number of the table.
   *
   * @format int64
   */
  number?: number;
  /**
   * Sub-number within the table.
   *
   * @format int64
   */
  subNumber?: number;
}

/** The table order that the course belongs to. */
export interface TableOrder {
  /**
   * Made by the POS; identifies the order.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  orderId: string;
  /**
   * Year of the order.
   *
   * @format integer
   */
  year?: number;
  /**
   * Number of the order.
   *
   * @format integer
   */
  number?: number;
}

/** What was changed in the sale. */
export interface UpdateSessionLine {
  /** The line, as it is after the change. */
  line?: SessionLine;
}

/** What the POS could not accept in your answer. */
export interface WebhookError {
  /**
   * What went wrong with a request or an answer. Other codes may come: the list we know has no end, and
   * receivers may make up their own.
   */
  code: ErrorCode;
  /** The cause in words, for a log. */
  message: string;
}

/** What the POS sends, by event. */
export interface WebhookRequests {
  /**
   * A line was added to the sale.
   * Answer: `AddSessionLineResponse`. Documented here: `error`, `dialog`, `lineChanges` and `polling`.
   * Documented for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  addSessionLine: AddSessionLineRequest;
  /**
   * The till asks in the background whether you have news. This event is always blocking and polling (long
   * polling): the next request follows each answer at once, as long as the POS program runs. What an answer
   * shows appears on the POS and on the customer display. There is no session.
   * Answer: `BackgroundPollResponse`. Documented here: `error`, `externalCardScan` and `polling`. Not known
   * here: all others. See https://developers.mpluskassa.nl
   */
  backgroundPoll: BackgroundPollRequest;
  /**
   * The external payment is cancelled. This is the last step of the payment.
   * Answer: `CancelExternalPaymentResponse`. Documented here: `externalPayment`, `error` and `dialog`.
   * Documented for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  cancelExternalPayment: CancelExternalPaymentRequest;
  /**
   * The payment was cancelled. The till leaves the payment screen.
   * Answer: `CancelPaymentResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  cancelPayment: CancelPaymentRequest;
  /**
   * The sale was cancelled. Its session id is not used again.
   * Answer: `CancelSessionResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  cancelSession: CancelSessionRequest;
  /**
   * The sale was paid and closed. Its session id may come back if the sale is credited later.
   * Answer: `CompleteSessionResponse`. Documented here: `receiptFooter`, `error`, `dialog` and `polling`.
   * Documented for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  completeSession: CompleteSessionRequest;
  /**
   * A completed sale was credited. `session` has the final details of the credited sale; the signs of its
   * amounts, and whether a sale can be credited in part, are not documented. The session id is not used
   * again after this.
   * Answer: `CreditSessionResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  creditSession: CreditSessionRequest;
  /**
   * The user pressed a custom action button; or the POS is starting, and you can give its buttons their
   * first state.
   * Answer: `CustomActionResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  customAction: CustomActionRequest;
  /**
   * The kitchen has finished a course.
   * Answer: `KitchenCompleteCourseResponse`. Documented here: `error`, `dialog` and `polling`. Documented
   * for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  kitchenCompleteCourse: KitchenCompleteCourseRequest;
  /**
   * A course is served.
   * Answer: `KitchenServeCourseResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  kitchenServeCourse: KitchenServeCourseRequest;
  /**
   * The kitchen starts a course.
   * Answer: `KitchenStartCourseResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  kitchenStartCourse: KitchenStartCourseRequest;
  /**
   * Two sales became one sale. The sale in `session` ends here. Its contents are now in the session that
   * `mergeSession` names.
   * Answer: `MergeSessionResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  mergeSession: MergeSessionRequest;
  /**
   * The sale is set aside: in the queue, on a table or elsewhere in the background.
   * Answer: `PauseSessionResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  pauseSession: PauseSessionRequest;
  /**
   * The POS asks whether the external payment is paid. The POS asks again until an answer says `confirmed`
   * or `cancelled`.
   * Answer: `PollExternalPaymentResponse`. Documented here: `externalPayment`, `error` and `dialog`.
   * Documented for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  pollExternalPayment: PollExternalPaymentRequest;
  /**
   * A bill is printed for the session. A bill is not a receipt and books nothing. One session can have
   * several bills.
   * Answer: `PrintBillResponse`. Documented here: `billFooter`, `error`, `dialog` and `polling`. Documented
   * for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  printBill: PrintBillRequest;
  /**
   * A line was removed from the sale. `session` may have nothing but its id.
   * Answer: `RemoveSessionLineResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  removeSessionLine: RemoveSessionLineRequest;
  /**
   * Staff ask, at the till, to cancel the running external payment. The vendor calls this an optional step.
   * Answer: `RequestCancelExternalPaymentResponse`. Documented here: `externalPayment`, `error` and
   * `dialog`. Documented for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  requestCancelExternalPayment: RequestCancelExternalPaymentRequest;
  /**
   * A sale that was set aside is resumed.
   * Answer: `ResumeSessionResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  resumeSession: ResumeSessionRequest;
  /**
   * A code was scanned at the till. If the subscription has code triggers, the till sends only codes that
   * match a trigger.
   * Answer: `ScanCodeResponse`. Documented here: `scanCode`, `error`, `dialog`, `lineChanges` and
   * `polling`. Documented for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  scanCode: ScanCodeRequest;
  /**
   * A relation, such as a customer, was selected for the sale or deselected again: by hand, or by something
   * like the scan of a card.
   * Answer: `SelectRelationResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  selectRelation: SelectRelationRequest;
  /**
   * The cashier chose a payment method that is linked to webhooks. Start the payment.
   * Answer: `StartExternalPaymentResponse`. Documented here: `externalPayment`, `error` and `dialog`.
   * Documented for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  startExternalPayment: StartExternalPaymentRequest;
  /**
   * The till goes to the payment screen.
   * Answer: `StartPaymentResponse`. Documented here: `error`, `dialog`, `lineChanges` and `polling`.
   * Documented for webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  startPayment: StartPaymentRequest;
  /**
   * A new sale begins at the till. `session` may have nothing but its id yet.
   * Answer: `StartSessionResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  startSession: StartSessionRequest;
  /**
   * A line of the sale was changed.
   * Answer: `UpdateSessionLineResponse`. Documented here: `error`, `dialog` and `polling`. Documented for
   * webhooks in general: all others. See https://developers.mpluskassa.nl
   */
  updateSessionLine: UpdateSessionLineRequest;
}
