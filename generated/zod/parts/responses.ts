// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as z from "zod";
import * as response from "./response.js";
import { isDate, isDateTime, isUuid } from "./checks.js";
import { errorCodeSchema, receiptTextTypeSchema, vatMethodSchema } from "./enums.js";

/** Puts another text on the button of a custom action. */
export const customActionChangeSchema = /* @__PURE__ */ response.object(() => ({
  /** Id of the custom action, as set up in the till. */
  customActionId: z.string(),
  /** The new text. */
  buttonCaption: z.string(),
}));

/** One option of a dialog. */
export const dialogOptionSchema = /* @__PURE__ */ response.object(() => ({
  /**
   * Your number for the option. It comes back when the option is chosen.
   *
   * @format integer
   */
  optionId: z.int(),
  /** Text on the option. */
  optionName: z.string(),
  /** Colour of the option, hexadecimal. */
  optionColor: response.optional(z.string()),
}));

/** Shows options to choose from. Once the user has chosen, the same event comes again with the choice. */
export const dialogAnswerSchema = /* @__PURE__ */ response.object(() => ({
  /** True makes the user choose. */
  required: z.boolean(),
  /** True lets the user choose several options. */
  allowMultipleOptions: z.boolean(),
  /** True makes the user confirm after choosing, so that a slip of the finger does no harm. */
  requireConfirmation: response.optional(z.boolean()),
  /** Text at the top of the dialog. */
  dialogTitle: z.string(),
  /**
   * Number of columns in which the options stand.
   *
   * @format integer
   */
  columns: response.optional(z.int()),
  /** The options. */
  dialogOptions: z.array(dialogOptionSchema),
}));

/** Shows a code to the customer, on the customer display. */
export const displayBarcodeSchema = /* @__PURE__ */ response.object(() => ({
  /** How to draw the code. */
  codeType: z.enum(["barcode", "rfid", "qrcode"]),
  /** What the code holds. */
  code: z.string(),
}));

/** Says that you could not use the request. Goes with HTTP status 400. */
export const errorAnswerSchema = /* @__PURE__ */ response.object(() => ({
  /** The kind of fault. */
  code: errorCodeSchema,
  /** The fault in words. */
  message: z.string(),
}));

/** Shows the user a card that was scanned outside the till. One without any property shows nothing. */
export const externalCardScanSchema = /* @__PURE__ */ response.object(() => ({
  /** Your own id for the card. The till need not know it. */
  cardIdentifier: response.optional(z.string()),
  /** Whose card it is, or what card. */
  cardDescription: response.optional(z.string()),
  /** What the card holds now. */
  cardBalance: response.optional(z.number()),
  /**
   * Until when the card can be used. Only shown; the till does not act on it.
   *
   * @format date or date-time
   */
  cardExpiration: response.optional(
    z.union([z.stringFormat("date", isDate), z.stringFormat("date-time", isDateTime)]),
  ),
  /** True shows the card as blocked. */
  cardBlocked: response.optional(z.boolean()),
  /**
   * How long the card is shown, in place of the time set in the till. 0: until the next receipt.
   *
   * @format integer
   */
  displayTime: response.optional(z.int()),
  /** True: `cardBalance` is what will be left after this transaction. */
  isNewBalance: response.optional(z.boolean()),
}));

/** One text to print. */
export const receiptTextSchema = /* @__PURE__ */ response.object(() => ({
  /** For whom it is printed. Left out: `cardholder`. */
  type: response.optional(receiptTextTypeSchema),
  /** What to print. */
  text: z.string(),
  /** True: the till asks the merchant to have it signed by the cardholder. */
  requiresSignature: response.optional(z.boolean()),
}));

