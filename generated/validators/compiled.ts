// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
import type { CheckContext, ClosedObject, Faults, Found, Tally } from "./checks.js";
import { at, missing, under, withUnknown, wrong, countOf, isObject, ownOf, readOf, holdsAny, holdsOnlyNulls, leaveOut, takeIn, isDate, isDateTime, isUuid, holdsOnly, plainOf, quote, sizeOf } from "./checks.js";
export function checkCommonRequest(own: any, context: CheckContext): Found {
  let part, inner;
  const part0 = own.event;
  if (part0 === undefined) return missing("event");
  const part1 = own.sender;
  if (part1 === undefined) return missing("sender");
  if ((inner = checkEventInfo(part0, context)) !== undefined) return at("/event", inner);
  if ((inner = checkSender(part1, context)) !== undefined) return at("/sender", inner);
  if ((part = own.dialog) !== undefined) {
    if (part === null) leaveOut(own, "dialog", context);
    else if ((inner = checkDialog(part, context)) !== undefined) return at("/dialog", inner);
  }
  if ((part = own.form) !== undefined) {
    if (part === null) leaveOut(own, "form", context);
    else if ((inner = checkForm(part, context)) !== undefined) return at("/form", inner);
  }
  if ((part = own.openUrl) !== undefined) {
    if (part === null) leaveOut(own, "openUrl", context);
    else if ((inner = checkOpenUrl(part, context)) !== undefined) return at("/openUrl", inner);
  }
}
export function checkAddSessionLineRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  const part1 = own.addSessionLine;
  if (part1 === undefined) return missing("addSessionLine");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
  if ((inner = checkAddSessionLine(part1, context)) !== undefined) return at("/addSessionLine", inner);
}
export function checkBackgroundPollRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
}
export function checkCancelExternalPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part1 = own.externalPayment;
  if (part1 === undefined) return missing("externalPayment");
  if ((part = own.session) !== undefined) {
    if (part === null) leaveOut(own, "session", context);
    else if ((inner = checkSession(part, context)) !== undefined) leaveOut(own, "session", context, at("/session", inner));
  }
  if ((inner = checkExternalPayment(part1, context)) !== undefined) return at("/externalPayment", inner);
}
export function checkCancelPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
}
export function checkCancelSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
}
export function checkCompleteSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  if ((inner = checkCompleteSessionSession(part0, context)) !== undefined) return at("/session", inner);
  if ((part = own.completeSession) !== undefined) {
    if (part === null) leaveOut(own, "completeSession", context);
    else if ((inner = checkCompleteSession(part, context)) !== undefined) return at("/completeSession", inner);
  }
}
export function checkCreditSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
}
export function checkCustomActionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part1 = own.customAction;
  if (part1 === undefined) return missing("customAction");
  if ((part = own.session) !== undefined) {
    if (part === null) leaveOut(own, "session", context);
    else if ((inner = checkSession(part, context)) !== undefined) return at("/session", inner);
  }
  if ((inner = checkCustomAction(part1, context)) !== undefined) return at("/customAction", inner);
}
export function checkKitchenCompleteCourseRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.course;
  if (part0 === undefined) return missing("course");
  if ((inner = checkCourse(part0, context)) !== undefined) return at("/course", inner);
  if ((part = own.table) !== undefined) {
    if (part === null) leaveOut(own, "table", context);
    else if ((inner = checkTable(part, context)) !== undefined) return at("/table", inner);
  }
  if ((part = own.tableOrder) !== undefined) {
    if (part === null) leaveOut(own, "tableOrder", context);
    else if ((inner = checkTableOrder(part, context)) !== undefined) return at("/tableOrder", inner);
  }
  if ((part = own.cafeteriaOrder) !== undefined) {
    if (part === null) leaveOut(own, "cafeteriaOrder", context);
    else if ((inner = checkCafeteriaOrder(part, context)) !== undefined) return at("/cafeteriaOrder", inner);
  }
  if ((part = own.order) !== undefined) {
    if (part === null) leaveOut(own, "order", context);
    else if ((inner = checkOrder(part, context)) !== undefined) leaveOut(own, "order", context, at("/order", inner));
  }
}
export function checkKitchenServeCourseRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.course;
  if (part0 === undefined) return missing("course");
  if ((inner = checkCourse(part0, context)) !== undefined) return at("/course", inner);
  if ((part = own.table) !== undefined) {
    if (part === null) leaveOut(own, "table", context);
    else if ((inner = checkTable(part, context)) !== undefined) return at("/table", inner);
  }
  if ((part = own.tableOrder) !== undefined) {
    if (part === null) leaveOut(own, "tableOrder", context);
    else if ((inner = checkTableOrder(part, context)) !== undefined) return at("/tableOrder", inner);
  }
  if ((part = own.cafeteriaOrder) !== undefined) {
    if (part === null) leaveOut(own, "cafeteriaOrder", context);
    else if ((inner = checkCafeteriaOrder(part, context)) !== undefined) return at("/cafeteriaOrder", inner);
  }
  if ((part = own.order) !== undefined) {
    if (part === null) leaveOut(own, "order", context);
    else if ((inner = checkOrder(part, context)) !== undefined) leaveOut(own, "order", context, at("/order", inner));
  }
}
export function checkKitchenStartCourseRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.course;
  if (part0 === undefined) return missing("course");
  if ((inner = checkCourse(part0, context)) !== undefined) return at("/course", inner);
  if ((part = own.table) !== undefined) {
    if (part === null) leaveOut(own, "table", context);
    else if ((inner = checkTable(part, context)) !== undefined) return at("/table", inner);
  }
  if ((part = own.tableOrder) !== undefined) {
    if (part === null) leaveOut(own, "tableOrder", context);
    else if ((inner = checkTableOrder(part, context)) !== undefined) return at("/tableOrder", inner);
  }
  if ((part = own.cafeteriaOrder) !== undefined) {
    if (part === null) leaveOut(own, "cafeteriaOrder", context);
    else if ((inner = checkCafeteriaOrder(part, context)) !== undefined) return at("/cafeteriaOrder", inner);
  }
  if ((part = own.order) !== undefined) {
    if (part === null) leaveOut(own, "order", context);
    else if ((inner = checkOrder(part, context)) !== undefined) leaveOut(own, "order", context, at("/order", inner));
  }
}
export function checkMergeSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  const part1 = own.mergeSession;
  if (part1 === undefined) return missing("mergeSession");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
  if ((inner = checkMergeSession(part1, context)) !== undefined) return at("/mergeSession", inner);
}
export function checkPauseSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
}
export function checkPollExternalPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part1 = own.externalPayment;
  if (part1 === undefined) return missing("externalPayment");
  if ((part = own.session) !== undefined) {
    if (part === null) leaveOut(own, "session", context);
    else if ((inner = checkSession(part, context)) !== undefined) leaveOut(own, "session", context, at("/session", inner));
  }
  if ((inner = checkExternalPayment(part1, context)) !== undefined) return at("/externalPayment", inner);
}
export function checkPrintBillRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
  if ((part = own.printBill) !== undefined) {
    if (part === null) leaveOut(own, "printBill", context);
    else if ((inner = checkPrintBill(part, context)) !== undefined) leaveOut(own, "printBill", context, at("/printBill", inner));
  }
}
export function checkRemoveSessionLineRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  const part1 = own.removeSessionLine;
  if (part1 === undefined) return missing("removeSessionLine");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
  if ((inner = checkRemoveSessionLine(part1, context)) !== undefined) return at("/removeSessionLine", inner);
}
export function checkRequestCancelExternalPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part1 = own.externalPayment;
  if (part1 === undefined) return missing("externalPayment");
  if ((part = own.session) !== undefined) {
    if (part === null) leaveOut(own, "session", context);
    else if ((inner = checkSession(part, context)) !== undefined) leaveOut(own, "session", context, at("/session", inner));
  }
  if ((inner = checkExternalPayment(part1, context)) !== undefined) return at("/externalPayment", inner);
}
export function checkResumeSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
}
export function checkScanCodeRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  const part1 = own.scanCode;
  if (part1 === undefined) return missing("scanCode");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
  if ((inner = checkScanCode(part1, context)) !== undefined) return at("/scanCode", inner);
}
export function checkSelectRelationRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  const part1 = own.selectRelation;
  if (part1 === undefined) return missing("selectRelation");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
  if (isObject(part1)) {
    if ((inner = checkSelectRelation(part1, context)) !== undefined) return at("/selectRelation", inner);
  }
  else if (!(part1 === null)) return wrong("/selectRelation", "an object or null");
}
export function checkStartExternalPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part1 = own.externalPayment;
  if (part1 === undefined) return missing("externalPayment");
  if ((part = own.session) !== undefined) {
    if (part === null) leaveOut(own, "session", context);
    else if ((inner = checkSession(part, context)) !== undefined) leaveOut(own, "session", context, at("/session", inner));
  }
  if ((inner = checkExternalPayment(part1, context)) !== undefined) return at("/externalPayment", inner);
}
export function checkStartPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
}
export function checkStartSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return missing("session");
  if ((inner = checkSession(part0, context)) !== undefined) return at("/session", inner);
}
export function checkUpdateSessionLineRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((inner = checkCommonRequest(own, context)) !== undefined) return inner;
  if ((part = own.session) !== undefined) {
    if (part === null) leaveOut(own, "session", context);
    else if ((inner = checkSession(part, context)) !== undefined) leaveOut(own, "session", context, at("/session", inner));
  }
  if ((part = own.updateSessionLine) !== undefined) {
    if (part === null) leaveOut(own, "updateSessionLine", context);
    else if ((inner = checkUpdateSessionLine(part, context)) !== undefined) leaveOut(own, "updateSessionLine", context, at("/updateSessionLine", inner));
  }
}
const inlinedInAddSessionLine = ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"];
export function checkAddSessionLine(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((own.line ?? null) === null && !holdsAny(own, inlinedInAddSessionLine)) return missing("line");
  if ((part = own.line) !== undefined) {
    if (part === null) leaveOut(own, "line", context);
    else if ((inner = checkSessionLine(part, context)) !== undefined) return at("/line", inner);
  }
  if ((own.line ?? null) === null && holdsAny(own, inlinedInAddSessionLine)) {
    if ((inner = checkSessionLine(own, context)) !== undefined) return inner;
    takeIn(own, { into: "line", names: inlinedInAddSessionLine }, context);
  }
}
export function checkCafeteriaOrder(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  const part0 = own.orderId;
  if (part0 === undefined) return missing("orderId");
  if (typeof part0 !== "string") return wrong("/orderId", "a string");
  if ((part = own.year) !== undefined) {
    if (part === null) leaveOut(own, "year", context);
    else if (!Number.isInteger(part)) leaveOut(own, "year", context, wrong("/year", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "year", context, { path: "/year", kind: "unsafe" });
    }
  }
  if ((part = own.number) !== undefined) {
    if (part === null) leaveOut(own, "number", context);
    else if (!Number.isInteger(part)) leaveOut(own, "number", context, wrong("/number", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "number", context, { path: "/number", kind: "unsafe" });
    }
  }
  if ((part = own.ticketNumber) !== undefined) {
    if (part === null) leaveOut(own, "ticketNumber", context);
    else if (!Number.isInteger(part)) leaveOut(own, "ticketNumber", context, wrong("/ticketNumber", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "ticketNumber", context, { path: "/ticketNumber", kind: "unsafe" });
    }
  }
}
export function checkCompleteSession(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let inner;
  const part0 = own.payments;
  if (part0 === undefined) return missing("payments");
  if (!Array.isArray(part0)) return wrong("/payments", "an array");
  for (let i0 = 0; i0 < part0.length; i0++) {
    if ((inner = checkPayment(part0[i0], context)) !== undefined) return at("/payments/" + i0, inner);
  }
}
export function checkCompleteSessionSession(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((part = own.sessionId) !== undefined) {
    if (part === null) leaveOut(own, "sessionId", context);
    else if (typeof part !== "string") return wrong("/sessionId", "a string");
  }
  if ((part = own.table) !== undefined) {
    if (part === null) leaveOut(own, "table", context);
    else if ((inner = checkSessionTable(part, context)) !== undefined) return at("/table", inner);
  }
  if ((part = own.lines) !== undefined) {
    if (part === null) leaveOut(own, "lines", context);
    else {
      if (!Array.isArray(part)) return wrong("/lines", "an array");
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkSessionLine(part[i0], context)) !== undefined) return at("/lines/" + i0, inner);
      }
    }
  }
  if ((part = own.payments) !== undefined) {
    if (part === null) leaveOut(own, "payments", context);
    else {
      if (!Array.isArray(part)) return wrong("/payments", "an array");
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkPayment(part[i0], context)) !== undefined) return at("/payments/" + i0, inner);
      }
    }
  }
  if ((part = own.relation) !== undefined) {
    if (part === null) leaveOut(own, "relation", context);
    else if ((inner = checkRelation(part, context)) !== undefined) leaveOut(own, "relation", context, at("/relation", inner));
  }
  if ((part = own.totalInclAmount) !== undefined) {
    if (part === null) leaveOut(own, "totalInclAmount", context);
    else if (!Number.isFinite(part)) leaveOut(own, "totalInclAmount", context, wrong("/totalInclAmount", "a number"));
  }
}
export function checkCourse(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  const part0 = own.courseNumber;
  if (part0 === undefined) return missing("courseNumber");
  const part1 = own.name;
  if (part1 === undefined) return missing("name");
  const part2 = own.abbreviation;
  if (part2 === undefined) return missing("abbreviation");
  if (!Number.isInteger(part0)) return wrong("/courseNumber", "an integer");
  if (!Number.isSafeInteger(part0)) return { path: "/courseNumber", kind: "unsafe" };
  if (typeof part1 !== "string") return wrong("/name", "a string");
  if (typeof part2 !== "string") return wrong("/abbreviation", "a string");
  if ((part = own.sequenceNumber) !== undefined) {
    if (part === null) leaveOut(own, "sequenceNumber", context);
    else if (!Number.isInteger(part)) leaveOut(own, "sequenceNumber", context, wrong("/sequenceNumber", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "sequenceNumber", context, { path: "/sequenceNumber", kind: "unsafe" });
    }
  }
  if ((part = own.expectedPreparationTime) !== undefined) {
    if (part === null) leaveOut(own, "expectedPreparationTime", context);
    else if (!Number.isInteger(part)) leaveOut(own, "expectedPreparationTime", context, wrong("/expectedPreparationTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "expectedPreparationTime", context, { path: "/expectedPreparationTime", kind: "unsafe" });
    }
  }
  if ((part = own.actualPreparationTime) !== undefined) {
    if (part === null) leaveOut(own, "actualPreparationTime", context);
    else if (!Number.isInteger(part)) leaveOut(own, "actualPreparationTime", context, wrong("/actualPreparationTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "actualPreparationTime", context, { path: "/actualPreparationTime", kind: "unsafe" });
    }
  }
}
export function checkCustomAction(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  const part0 = own.customActionId;
  if (part0 === undefined) return missing("customActionId");
  if (typeof part0 !== "string") return wrong("/customActionId", "a string");
  if ((part = own.buttonCaption) !== undefined) {
    if (part === null) leaveOut(own, "buttonCaption", context);
    else if (typeof part !== "string") return wrong("/buttonCaption", "a string");
  }
  if ((part = own.onStartup) !== undefined) {
    if (part === null) leaveOut(own, "onStartup", context);
    else if (typeof part !== "boolean") return wrong("/onStartup", "a boolean");
  }
  if ((part = own.longClick) !== undefined) {
    if (part === null) leaveOut(own, "longClick", context);
    else if (typeof part !== "boolean") return wrong("/longClick", "a boolean");
  }
  if ((part = own.numpadValue) !== undefined) {
    if (part === null) leaveOut(own, "numpadValue", context);
    else if (!Number.isFinite(part)) return wrong("/numpadValue", "a number");
  }
}
export function checkDialog(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  const part0 = own.selectedDialogOptionIds;
  if (part0 === undefined) return missing("selectedDialogOptionIds");
  if (!Array.isArray(part0)) return wrong("/selectedDialogOptionIds", "an array");
  for (let i0 = 0; i0 < part0.length; i0++) {
    const item0 = part0[i0];
    if (!Number.isInteger(item0)) return wrong("/selectedDialogOptionIds/" + i0, "an integer");
    if (!Number.isSafeInteger(item0)) return { path: "/selectedDialogOptionIds/" + i0, kind: "unsafe" };
  }
}
export function checkErrorRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  const part0 = own.error;
  if (part0 === undefined) return missing("error");
  const part1 = own.original;
  if (part1 === undefined) return missing("original");
  if ((inner = checkWebhookError(part0, context)) !== undefined) return at("/error", inner);
  if ((inner = checkOriginalRequest(part1, context)) !== undefined) return at("/original", inner);
  if ((part = own.event) !== undefined) {
    if (part === null) leaveOut(own, "event", context);
    else if ((inner = checkEventInfo(part, context)) !== undefined) return at("/event", inner);
  }
  if ((part = own.sender) !== undefined) {
    if (part === null) leaveOut(own, "sender", context);
    else if ((inner = checkSender(part, context)) !== undefined) return at("/sender", inner);
  }
}
export function checkEventInfo(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  const part0 = own.eventBlocking;
  if (part0 === undefined) return missing("eventBlocking");
  const part2 = own.eventCounter;
  if (part2 === undefined) return missing("eventCounter");
  const part3 = own.eventTimestamp;
  if (part3 === undefined) return missing("eventTimestamp");
  if (typeof part0 !== "boolean") return wrong("/eventBlocking", "a boolean");
  if ((part = own.eventPolling) !== undefined) {
    if (part === null) leaveOut(own, "eventPolling", context);
    else if (typeof part !== "boolean") return wrong("/eventPolling", "a boolean");
  }
  if (!Number.isInteger(part2)) return wrong("/eventCounter", "an integer");
  if (!Number.isSafeInteger(part2)) return { path: "/eventCounter", kind: "unsafe" };
  if (typeof part3 !== "string") return wrong("/eventTimestamp", "a string");
}
export function checkExternalDiscount(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  if ((part = own.discountId) !== undefined) {
    if (part === null) leaveOut(own, "discountId", context);
    else if (typeof part !== "string") return wrong("/discountId", "a string");
  }
  if ((part = own.discountDescription) !== undefined) {
    if (part === null) leaveOut(own, "discountDescription", context);
    else if (typeof part !== "string") return wrong("/discountDescription", "a string");
  }
  if ((part = own.discountPercentage) !== undefined) {
    if (part === null) leaveOut(own, "discountPercentage", context);
    else if (!Number.isFinite(part)) return wrong("/discountPercentage", "a number");
  }
  if ((part = own.discountAmount) !== undefined) {
    if (part === null) leaveOut(own, "discountAmount", context);
    else if (!Number.isFinite(part)) return wrong("/discountAmount", "a number");
  }
  if ((part = own.discountType) !== undefined) {
    if (part === null) leaveOut(own, "discountType", context);
    else if (typeof part !== "string") leaveOut(own, "discountType", context, wrong("/discountType", "a string"));
  }
}
export function checkExternalPayment(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  const part0 = own.externalPaymentId;
  if (part0 === undefined) return missing("externalPaymentId");
  const part1 = own.amount;
  if (part1 === undefined) return missing("amount");
  const part2 = own.method;
  if (part2 === undefined) return missing("method");
  if (typeof part0 !== "string") return wrong("/externalPaymentId", "a string");
  if (!Number.isFinite(part1)) return wrong("/amount", "a number");
  if (typeof part2 !== "string") return wrong("/method", "a string");
  if ((part = own.callbackUrl) !== undefined) {
    if (part === null) leaveOut(own, "callbackUrl", context);
    else if (typeof part !== "string") return wrong("/callbackUrl", "a string");
  }
}
export function checkForm(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  const part0 = own.id;
  if (part0 === undefined) return missing("id");
  if (typeof part0 !== "string") return wrong("/id", "a string");
  if ((part = own.cancelled) !== undefined) {
    if (part === null) leaveOut(own, "cancelled", context);
    else if (typeof part !== "boolean") return wrong("/cancelled", "a boolean");
  }
  if ((part = own.fields) !== undefined) {
    if (part === null) leaveOut(own, "fields", context);
    else {
      if (!Array.isArray(part)) return wrong("/fields", "an array");
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkFormFieldValue(part[i0], context)) !== undefined) return at("/fields/" + i0, inner);
      }
    }
  }
}
export function checkFormFieldValue(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  const part0 = own.id;
  if (part0 === undefined) return missing("id");
  if (typeof part0 !== "string") return wrong("/id", "a string");
  if ((part = own.value) !== undefined) {
    if (part === null) leaveOut(own, "value", context);
    else if (typeof part !== "string") return wrong("/value", "a string");
  }
  if ((part = own.selected) !== undefined) {
    if (part === null) leaveOut(own, "selected", context);
    else {
      if (!Array.isArray(part)) return wrong("/selected", "an array");
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        if (typeof item0 !== "string") return wrong("/selected/" + i0, "a string");
      }
    }
  }
}
export function checkMergeSession(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  const part0 = own.mergeWithSessionId;
  if (part0 === undefined) return missing("mergeWithSessionId");
  if (typeof part0 !== "string") return wrong("/mergeWithSessionId", "a string");
}
export function checkOpenUrl(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  const part0 = own.redirectUrl;
  if (part0 === undefined) return missing("redirectUrl");
  if (typeof part0 !== "string") return wrong("/redirectUrl", "a string");
}
export function checkOrder(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
}
export function checkOriginalRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
}
export function checkPayment(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  const part0 = own.amount;
  if (part0 === undefined) return missing("amount");
  const part1 = own.description;
  if (part1 === undefined) return missing("description");
  const part2 = own.method;
  if (part2 === undefined) return missing("method");
  if (!Number.isFinite(part0)) return wrong("/amount", "a number");
  if (typeof part1 !== "string") return wrong("/description", "a string");
  if (typeof part2 !== "string") return wrong("/method", "a string");
}
export function checkPrintBill(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
}
export function checkRelation(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  if ((part = own.relationNumber) !== undefined) {
    if (part === null) leaveOut(own, "relationNumber", context);
    else {
      if (!Number.isInteger(part)) return wrong("/relationNumber", "an integer");
      if (!Number.isSafeInteger(part)) return { path: "/relationNumber", kind: "unsafe" };
    }
  }
  if ((part = own.name) !== undefined) {
    if (part === null) leaveOut(own, "name", context);
    else if (typeof part !== "string") return wrong("/name", "a string");
  }
}
const inlinedInRemoveSessionLine = ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"];
export function checkRemoveSessionLine(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((own.line ?? null) === null && !holdsAny(own, inlinedInRemoveSessionLine)) return missing("line");
  if ((part = own.line) !== undefined) {
    if (part === null) leaveOut(own, "line", context);
    else if ((inner = checkSessionLine(part, context)) !== undefined) return at("/line", inner);
  }
  if ((own.line ?? null) === null && holdsAny(own, inlinedInRemoveSessionLine)) {
    if ((inner = checkSessionLine(own, context)) !== undefined) return inner;
    takeIn(own, { into: "line", names: inlinedInRemoveSessionLine }, context);
  }
}
export function checkScanCode(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  const part0 = own.scannedCode;
  if (part0 === undefined) return missing("scannedCode");
  const part1 = own.codeType;
  if (part1 === undefined) return missing("codeType");
  if (typeof part0 !== "string") return wrong("/scannedCode", "a string");
  if (typeof part1 !== "string") return wrong("/codeType", "a string");
}
const inlinedInSelectRelation = ["relationNumber", "name"];
export function checkSelectRelation(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if (own.relation === undefined && !holdsAny(own, inlinedInSelectRelation)) return missing("relation");
  if ((part = own.relation) !== undefined) {
    if (isObject(part)) {
      if ((inner = checkRelation(part, context)) !== undefined) return at("/relation", inner);
    }
    else if (!(part === null)) return wrong("/relation", "an object or null");
  }
  if (own.relation === undefined && holdsAny(own, inlinedInSelectRelation)) {
    if (holdsOnlyNulls(own, inlinedInSelectRelation)) takeIn(own, { into: "relation", names: inlinedInSelectRelation, isNull: true }, context);
    else {
      if ((inner = checkRelation(own, context)) !== undefined) return inner;
      takeIn(own, { into: "relation", names: inlinedInSelectRelation }, context);
    }
  }
}
export function checkSender(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  const part0 = own.branchNumber;
  if (part0 === undefined) return missing("branchNumber");
  const part1 = own.workplaceNumber;
  if (part1 === undefined) return missing("workplaceNumber");
  if (!Number.isInteger(part0)) return wrong("/branchNumber", "an integer");
  if (!Number.isSafeInteger(part0)) return { path: "/branchNumber", kind: "unsafe" };
  if (!Number.isInteger(part1)) return wrong("/workplaceNumber", "an integer");
  if (!Number.isSafeInteger(part1)) return { path: "/workplaceNumber", kind: "unsafe" };
  if ((part = own.instanceId) !== undefined) {
    if (part === null) leaveOut(own, "instanceId", context);
    else if (typeof part !== "string") return wrong("/instanceId", "a string");
  }
  if ((part = own.paymentStarted) !== undefined) {
    if (part === null) leaveOut(own, "paymentStarted", context);
    else if (typeof part !== "boolean") return wrong("/paymentStarted", "a boolean");
  }
  if ((part = own.productName) !== undefined) {
    if (part === null) leaveOut(own, "productName", context);
    else if (typeof part !== "string") return wrong("/productName", "a string");
  }
  if ((part = own.employeeNumber) !== undefined) {
    if (part === null) leaveOut(own, "employeeNumber", context);
    else if (!Number.isInteger(part)) leaveOut(own, "employeeNumber", context, wrong("/employeeNumber", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "employeeNumber", context, { path: "/employeeNumber", kind: "unsafe" });
    }
  }
  if ((part = own.browserFamily) !== undefined) {
    if (part === null) leaveOut(own, "browserFamily", context);
    else if (typeof part !== "string") return wrong("/browserFamily", "a string");
  }
  if ((part = own.browserVersion) !== undefined) {
    if (part === null) leaveOut(own, "browserVersion", context);
    else if (typeof part !== "string") return wrong("/browserVersion", "a string");
  }
  if ((part = own.deviceType) !== undefined) {
    if (part === null) leaveOut(own, "deviceType", context);
    else if (typeof part !== "string") return wrong("/deviceType", "a string");
  }
  if ((part = own.platformFamily) !== undefined) {
    if (part === null) leaveOut(own, "platformFamily", context);
    else if (typeof part !== "string") return wrong("/platformFamily", "a string");
  }
  if ((part = own.platformVersion) !== undefined) {
    if (part === null) leaveOut(own, "platformVersion", context);
    else if (typeof part !== "string") return wrong("/platformVersion", "a string");
  }
  if ((part = own.hasReceiptPrinter) !== undefined) {
    if (part === null) leaveOut(own, "hasReceiptPrinter", context);
    else if (typeof part !== "boolean") return wrong("/hasReceiptPrinter", "a boolean");
  }
}
export function checkSession(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  const part0 = own.sessionId;
  if (part0 === undefined) return missing("sessionId");
  if (typeof part0 !== "string") return wrong("/sessionId", "a string");
  if ((part = own.table) !== undefined) {
    if (part === null) leaveOut(own, "table", context);
    else if ((inner = checkSessionTable(part, context)) !== undefined) return at("/table", inner);
  }
  if ((part = own.lines) !== undefined) {
    if (part === null) leaveOut(own, "lines", context);
    else {
      if (!Array.isArray(part)) return wrong("/lines", "an array");
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkSessionLine(part[i0], context)) !== undefined) return at("/lines/" + i0, inner);
      }
    }
  }
  if ((part = own.payments) !== undefined) {
    if (part === null) leaveOut(own, "payments", context);
    else {
      if (!Array.isArray(part)) return wrong("/payments", "an array");
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkPayment(part[i0], context)) !== undefined) return at("/payments/" + i0, inner);
      }
    }
  }
  if ((part = own.relation) !== undefined) {
    if (part === null) leaveOut(own, "relation", context);
    else if ((inner = checkRelation(part, context)) !== undefined) leaveOut(own, "relation", context, at("/relation", inner));
  }
  if ((part = own.totalInclAmount) !== undefined) {
    if (part === null) leaveOut(own, "totalInclAmount", context);
    else if (!Number.isFinite(part)) leaveOut(own, "totalInclAmount", context, wrong("/totalInclAmount", "a number"));
  }
}
export function checkSessionLine(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  const part0 = own.lineId;
  if (part0 === undefined) return missing("lineId");
  const part4 = own.text;
  if (part4 === undefined) return missing("text");
  if (typeof part0 !== "string") return wrong("/lineId", "a string");
  if ((part = own.articleNumber) !== undefined) {
    if (part === null) leaveOut(own, "articleNumber", context);
    else {
      if (!Number.isInteger(part)) return wrong("/articleNumber", "an integer");
      if (!Number.isSafeInteger(part)) return { path: "/articleNumber", kind: "unsafe" };
    }
  }
  if ((part = own.priceIncl) !== undefined) {
    if (part === null) leaveOut(own, "priceIncl", context);
    else if (!Number.isFinite(part)) return wrong("/priceIncl", "a number");
  }
  if ((part = own.quantity) !== undefined) {
    if (part === null) leaveOut(own, "quantity", context);
    else if (!Number.isFinite(part)) return wrong("/quantity", "a number");
  }
  if (typeof part4 !== "string") return wrong("/text", "a string");
  if ((part = own.discountPercentage) !== undefined) {
    if (part === null) leaveOut(own, "discountPercentage", context);
    else if (!Number.isFinite(part)) return wrong("/discountPercentage", "a number");
  }
  if ((part = own.discountAmount) !== undefined) {
    if (part === null) leaveOut(own, "discountAmount", context);
    else if (!Number.isFinite(part)) return wrong("/discountAmount", "a number");
  }
  if ((part = own.supplierArticleNumber) !== undefined) {
    if (part === null) leaveOut(own, "supplierArticleNumber", context);
    else if (typeof part !== "string") return wrong("/supplierArticleNumber", "a string");
  }
  if ((part = own.pluNumber) !== undefined) {
    if (part === null) leaveOut(own, "pluNumber", context);
    else if (typeof part !== "string") return wrong("/pluNumber", "a string");
  }
  if ((part = own.extArticleId) !== undefined) {
    if (part === null) leaveOut(own, "extArticleId", context);
    else if (typeof part !== "string") return wrong("/extArticleId", "a string");
  }
  if ((part = own.externalDiscount) !== undefined) {
    if (part === null) leaveOut(own, "externalDiscount", context);
    else if ((inner = checkExternalDiscount(part, context)) !== undefined) leaveOut(own, "externalDiscount", context, at("/externalDiscount", inner));
  }
}
export function checkSessionTable(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  if ((part = own.number) !== undefined) {
    if (part === null) leaveOut(own, "number", context);
    else {
      if (!Number.isInteger(part)) return wrong("/number", "an integer");
      if (!Number.isSafeInteger(part)) return { path: "/number", kind: "unsafe" };
    }
  }
  if ((part = own.subNumber) !== undefined) {
    if (part === null) leaveOut(own, "subNumber", context);
    else {
      if (!Number.isInteger(part)) return wrong("/subNumber", "an integer");
      if (!Number.isSafeInteger(part)) return { path: "/subNumber", kind: "unsafe" };
    }
  }
}
export function checkTable(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  if ((part = own.tableName) !== undefined) {
    if (part === null) leaveOut(own, "tableName", context);
    else if (typeof part !== "string") leaveOut(own, "tableName", context, wrong("/tableName", "a string"));
  }
  if ((part = own.numberOfGuests) !== undefined) {
    if (part === null) leaveOut(own, "numberOfGuests", context);
    else if (!Number.isInteger(part)) leaveOut(own, "numberOfGuests", context, wrong("/numberOfGuests", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "numberOfGuests", context, { path: "/numberOfGuests", kind: "unsafe" });
    }
  }
  if ((part = own.number) !== undefined) {
    if (part === null) leaveOut(own, "number", context);
    else {
      if (!Number.isInteger(part)) return wrong("/number", "an integer");
      if (!Number.isSafeInteger(part)) return { path: "/number", kind: "unsafe" };
    }
  }
  if ((part = own.subNumber) !== undefined) {
    if (part === null) leaveOut(own, "subNumber", context);
    else {
      if (!Number.isInteger(part)) return wrong("/subNumber", "an integer");
      if (!Number.isSafeInteger(part)) return { path: "/subNumber", kind: "unsafe" };
    }
  }
}
export function checkTableOrder(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part;
  const part0 = own.orderId;
  if (part0 === undefined) return missing("orderId");
  if (typeof part0 !== "string") return wrong("/orderId", "a string");
  if ((part = own.year) !== undefined) {
    if (part === null) leaveOut(own, "year", context);
    else if (!Number.isInteger(part)) leaveOut(own, "year", context, wrong("/year", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "year", context, { path: "/year", kind: "unsafe" });
    }
  }
  if ((part = own.number) !== undefined) {
    if (part === null) leaveOut(own, "number", context);
    else if (!Number.isInteger(part)) leaveOut(own, "number", context, wrong("/number", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) leaveOut(own, "number", context, { path: "/number", kind: "unsafe" });
    }
  }
}
const inlinedInUpdateSessionLine = ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"];
export function checkUpdateSessionLine(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  let part, inner;
  if ((part = own.line) !== undefined) {
    if (part === null) leaveOut(own, "line", context);
    else if ((inner = checkSessionLine(part, context)) !== undefined) leaveOut(own, "line", context, at("/line", inner));
  }
  if ((own.line ?? null) === null && holdsAny(own, inlinedInUpdateSessionLine)) takeIn(own, { into: "line", names: inlinedInUpdateSessionLine, fault: checkSessionLine(own, context) }, context);
}
export function checkWebhookError(value: any, context: CheckContext): Found {
  if (!isObject(value)) return wrong("", "an object");
  const own = readOf(value, context);
  const part0 = own.code;
  if (part0 === undefined) return missing("code");
  const part1 = own.message;
  if (part1 === undefined) return missing("message");
  if (typeof part0 !== "string") return wrong("/code", "a string");
  if (typeof part1 !== "string") return wrong("/message", "a string");
}
const closedCommonResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkCommonResponse(own: any, context: CheckContext, tally: Tally): Faults {
  let faults, known = 0, part, inner;
  if ((part = own.error) !== undefined) {
    known += 1;
    if ((inner = checkErrorAnswer(part, context)) !== undefined) faults = under("/error", inner, faults);
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (!Array.isArray(part)) (faults ??= []).push(wrong("/message", "an array"));
    else {
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkMessage(part[i0], context)) !== undefined) faults = under("/message/" + i0, inner, faults);
      }
    }
  }
  if ((part = own.dialog) !== undefined) {
    known += 1;
    if ((inner = checkDialogAnswer(part, context)) !== undefined) faults = under("/dialog", inner, faults);
  }
  if ((part = own.requestScanCode) !== undefined) {
    known += 1;
    if ((inner = checkRequestScanCode(part, context)) !== undefined) faults = under("/requestScanCode", inner, faults);
  }
  if ((part = own.openUrl) !== undefined) {
    known += 1;
    if ((inner = checkOpenUrlAnswer(part, context)) !== undefined) faults = under("/openUrl", inner, faults);
  }
  if ((part = own.displayBarcode) !== undefined) {
    known += 1;
    if ((inner = checkDisplayBarcode(part, context)) !== undefined) faults = under("/displayBarcode", inner, faults);
  }
  if ((part = own.hideBarcode) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/hideBarcode", "a boolean"));
  }
  if ((part = own.lineChanges) !== undefined) {
    known += 1;
    if (!Array.isArray(part)) (faults ??= []).push(wrong("/lineChanges", "an array"));
    else {
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkLineChange(part[i0], context)) !== undefined) faults = under("/lineChanges/" + i0, inner, faults);
      }
    }
  }
  if ((part = own.lineAdditions) !== undefined) {
    known += 1;
    if (!Array.isArray(part)) (faults ??= []).push(wrong("/lineAdditions", "an array"));
    else {
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkLineAddition(part[i0], context)) !== undefined) faults = under("/lineAdditions/" + i0, inner, faults);
      }
    }
  }
  if ((part = own.lineDeletions) !== undefined) {
    known += 1;
    if (!Array.isArray(part)) (faults ??= []).push(wrong("/lineDeletions", "an array"));
    else {
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkLineDeletion(part[i0], context)) !== undefined) faults = under("/lineDeletions/" + i0, inner, faults);
      }
    }
  }
  if ((part = own.lockSession) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/lockSession", "a boolean"));
  }
  if ((part = own.lockSessionForAdditions) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/lockSessionForAdditions", "a boolean"));
  }
  if ((part = own.vatMethodChange) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/vatMethodChange", "a string"));
    else {
      if (part !== "inclusive" && part !== "exclusive" && part !== "shifted") (faults ??= []).push({ path: "/vatMethodChange", kind: "value", expected: "one of \"inclusive\", \"exclusive\", \"shifted\"" });
    }
  }
  if ((part = own.prepayTable) !== undefined) {
    known += 1;
    if ((inner = checkPrepayTable(part, context)) !== undefined) faults = under("/prepayTable", inner, faults);
  }
  if ((part = own.externalCardScan) !== undefined) {
    known += 1;
    if ((inner = checkExternalCardScan(part, context)) !== undefined) faults = under("/externalCardScan", inner, faults);
  }
  if ((part = own.customActionChange) !== undefined) {
    known += 1;
    if ((inner = checkCustomActionChange(part, context)) !== undefined) faults = under("/customActionChange", inner, faults);
  }
  if ((part = own.requestCustomAction) !== undefined) {
    known += 1;
    if ((inner = checkRequestCustomAction(part, context)) !== undefined) faults = under("/requestCustomAction", inner, faults);
  }
  if ((part = own.polling) !== undefined) {
    known += 1;
    if ((inner = checkPollingAnswer(part, context)) !== undefined) faults = under("/polling", inner, faults);
  }
  if ((part = own.version) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/version", "a string"));
  }
  tally.known = known;
  return faults;
}
export function checkAddSessionLineResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkBackgroundPollResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
const closedCancelExternalPaymentResponse: ClosedObject = { base: closedCommonResponse, known: ["externalPayment"], forbidden: {} };
export function checkCancelExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known, part, inner;
  if ((part = own.externalPayment) !== undefined) {
    known += 1;
    if ((inner = checkExternalPaymentAnswer(part, context)) !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedCancelExternalPaymentResponse, faults);
  return faults;
}
export function checkCancelPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkCancelSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
const closedCompleteSessionResponse: ClosedObject = { base: closedCommonResponse, known: ["receiptFooter"], forbidden: {} };
export function checkCompleteSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known, part, inner;
  if ((part = own.receiptFooter) !== undefined) {
    known += 1;
    if (isObject(part)) {
      if ((inner = checkFooter(part, context)) !== undefined) faults = under("/receiptFooter", inner, faults);
    }
    else if (Array.isArray(part)) {
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkFooter(part[i0], context)) !== undefined) faults = under("/receiptFooter/" + i0, inner, faults);
      }
    }
    else (faults ??= []).push(wrong("/receiptFooter", "an object or an array"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedCompleteSessionResponse, faults);
  return faults;
}
export function checkCreditSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkCustomActionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkKitchenCompleteCourseResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkKitchenServeCourseResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkKitchenStartCourseResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkMergeSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkPauseSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
const closedPollExternalPaymentResponse: ClosedObject = { base: closedCommonResponse, known: ["externalPayment"], forbidden: {} };
export function checkPollExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known, part, inner;
  if ((part = own.externalPayment) !== undefined) {
    known += 1;
    if ((inner = checkExternalPaymentAnswer(part, context)) !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPollExternalPaymentResponse, faults);
  return faults;
}
const closedPrintBillResponse: ClosedObject = { base: closedCommonResponse, known: ["billFooter"], forbidden: {} };
export function checkPrintBillResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known, part, inner;
  if ((part = own.billFooter) !== undefined) {
    known += 1;
    if (isObject(part)) {
      if ((inner = checkFooter(part, context)) !== undefined) faults = under("/billFooter", inner, faults);
    }
    else if (Array.isArray(part)) {
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkFooter(part[i0], context)) !== undefined) faults = under("/billFooter/" + i0, inner, faults);
      }
    }
    else (faults ??= []).push(wrong("/billFooter", "an object or an array"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPrintBillResponse, faults);
  return faults;
}
export function checkRemoveSessionLineResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
const closedRequestCancelExternalPaymentResponse: ClosedObject = { base: closedCommonResponse, known: ["externalPayment"], forbidden: {} };
export function checkRequestCancelExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known, part, inner;
  if ((part = own.externalPayment) !== undefined) {
    known += 1;
    if ((inner = checkExternalPaymentAnswer(part, context)) !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedRequestCancelExternalPaymentResponse, faults);
  return faults;
}
export function checkResumeSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
const closedScanCodeResponse: ClosedObject = { base: closedCommonResponse, known: ["scanCode"], forbidden: {} };
export function checkScanCodeResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known, part, inner;
  if ((part = own.scanCode) !== undefined) {
    known += 1;
    if ((inner = checkScanCodeAnswer(part, context)) !== undefined) faults = under("/scanCode", inner, faults);
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedScanCodeResponse, faults);
  return faults;
}
export function checkSelectRelationResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
const closedStartExternalPaymentResponse: ClosedObject = { base: closedCommonResponse, known: ["externalPayment"], forbidden: {} };
export function checkStartExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known, part, inner;
  if ((part = own.externalPayment) !== undefined) {
    known += 1;
    if ((inner = checkStartExternalPaymentAnswer(part, context)) !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedStartExternalPaymentResponse, faults);
  return faults;
}
export function checkStartPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkStartSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
export function checkUpdateSessionLineResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context), tally = { known: 0 };
  let faults = checkCommonResponse(own, context, tally), known = tally.known;
  if (countOf(own) !== known) faults = withUnknown(own, closedCommonResponse, faults);
  return faults;
}
const closedAddedDiscount: ClosedObject = { known: ["discountId", "discountDescription", "discountPercentage", "discountAmount", "applyToQuantity", "discountType"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkAddedDiscount(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  if ((part = own.discountId) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/discountId", "a string"));
    else {
      if (!isUuid(part)) (faults ??= []).push({ path: "/discountId", kind: "format", expected: "uuid" });
    }
  }
  if ((part = own.discountDescription) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/discountDescription", "a string"));
  }
  if ((part = own.discountPercentage) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/discountPercentage", "a number"));
  }
  if ((part = own.discountAmount) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/discountAmount", "a number"));
  }
  if ((part = own.applyToQuantity) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/applyToQuantity", "a number"));
  }
  if ((part = own.discountType) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/discountType", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedAddedDiscount, faults);
  return faults;
}
const closedCustomActionChange: ClosedObject = { known: ["customActionId", "buttonCaption"], forbidden: {} };
export function checkCustomActionChange(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0;
  const part0 = own.customActionId;
  if (part0 === undefined) (faults ??= []).push(missing("customActionId"));
  const part1 = own.buttonCaption;
  if (part1 === undefined) (faults ??= []).push(missing("buttonCaption"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "string") (faults ??= []).push(wrong("/customActionId", "a string"));
  }
  if (part1 !== undefined) {
    known += 1;
    if (typeof part1 !== "string") (faults ??= []).push(wrong("/buttonCaption", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedCustomActionChange, faults);
  return faults;
}
const closedDialogAnswer: ClosedObject = { known: ["required", "allowMultipleOptions", "requireConfirmation", "dialogTitle", "columns", "dialogOptions"], forbidden: {
  dialogId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  dialogIdAsString: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkDialogAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part, inner;
  const part0 = own.required;
  if (part0 === undefined) (faults ??= []).push(missing("required"));
  const part1 = own.allowMultipleOptions;
  if (part1 === undefined) (faults ??= []).push(missing("allowMultipleOptions"));
  const part3 = own.dialogTitle;
  if (part3 === undefined) (faults ??= []).push(missing("dialogTitle"));
  const part5 = own.dialogOptions;
  if (part5 === undefined) (faults ??= []).push(missing("dialogOptions"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "boolean") (faults ??= []).push(wrong("/required", "a boolean"));
  }
  if (part1 !== undefined) {
    known += 1;
    if (typeof part1 !== "boolean") (faults ??= []).push(wrong("/allowMultipleOptions", "a boolean"));
  }
  if ((part = own.requireConfirmation) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/requireConfirmation", "a boolean"));
  }
  if (part3 !== undefined) {
    known += 1;
    if (typeof part3 !== "string") (faults ??= []).push(wrong("/dialogTitle", "a string"));
  }
  if ((part = own.columns) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/columns", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/columns", kind: "unsafe" });
    }
  }
  if (part5 !== undefined) {
    known += 1;
    if (!Array.isArray(part5)) (faults ??= []).push(wrong("/dialogOptions", "an array"));
    else {
      for (let i0 = 0; i0 < part5.length; i0++) {
        if ((inner = checkDialogOption(part5[i0], context)) !== undefined) faults = under("/dialogOptions/" + i0, inner, faults);
      }
    }
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedDialogAnswer, faults);
  return faults;
}
const closedDialogOption: ClosedObject = { known: ["optionId", "optionName", "optionColor"], forbidden: {
  disabled: { reason: "since v59.3.4: not in every shop of 48..", addedIn: "59.3.4" },
  optionIdAsString: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  image: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  articleNumber: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  barcode: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  pluNumber: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  supplierArticleNumber: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  extArticleId: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
} };
export function checkDialogOption(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  const part0 = own.optionId;
  if (part0 === undefined) (faults ??= []).push(missing("optionId"));
  const part1 = own.optionName;
  if (part1 === undefined) (faults ??= []).push(missing("optionName"));
  if (part0 !== undefined) {
    known += 1;
    if (!Number.isInteger(part0)) (faults ??= []).push(wrong("/optionId", "an integer"));
    else {
      if (!Number.isSafeInteger(part0)) (faults ??= []).push({ path: "/optionId", kind: "unsafe" });
    }
  }
  if (part1 !== undefined) {
    known += 1;
    if (typeof part1 !== "string") (faults ??= []).push(wrong("/optionName", "a string"));
  }
  if ((part = own.optionColor) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/optionColor", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedDialogOption, faults);
  return faults;
}
const closedDisplayBarcode: ClosedObject = { known: ["codeType", "code"], forbidden: {} };
export function checkDisplayBarcode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0;
  const part0 = own.codeType;
  if (part0 === undefined) (faults ??= []).push(missing("codeType"));
  const part1 = own.code;
  if (part1 === undefined) (faults ??= []).push(missing("code"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "string") (faults ??= []).push(wrong("/codeType", "a string"));
    else {
      if (part0 !== "barcode" && part0 !== "rfid" && part0 !== "qrcode") (faults ??= []).push({ path: "/codeType", kind: "value", expected: "one of \"barcode\", \"rfid\", \"qrcode\"" });
    }
  }
  if (part1 !== undefined) {
    known += 1;
    if (typeof part1 !== "string") (faults ??= []).push(wrong("/code", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedDisplayBarcode, faults);
  return faults;
}
const closedErrorAnswer: ClosedObject = { known: ["code", "message"], forbidden: {
  type: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkErrorAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0;
  const part0 = own.code;
  if (part0 === undefined) (faults ??= []).push(missing("code"));
  const part1 = own.message;
  if (part1 === undefined) (faults ??= []).push(missing("message"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "string") (faults ??= []).push(wrong("/code", "a string"));
  }
  if (part1 !== undefined) {
    known += 1;
    if (typeof part1 !== "string") (faults ??= []).push(wrong("/message", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedErrorAnswer, faults);
  return faults;
}
const closedExternalCardScan: ClosedObject = { known: ["cardIdentifier", "cardDescription", "cardBalance", "cardExpiration", "cardBlocked", "displayTime", "isNewBalance"], forbidden: {} };
export function checkExternalCardScan(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  if ((part = own.cardIdentifier) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/cardIdentifier", "a string"));
  }
  if ((part = own.cardDescription) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/cardDescription", "a string"));
  }
  if ((part = own.cardBalance) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/cardBalance", "a number"));
  }
  if ((part = own.cardExpiration) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/cardExpiration", "a string"));
    else {
      if (!isDate(part) && !isDateTime(part)) (faults ??= []).push({ path: "/cardExpiration", kind: "format", expected: "date or date-time" });
    }
  }
  if ((part = own.cardBlocked) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/cardBlocked", "a boolean"));
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/displayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
    }
  }
  if ((part = own.isNewBalance) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/isNewBalance", "a boolean"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedExternalCardScan, faults);
  return faults;
}
const closedExternalDiscountAnswer: ClosedObject = { known: ["discountId", "discountDescription", "discountPercentage", "discountAmount", "applyToQuantity", "discountType"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkExternalDiscountAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  const part0 = own.discountId;
  if (part0 === undefined) (faults ??= []).push(missing("discountId"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "string") (faults ??= []).push(wrong("/discountId", "a string"));
    else {
      if (!isUuid(part0)) (faults ??= []).push({ path: "/discountId", kind: "format", expected: "uuid" });
    }
  }
  if ((part = own.discountDescription) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/discountDescription", "a string"));
  }
  if ((part = own.discountPercentage) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/discountPercentage", "a number"));
  }
  if ((part = own.discountAmount) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/discountAmount", "a number"));
  }
  if ((part = own.applyToQuantity) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/applyToQuantity", "a number"));
  }
  if ((part = own.discountType) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/discountType", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedExternalDiscountAnswer, faults);
  return faults;
}
const closedExternalPaymentAnswer: ClosedObject = { known: ["backgroundColor", "externalPaymentId", "started", "confirmed", "cancelled", "finalAmount", "externalTransactionReference", "receiptTexts", "cardType", "terminalId", "method", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"], forbidden: {
  receiptFooters: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  externalMethod: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  requiresReceiptPrinter: { reason: "only for startExternalPayment" },
} };
export function checkExternalPaymentAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part, inner;
  if ((part = own.backgroundColor) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/backgroundColor", "a string"));
  }
  if ((part = own.externalPaymentId) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/externalPaymentId", "a string"));
  }
  if ((part = own.started) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/started", "a boolean"));
  }
  if ((part = own.confirmed) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/confirmed", "a boolean"));
  }
  if ((part = own.cancelled) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/cancelled", "a boolean"));
  }
  if ((part = own.finalAmount) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/finalAmount", "a number"));
  }
  if ((part = own.externalTransactionReference) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/externalTransactionReference", "a string"));
  }
  if ((part = own.receiptTexts) !== undefined) {
    known += 1;
    if (!Array.isArray(part)) (faults ??= []).push(wrong("/receiptTexts", "an array"));
    else {
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkReceiptText(part[i0], context)) !== undefined) faults = under("/receiptTexts/" + i0, inner, faults);
      }
    }
  }
  if ((part = own.cardType) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/cardType", "a string"));
  }
  if ((part = own.terminalId) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/terminalId", "a string"));
  }
  if ((part = own.method) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/method", "a string"));
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/message", "a string"));
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/customerMessage", "a string"));
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/displayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
    }
  }
  if ((part = own.messageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/messageDisplayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
    }
  }
  if ((part = own.customerMessageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/customerMessageDisplayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
    }
  }
  if ((part = own.hideTimestamp) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/hideTimestamp", "a boolean"));
  }
  if ((part = own.clearScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/clearScreen", "a boolean"));
  }
  if ((part = own.clearCustomerScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/clearCustomerScreen", "a boolean"));
  }
  if ((part = own.monospacedFont) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/monospacedFont", "a boolean"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedExternalPaymentAnswer, faults);
  return faults;
}
const closedFooter: ClosedObject = { known: ["textBefore", "text", "barcode", "textAfter", "printSeparate"], forbidden: {
  textBeforeOptions: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  textAfterOptions: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
} };
export function checkFooter(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part, inner;
  if ((part = own.textBefore) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/textBefore", "a string"));
  }
  if ((part = own.text) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/text", "a string"));
  }
  if ((part = own.barcode) !== undefined) {
    known += 1;
    if ((inner = checkFooterBarcode(part, context)) !== undefined) faults = under("/barcode", inner, faults);
  }
  if ((part = own.textAfter) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/textAfter", "a string"));
  }
  if ((part = own.printSeparate) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/printSeparate", "a boolean"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedFooter, faults);
  return faults;
}
const closedFooterBarcode: ClosedObject = { known: ["codeType", "code"], forbidden: {} };
export function checkFooterBarcode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  if ((part = own.codeType) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/codeType", "a string"));
    else {
      if (part !== "code128" && part !== "qrcode") (faults ??= []).push({ path: "/codeType", kind: "value", expected: "one of \"code128\", \"qrcode\"" });
    }
  }
  if ((part = own.code) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/code", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedFooterBarcode, faults);
  return faults;
}
const closedLineAddition: ClosedObject = { known: ["lineId", "extLine", "articleNumber", "barcode", "pluNumber", "supplierArticleNumber", "extArticleId", "priceIncl", "quantity", "text", "externalDiscount"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkLineAddition(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part, inner;
  if ((part = own.lineId) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/lineId", "a string"));
  }
  if ((part = own.extLine) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/extLine", "a string"));
  }
  if ((part = own.articleNumber) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/articleNumber", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/articleNumber", kind: "unsafe" });
    }
  }
  if ((part = own.barcode) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/barcode", "a string"));
  }
  if ((part = own.pluNumber) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/pluNumber", "a string"));
  }
  if ((part = own.supplierArticleNumber) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/supplierArticleNumber", "a string"));
  }
  if ((part = own.extArticleId) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/extArticleId", "a string"));
  }
  if ((part = own.priceIncl) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/priceIncl", "a number"));
  }
  if ((part = own.quantity) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/quantity", "a number"));
  }
  if ((part = own.text) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/text", "a string"));
  }
  if ((part = own.externalDiscount) !== undefined) {
    known += 1;
    if ((inner = checkAddedDiscount(part, context)) !== undefined) faults = under("/externalDiscount", inner, faults);
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedLineAddition, faults);
  return faults;
}
const closedLineChange: ClosedObject = { known: ["lineId", "externalDiscount"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkLineChange(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part, inner;
  const part0 = own.lineId;
  if (part0 === undefined) (faults ??= []).push(missing("lineId"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "string") (faults ??= []).push(wrong("/lineId", "a string"));
  }
  if ((part = own.externalDiscount) !== undefined) {
    known += 1;
    if ((inner = checkExternalDiscountAnswer(part, context)) !== undefined) faults = under("/externalDiscount", inner, faults);
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedLineChange, faults);
  return faults;
}
const closedLineDeletion: ClosedObject = { known: ["lineId"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkLineDeletion(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0;
  const part0 = own.lineId;
  if (part0 === undefined) (faults ??= []).push(missing("lineId"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "string") (faults ??= []).push(wrong("/lineId", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedLineDeletion, faults);
  return faults;
}
const closedMessage: ClosedObject = { known: ["backgroundColor", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"], forbidden: {} };
export function checkMessage(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  if ((part = own.backgroundColor) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/backgroundColor", "a string"));
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/message", "a string"));
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/customerMessage", "a string"));
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/displayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
    }
  }
  if ((part = own.messageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/messageDisplayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
    }
  }
  if ((part = own.customerMessageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/customerMessageDisplayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
    }
  }
  if ((part = own.hideTimestamp) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/hideTimestamp", "a boolean"));
  }
  if ((part = own.clearScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/clearScreen", "a boolean"));
  }
  if ((part = own.clearCustomerScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/clearCustomerScreen", "a boolean"));
  }
  if ((part = own.monospacedFont) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/monospacedFont", "a boolean"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedMessage, faults);
  return faults;
}
const closedOpenUrlAnswer: ClosedObject = { known: ["url", "autoOpen", "urlTitle", "closeOnDomainChange", "minimumWidth", "minimumHeight"], forbidden: {} };
export function checkOpenUrlAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  const part0 = own.url;
  if (part0 === undefined) (faults ??= []).push(missing("url"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "string") (faults ??= []).push(wrong("/url", "a string"));
  }
  if ((part = own.autoOpen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/autoOpen", "a boolean"));
  }
  if ((part = own.urlTitle) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/urlTitle", "a string"));
  }
  if ((part = own.closeOnDomainChange) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/closeOnDomainChange", "a boolean"));
  }
  if ((part = own.minimumWidth) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/minimumWidth", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/minimumWidth", kind: "unsafe" });
    }
  }
  if ((part = own.minimumHeight) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/minimumHeight", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/minimumHeight", kind: "unsafe" });
    }
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedOpenUrlAnswer, faults);
  return faults;
}
const closedPollingAnswer: ClosedObject = { known: ["finished", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"], forbidden: {} };
export function checkPollingAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  const part0 = own.finished;
  if (part0 === undefined) (faults ??= []).push(missing("finished"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "boolean") (faults ??= []).push(wrong("/finished", "a boolean"));
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/message", "a string"));
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/customerMessage", "a string"));
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/displayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
    }
  }
  if ((part = own.messageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/messageDisplayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
    }
  }
  if ((part = own.customerMessageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/customerMessageDisplayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
    }
  }
  if ((part = own.hideTimestamp) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/hideTimestamp", "a boolean"));
  }
  if ((part = own.clearScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/clearScreen", "a boolean"));
  }
  if ((part = own.clearCustomerScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/clearCustomerScreen", "a boolean"));
  }
  if ((part = own.monospacedFont) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/monospacedFont", "a boolean"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPollingAnswer, faults);
  return faults;
}
const closedPrepaidTable: ClosedObject = { known: ["number", "subNumber"], forbidden: {} };
export function checkPrepaidTable(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  const part0 = own.number;
  if (part0 === undefined) (faults ??= []).push(missing("number"));
  if (part0 !== undefined) {
    known += 1;
    if (!Number.isInteger(part0)) (faults ??= []).push(wrong("/number", "an integer"));
    else {
      if (!Number.isSafeInteger(part0)) (faults ??= []).push({ path: "/number", kind: "unsafe" });
    }
  }
  if ((part = own.subNumber) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/subNumber", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/subNumber", kind: "unsafe" });
    }
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPrepaidTable, faults);
  return faults;
}
const closedPrepayTable: ClosedObject = { known: ["table", "sessionId", "payments"], forbidden: {} };
export function checkPrepayTable(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, inner;
  const part0 = own.table;
  if (part0 === undefined) (faults ??= []).push(missing("table"));
  const part1 = own.sessionId;
  if (part1 === undefined) (faults ??= []).push(missing("sessionId"));
  const part2 = own.payments;
  if (part2 === undefined) (faults ??= []).push(missing("payments"));
  if (part0 !== undefined) {
    known += 1;
    if ((inner = checkPrepaidTable(part0, context)) !== undefined) faults = under("/table", inner, faults);
  }
  if (part1 !== undefined) {
    known += 1;
    if (typeof part1 !== "string") (faults ??= []).push(wrong("/sessionId", "a string"));
    else {
      if (!isUuid(part1)) (faults ??= []).push({ path: "/sessionId", kind: "format", expected: "uuid" });
    }
  }
  if (part2 !== undefined) {
    known += 1;
    if (!Array.isArray(part2)) (faults ??= []).push(wrong("/payments", "an array"));
    else {
      for (let i0 = 0; i0 < part2.length; i0++) {
        if ((inner = checkPrepayment(part2[i0], context)) !== undefined) faults = under("/payments/" + i0, inner, faults);
      }
    }
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPrepayTable, faults);
  return faults;
}
const closedPrepayment: ClosedObject = { known: ["paymentId", "amount", "method"], forbidden: {} };
export function checkPrepayment(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  const part0 = own.paymentId;
  if (part0 === undefined) (faults ??= []).push(missing("paymentId"));
  const part1 = own.amount;
  if (part1 === undefined) (faults ??= []).push(missing("amount"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "string") (faults ??= []).push(wrong("/paymentId", "a string"));
    else {
      if (!isUuid(part0)) (faults ??= []).push({ path: "/paymentId", kind: "format", expected: "uuid" });
    }
  }
  if (part1 !== undefined) {
    known += 1;
    if (!Number.isFinite(part1)) (faults ??= []).push(wrong("/amount", "a number"));
  }
  if ((part = own.method) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/method", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedPrepayment, faults);
  return faults;
}
const closedReceiptText: ClosedObject = { known: ["type", "text", "requiresSignature"], forbidden: {} };
export function checkReceiptText(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  const part1 = own.text;
  if (part1 === undefined) (faults ??= []).push(missing("text"));
  if ((part = own.type) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/type", "a string"));
    else {
      if (part !== "cardholder" && part !== "merchant") (faults ??= []).push({ path: "/type", kind: "value", expected: "one of \"cardholder\", \"merchant\"" });
    }
  }
  if (part1 !== undefined) {
    known += 1;
    if (typeof part1 !== "string") (faults ??= []).push(wrong("/text", "a string"));
  }
  if ((part = own.requiresSignature) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/requiresSignature", "a boolean"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedReceiptText, faults);
  return faults;
}
const closedRequestCustomAction: ClosedObject = { known: ["customActionId"], forbidden: {} };
export function checkRequestCustomAction(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0;
  const part0 = own.customActionId;
  if (part0 === undefined) (faults ??= []).push(missing("customActionId"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "string") (faults ??= []).push(wrong("/customActionId", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedRequestCustomAction, faults);
  return faults;
}
const closedRequestScanCode: ClosedObject = { known: ["required", "requestTitle"], forbidden: {} };
export function checkRequestScanCode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0;
  const part0 = own.required;
  if (part0 === undefined) (faults ??= []).push(missing("required"));
  const part1 = own.requestTitle;
  if (part1 === undefined) (faults ??= []).push(missing("requestTitle"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "boolean") (faults ??= []).push(wrong("/required", "a boolean"));
  }
  if (part1 !== undefined) {
    known += 1;
    if (typeof part1 !== "string") (faults ??= []).push(wrong("/requestTitle", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedRequestScanCode, faults);
  return faults;
}
const closedScanCodeAnswer: ClosedObject = { known: ["recognized", "relationNumber", "message", "customerMessage"], forbidden: {} };
export function checkScanCodeAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part;
  const part0 = own.recognized;
  if (part0 === undefined) (faults ??= []).push(missing("recognized"));
  if (part0 !== undefined) {
    known += 1;
    if (typeof part0 !== "boolean") (faults ??= []).push(wrong("/recognized", "a boolean"));
  }
  if ((part = own.relationNumber) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/relationNumber", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/relationNumber", kind: "unsafe" });
    }
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/message", "a string"));
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/customerMessage", "a string"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedScanCodeAnswer, faults);
  return faults;
}
const closedStartExternalPaymentAnswer: ClosedObject = { known: ["backgroundColor", "externalPaymentId", "started", "confirmed", "cancelled", "finalAmount", "externalTransactionReference", "receiptTexts", "cardType", "terminalId", "method", "requiresReceiptPrinter", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"], forbidden: {
  receiptFooters: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  externalMethod: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkStartExternalPaymentAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [wrong("", "an object")];
  const own = ownOf(value, context);
  let faults, known = 0, part, inner;
  if ((part = own.backgroundColor) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/backgroundColor", "a string"));
  }
  if ((part = own.externalPaymentId) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/externalPaymentId", "a string"));
  }
  if ((part = own.started) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/started", "a boolean"));
  }
  if ((part = own.confirmed) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/confirmed", "a boolean"));
  }
  if ((part = own.cancelled) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/cancelled", "a boolean"));
  }
  if ((part = own.finalAmount) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push(wrong("/finalAmount", "a number"));
  }
  if ((part = own.externalTransactionReference) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/externalTransactionReference", "a string"));
  }
  if ((part = own.receiptTexts) !== undefined) {
    known += 1;
    if (!Array.isArray(part)) (faults ??= []).push(wrong("/receiptTexts", "an array"));
    else {
      for (let i0 = 0; i0 < part.length; i0++) {
        if ((inner = checkReceiptText(part[i0], context)) !== undefined) faults = under("/receiptTexts/" + i0, inner, faults);
      }
    }
  }
  if ((part = own.cardType) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/cardType", "a string"));
  }
  if ((part = own.terminalId) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/terminalId", "a string"));
  }
  if ((part = own.method) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/method", "a string"));
  }
  if ((part = own.requiresReceiptPrinter) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/requiresReceiptPrinter", "a boolean"));
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/message", "a string"));
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") (faults ??= []).push(wrong("/customerMessage", "a string"));
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/displayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
    }
  }
  if ((part = own.messageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/messageDisplayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
    }
  }
  if ((part = own.customerMessageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) (faults ??= []).push(wrong("/customerMessageDisplayTime", "an integer"));
    else {
      if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
    }
  }
  if ((part = own.hideTimestamp) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/hideTimestamp", "a boolean"));
  }
  if ((part = own.clearScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/clearScreen", "a boolean"));
  }
  if ((part = own.clearCustomerScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/clearCustomerScreen", "a boolean"));
  }
  if ((part = own.monospacedFont) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") (faults ??= []).push(wrong("/monospacedFont", "a boolean"));
  }
  if (countOf(own) !== known) faults = withUnknown(own, closedStartExternalPaymentAnswer, faults);
  return faults;
}
export function writeCommonResponse(own: any, context: CheckContext, tally: Tally): string | undefined {
  let text = "", known = 0, part, inner;
  if ((part = own.error) !== undefined) {
    known += 1;
    if (!context.settled) return;
    if ((inner = writeErrorAnswer(part, context)) === undefined) return;
    text += '{"error":' + inner;
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    const size0 = sizeOf(part, context);
    if (size0 < 0) return;
    text += (text ? ',"message":[' : '{"message":[');
    for (let i0 = 0; i0 < size0; i0++) {
      if ((inner = writeMessage(part[i0], context)) === undefined) return;
      text += (i0 ? "," : "") + inner;
    }
    text += "]";
  }
  if ((part = own.dialog) !== undefined) {
    known += 1;
    if ((inner = writeDialogAnswer(part, context)) === undefined) return;
    text += (text ? ',"dialog":' : '{"dialog":') + inner;
  }
  if ((part = own.requestScanCode) !== undefined) {
    known += 1;
    if ((inner = writeRequestScanCode(part, context)) === undefined) return;
    text += (text ? ',"requestScanCode":' : '{"requestScanCode":') + inner;
  }
  if ((part = own.openUrl) !== undefined) {
    known += 1;
    if ((inner = writeOpenUrlAnswer(part, context)) === undefined) return;
    text += (text ? ',"openUrl":' : '{"openUrl":') + inner;
  }
  if ((part = own.displayBarcode) !== undefined) {
    known += 1;
    if ((inner = writeDisplayBarcode(part, context)) === undefined) return;
    text += (text ? ',"displayBarcode":' : '{"displayBarcode":') + inner;
  }
  if ((part = own.hideBarcode) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"hideBarcode":' : '{"hideBarcode":') + part;
  }
  if ((part = own.lineChanges) !== undefined) {
    known += 1;
    const size0 = sizeOf(part, context);
    if (size0 < 0) return;
    text += (text ? ',"lineChanges":[' : '{"lineChanges":[');
    for (let i0 = 0; i0 < size0; i0++) {
      if ((inner = writeLineChange(part[i0], context)) === undefined) return;
      text += (i0 ? "," : "") + inner;
    }
    text += "]";
  }
  if ((part = own.lineAdditions) !== undefined) {
    known += 1;
    const size0 = sizeOf(part, context);
    if (size0 < 0) return;
    text += (text ? ',"lineAdditions":[' : '{"lineAdditions":[');
    for (let i0 = 0; i0 < size0; i0++) {
      if ((inner = writeLineAddition(part[i0], context)) === undefined) return;
      text += (i0 ? "," : "") + inner;
    }
    text += "]";
  }
  if ((part = own.lineDeletions) !== undefined) {
    known += 1;
    const size0 = sizeOf(part, context);
    if (size0 < 0) return;
    text += (text ? ',"lineDeletions":[' : '{"lineDeletions":[');
    for (let i0 = 0; i0 < size0; i0++) {
      if ((inner = writeLineDeletion(part[i0], context)) === undefined) return;
      text += (i0 ? "," : "") + inner;
    }
    text += "]";
  }
  if ((part = own.lockSession) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"lockSession":' : '{"lockSession":') + part;
  }
  if ((part = own.lockSessionForAdditions) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"lockSessionForAdditions":' : '{"lockSessionForAdditions":') + part;
  }
  if ((part = own.vatMethodChange) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    if (part !== "inclusive" && part !== "exclusive" && part !== "shifted") return;
    text += (text ? ',"vatMethodChange":' : '{"vatMethodChange":') + quote(part);
  }
  if ((part = own.prepayTable) !== undefined) {
    known += 1;
    if ((inner = writePrepayTable(part, context)) === undefined) return;
    text += (text ? ',"prepayTable":' : '{"prepayTable":') + inner;
  }
  if ((part = own.externalCardScan) !== undefined) {
    known += 1;
    if ((inner = writeExternalCardScan(part, context)) === undefined) return;
    text += (text ? ',"externalCardScan":' : '{"externalCardScan":') + inner;
  }
  if ((part = own.customActionChange) !== undefined) {
    known += 1;
    if ((inner = writeCustomActionChange(part, context)) === undefined) return;
    text += (text ? ',"customActionChange":' : '{"customActionChange":') + inner;
  }
  if ((part = own.requestCustomAction) !== undefined) {
    known += 1;
    if ((inner = writeRequestCustomAction(part, context)) === undefined) return;
    text += (text ? ',"requestCustomAction":' : '{"requestCustomAction":') + inner;
  }
  if ((part = own.polling) !== undefined) {
    known += 1;
    if ((inner = writePollingAnswer(part, context)) === undefined) return;
    text += (text ? ',"polling":' : '{"polling":') + inner;
  }
  if ((part = own.version) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"version":' : '{"version":') + quote(part);
  }
  tally.known = known;
  return text;
}
export function writeAddSessionLineResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeBackgroundPollResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeCancelExternalPaymentResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known, part, inner;
  if (text === undefined) return;
  if ((part = own.externalPayment) !== undefined) {
    known += 1;
    if ((inner = writeExternalPaymentAnswer(part, context)) === undefined) return;
    text += (text ? ',"externalPayment":' : '{"externalPayment":') + inner;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedCancelExternalPaymentResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeCancelPaymentResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeCancelSessionResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeCompleteSessionResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known, part, inner;
  if (text === undefined) return;
  if ((part = own.receiptFooter) !== undefined) {
    known += 1;
    if (isObject(part)) {
      if ((inner = writeFooter(part, context)) === undefined) return;
      text += (text ? ',"receiptFooter":' : '{"receiptFooter":') + inner;
    }
    else if (Array.isArray(part)) {
      const size0 = sizeOf(part, context);
      if (size0 < 0) return;
      text += (text ? ',"receiptFooter":[' : '{"receiptFooter":[');
      for (let i0 = 0; i0 < size0; i0++) {
        if ((inner = writeFooter(part[i0], context)) === undefined) return;
        text += (i0 ? "," : "") + inner;
      }
      text += "]";
    }
    else return;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedCompleteSessionResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeCreditSessionResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeCustomActionResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeKitchenCompleteCourseResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeKitchenServeCourseResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeKitchenStartCourseResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeMergeSessionResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writePauseSessionResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writePollExternalPaymentResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known, part, inner;
  if (text === undefined) return;
  if ((part = own.externalPayment) !== undefined) {
    known += 1;
    if ((inner = writeExternalPaymentAnswer(part, context)) === undefined) return;
    text += (text ? ',"externalPayment":' : '{"externalPayment":') + inner;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedPollExternalPaymentResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writePrintBillResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known, part, inner;
  if (text === undefined) return;
  if ((part = own.billFooter) !== undefined) {
    known += 1;
    if (isObject(part)) {
      if ((inner = writeFooter(part, context)) === undefined) return;
      text += (text ? ',"billFooter":' : '{"billFooter":') + inner;
    }
    else if (Array.isArray(part)) {
      const size0 = sizeOf(part, context);
      if (size0 < 0) return;
      text += (text ? ',"billFooter":[' : '{"billFooter":[');
      for (let i0 = 0; i0 < size0; i0++) {
        if ((inner = writeFooter(part[i0], context)) === undefined) return;
        text += (i0 ? "," : "") + inner;
      }
      text += "]";
    }
    else return;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedPrintBillResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeRemoveSessionLineResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeRequestCancelExternalPaymentResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known, part, inner;
  if (text === undefined) return;
  if ((part = own.externalPayment) !== undefined) {
    known += 1;
    if ((inner = writeExternalPaymentAnswer(part, context)) === undefined) return;
    text += (text ? ',"externalPayment":' : '{"externalPayment":') + inner;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedRequestCancelExternalPaymentResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeResumeSessionResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeScanCodeResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known, part, inner;
  if (text === undefined) return;
  if ((part = own.scanCode) !== undefined) {
    known += 1;
    if ((inner = writeScanCodeAnswer(part, context)) === undefined) return;
    text += (text ? ',"scanCode":' : '{"scanCode":') + inner;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedScanCodeResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeSelectRelationResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeStartExternalPaymentResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known, part, inner;
  if (text === undefined) return;
  if ((part = own.externalPayment) !== undefined) {
    known += 1;
    if ((inner = writeStartExternalPaymentAnswer(part, context)) === undefined) return;
    text += (text ? ',"externalPayment":' : '{"externalPayment":') + inner;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedStartExternalPaymentResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeStartPaymentResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeStartSessionResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeUpdateSessionLineResponse(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context), tally = { known: 0 };
  if (own === undefined) return;
  let text = writeCommonResponse(own, context, tally), known = tally.known;
  if (text === undefined) return;
  if (countOf(own) !== known && !holdsOnly(own, closedCommonResponse, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeAddedDiscount(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.discountId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    if (!isUuid(part)) return;
    text += '{"discountId":"' + part + '"';
  }
  if ((part = own.discountDescription) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"discountDescription":' : '{"discountDescription":') + quote(part);
  }
  if ((part = own.discountPercentage) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += (text ? ',"discountPercentage":' : '{"discountPercentage":') + part;
  }
  if ((part = own.discountAmount) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += (text ? ',"discountAmount":' : '{"discountAmount":') + part;
  }
  if ((part = own.applyToQuantity) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += (text ? ',"applyToQuantity":' : '{"applyToQuantity":') + part;
  }
  if ((part = own.discountType) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"discountType":' : '{"discountType":') + quote(part);
  }
  if (countOf(own) !== known && !holdsOnly(own, closedAddedDiscount, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeCustomActionChange(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.customActionId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"customActionId":' + quote(part);
  }
  else return;
  if ((part = own.buttonCaption) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"buttonCaption":' + quote(part);
  }
  else return;
  if (countOf(own) !== known && !holdsOnly(own, closedCustomActionChange, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeDialogAnswer(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part, inner;
  if ((part = own.required) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += '{"required":' + part;
  }
  else return;
  if ((part = own.allowMultipleOptions) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += ',"allowMultipleOptions":' + part;
  }
  else return;
  if ((part = own.requireConfirmation) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += ',"requireConfirmation":' + part;
  }
  if ((part = own.dialogTitle) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"dialogTitle":' + quote(part);
  }
  else return;
  if ((part = own.columns) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += ',"columns":' + part;
  }
  if ((part = own.dialogOptions) !== undefined) {
    known += 1;
    const size0 = sizeOf(part, context);
    if (size0 < 0) return;
    text += ',"dialogOptions":[';
    for (let i0 = 0; i0 < size0; i0++) {
      if ((inner = writeDialogOption(part[i0], context)) === undefined) return;
      text += (i0 ? "," : "") + inner;
    }
    text += "]";
  }
  else return;
  if (countOf(own) !== known && !holdsOnly(own, closedDialogAnswer, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeDialogOption(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.optionId) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += '{"optionId":' + part;
  }
  else return;
  if ((part = own.optionName) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"optionName":' + quote(part);
  }
  else return;
  if ((part = own.optionColor) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"optionColor":' + quote(part);
  }
  if (countOf(own) !== known && !holdsOnly(own, closedDialogOption, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeDisplayBarcode(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.codeType) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    if (part !== "barcode" && part !== "rfid" && part !== "qrcode") return;
    text += '{"codeType":' + quote(part);
  }
  else return;
  if ((part = own.code) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"code":' + quote(part);
  }
  else return;
  if (countOf(own) !== known && !holdsOnly(own, closedDisplayBarcode, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeErrorAnswer(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.code) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"code":' + quote(part);
  }
  else return;
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"message":' + quote(part);
  }
  else return;
  if (countOf(own) !== known && !holdsOnly(own, closedErrorAnswer, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeExternalCardScan(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.cardIdentifier) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"cardIdentifier":' + quote(part);
  }
  if ((part = own.cardDescription) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"cardDescription":' : '{"cardDescription":') + quote(part);
  }
  if ((part = own.cardBalance) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += (text ? ',"cardBalance":' : '{"cardBalance":') + part;
  }
  if ((part = own.cardExpiration) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    if (!isDate(part) && !isDateTime(part)) return;
    text += (text ? ',"cardExpiration":' : '{"cardExpiration":') + quote(part);
  }
  if ((part = own.cardBlocked) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"cardBlocked":' : '{"cardBlocked":') + part;
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"displayTime":' : '{"displayTime":') + part;
  }
  if ((part = own.isNewBalance) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"isNewBalance":' : '{"isNewBalance":') + part;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedExternalCardScan, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeExternalDiscountAnswer(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.discountId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    if (!isUuid(part)) return;
    text += '{"discountId":"' + part + '"';
  }
  else return;
  if ((part = own.discountDescription) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"discountDescription":' + quote(part);
  }
  if ((part = own.discountPercentage) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += ',"discountPercentage":' + part;
  }
  if ((part = own.discountAmount) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += ',"discountAmount":' + part;
  }
  if ((part = own.applyToQuantity) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += ',"applyToQuantity":' + part;
  }
  if ((part = own.discountType) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"discountType":' + quote(part);
  }
  if (countOf(own) !== known && !holdsOnly(own, closedExternalDiscountAnswer, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeExternalPaymentAnswer(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part, inner;
  if ((part = own.backgroundColor) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"backgroundColor":' + quote(part);
  }
  if ((part = own.externalPaymentId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"externalPaymentId":' : '{"externalPaymentId":') + quote(part);
  }
  if ((part = own.started) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"started":' : '{"started":') + part;
  }
  if ((part = own.confirmed) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"confirmed":' : '{"confirmed":') + part;
  }
  if ((part = own.cancelled) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"cancelled":' : '{"cancelled":') + part;
  }
  if ((part = own.finalAmount) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += (text ? ',"finalAmount":' : '{"finalAmount":') + part;
  }
  if ((part = own.externalTransactionReference) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"externalTransactionReference":' : '{"externalTransactionReference":') + quote(part);
  }
  if ((part = own.receiptTexts) !== undefined) {
    known += 1;
    const size0 = sizeOf(part, context);
    if (size0 < 0) return;
    text += (text ? ',"receiptTexts":[' : '{"receiptTexts":[');
    for (let i0 = 0; i0 < size0; i0++) {
      if ((inner = writeReceiptText(part[i0], context)) === undefined) return;
      text += (i0 ? "," : "") + inner;
    }
    text += "]";
  }
  if ((part = own.cardType) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"cardType":' : '{"cardType":') + quote(part);
  }
  if ((part = own.terminalId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"terminalId":' : '{"terminalId":') + quote(part);
  }
  if ((part = own.method) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"method":' : '{"method":') + quote(part);
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"message":' : '{"message":') + quote(part);
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"customerMessage":' : '{"customerMessage":') + quote(part);
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"displayTime":' : '{"displayTime":') + part;
  }
  if ((part = own.messageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"messageDisplayTime":' : '{"messageDisplayTime":') + part;
  }
  if ((part = own.customerMessageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"customerMessageDisplayTime":' : '{"customerMessageDisplayTime":') + part;
  }
  if ((part = own.hideTimestamp) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"hideTimestamp":' : '{"hideTimestamp":') + part;
  }
  if ((part = own.clearScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"clearScreen":' : '{"clearScreen":') + part;
  }
  if ((part = own.clearCustomerScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"clearCustomerScreen":' : '{"clearCustomerScreen":') + part;
  }
  if ((part = own.monospacedFont) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"monospacedFont":' : '{"monospacedFont":') + part;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedExternalPaymentAnswer, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeFooter(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part, inner;
  if ((part = own.textBefore) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"textBefore":' + quote(part);
  }
  if ((part = own.text) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"text":' : '{"text":') + quote(part);
  }
  if ((part = own.barcode) !== undefined) {
    known += 1;
    if ((inner = writeFooterBarcode(part, context)) === undefined) return;
    text += (text ? ',"barcode":' : '{"barcode":') + inner;
  }
  if ((part = own.textAfter) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"textAfter":' : '{"textAfter":') + quote(part);
  }
  if ((part = own.printSeparate) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"printSeparate":' : '{"printSeparate":') + part;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedFooter, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeFooterBarcode(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.codeType) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    if (part !== "code128" && part !== "qrcode") return;
    text += '{"codeType":' + quote(part);
  }
  if ((part = own.code) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"code":' : '{"code":') + quote(part);
  }
  if (countOf(own) !== known && !holdsOnly(own, closedFooterBarcode, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeLineAddition(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part, inner;
  if ((part = own.lineId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"lineId":' + quote(part);
  }
  if ((part = own.extLine) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"extLine":' : '{"extLine":') + quote(part);
  }
  if ((part = own.articleNumber) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"articleNumber":' : '{"articleNumber":') + part;
  }
  if ((part = own.barcode) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"barcode":' : '{"barcode":') + quote(part);
  }
  if ((part = own.pluNumber) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"pluNumber":' : '{"pluNumber":') + quote(part);
  }
  if ((part = own.supplierArticleNumber) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"supplierArticleNumber":' : '{"supplierArticleNumber":') + quote(part);
  }
  if ((part = own.extArticleId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"extArticleId":' : '{"extArticleId":') + quote(part);
  }
  if ((part = own.priceIncl) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += (text ? ',"priceIncl":' : '{"priceIncl":') + part;
  }
  if ((part = own.quantity) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += (text ? ',"quantity":' : '{"quantity":') + part;
  }
  if ((part = own.text) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"text":' : '{"text":') + quote(part);
  }
  if ((part = own.externalDiscount) !== undefined) {
    known += 1;
    if ((inner = writeAddedDiscount(part, context)) === undefined) return;
    text += (text ? ',"externalDiscount":' : '{"externalDiscount":') + inner;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedLineAddition, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeLineChange(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part, inner;
  if ((part = own.lineId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"lineId":' + quote(part);
  }
  else return;
  if ((part = own.externalDiscount) !== undefined) {
    known += 1;
    if ((inner = writeExternalDiscountAnswer(part, context)) === undefined) return;
    text += ',"externalDiscount":' + inner;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedLineChange, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeLineDeletion(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.lineId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"lineId":' + quote(part);
  }
  else return;
  if (countOf(own) !== known && !holdsOnly(own, closedLineDeletion, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeMessage(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.backgroundColor) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"backgroundColor":' + quote(part);
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"message":' : '{"message":') + quote(part);
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"customerMessage":' : '{"customerMessage":') + quote(part);
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"displayTime":' : '{"displayTime":') + part;
  }
  if ((part = own.messageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"messageDisplayTime":' : '{"messageDisplayTime":') + part;
  }
  if ((part = own.customerMessageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"customerMessageDisplayTime":' : '{"customerMessageDisplayTime":') + part;
  }
  if ((part = own.hideTimestamp) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"hideTimestamp":' : '{"hideTimestamp":') + part;
  }
  if ((part = own.clearScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"clearScreen":' : '{"clearScreen":') + part;
  }
  if ((part = own.clearCustomerScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"clearCustomerScreen":' : '{"clearCustomerScreen":') + part;
  }
  if ((part = own.monospacedFont) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"monospacedFont":' : '{"monospacedFont":') + part;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedMessage, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeOpenUrlAnswer(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.url) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"url":' + quote(part);
  }
  else return;
  if ((part = own.autoOpen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += ',"autoOpen":' + part;
  }
  if ((part = own.urlTitle) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"urlTitle":' + quote(part);
  }
  if ((part = own.closeOnDomainChange) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += ',"closeOnDomainChange":' + part;
  }
  if ((part = own.minimumWidth) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += ',"minimumWidth":' + part;
  }
  if ((part = own.minimumHeight) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += ',"minimumHeight":' + part;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedOpenUrlAnswer, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writePollingAnswer(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.finished) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += '{"finished":' + part;
  }
  else return;
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"message":' + quote(part);
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"customerMessage":' + quote(part);
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += ',"displayTime":' + part;
  }
  if ((part = own.messageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += ',"messageDisplayTime":' + part;
  }
  if ((part = own.customerMessageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += ',"customerMessageDisplayTime":' + part;
  }
  if ((part = own.hideTimestamp) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += ',"hideTimestamp":' + part;
  }
  if ((part = own.clearScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += ',"clearScreen":' + part;
  }
  if ((part = own.clearCustomerScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += ',"clearCustomerScreen":' + part;
  }
  if ((part = own.monospacedFont) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += ',"monospacedFont":' + part;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedPollingAnswer, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writePrepaidTable(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.number) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += '{"number":' + part;
  }
  else return;
  if ((part = own.subNumber) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += ',"subNumber":' + part;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedPrepaidTable, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writePrepayTable(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part, inner;
  if ((part = own.table) !== undefined) {
    known += 1;
    if ((inner = writePrepaidTable(part, context)) === undefined) return;
    text += '{"table":' + inner;
  }
  else return;
  if ((part = own.sessionId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    if (!isUuid(part)) return;
    text += ',"sessionId":"' + part + '"';
  }
  else return;
  if ((part = own.payments) !== undefined) {
    known += 1;
    const size0 = sizeOf(part, context);
    if (size0 < 0) return;
    text += ',"payments":[';
    for (let i0 = 0; i0 < size0; i0++) {
      if ((inner = writePrepayment(part[i0], context)) === undefined) return;
      text += (i0 ? "," : "") + inner;
    }
    text += "]";
  }
  else return;
  if (countOf(own) !== known && !holdsOnly(own, closedPrepayTable, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writePrepayment(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.paymentId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    if (!isUuid(part)) return;
    text += '{"paymentId":"' + part + '"';
  }
  else return;
  if ((part = own.amount) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += ',"amount":' + part;
  }
  else return;
  if ((part = own.method) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"method":' + quote(part);
  }
  if (countOf(own) !== known && !holdsOnly(own, closedPrepayment, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeReceiptText(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.type) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    if (part !== "cardholder" && part !== "merchant") return;
    text += '{"type":' + quote(part);
  }
  if ((part = own.text) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"text":' : '{"text":') + quote(part);
  }
  else return;
  if ((part = own.requiresSignature) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += ',"requiresSignature":' + part;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedReceiptText, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeRequestCustomAction(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.customActionId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"customActionId":' + quote(part);
  }
  else return;
  if (countOf(own) !== known && !holdsOnly(own, closedRequestCustomAction, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeRequestScanCode(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.required) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += '{"required":' + part;
  }
  else return;
  if ((part = own.requestTitle) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"requestTitle":' + quote(part);
  }
  else return;
  if (countOf(own) !== known && !holdsOnly(own, closedRequestScanCode, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeScanCodeAnswer(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part;
  if ((part = own.recognized) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += '{"recognized":' + part;
  }
  else return;
  if ((part = own.relationNumber) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += ',"relationNumber":' + part;
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"message":' + quote(part);
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += ',"customerMessage":' + quote(part);
  }
  if (countOf(own) !== known && !holdsOnly(own, closedScanCodeAnswer, known)) return;
  return text === "" ? "{}" : text + "}";
}
export function writeStartExternalPaymentAnswer(value: any, context: CheckContext): string | undefined {
  const own = plainOf(value, context);
  if (own === undefined) return;
  let text = "", known = 0, part, inner;
  if ((part = own.backgroundColor) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += '{"backgroundColor":' + quote(part);
  }
  if ((part = own.externalPaymentId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"externalPaymentId":' : '{"externalPaymentId":') + quote(part);
  }
  if ((part = own.started) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"started":' : '{"started":') + part;
  }
  if ((part = own.confirmed) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"confirmed":' : '{"confirmed":') + part;
  }
  if ((part = own.cancelled) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"cancelled":' : '{"cancelled":') + part;
  }
  if ((part = own.finalAmount) !== undefined) {
    known += 1;
    if (!Number.isFinite(part)) return;
    text += (text ? ',"finalAmount":' : '{"finalAmount":') + part;
  }
  if ((part = own.externalTransactionReference) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"externalTransactionReference":' : '{"externalTransactionReference":') + quote(part);
  }
  if ((part = own.receiptTexts) !== undefined) {
    known += 1;
    const size0 = sizeOf(part, context);
    if (size0 < 0) return;
    text += (text ? ',"receiptTexts":[' : '{"receiptTexts":[');
    for (let i0 = 0; i0 < size0; i0++) {
      if ((inner = writeReceiptText(part[i0], context)) === undefined) return;
      text += (i0 ? "," : "") + inner;
    }
    text += "]";
  }
  if ((part = own.cardType) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"cardType":' : '{"cardType":') + quote(part);
  }
  if ((part = own.terminalId) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"terminalId":' : '{"terminalId":') + quote(part);
  }
  if ((part = own.method) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"method":' : '{"method":') + quote(part);
  }
  if ((part = own.requiresReceiptPrinter) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"requiresReceiptPrinter":' : '{"requiresReceiptPrinter":') + part;
  }
  if ((part = own.message) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"message":' : '{"message":') + quote(part);
  }
  if ((part = own.customerMessage) !== undefined) {
    known += 1;
    if (typeof part !== "string") return;
    text += (text ? ',"customerMessage":' : '{"customerMessage":') + quote(part);
  }
  if ((part = own.displayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"displayTime":' : '{"displayTime":') + part;
  }
  if ((part = own.messageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"messageDisplayTime":' : '{"messageDisplayTime":') + part;
  }
  if ((part = own.customerMessageDisplayTime) !== undefined) {
    known += 1;
    if (!Number.isInteger(part)) return;
    if (!Number.isSafeInteger(part)) return;
    text += (text ? ',"customerMessageDisplayTime":' : '{"customerMessageDisplayTime":') + part;
  }
  if ((part = own.hideTimestamp) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"hideTimestamp":' : '{"hideTimestamp":') + part;
  }
  if ((part = own.clearScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"clearScreen":' : '{"clearScreen":') + part;
  }
  if ((part = own.clearCustomerScreen) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"clearCustomerScreen":' : '{"clearCustomerScreen":') + part;
  }
  if ((part = own.monospacedFont) !== undefined) {
    known += 1;
    if (typeof part !== "boolean") return;
    text += (text ? ',"monospacedFont":' : '{"monospacedFont":') + part;
  }
  if (countOf(own) !== known && !holdsOnly(own, closedStartExternalPaymentAnswer, known)) return;
  return text === "" ? "{}" : text + "}";
}
