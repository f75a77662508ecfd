// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Text for machines.
import type { CheckContext } from "../compiled-check.js";
import type { ClosedObject, Faults } from "../fault.js";
import { under, withUnknown } from "../fault.js";
import { isDate, isDateTime, isUri, isUuid } from "../formats.js";
import { countOf, isObject, ownOf } from "../own.js";

export function checkCommonResponse(own: any, context: CheckContext): Faults {
  let part;
  let inner: Faults;
  let faults: Faults;
  part = own.error;
  if (part !== undefined) {
    inner = checkErrorAnswer(part, context);
    if (inner !== undefined) faults = under("/error", inner, faults);
  }
  part = own.message;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      (faults ??= []).push({ path: "/message", kind: "type", expected: "an array" });
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkMessage(item0, context);
        if (inner !== undefined) faults = under("/message/" + i0, inner, faults);
      }
    }
  }
  part = own.dialog;
  if (part !== undefined) {
    inner = checkDialogAnswer(part, context);
    if (inner !== undefined) faults = under("/dialog", inner, faults);
  }
  part = own.requestScanCode;
  if (part !== undefined) {
    inner = checkRequestScanCode(part, context);
    if (inner !== undefined) faults = under("/requestScanCode", inner, faults);
  }
  part = own.openUrl;
  if (part !== undefined) {
    inner = checkOpenUrlAnswer(part, context);
    if (inner !== undefined) faults = under("/openUrl", inner, faults);
  }
  part = own.displayBarcode;
  if (part !== undefined) {
    inner = checkDisplayBarcode(part, context);
    if (inner !== undefined) faults = under("/displayBarcode", inner, faults);
  }
  part = own.hideBarcode;
  if (part !== undefined) if (typeof part !== "boolean") (faults ??= []).push({ path: "/hideBarcode", kind: "type", expected: "a boolean" });
  part = own.lineChanges;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      (faults ??= []).push({ path: "/lineChanges", kind: "type", expected: "an array" });
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkLineChange(item0, context);
        if (inner !== undefined) faults = under("/lineChanges/" + i0, inner, faults);
      }
    }
  }
  part = own.lineAdditions;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      (faults ??= []).push({ path: "/lineAdditions", kind: "type", expected: "an array" });
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkLineAddition(item0, context);
        if (inner !== undefined) faults = under("/lineAdditions/" + i0, inner, faults);
      }
    }
  }
  part = own.lineDeletions;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      (faults ??= []).push({ path: "/lineDeletions", kind: "type", expected: "an array" });
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkLineDeletion(item0, context);
        if (inner !== undefined) faults = under("/lineDeletions/" + i0, inner, faults);
      }
    }
  }
  part = own.lockSession;
  if (part !== undefined) if (typeof part !== "boolean") (faults ??= []).push({ path: "/lockSession", kind: "type", expected: "a boolean" });
  part = own.lockSessionForAdditions;
  if (part !== undefined) if (typeof part !== "boolean") (faults ??= []).push({ path: "/lockSessionForAdditions", kind: "type", expected: "a boolean" });
  part = own.vatMethodChange;
  if (part !== undefined) {
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/vatMethodChange", kind: "type", expected: "a string" });
    } else if (part !== "inclusive" && part !== "exclusive" && part !== "shifted") (faults ??= []).push({ path: "/vatMethodChange", kind: "value", expected: "one of \"inclusive\", \"exclusive\", \"shifted\"" });
  }
  part = own.prepayTable;
  if (part !== undefined) {
    inner = checkPrepayTable(part, context);
    if (inner !== undefined) faults = under("/prepayTable", inner, faults);
  }
  part = own.externalCardScan;
  if (part !== undefined) {
    inner = checkExternalCardScan(part, context);
    if (inner !== undefined) faults = under("/externalCardScan", inner, faults);
  }
  part = own.customActionChange;
  if (part !== undefined) {
    inner = checkCustomActionChange(part, context);
    if (inner !== undefined) faults = under("/customActionChange", inner, faults);
  }
  part = own.requestCustomAction;
  if (part !== undefined) {
    inner = checkRequestCustomAction(part, context);
    if (inner !== undefined) faults = under("/requestCustomAction", inner, faults);
  }
  part = own.polling;
  if (part !== undefined) {
    inner = checkPollingAnswer(part, context);
    if (inner !== undefined) faults = under("/polling", inner, faults);
  }
  part = own.version;
  if (part !== undefined) if (typeof part !== "string") (faults ??= []).push({ path: "/version", kind: "type", expected: "a string" });
  return faults;
}

const closedAddSessionLineResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkAddSessionLineResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedAddSessionLineResponse, faults);
  return faults;
}

const closedBackgroundPollResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkBackgroundPollResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedBackgroundPollResponse, faults);
  return faults;
}

const closedCancelExternalPaymentResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkCancelExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.externalPayment;
  if (part !== undefined) {
    known += 1;
    inner = checkExternalPaymentAnswer(part, context);
    if (inner !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedCancelExternalPaymentResponse, faults);
  return faults;
}

const closedCancelPaymentResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkCancelPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedCancelPaymentResponse, faults);
  return faults;
}

const closedCancelSessionResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkCancelSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedCancelSessionResponse, faults);
  return faults;
}

const closedCompleteSessionResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "receiptFooter"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkCompleteSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.receiptFooter;
  if (part !== undefined) {
    known += 1;
    if (isObject(part)) {
      inner = checkFooter(part, context);
      if (inner !== undefined) faults = under("/receiptFooter", inner, faults);
    } else if (Array.isArray(part)) {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkFooter(item0, context);
        if (inner !== undefined) faults = under("/receiptFooter/" + i0, inner, faults);
      }
    } else {
      (faults ??= []).push({ path: "/receiptFooter", kind: "type", expected: "an object or an array" });
    }
  }
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedCompleteSessionResponse, faults);
  return faults;
}

const closedCreditSessionResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkCreditSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedCreditSessionResponse, faults);
  return faults;
}

const closedCustomActionResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkCustomActionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedCustomActionResponse, faults);
  return faults;
}

const closedKitchenCompleteCourseResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkKitchenCompleteCourseResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedKitchenCompleteCourseResponse, faults);
  return faults;
}

const closedKitchenServeCourseResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkKitchenServeCourseResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedKitchenServeCourseResponse, faults);
  return faults;
}

const closedKitchenStartCourseResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkKitchenStartCourseResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedKitchenStartCourseResponse, faults);
  return faults;
}

const closedMergeSessionResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkMergeSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedMergeSessionResponse, faults);
  return faults;
}

const closedPauseSessionResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkPauseSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedPauseSessionResponse, faults);
  return faults;
}

const closedPollExternalPaymentResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkPollExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.externalPayment;
  if (part !== undefined) {
    known += 1;
    inner = checkExternalPaymentAnswer(part, context);
    if (inner !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedPollExternalPaymentResponse, faults);
  return faults;
}

const closedPrintBillResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "billFooter"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkPrintBillResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.billFooter;
  if (part !== undefined) {
    known += 1;
    if (isObject(part)) {
      inner = checkFooter(part, context);
      if (inner !== undefined) faults = under("/billFooter", inner, faults);
    } else if (Array.isArray(part)) {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkFooter(item0, context);
        if (inner !== undefined) faults = under("/billFooter/" + i0, inner, faults);
      }
    } else {
      (faults ??= []).push({ path: "/billFooter", kind: "type", expected: "an object or an array" });
    }
  }
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedPrintBillResponse, faults);
  return faults;
}

const closedRemoveSessionLineResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkRemoveSessionLineResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedRemoveSessionLineResponse, faults);
  return faults;
}

const closedRequestCancelExternalPaymentResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkRequestCancelExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.externalPayment;
  if (part !== undefined) {
    known += 1;
    inner = checkExternalPaymentAnswer(part, context);
    if (inner !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedRequestCancelExternalPaymentResponse, faults);
  return faults;
}

const closedResumeSessionResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkResumeSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedResumeSessionResponse, faults);
  return faults;
}

const closedScanCodeResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "scanCode"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
  },
};