/** Tells the till how the running external payment stands. */
export const externalPaymentAnswerSchema = /* @__PURE__ */ response.object(() => ({
  /** Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red. */
  backgroundColor: response.optional(z.string()),
  /**
   * The payment's id, as the request has it. Better always sent: the till checks that both mean the same
   * payment.
   *
   * @format uuid, normally
   */
  externalPaymentId: response.optional(z.string()),
  /**
   * True: the payment has begun at your side. The payment does not go on from its start to polling before
   * this.
   */
  started: response.optional(z.boolean()),
  /** True: the customer has paid. The payment ends, and the till books it. */
  confirmed: response.optional(z.boolean()),
  /** True: the payment was cancelled or has failed. The payment ends, and the till books nothing. */
  cancelled: response.optional(z.boolean()),
  /** What was really paid, in euros, if it differs from the amount asked for. */
  finalAmount: response.optional(z.number()),
  /** Your reference of the transaction. The till keeps it with the payment. */
  externalTransactionReference: response.optional(z.string()),
  /** Texts to print, such as the slip of a card terminal. */
  receiptTexts: response.optional(z.array(receiptTextSchema)),
  /** Brand or kind of the card used, kept with the payment. The till may group payments by it. */
  cardType: response.optional(z.string()),
  /** Id of the terminal used, kept with the payment. The till may group payments by it. */
  terminalId: response.optional(z.string()),
  /** The payment method that was used at your side, kept with the payment. */
  method: response.optional(z.string()),
  /** Text for the cashier's screen. */
  message: response.optional(z.string()),
  /** Text for the customer display. */
  customerMessage: response.optional(z.string()),
  /**
   * Seconds for which both texts stay on screen at least.
   *
   * @format integer
   */
  displayTime: response.optional(z.int()),
  /**
   * Seconds for which `message` stays on screen at least.
   *
   * @format integer
   */
  messageDisplayTime: response.optional(z.int()),
  /**
   * Seconds after which `customerMessage` is gone: an upper limit, unlike the two other times.
   *
   * @format integer
   */
  customerMessageDisplayTime: response.optional(z.int()),
  /** True leaves out the time that the till puts in front of a message. */
  hideTimestamp: response.optional(z.boolean()),
  /** True first removes the messages that are on the cashier's screen. */
  clearScreen: response.optional(z.boolean()),
  /** True first removes the message that is on the customer display. */
  clearCustomerScreen: response.optional(z.boolean()),
  /** True uses a font with characters of equal width, so that columns line up. */
  monospacedFont: response.optional(z.boolean()),
}));

/** A code to print between the two texts. */
export const footerBarcodeSchema = /* @__PURE__ */ response.object(() => ({
  /** How to draw the code. Left out: `code128`. */
  codeType: response.optional(z.enum(["code128", "qrcode"])),
  /** What the code holds. Only characters that its type can carry. */
  code: response.optional(z.string()),
}));

/** Texts and a code to print at the bottom of a receipt or a bill. */
export const footerSchema = /* @__PURE__ */ response.object(() => ({
  /** Text above the code. A newline character starts a new line. */
  textBefore: response.optional(z.string()),
  /**
   * The older name of `textBefore`.
   *
   * @deprecated use textBefore instead
   */
  text: response.optional(z.string()),
  /** A code to print between the two texts. */
  barcode: response.optional(footerBarcodeSchema),
  /** Text below the code. A newline character starts a new line. */
  textAfter: response.optional(z.string()),
  /** True prints the footer on a slip of its own: the printer cuts the paper before it. */
  printSeparate: response.optional(z.boolean()),
}));

/** A discount that the line has from the start. */
export const addedDiscountSchema = /* @__PURE__ */ response.object(() => ({
  /**
   * Your id of the discount. Make a new one and keep it: requests carry it with the line from then on.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  discountId: response.optional(z.stringFormat("uuid", isUuid)),
  /** A label for the discount. Better always sent. */
  discountDescription: response.optional(z.string()),
  /** Discount in percent. Adds up with `discountAmount`. */
  discountPercentage: response.optional(z.number()),
  /** Discount in euros. Adds up with `discountPercentage`. */
  discountAmount: response.optional(z.number()),
  /** How much of the line's quantity gets the discount, such as 3 out of 5 pieces. */
  applyToQuantity: response.optional(z.number()),
  /** Any word for the kind of discount; reports can be filtered by it. */
  discountType: response.optional(z.string()),
}));

