// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as z from "zod";
import * as request from "./request.js";
import { deviceTypeSchema, errorCodeSchema, productNameSchema, scanCodeTypeSchema } from "./enums.js";

/** A discount that a webhook gave to the line. A line normally has either this or a discount of the POS. */
export const externalDiscountSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * The id of the discount. The receiver that gave the discount made this id. That receiver need not be
   * you: a shop may have several.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  discountId: request.optional(z.string()),
  /** The label of the discount. */
  discountDescription: request.optional(z.string()),
  /** In percent; it counts on top of `discountAmount`. */
  discountPercentage: request.optional(z.number()),
  /** In euros; it counts on top of `discountPercentage`. */
  discountAmount: request.optional(z.number()),
  /** The kind of discount, by which reports can be filtered. */
  discountType: request.lenient(z.string()),
}));

/** One line of a sale. */
export const sessionLineSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * Identifies the line. Made by the POS, or by you when you added the line with an id.
   *
   * @format uuid, normally
   */
  lineId: z.string(),
  /**
   * The article, by its number in the POS. Absent on a line that is text only.
   *
   * @format int64
   */
  articleNumber: request.optional(z.int()),
  /** Price including VAT, in euros with decimals. */
  priceIncl: request.optional(z.number()),
  /** How many are sold. Need not be a whole number. */
  quantity: request.optional(z.number()),
  /** What the line says; on a text line, all that it has. */
  text: z.string(),
  /** Discount that the POS itself gives, in percent; it counts on top of `discountAmount`. */
  discountPercentage: request.optional(z.number()),
  /** Discount that the POS itself gives, in euros; it counts on top of `discountPercentage`. */
  discountAmount: request.optional(z.number()),
  /** The article, by its supplier's number. Absent when the POS has none. */
  supplierArticleNumber: request.optional(z.string()),
  /** The article, by its PLU number. Absent when it has none. */
  pluNumber: request.optional(z.string()),
  /** The article, by its id in another system. Absent when it has none. */
  extArticleId: request.optional(z.string()),
  /** A discount that a webhook gave to the line. A line normally has either this or a discount of the POS. */
  externalDiscount: request.lenient(externalDiscountSchema),
}));

/** What was added to the sale. */
export const addSessionLineSchema = /* @__PURE__ */ request.object(
  () => ({
    /** The line that was added. */
    line: sessionLineSchema,
  }),
  { inlined: { property: "line", inner: sessionLineSchema } },
);

/** The cafeteria order that the course belongs to. */
export const cafeteriaOrderSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * Made by the POS; identifies the order.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  orderId: z.string(),
  /**
   * Year of the order.
   *
   * @format integer
   */
  year: request.lenient(z.int()),
  /**
   * Number of the order.
   *
   * @format integer
   */
  number: request.lenient(z.int()),
  /**
   * Number on the ticket, usually the last two digits of `number`.
   *
   * @format integer
   */
  ticketNumber: request.lenient(z.int()),
}));

/** One entry of what was paid: a method and its share. */
export const paymentSchema = /* @__PURE__ */ request.object(() => ({
  /** In euros. */
  amount: z.number(),
  /** Name of the payment method, for people. */
  description: z.string(),
  /** Id of the payment method, for programs. */
  method: z.string(),
}));

/** How the sale was paid. */
export const completeSessionSchema = /* @__PURE__ */ request.object(() => ({
  /** Payments of the closing transaction only: `session.payments` has the earlier prepayments as well. */
  payments: z.array(paymentSchema),
}));

/**
 * A relation of the shop, such as a customer. More properties than these may come: the vendor promises
 * its full details without naming them.
 */
export const relationSchema = /* @__PURE__ */ request.openObject(() => ({
  /**
   * Number of the relation in the POS.
   *
   * @format int64
   */
  relationNumber: request.optional(z.int()),
  /** Name of the relation. */
  name: request.optional(z.string()),
}));