export function checkScanCodeResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.scanCode;
  if (part !== undefined) {
    known += 1;
    inner = checkScanCodeAnswer(part, context);
    if (inner !== undefined) faults = under("/scanCode", inner, faults);
  }
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedScanCodeResponse, faults);
  return faults;
}

const closedSelectRelationResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkSelectRelationResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedSelectRelationResponse, faults);
  return faults;
}

const closedStartExternalPaymentResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkStartExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.externalPayment;
  if (part !== undefined) {
    known += 1;
    inner = checkExternalPaymentAnswer(part, context);
    if (inner !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedStartExternalPaymentResponse, faults);
  return faults;
}

const closedStartPaymentResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkStartPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedStartPaymentResponse, faults);
  return faults;
}

const closedStartSessionResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkStartSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedStartSessionResponse, faults);
  return faults;
}

const closedUpdateSessionLineResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkUpdateSessionLineResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  inner = checkCommonResponse(own, context);
  if (inner !== undefined) faults = under("", inner, faults);
  if (own.error !== undefined) known += 1;
  if (own.message !== undefined) known += 1;
  if (own.dialog !== undefined) known += 1;
  if (own.requestScanCode !== undefined) known += 1;
  if (own.openUrl !== undefined) known += 1;
  if (own.displayBarcode !== undefined) known += 1;
  if (own.hideBarcode !== undefined) known += 1;
  if (own.lineChanges !== undefined) known += 1;
  if (own.lineAdditions !== undefined) known += 1;
  if (own.lineDeletions !== undefined) known += 1;
  if (own.lockSession !== undefined) known += 1;
  if (own.lockSessionForAdditions !== undefined) known += 1;
  if (own.vatMethodChange !== undefined) known += 1;
  if (own.prepayTable !== undefined) known += 1;
  if (own.externalCardScan !== undefined) known += 1;
  if (own.customActionChange !== undefined) known += 1;
  if (own.requestCustomAction !== undefined) known += 1;
  if (own.polling !== undefined) known += 1;
  if (own.version !== undefined) known += 1;
  if (countOf(own) !== known) faults = withUnknown(own, closedUpdateSessionLineResponse, faults);
  return faults;
}

const closedErrorAnswer: ClosedObject = {
  known: ["code", "message"],
  forbidden: {},
};

export function checkErrorAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.code === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "code" });
  if (own.message === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "message" });
  part = own.code;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/code", kind: "type", expected: "a string" });
  }
  part = own.message;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedErrorAnswer, faults);
  return faults;
}

const closedMessage: ClosedObject = {
  known: ["backgroundColor", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"],
  forbidden: {},
};

export function checkMessage(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  part = own.backgroundColor;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/backgroundColor", kind: "type", expected: "a string" });
  }
  part = own.message;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  part = own.customerMessage;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customerMessage", kind: "type", expected: "a string" });
  }
  part = own.displayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/displayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
  }
  part = own.messageDisplayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/messageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
  }
  part = own.customerMessageDisplayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
  }
  part = own.hideTimestamp;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/hideTimestamp", kind: "type", expected: "a boolean" });
  }
  part = own.clearScreen;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearScreen", kind: "type", expected: "a boolean" });
  }
  part = own.clearCustomerScreen;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearCustomerScreen", kind: "type", expected: "a boolean" });
  }
  part = own.monospacedFont;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/monospacedFont", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedMessage, faults);
  return faults;
}

const closedDialogAnswer: ClosedObject = {
  known: ["required", "allowMultipleOptions", "requireConfirmation", "dialogTitle", "columns", "dialogOptions"],
  forbidden: {},
};