/** A line to add: an article, or a mere text. */
export const lineAdditionSchema = /* @__PURE__ */ response.object(() => ({
  /**
   * Your id for the new line, by which you know it again. Left out: the till makes one.
   *
   * @format uuid, normally
   */
  lineId: response.optional(z.string()),
  /** A reference of your own, to recognise the line later on. */
  extLine: response.optional(z.string()),
  /**
   * Number of an article that the till has.
   *
   * @format int64
   */
  articleNumber: response.optional(z.int()),
  /** Barcode of an article that the till has. */
  barcode: response.optional(z.string()),
  /** PLU number of an article that the till has. */
  pluNumber: response.optional(z.string()),
  /** The supplier's number of an article that the till has. */
  supplierArticleNumber: response.optional(z.string()),
  /** Another system's id of an article that the till has. */
  extArticleId: response.optional(z.string()),
  /** Price in euros, with VAT. Left out: the article's usual price. */
  priceIncl: response.optional(z.number()),
  /** How many. Left out: 1. */
  quantity: response.optional(z.number()),
  /** Text of the line. Left out: the article's own text. */
  text: response.optional(z.string()),
  /** A discount that the line has from the start. */
  externalDiscount: response.optional(addedDiscountSchema),
}));

/** A discount on a line that your system grants. */
export const externalDiscountAnswerSchema = /* @__PURE__ */ response.object(() => ({
  /**
   * Your id of the discount. Make a new one and keep it: requests carry it with the line from then on, and
   * the vendor's API with the line of the receipt.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  discountId: z.stringFormat("uuid", isUuid),
  /** A label for the discount. Better always sent. */
  discountDescription: response.optional(z.string()),
  /** Discount in percent. Adds up with `discountAmount`. */
  discountPercentage: response.optional(z.number()),
  /** Discount in euros. Adds up with `discountPercentage`. */
  discountAmount: response.optional(z.number()),
  /** How much of the line's quantity gets the discount, such as 3 out of 5 pieces. */
  applyToQuantity: response.optional(z.number()),
  /** Any word for the kind of discount; reports can be filtered by it. */
  discountType: response.optional(z.string()),
}));

/** A change to one line. */
export const lineChangeSchema = /* @__PURE__ */ response.object(() => ({
  /**
   * Id of the line to change, as in the request.
   *
   * @format uuid, normally
   */
  lineId: z.string(),
  /** The discount that the line is to have. */
  externalDiscount: response.optional(externalDiscountAnswerSchema),
}));

/** A line to delete. */
export const lineDeletionSchema = /* @__PURE__ */ response.object(() => ({
  /**
   * Id of the line to delete, as in the request.
   *
   * @format uuid, normally
   */
  lineId: z.string(),
}));

/** Text for the cashier's screen, the customer display or both. */
export const messageSchema = /* @__PURE__ */ response.object(() => ({
  /** Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red. */
  backgroundColor: response.optional(z.string()),
  /** Text for the cashier's screen. */
  message: response.optional(z.string()),
  /** Text for the customer display. */
  customerMessage: response.optional(z.string()),
  /**
   * Seconds for which both texts stay on screen at least.
   *
   * @format integer
   */
  displayTime: response.optional(z.int()),
  /**
   * Seconds for which `message` stays on screen at least.
   *
   * @format integer
   */
  messageDisplayTime: response.optional(z.int()),
  /**
   * Seconds after which `customerMessage` is gone: an upper limit, unlike the two other times.
   *
   * @format integer
   */
  customerMessageDisplayTime: response.optional(z.int()),
  /** True leaves out the time that the till puts in front of a message. */
  hideTimestamp: response.optional(z.boolean()),
  /** True first removes the messages that are on the cashier's screen. */
  clearScreen: response.optional(z.boolean()),
  /** True first removes the message that is on the customer display. */
  clearCustomerScreen: response.optional(z.boolean()),
  /** True uses a font with characters of equal width, so that columns line up. */
  monospacedFont: response.optional(z.boolean()),
}));

/**
 * Opens a web page at the client, or offers a link to it. A client that can do so sends `openUrl` in its
 * request.
 */
export const openUrlAnswerSchema = /* @__PURE__ */ response.object(() => ({
  /**
   * Address of the page.
   *
   * @format uri, normally
   */
  url: z.string(),
  /** True opens the page without a click of the user. */
  autoOpen: response.optional(z.boolean()),
  /** Text of the link or button that opens the page, where it does not open by itself. */
  urlTitle: response.optional(z.string()),
  /** True closes the page as soon as it leads to another domain. */
  closeOnDomainChange: response.optional(z.boolean()),
  /**
   * Least width of the window, where the page opens in a popup.
   *
   * @format integer
   */
  minimumWidth: response.optional(z.int()),
  /**
   * Least height of the window, where the page opens in a popup.
   *
   * @format integer
   */
  minimumHeight: response.optional(z.int()),
}));