/** A table, by its numbers. */
export const sessionTableSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * Number of the table.
   *
   * @format int64
   */
  number: request.optional(z.int()),
  /**
   * Sub-number within the table.
   *
   * @format int64
   */
  subNumber: request.optional(z.int()),
}));

/** The sale that the event is about. In `completeSession`, `sessionId` may be missing. */
export const completeSessionSessionSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * Made by the POS; the same in every event of one sale.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  sessionId: request.optional(z.string()),
  /** The table that the sale is on, if it is on one. */
  table: request.optional(sessionTableSchema),
  /**
   * What is being sold, a line for each entry. May be missing from events that say little, such as
   * startSession.
   */
  lines: request.optional(z.array(sessionLineSchema)),
  /** All payments of the sale so far, including prepayments. */
  payments: request.optional(z.array(paymentSchema)),
  /** The relation that is selected for the sale. Absent when there is none. */
  relation: request.lenient(relationSchema),
  /** Total of the sale including VAT, in euros. */
  totalInclAmount: request.lenient(z.number()),
}));

/** The course that the kitchen is working on. */
export const courseSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * Number of the course in the POS.
   *
   * @format integer
   */
  courseNumber: z.int(),
  /** Name of the course. */
  name: z.string(),
  /** Short form of the name. */
  abbreviation: z.string(),
  /**
   * Place of the course among the others.
   *
   * @format integer
   */
  sequenceNumber: request.lenient(z.int()),
  /**
   * How long preparation should take.
   *
   * @format integer
   */
  expectedPreparationTime: request.lenient(z.int()),
  /**
   * How long preparation took; known when the course is complete.
   *
   * @format integer
   */
  actualPreparationTime: request.lenient(z.int()),
}));

/** The custom action button that was pressed. */
export const customActionSchema = /* @__PURE__ */ request.object(() => ({
  /** Id of the button, as it was set up in the POS. */
  customActionId: z.string(),
  /** Caption of the button, as it was set up in the POS. The answer `customActionChange` changes it. */
  buttonCaption: request.optional(z.string()),
  /**
   * True when nobody pressed the button: the POS is starting up, and the button can be given its first
   * state.
   */
  onStartup: request.optional(z.boolean()),
  /**
   * True when the button was held down rather than clicked.
   *
   * @since v59.3.4
   */
  longClick: request.optional(z.boolean()),
  /** The number on the POS's numpad at that moment. */
  numpadValue: request.optional(z.number()),
}));

/**
 * The user's choice in the dialog that you answered with; the rest of the request is the original event
 * once more.
 */
export const dialogSchema = /* @__PURE__ */ request.object(() => ({
  /** The `optionId` of each chosen option. Empty when none was chosen. */
  selectedDialogOptionIds: z.array(z.int()),
}));

/** When and how the event was sent. The event's name is not in here: it is the end of the URL. */
export const eventInfoSchema = /* @__PURE__ */ request.object(() => ({
  /** True when the POS waits for the answer. */
  eventBlocking: z.boolean(),
  /**
   * True when the POS sends the event over and over until an answer's `polling.finished` is true. The
   * subscription says which events poll.
   */
  eventPolling: request.optional(z.boolean()),
  /**
   * A number that rises from event to event. It may start over, so it is not unique by itself.
   *
   * @format integer
   */
  eventCounter: z.int(),
  /**
   * When the event happened: a time with milliseconds and an offset from UTC.
   *
   * @format date-time
   */
  eventTimestamp: z.string(),
}));

/** The external payment that the event is about. */
export const externalPaymentSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * Made by the POS, one for each payment. Send it back in your answers.
   *
   * @format uuid, normally
   */
  externalPaymentId: z.string(),
  /** What there is to pay, in euros with decimals. */
  amount: z.number(),
  /** Name of the payment method in the POS that is linked to webhooks, such as `K_WEBHOOK`. */
  method: z.string(),
  /**
   * When it is there, call it once the payment's outcome is final: the POS can then go on sooner. Its
   * response does not matter.
   *
   * @since v56
   * @format uri
   */
  callbackUrl: request.optional(z.string()),
}));