export function checkDialogAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  if (own.required === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "required" });
  if (own.allowMultipleOptions === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "allowMultipleOptions" });
  if (own.dialogTitle === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "dialogTitle" });
  if (own.dialogOptions === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "dialogOptions" });
  part = own.required;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/required", kind: "type", expected: "a boolean" });
  }
  part = own.allowMultipleOptions;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/allowMultipleOptions", kind: "type", expected: "a boolean" });
  }
  part = own.requireConfirmation;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/requireConfirmation", kind: "type", expected: "a boolean" });
  }
  part = own.dialogTitle;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/dialogTitle", kind: "type", expected: "a string" });
  }
  part = own.columns;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/columns", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/columns", kind: "unsafe" });
  }
  part = own.dialogOptions;
  if (part !== undefined) {
    known += 1;
    if (!Array.isArray(part)) {
      (faults ??= []).push({ path: "/dialogOptions", kind: "type", expected: "an array" });
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkDialogOption(item0, context);
        if (inner !== undefined) faults = under("/dialogOptions/" + i0, inner, faults);
      }
    }
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedDialogAnswer, faults);
  return faults;
}

const closedDialogOption: ClosedObject = {
  known: ["optionId", "optionName", "optionColor"],
  forbidden: {
    disabled: { reason: "since v59.3.4: not in every shop of 48..", addedIn: "59.3.4" },
    articleNumber: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    barcode: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    pluNumber: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    supplierArticleNumber: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    extArticleId: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  },
};

export function checkDialogOption(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.optionId === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "optionId" });
  if (own.optionName === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "optionName" });
  part = own.optionId;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/optionId", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/optionId", kind: "unsafe" });
  }
  part = own.optionName;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/optionName", kind: "type", expected: "a string" });
  }
  part = own.optionColor;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/optionColor", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedDialogOption, faults);
  return faults;
}

const closedRequestScanCode: ClosedObject = {
  known: ["required", "requestTitle"],
  forbidden: {},
};

export function checkRequestScanCode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.required === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "required" });
  if (own.requestTitle === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "requestTitle" });
  part = own.required;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/required", kind: "type", expected: "a boolean" });
  }
  part = own.requestTitle;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/requestTitle", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedRequestScanCode, faults);
  return faults;
}

const closedOpenUrlAnswer: ClosedObject = {
  known: ["url", "autoOpen", "urlTitle", "closeOnDomainChange", "minimumWidth", "minimumHeight"],
  forbidden: {},
};

export function checkOpenUrlAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.url === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "url" });
  part = own.url;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/url", kind: "type", expected: "a string" });
    } else if (!isUri(part)) (faults ??= []).push({ path: "/url", kind: "format", expected: "uri" });
  }
  part = own.autoOpen;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/autoOpen", kind: "type", expected: "a boolean" });
  }
  part = own.urlTitle;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/urlTitle", kind: "type", expected: "a string" });
  }
  part = own.closeOnDomainChange;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/closeOnDomainChange", kind: "type", expected: "a boolean" });
  }
  part = own.minimumWidth;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/minimumWidth", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/minimumWidth", kind: "unsafe" });
  }
  part = own.minimumHeight;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/minimumHeight", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/minimumHeight", kind: "unsafe" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedOpenUrlAnswer, faults);
  return faults;
}

const closedDisplayBarcode: ClosedObject = {
  known: ["codeType", "code"],
  forbidden: {},
};

export function checkDisplayBarcode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.codeType === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "codeType" });
  if (own.code === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "code" });
  part = own.codeType;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/codeType", kind: "type", expected: "a string" });
    } else if (part !== "barcode" && part !== "rfid" && part !== "qrcode") (faults ??= []).push({ path: "/codeType", kind: "value", expected: "one of \"barcode\", \"rfid\", \"qrcode\"" });
  }
  part = own.code;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/code", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedDisplayBarcode, faults);
  return faults;
}

const closedLineChange: ClosedObject = {
  known: ["lineId", "externalDiscount"],
  forbidden: {},
};

export function checkLineChange(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  if (own.lineId === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "lineId" });
  part = own.lineId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/lineId", kind: "type", expected: "a string" });
  }
  part = own.externalDiscount;
  if (part !== undefined) {
    known += 1;
    inner = checkExternalDiscountAnswer(part, context);
    if (inner !== undefined) faults = under("/externalDiscount", inner, faults);
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedLineChange, faults);
  return faults;
}

const closedExternalDiscountAnswer: ClosedObject = {
  known: ["discountId", "discountDescription", "discountPercentage", "discountAmount", "applyToQuantity", "discountType"],
  forbidden: {},
};

