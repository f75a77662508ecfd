import type { Range } from "../../workbench/emit.js";

/** A declaration as it must be printed. */
export interface InterfaceCase {
  readonly name: string;
  readonly range: Range;
  readonly type: string;
  readonly want: string;
}

/** Of the real spec: what a partner sees first. */
export const realCases: readonly InterfaceCase[] = [
  {
    name: "a request says what its event carries beyond what all carry",
    range: "48..",
    type: "ScanCodeRequest",
    want: `
/** What the POS sends for \`scanCode\`. */
export interface ScanCodeRequest extends CommonRequest {
  /** The sale that the event is about. */
  session: Session;
  /** A code, as the till read it. */
  scanCode: ScanCode;
}`,
  },
  {
    name: "what only some events take is forbidden in one place",
    range: "48..",
    type: "ForeignAnswers",
    want: `
/** Answers that only some events take: to no other may they be given. */
export interface ForeignAnswers {
  /** only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment */
  externalPayment?: never;
  /** only for completeSession */
  receiptFooter?: never;
  /** only for printBill */
  billFooter?: never;
  /** only for scanCode */
  scanCode?: never;
}`,
  },
  {
    name: "a response forbids what other events are answered with",
    range: "48..",
    type: "ScanCodeResponse",
    want: `
/**
 * What may be answered to \`scanCode\`.
 *
 * Not known to work here, and not refused: \`error\`, \`message\`, \`dialog\`, \`requestScanCode\`,
 * \`openUrl\`, \`displayBarcode\`, \`hideBarcode\`, \`lineChanges\`, \`lineAdditions\`, \`lineDeletions\`,
 * \`lockSession\`, \`lockSessionForAdditions\`, \`vatMethodChange\`, \`prepayTable\`, \`externalCardScan\`,
 * \`customActionChange\`, \`requestCustomAction\`, \`polling\` and \`version\`.
 */
export interface ScanCodeResponse extends CommonResponse, Omit<ForeignAnswers, "scanCode"> {
  /** Says whether the scanned code is yours. */
  scanCode?: ScanCodeAnswer;
}`,
  },
  {
    name: "a property that not every shop of the fleet has is forbidden, and says since when it is there",
    range: "43..",
    type: "DialogAnswer",
    want: `
/**
 * Shows options to choose from. Once the user has chosen, the same event comes again with the
 * choice.
 */
export interface DialogAnswer {
  /** True makes the user choose. */
  required: boolean;
  /** True lets the user choose several options. */
  allowMultipleOptions: boolean;
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
  /** since v46: not in every shop of 43.. */
  requireConfirmation?: never;
}`,
  },
  {
    name: "an open enum takes other texts, and editors still offer the known ones",
    range: "48..",
    type: "ScanCodeType",
    want: `
/** What kind of code it is. */
export type ScanCodeType = "barcode" | "rfid" | "qrcode" | (string & {});`,
  },
  {
    name: "a closed enum says which value a shop may not know",
    range: "59..",
    type: "FormFieldType",
    want: `
/**
 * What kind of field it is.
 * Not "label" (since v59.3.4: not in every shop of 59..).
 */
export type FormFieldType = "text" | "email" | "number" | "select" | "date" | "time" | "checkbox";`,
  },
];