/**
 * What was entered in one field of a form.
 *
 * @since v59
 */
export const formFieldValueSchema = /* @__PURE__ */ request.object(() => ({
  /** The id that you gave to the field. */
  id: z.string(),
  /** The entry as a string, also for numbers, dates and checkboxes. */
  value: request.optional(z.string()),
  /** The ids of the chosen options of a select field. */
  selected: request.optional(z.array(z.string())),
}));

/**
 * What the user did with the form that you answered with; the rest of the request is the original event
 * once more.
 *
 * @since v59
 */
export const formSchema = /* @__PURE__ */ request.object(() => ({
  /** The id that you gave to the form. */
  id: z.string(),
  /** True when the user expressly cancelled the form. */
  cancelled: request.optional(z.boolean()),
  /** What was entered, a field each. */
  fields: request.optional(z.array(formFieldValueSchema)),
}));

/** Where the sale went. */
export const mergeSessionSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * The session that lives on, now with the contents of `session`.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  mergeWithSessionId: z.string(),
}));

/** Present when the client can open web pages: what to heed when you answer with `openUrl`. */
export const openUrlSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * Where your page should lead at the end, if it takes the user to other addresses.
   *
   * @format uri
   */
  redirectUrl: z.string(),
}));

/** An order. The vendor names the object but none of its properties, nor an event that carries it. */
export const orderSchema = /* @__PURE__ */ request.openObject(() => ({}));

/** The details of the event that you answered. */
export const originalRequestSchema = /* @__PURE__ */ request.openObject(() => ({}));

/** Earlier payments on the bill. The vendor names the object but none of its properties. */
export const printBillSchema = /* @__PURE__ */ request.openObject(() => ({}));

/** What was taken out of the sale. */
export const removeSessionLineSchema = /* @__PURE__ */ request.object(
  () => ({
    /** The line that was removed. */
    line: sessionLineSchema,
  }),
  { inlined: { property: "line", inner: sessionLineSchema } },
);

/** A code, as the till read it. */
export const scanCodeSchema = /* @__PURE__ */ request.object(() => ({
  /** The code as text. */
  scannedCode: z.string(),
  /** What kind of code it is. */
  codeType: scanCodeTypeSchema,
}));

/** The relation that is selected now; null, or an object with a null in it, when it was deselected. */
export const selectRelationSchema = /* @__PURE__ */ request.object(
  () => ({
    /** The selected relation; null when it was deselected. */
    relation: relationSchema.nullable(),
  }),
  { inlined: { property: "relation", inner: relationSchema, nullable: true } },
);

/** The till, or the program in its place, that sent the event. */
export const senderSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * The branch that the workplace belongs to.
   *
   * @format integer
   */
  branchNumber: z.int(),
  /**
   * The workplace within the branch.
   *
   * @format integer
   */
  workplaceNumber: z.int(),
  /**
   * Made by the POS anew at each of its starts.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  instanceId: request.optional(z.string()),
  /**
   * Whether the till shows its payment screen. startPayment tells when it opens, cancelPayment when it
   * closes unpaid.
   */
  paymentStarted: request.optional(z.boolean()),
  /** The program that sent the event. */
  productName: request.optional(productNameSchema),
  /**
   * The employee at the till.
   *
   * @format integer
   */
  employeeNumber: request.lenient(z.int()),
  /** Name of the browser. Only when one of the vendor's web apps sent the event. */
  browserFamily: request.optional(z.string()),
  /** Version of the browser. Only when one of the vendor's web apps sent the event. */
  browserVersion: request.optional(z.string()),
  /** Kind of device that the browser runs on. Only when one of the vendor's web apps sent the event. */
  deviceType: request.optional(deviceTypeSchema),
  /** Name of the platform, or operating system. Only when one of the vendor's web apps sent the event. */
  platformFamily: request.optional(z.string()),
  /** Version of the platform. Only when one of the vendor's web apps sent the event. */
  platformVersion: request.optional(z.string()),
  /**
   * Whether a receipt printer is set up at this workplace.
   *
   * @since v57
   */
  hasReceiptPrinter: request.optional(z.boolean()),
}));