export function checkExternalDiscountAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.discountId === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "discountId" });
  part = own.discountId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/discountId", kind: "type", expected: "a string" });
    } else if (!isUuid(part)) (faults ??= []).push({ path: "/discountId", kind: "format", expected: "uuid" });
  }
  part = own.discountDescription;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/discountDescription", kind: "type", expected: "a string" });
  }
  part = own.discountPercentage;
  if (part !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/discountPercentage", kind: "type", expected: "a number" });
  }
  part = own.discountAmount;
  if (part !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/discountAmount", kind: "type", expected: "a number" });
  }
  part = own.applyToQuantity;
  if (part !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/applyToQuantity", kind: "type", expected: "a number" });
  }
  part = own.discountType;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/discountType", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedExternalDiscountAnswer, faults);
  return faults;
}

const closedLineAddition: ClosedObject = {
  known: ["lineId", "extLine", "articleNumber", "barcode", "pluNumber", "supplierArticleNumber", "extArticleId", "priceIncl", "quantity", "text", "externalDiscount"],
  forbidden: {},
};

export function checkLineAddition(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  part = own.lineId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/lineId", kind: "type", expected: "a string" });
  }
  part = own.extLine;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/extLine", kind: "type", expected: "a string" });
  }
  part = own.articleNumber;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/articleNumber", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/articleNumber", kind: "unsafe" });
  }
  part = own.barcode;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/barcode", kind: "type", expected: "a string" });
  }
  part = own.pluNumber;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/pluNumber", kind: "type", expected: "a string" });
  }
  part = own.supplierArticleNumber;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/supplierArticleNumber", kind: "type", expected: "a string" });
  }
  part = own.extArticleId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/extArticleId", kind: "type", expected: "a string" });
  }
  part = own.priceIncl;
  if (part !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/priceIncl", kind: "type", expected: "a number" });
  }
  part = own.quantity;
  if (part !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/quantity", kind: "type", expected: "a number" });
  }
  part = own.text;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/text", kind: "type", expected: "a string" });
  }
  part = own.externalDiscount;
  if (part !== undefined) {
    known += 1;
    inner = checkExternalDiscountAnswer(part, context);
    if (inner !== undefined) faults = under("/externalDiscount", inner, faults);
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedLineAddition, faults);
  return faults;
}

const closedLineDeletion: ClosedObject = {
  known: ["lineId"],
  forbidden: {},
};

export function checkLineDeletion(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.lineId === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "lineId" });
  part = own.lineId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/lineId", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedLineDeletion, faults);
  return faults;
}

const closedPrepayTable: ClosedObject = {
  known: ["table", "sessionId", "payments"],
  forbidden: {},
};

export function checkPrepayTable(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  if (own.table === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "table" });
  if (own.sessionId === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "sessionId" });
  if (own.payments === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "payments" });
  part = own.table;
  if (part !== undefined) {
    known += 1;
    inner = checkPrepaidTable(part, context);
    if (inner !== undefined) faults = under("/table", inner, faults);
  }
  part = own.sessionId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/sessionId", kind: "type", expected: "a string" });
    } else if (!isUuid(part)) (faults ??= []).push({ path: "/sessionId", kind: "format", expected: "uuid" });
  }
  part = own.payments;
  if (part !== undefined) {
    known += 1;
    if (!Array.isArray(part)) {
      (faults ??= []).push({ path: "/payments", kind: "type", expected: "an array" });
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkPrepayment(item0, context);
        if (inner !== undefined) faults = under("/payments/" + i0, inner, faults);
      }
    }
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPrepayTable, faults);
  return faults;
}

const closedPrepaidTable: ClosedObject = {
  known: ["number", "subNumber"],
  forbidden: {},
};

export function checkPrepaidTable(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.number === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "number" });
  part = own.number;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/number", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/number", kind: "unsafe" });
  }
  part = own.subNumber;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/subNumber", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/subNumber", kind: "unsafe" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPrepaidTable, faults);
  return faults;
}