/** Says whether the till is to go on asking, and what to show meanwhile. */
export const pollingAnswerSchema = /* @__PURE__ */ response.object(() => ({
  /** True ends the polling. False makes the till send the request again at once. */
  finished: z.boolean(),
  /** Text for the cashier's screen. */
  message: response.optional(z.string()),
  /** Text for the customer display. */
  customerMessage: response.optional(z.string()),
  /**
   * Seconds for which both texts stay on screen at least.
   *
   * @format integer
   */
  displayTime: response.optional(z.int()),
  /**
   * Seconds for which `message` stays on screen at least.
   *
   * @format integer
   */
  messageDisplayTime: response.optional(z.int()),
  /**
   * Seconds after which `customerMessage` is gone: an upper limit, unlike the two other times.
   *
   * @format integer
   */
  customerMessageDisplayTime: response.optional(z.int()),
  /** True leaves out the time that the till puts in front of a message. */
  hideTimestamp: response.optional(z.boolean()),
  /** True first removes the messages that are on the cashier's screen. */
  clearScreen: response.optional(z.boolean()),
  /** True first removes the message that is on the customer display. */
  clearCustomerScreen: response.optional(z.boolean()),
  /** True uses a font with characters of equal width, so that columns line up. */
  monospacedFont: response.optional(z.boolean()),
}));

/** The table that was paid for. */
export const prepaidTableSchema = /* @__PURE__ */ response.object(() => ({
  /**
   * Number of the table.
   *
   * @format integer
   */
  number: z.int(),
  /**
   * Subnumber of the table.
   *
   * @format integer
   */
  subNumber: response.optional(z.int()),
}));

/** One payment to book. */
export const prepaymentSchema = /* @__PURE__ */ response.object(() => ({
  /**
   * Your id for the payment. The till books the same id once only.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  paymentId: z.stringFormat("uuid", isUuid),
  /** Amount paid, in euros. */
  amount: z.number(),
  /** Payment method to book it under. Left out: the till's general method `WEBHOOK`. */
  method: response.optional(z.string()),
}));

/** Books payments on the session of a table. */
export const prepayTableSchema = /* @__PURE__ */ response.object(() => ({
  /** The table that was paid for. */
  table: prepaidTableSchema,
  /**
   * Id of the session that the table has.
   *
   * @format uuid
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  sessionId: z.stringFormat("uuid", isUuid),
  /** The payments to book. */
  payments: z.array(prepaymentSchema),
}));

/** Asks the till to run a custom action. No promise that it does. */
export const requestCustomActionSchema = /* @__PURE__ */ response.object(() => ({
  /** Id of the custom action, as set up in the till. */
  customActionId: z.string(),
}));

/** Asks the user to scan a code. */
export const requestScanCodeSchema = /* @__PURE__ */ response.object(() => ({
  /** True: the user cannot go on without a scan. */
  required: z.boolean(),
  /** Text that tells the user what to scan. */
  requestTitle: z.string(),
}));

/** Says whether the scanned code is yours. */
export const scanCodeAnswerSchema = /* @__PURE__ */ response.object(() => ({
  /** True claims the code: the till no longer searches its own data for it. */
  recognized: z.boolean(),
  /**
   * Number of the relation that the till is to select.
   *
   * @format int64
   */
  relationNumber: response.optional(z.int()),
  /** Text for the cashier's screen. */
  message: response.optional(z.string()),
  /** Text for the customer display. */
  customerMessage: response.optional(z.string()),
}));

/**
 * Tells the till how the running external payment stands. This is the answer to `startExternalPayment`,
 * which may say more.
 */