/** The sale that the event is about. */
export const sessionSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * Made by the POS; the same in every event of one sale.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  sessionId: z.string(),
  /** The table that the sale is on, if it is on one. */
  table: request.optional(sessionTableSchema),
  /**
   * What is being sold, a line for each entry. May be missing from events that say little, such as
   * startSession.
   */
  lines: request.optional(z.array(sessionLineSchema)),
  /** All payments of the sale so far, including prepayments. */
  payments: request.optional(z.array(paymentSchema)),
  /** The relation that is selected for the sale. Absent when there is none. */
  relation: request.lenient(relationSchema),
  /** Total of the sale including VAT, in euros. */
  totalInclAmount: request.lenient(z.number()),
}));

/** The table that the course is for. */
export const tableSchema = /* @__PURE__ */ request.object(() => ({
  /** Name of the table. */
  tableName: request.lenient(z.string()),
  /**
   * How many people are at the table.
   *
   * @format integer
   */
  numberOfGuests: request.lenient(z.int()),
  /**
   * Number of the table.
   *
   * @format int64
   */
  number: request.optional(z.int()),
  /**
   * Sub-number within the table.
   *
   * @format int64
   */
  subNumber: request.optional(z.int()),
}));

/** The table order that the course belongs to. */
export const tableOrderSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * Made by the POS; identifies the order.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  orderId: z.string(),
  /**
   * Year of the order.
   *
   * @format integer
   */
  year: request.lenient(z.int()),
  /**
   * Number of the order.
   *
   * @format integer
   */
  number: request.lenient(z.int()),
}));

/** What was changed in the sale. */
export const updateSessionLineSchema = /* @__PURE__ */ request.object(
  () => ({
    /** The line, as it is after the change. */
    line: request.lenient(sessionLineSchema),
  }),
  { inlined: { property: "line", inner: sessionLineSchema } },
);

/** What the POS could not accept in your answer. */
export const webhookErrorSchema = /* @__PURE__ */ request.object(() => ({
  /**
   * What went wrong with a request or an answer. Other codes may come: the list we know has no end, and
   * receivers may make up their own.
   */
  code: errorCodeSchema,
  /** The cause in words, for a log. */
  message: z.string(),
}));

/** Posted to the URL of the event whose answer the POS could not use. */
export const errorRequestSchema = /* @__PURE__ */ request.object(() => ({
  /** What the POS could not accept in your answer. */
  error: webhookErrorSchema,
  /** The details of the event that you answered. */
  original: originalRequestSchema,
  /** When and how the event was sent. The event's name is not in here: it is the end of the URL. */
  event: request.optional(eventInfoSchema),
  /** The till, or the program in its place, that sent the event. */
  sender: request.optional(senderSchema),
}));

/** What every request carries. */
export const commonRequestSchema = /* @__PURE__ */ request.object(() => ({
  /** When and how the event was sent. The event's name is not in here: it is the end of the URL. */
  event: eventInfoSchema,
  /** The till, or the program in its place, that sent the event. */
  sender: senderSchema,
  /**
   * The user's choice in the dialog that you answered with; the rest of the request is the original event
   * once more.
   */
  dialog: request.optional(dialogSchema),
  /**
   * What the user did with the form that you answered with; the rest of the request is the original event
   * once more.
   *
   * @since v59
   */
  form: request.optional(formSchema),
  /** Present when the client can open web pages: what to heed when you answer with `openUrl`. */
  openUrl: request.optional(openUrlSchema),
}));