const closedPrepayment: ClosedObject = {
  known: ["paymentId", "amount", "method"],
  forbidden: {},
};

export function checkPrepayment(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.paymentId === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "paymentId" });
  if (own.amount === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "amount" });
  part = own.paymentId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/paymentId", kind: "type", expected: "a string" });
    } else if (!isUuid(part)) (faults ??= []).push({ path: "/paymentId", kind: "format", expected: "uuid" });
  }
  part = own.amount;
  if (part !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/amount", kind: "type", expected: "a number" });
  }
  part = own.method;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/method", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPrepayment, faults);
  return faults;
}

const closedExternalCardScan: ClosedObject = {
  known: ["cardIdentifier", "cardDescription", "cardBalance", "cardExpiration", "cardBlocked", "displayTime", "isNewBalance"],
  forbidden: {},
};

export function checkExternalCardScan(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  part = own.cardIdentifier;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/cardIdentifier", kind: "type", expected: "a string" });
  }
  part = own.cardDescription;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/cardDescription", kind: "type", expected: "a string" });
  }
  part = own.cardBalance;
  if (part !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/cardBalance", kind: "type", expected: "a number" });
  }
  part = own.cardExpiration;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/cardExpiration", kind: "type", expected: "a string" });
    } else if (!isDate(part) && !isDateTime(part)) (faults ??= []).push({ path: "/cardExpiration", kind: "format", expected: "date or date-time" });
  }
  part = own.cardBlocked;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/cardBlocked", kind: "type", expected: "a boolean" });
  }
  part = own.displayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/displayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
  }
  part = own.isNewBalance;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/isNewBalance", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedExternalCardScan, faults);
  return faults;
}

const closedCustomActionChange: ClosedObject = {
  known: ["customActionId", "buttonCaption"],
  forbidden: {},
};

export function checkCustomActionChange(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.customActionId === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "customActionId" });
  if (own.buttonCaption === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "buttonCaption" });
  part = own.customActionId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customActionId", kind: "type", expected: "a string" });
  }
  part = own.buttonCaption;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/buttonCaption", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedCustomActionChange, faults);
  return faults;
}

const closedRequestCustomAction: ClosedObject = {
  known: ["customActionId"],
  forbidden: {},
};

export function checkRequestCustomAction(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.customActionId === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "customActionId" });
  part = own.customActionId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customActionId", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedRequestCustomAction, faults);
  return faults;
}

const closedPollingAnswer: ClosedObject = {
  known: ["finished", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"],
  forbidden: {},
};

export function checkPollingAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.finished === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "finished" });
  part = own.finished;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/finished", kind: "type", expected: "a boolean" });
  }
  part = own.message;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  part = own.customerMessage;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customerMessage", kind: "type", expected: "a string" });
  }
  part = own.displayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/displayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
  }
  part = own.messageDisplayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/messageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
  }
  part = own.customerMessageDisplayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
  }
  part = own.hideTimestamp;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/hideTimestamp", kind: "type", expected: "a boolean" });
  }
  part = own.clearScreen;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearScreen", kind: "type", expected: "a boolean" });
  }
  part = own.clearCustomerScreen;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearCustomerScreen", kind: "type", expected: "a boolean" });
  }
  part = own.monospacedFont;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/monospacedFont", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPollingAnswer, faults);
  return faults;
}