export const startExternalPaymentAnswerSchema = /* @__PURE__ */ response.object(() => ({
  /** Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red. */
  backgroundColor: response.optional(z.string()),
  /**
   * The payment's id, as the request has it. Better always sent: the till checks that both mean the same
   * payment.
   *
   * @format uuid, normally
   */
  externalPaymentId: response.optional(z.string()),
  /**
   * True: the payment has begun at your side. The payment does not go on from its start to polling before
   * this.
   */
  started: response.optional(z.boolean()),
  /** True: the customer has paid. The payment ends, and the till books it. */
  confirmed: response.optional(z.boolean()),
  /** True: the payment was cancelled or has failed. The payment ends, and the till books nothing. */
  cancelled: response.optional(z.boolean()),
  /** What was really paid, in euros, if it differs from the amount asked for. */
  finalAmount: response.optional(z.number()),
  /** Your reference of the transaction. The till keeps it with the payment. */
  externalTransactionReference: response.optional(z.string()),
  /** Texts to print, such as the slip of a card terminal. */
  receiptTexts: response.optional(z.array(receiptTextSchema)),
  /** Brand or kind of the card used, kept with the payment. The till may group payments by it. */
  cardType: response.optional(z.string()),
  /** Id of the terminal used, kept with the payment. The till may group payments by it. */
  terminalId: response.optional(z.string()),
  /** The payment method that was used at your side, kept with the payment. */
  method: response.optional(z.string()),
  /** True: the payment can only succeed with a receipt printer. */
  requiresReceiptPrinter: response.optional(z.boolean()),
  /** Text for the cashier's screen. */
  message: response.optional(z.string()),
  /** Text for the customer display. */
  customerMessage: response.optional(z.string()),
  /**
   * Seconds for which both texts stay on screen at least.
   *
   * @format integer
   */
  displayTime: response.optional(z.int()),
  /**
   * Seconds for which `message` stays on screen at least.
   *
   * @format integer
   */
  messageDisplayTime: response.optional(z.int()),
  /**
   * Seconds after which `customerMessage` is gone: an upper limit, unlike the two other times.
   *
   * @format integer
   */
  customerMessageDisplayTime: response.optional(z.int()),
  /** True leaves out the time that the till puts in front of a message. */
  hideTimestamp: response.optional(z.boolean()),
  /** True first removes the messages that are on the cashier's screen. */
  clearScreen: response.optional(z.boolean()),
  /** True first removes the message that is on the customer display. */
  clearCustomerScreen: response.optional(z.boolean()),
  /** True uses a font with characters of equal width, so that columns line up. */
  monospacedFont: response.optional(z.boolean()),
}));

/** The answers that are not tied to single events. */
export const commonResponseSchema = /* @__PURE__ */ response.object(() => ({
  /** Says that you could not use the request. Goes with HTTP status 400. */
  error: response.optional(errorAnswerSchema),
  /** Texts to show at the till: a list, so that one answer can bring several. */
  message: response.optional(z.array(messageSchema)),
  /** Shows options to choose from. Once the user has chosen, the same event comes again with the choice. */
  dialog: response.optional(dialogAnswerSchema),
  /** Asks the user to scan a code. */
  requestScanCode: response.optional(requestScanCodeSchema),
  /**
   * Opens a web page at the client, or offers a link to it. A client that can do so sends `openUrl` in its
   * request.
   */
  openUrl: response.optional(openUrlAnswerSchema),
  /** Shows a code to the customer, on the customer display. */
  displayBarcode: response.optional(displayBarcodeSchema),
  /** True removes the code from the customer display at once. */
  hideBarcode: response.optional(z.boolean()),
  /** Changes to lines that the session has: the external discount of each. */
  lineChanges: response.optional(z.array(lineChangeSchema)),
  /** Lines to add to the session. */
  lineAdditions: response.optional(z.array(lineAdditionSchema)),
  /** Lines to delete from the session. */
  lineDeletions: response.optional(z.array(lineDeletionSchema)),
  /** True stops all changes to the session at the till, false allows them again. */
  lockSession: response.optional(z.boolean()),
  /** True stops what adds to the session, but lines may still be removed or lowered; false allows all again. */
  lockSessionForAdditions: response.optional(z.boolean()),
  /** Sets how VAT is reckoned in this session. */
  vatMethodChange: response.optional(vatMethodSchema),
  /** Books payments on the session of a table. */
  prepayTable: response.optional(prepayTableSchema),
  /** Shows the user a card that was scanned outside the till. One without any property shows nothing. */
  externalCardScan: response.optional(externalCardScanSchema),
  /** Puts another text on the button of a custom action. */
  customActionChange: response.optional(customActionChangeSchema),
  /** Asks the till to run a custom action. No promise that it does. */
  requestCustomAction: response.optional(requestCustomActionSchema),
  /** Says whether the till is to go on asking, and what to show meanwhile. */
  polling: response.optional(pollingAnswerSchema),
  /** The version of your software. The till keeps it in its communication log, which helps to trace faults. */
  version: response.optional(z.string()),
}));