const closedExternalPaymentAnswer: ClosedObject = {
  known: ["backgroundColor", "externalPaymentId", "started", "confirmed", "cancelled", "finalAmount", "externalTransactionReference", "receiptTexts", "cardType", "terminalId", "method", "requiresReceiptPrinter", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"],
  forbidden: {},
};

export function checkExternalPaymentAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  part = own.backgroundColor;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/backgroundColor", kind: "type", expected: "a string" });
  }
  part = own.externalPaymentId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/externalPaymentId", kind: "type", expected: "a string" });
  }
  part = own.started;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/started", kind: "type", expected: "a boolean" });
  }
  part = own.confirmed;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/confirmed", kind: "type", expected: "a boolean" });
  }
  part = own.cancelled;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/cancelled", kind: "type", expected: "a boolean" });
  }
  part = own.finalAmount;
  if (part !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/finalAmount", kind: "type", expected: "a number" });
  }
  part = own.externalTransactionReference;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/externalTransactionReference", kind: "type", expected: "a string" });
  }
  part = own.receiptTexts;
  if (part !== undefined) {
    known += 1;
    if (!Array.isArray(part)) {
      (faults ??= []).push({ path: "/receiptTexts", kind: "type", expected: "an array" });
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkReceiptText(item0, context);
        if (inner !== undefined) faults = under("/receiptTexts/" + i0, inner, faults);
      }
    }
  }
  part = own.cardType;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/cardType", kind: "type", expected: "a string" });
  }
  part = own.terminalId;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/terminalId", kind: "type", expected: "a string" });
  }
  part = own.method;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/method", kind: "type", expected: "a string" });
  }
  part = own.requiresReceiptPrinter;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/requiresReceiptPrinter", kind: "type", expected: "a boolean" });
  }
  part = own.message;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  part = own.customerMessage;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customerMessage", kind: "type", expected: "a string" });
  }
  part = own.displayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/displayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
  }
  part = own.messageDisplayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/messageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
  }
  part = own.customerMessageDisplayTime;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
  }
  part = own.hideTimestamp;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/hideTimestamp", kind: "type", expected: "a boolean" });
  }
  part = own.clearScreen;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearScreen", kind: "type", expected: "a boolean" });
  }
  part = own.clearCustomerScreen;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearCustomerScreen", kind: "type", expected: "a boolean" });
  }
  part = own.monospacedFont;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/monospacedFont", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedExternalPaymentAnswer, faults);
  return faults;
}

const closedReceiptText: ClosedObject = {
  known: ["type", "text", "requiresSignature"],
  forbidden: {},
};

export function checkReceiptText(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.text === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "text" });
  part = own.type;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/type", kind: "type", expected: "a string" });
    } else if (part !== "cardholder" && part !== "merchant") (faults ??= []).push({ path: "/type", kind: "value", expected: "one of \"cardholder\", \"merchant\"" });
  }
  part = own.text;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/text", kind: "type", expected: "a string" });
  }
  part = own.requiresSignature;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/requiresSignature", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedReceiptText, faults);
  return faults;
}

const closedFooter: ClosedObject = {
  known: ["textBefore", "text", "barcode", "textAfter", "printSeparate"],
  forbidden: {
    textBeforeOptions: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    textAfterOptions: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  },
};

export function checkFooter(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  let faults: Faults;
  let known = 0;
  part = own.textBefore;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/textBefore", kind: "type", expected: "a string" });
  }
  part = own.text;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/text", kind: "type", expected: "a string" });
  }
  part = own.barcode;
  if (part !== undefined) {
    known += 1;
    inner = checkFooterBarcode(part, context);
    if (inner !== undefined) faults = under("/barcode", inner, faults);
  }
  part = own.textAfter;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/textAfter", kind: "type", expected: "a string" });
  }
  part = own.printSeparate;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/printSeparate", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedFooter, faults);
  return faults;
}

const closedFooterBarcode: ClosedObject = {
  known: ["codeType", "code"],
  forbidden: {},
};

export function checkFooterBarcode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  part = own.codeType;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/codeType", kind: "type", expected: "a string" });
    } else if (part !== "code128" && part !== "qrcode") (faults ??= []).push({ path: "/codeType", kind: "value", expected: "one of \"code128\", \"qrcode\"" });
  }
  part = own.code;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/code", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedFooterBarcode, faults);
  return faults;
}

const closedScanCodeAnswer: ClosedObject = {
  known: ["recognized", "relationNumber", "message", "customerMessage"],
  forbidden: {},
};

export function checkScanCodeAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let faults: Faults;
  let known = 0;
  if (own.recognized === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "recognized" });
  part = own.recognized;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/recognized", kind: "type", expected: "a boolean" });
  }
  part = own.relationNumber;
  if (part !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/relationNumber", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/relationNumber", kind: "unsafe" });
  }
  part = own.message;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  part = own.customerMessage;
  if (part !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customerMessage", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedScanCodeAnswer, faults);
  return faults;
}
