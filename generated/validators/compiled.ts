// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

/* eslint-disable */
// @ts-nocheck Generated and tested by mplus-codegen.
import type { CheckContext, ClosedObject, Faults, Inlined } from "./checks.js";
import { holdsAny, integer, isDate, isDateTime, isObject, isUuid, items, missing, oneOf, optional, readObject, takeIn, text, under, undocumented, unknown, wrong } from "./checks.js";
export function checkCommonRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.event === undefined) faults = missing(faults, "event");
  if (own.sender === undefined) faults = missing(faults, "sender");
  if ((part = own.event) !== undefined) faults = under(faults, "/event", checkEventInfo(part, context));
  if ((part = own.sender) !== undefined) faults = under(faults, "/sender", checkSender(part, context));
  if ((part = own.dialog) !== undefined) faults = under(faults, "/dialog", optional(own, "dialog", checkDialog(part, context), context));
  if ((part = own.form) !== undefined) faults = under(faults, "/form", optional(own, "form", checkForm(part, context), context));
  if ((part = own.openUrl) !== undefined) faults = under(faults, "/openUrl", optional(own, "openUrl", checkOpenUrl(part, context), context));
  return faults;
}
export function checkAddSessionLineRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if (own.addSessionLine === undefined) faults = missing(faults, "addSessionLine");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  if ((part = own.addSessionLine) !== undefined) faults = under(faults, "/addSessionLine", checkAddSessionLine(part, context));
  return faults;
}
export function checkBackgroundPollRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context);
  return faults;
}
export function checkCancelExternalPaymentRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.externalPayment === undefined) faults = missing(faults, "externalPayment");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", undocumented(own, "session", checkSession(part, context), context));
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPayment(part, context));
  return faults;
}
export function checkCancelPaymentRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  return faults;
}
export function checkCancelSessionRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  return faults;
}
export function checkCompleteSessionRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkCompleteSessionSession(part, context));
  if ((part = own.completeSession) !== undefined) faults = under(faults, "/completeSession", optional(own, "completeSession", checkCompleteSession(part, context), context));
  return faults;
}
export function checkCreditSessionRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  return faults;
}
export function checkCustomActionRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.customAction === undefined) faults = missing(faults, "customAction");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", optional(own, "session", checkSession(part, context), context));
  if ((part = own.customAction) !== undefined) faults = under(faults, "/customAction", checkCustomAction(part, context));
  return faults;
}
export function checkKitchenCompleteCourseRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.course === undefined) faults = missing(faults, "course");
  if ((part = own.course) !== undefined) faults = under(faults, "/course", checkCourse(part, context));
  if ((part = own.table) !== undefined) faults = under(faults, "/table", optional(own, "table", checkTable(part, context), context));
  if ((part = own.tableOrder) !== undefined) faults = under(faults, "/tableOrder", optional(own, "tableOrder", checkTableOrder(part, context), context));
  if ((part = own.cafeteriaOrder) !== undefined) faults = under(faults, "/cafeteriaOrder", optional(own, "cafeteriaOrder", checkCafeteriaOrder(part, context), context));
  if ((part = own.order) !== undefined) faults = under(faults, "/order", undocumented(own, "order", checkOrder(part, context), context));
  return faults;
}
export function checkKitchenServeCourseRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.course === undefined) faults = missing(faults, "course");
  if ((part = own.course) !== undefined) faults = under(faults, "/course", checkCourse(part, context));
  if ((part = own.table) !== undefined) faults = under(faults, "/table", optional(own, "table", checkTable(part, context), context));
  if ((part = own.tableOrder) !== undefined) faults = under(faults, "/tableOrder", optional(own, "tableOrder", checkTableOrder(part, context), context));
  if ((part = own.cafeteriaOrder) !== undefined) faults = under(faults, "/cafeteriaOrder", optional(own, "cafeteriaOrder", checkCafeteriaOrder(part, context), context));
  if ((part = own.order) !== undefined) faults = under(faults, "/order", undocumented(own, "order", checkOrder(part, context), context));
  return faults;
}
export function checkKitchenStartCourseRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.course === undefined) faults = missing(faults, "course");
  if ((part = own.course) !== undefined) faults = under(faults, "/course", checkCourse(part, context));
  if ((part = own.table) !== undefined) faults = under(faults, "/table", optional(own, "table", checkTable(part, context), context));
  if ((part = own.tableOrder) !== undefined) faults = under(faults, "/tableOrder", optional(own, "tableOrder", checkTableOrder(part, context), context));
  if ((part = own.cafeteriaOrder) !== undefined) faults = under(faults, "/cafeteriaOrder", optional(own, "cafeteriaOrder", checkCafeteriaOrder(part, context), context));
  if ((part = own.order) !== undefined) faults = under(faults, "/order", undocumented(own, "order", checkOrder(part, context), context));
  return faults;
}
export function checkMergeSessionRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if (own.mergeSession === undefined) faults = missing(faults, "mergeSession");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  if ((part = own.mergeSession) !== undefined) faults = under(faults, "/mergeSession", checkMergeSession(part, context));
  return faults;
}
export function checkPauseSessionRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  return faults;
}
export function checkPollExternalPaymentRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.externalPayment === undefined) faults = missing(faults, "externalPayment");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", undocumented(own, "session", checkSession(part, context), context));
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPayment(part, context));
  return faults;
}
export function checkPrintBillRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  if ((part = own.printBill) !== undefined) faults = under(faults, "/printBill", undocumented(own, "printBill", checkPrintBill(part, context), context));
  return faults;
}
export function checkRemoveSessionLineRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if (own.removeSessionLine === undefined) faults = missing(faults, "removeSessionLine");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  if ((part = own.removeSessionLine) !== undefined) faults = under(faults, "/removeSessionLine", checkRemoveSessionLine(part, context));
  return faults;
}
export function checkRequestCancelExternalPaymentRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.externalPayment === undefined) faults = missing(faults, "externalPayment");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", undocumented(own, "session", checkSession(part, context), context));
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPayment(part, context));
  return faults;
}
export function checkResumeSessionRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  return faults;
}
export function checkScanCodeRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if (own.scanCode === undefined) faults = missing(faults, "scanCode");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  if ((part = own.scanCode) !== undefined) faults = under(faults, "/scanCode", checkScanCode(part, context));
  return faults;
}
export function checkSelectRelationRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if (own.selectRelation === undefined) faults = missing(faults, "selectRelation");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  if ((part = own.selectRelation) !== undefined) faults = under(faults, "/selectRelation", isObject(part) ? checkSelectRelation(part, context) : part !== null ? wrong("an object or null") : undefined);
  return faults;
}
export function checkStartExternalPaymentRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.externalPayment === undefined) faults = missing(faults, "externalPayment");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", undocumented(own, "session", checkSession(part, context), context));
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPayment(part, context));
  return faults;
}
export function checkStartPaymentRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  return faults;
}
export function checkStartSessionRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if (own.session === undefined) faults = missing(faults, "session");
  if ((part = own.session) !== undefined) faults = under(faults, "/session", checkSession(part, context));
  return faults;
}
export function checkUpdateSessionLineRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonRequest(own, context), part: any;
  if ((part = own.session) !== undefined) faults = under(faults, "/session", undocumented(own, "session", checkSession(part, context), context));
  if ((part = own.updateSessionLine) !== undefined) faults = under(faults, "/updateSessionLine", undocumented(own, "updateSessionLine", checkUpdateSessionLine(part, context), context));
  return faults;
}
const inlinedInAddSessionLine: Inlined = { into: "line", names: ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"] };
export function checkAddSessionLine(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((own.line ?? null) === null && !holdsAny(own, inlinedInAddSessionLine.names)) faults = missing(faults, "line");
  if ((part = own.line) !== undefined) faults = under(faults, "/line", optional(own, "line", checkSessionLine(part, context), context));
  if ((own.line ?? null) === null) faults = under(faults, "", takeIn(own, inlinedInAddSessionLine, checkSessionLine, context));
  return faults;
}
export function checkCafeteriaOrder(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.orderId === undefined) faults = missing(faults, "orderId");
  if ((part = own.orderId) !== undefined && typeof part !== "string") faults = under(faults, "/orderId", wrong("a string"));
  if ((part = own.year) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/year", undocumented(own, "year", integer(part), context));
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/number", undocumented(own, "number", integer(part), context));
  if ((part = own.ticketNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/ticketNumber", undocumented(own, "ticketNumber", integer(part), context));
  return faults;
}
export function checkCompleteSession(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.payments === undefined) faults = missing(faults, "payments");
  if ((part = own.payments) !== undefined) faults = under(faults, "/payments", items(part, context, checkPayment));
  return faults;
}
export function checkCompleteSessionSession(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.sessionId) !== undefined && typeof part !== "string") faults = under(faults, "/sessionId", optional(own, "sessionId", wrong("a string"), context));
  if ((part = own.table) !== undefined) faults = under(faults, "/table", optional(own, "table", checkSessionTable(part, context), context));
  if ((part = own.lines) !== undefined) faults = under(faults, "/lines", optional(own, "lines", items(part, context, checkSessionLine), context));
  if ((part = own.payments) !== undefined) faults = under(faults, "/payments", optional(own, "payments", items(part, context, checkPayment), context));
  if ((part = own.relation) !== undefined) faults = under(faults, "/relation", undocumented(own, "relation", checkRelation(part, context), context));
  if ((part = own.totalInclAmount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/totalInclAmount", undocumented(own, "totalInclAmount", wrong("a number"), context));
  return faults;
}
export function checkCourse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.courseNumber === undefined) faults = missing(faults, "courseNumber");
  if (own.name === undefined) faults = missing(faults, "name");
  if (own.abbreviation === undefined) faults = missing(faults, "abbreviation");
  if ((part = own.courseNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/courseNumber", integer(part));
  if ((part = own.name) !== undefined && typeof part !== "string") faults = under(faults, "/name", wrong("a string"));
  if ((part = own.abbreviation) !== undefined && typeof part !== "string") faults = under(faults, "/abbreviation", wrong("a string"));
  if ((part = own.sequenceNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/sequenceNumber", undocumented(own, "sequenceNumber", integer(part), context));
  if ((part = own.expectedPreparationTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/expectedPreparationTime", undocumented(own, "expectedPreparationTime", integer(part), context));
  if ((part = own.actualPreparationTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/actualPreparationTime", undocumented(own, "actualPreparationTime", integer(part), context));
  return faults;
}
export function checkCustomAction(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.customActionId === undefined) faults = missing(faults, "customActionId");
  if ((part = own.customActionId) !== undefined && typeof part !== "string") faults = under(faults, "/customActionId", wrong("a string"));
  if ((part = own.buttonCaption) !== undefined && typeof part !== "string") faults = under(faults, "/buttonCaption", optional(own, "buttonCaption", wrong("a string"), context));
  if ((part = own.onStartup) !== undefined && typeof part !== "boolean") faults = under(faults, "/onStartup", optional(own, "onStartup", wrong("a boolean"), context));
  if ((part = own.longClick) !== undefined && typeof part !== "boolean") faults = under(faults, "/longClick", optional(own, "longClick", wrong("a boolean"), context));
  if ((part = own.numpadValue) !== undefined && !Number.isFinite(part)) faults = under(faults, "/numpadValue", optional(own, "numpadValue", wrong("a number"), context));
  return faults;
}
export function checkDialog(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.selectedDialogOptionIds === undefined) faults = missing(faults, "selectedDialogOptionIds");
  if ((part = own.selectedDialogOptionIds) !== undefined) faults = under(faults, "/selectedDialogOptionIds", items(part, context, (item) => !Number.isSafeInteger(item) ? integer(item) : undefined));
  return faults;
}
export function checkErrorRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.error === undefined) faults = missing(faults, "error");
  if (own.original === undefined) faults = missing(faults, "original");
  if ((part = own.error) !== undefined) faults = under(faults, "/error", checkWebhookError(part, context));
  if ((part = own.original) !== undefined) faults = under(faults, "/original", checkOriginalRequest(part, context));
  if ((part = own.event) !== undefined) faults = under(faults, "/event", optional(own, "event", checkEventInfo(part, context), context));
  if ((part = own.sender) !== undefined) faults = under(faults, "/sender", optional(own, "sender", checkSender(part, context), context));
  return faults;
}
export function checkEventInfo(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.eventBlocking === undefined) faults = missing(faults, "eventBlocking");
  if (own.eventCounter === undefined) faults = missing(faults, "eventCounter");
  if (own.eventTimestamp === undefined) faults = missing(faults, "eventTimestamp");
  if ((part = own.eventBlocking) !== undefined && typeof part !== "boolean") faults = under(faults, "/eventBlocking", wrong("a boolean"));
  if ((part = own.eventPolling) !== undefined && typeof part !== "boolean") faults = under(faults, "/eventPolling", optional(own, "eventPolling", wrong("a boolean"), context));
  if ((part = own.eventCounter) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/eventCounter", integer(part));
  if ((part = own.eventTimestamp) !== undefined && typeof part !== "string") faults = under(faults, "/eventTimestamp", wrong("a string"));
  return faults;
}
export function checkExternalDiscount(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.discountId) !== undefined && typeof part !== "string") faults = under(faults, "/discountId", optional(own, "discountId", wrong("a string"), context));
  if ((part = own.discountDescription) !== undefined && typeof part !== "string") faults = under(faults, "/discountDescription", optional(own, "discountDescription", wrong("a string"), context));
  if ((part = own.discountPercentage) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountPercentage", optional(own, "discountPercentage", wrong("a number"), context));
  if ((part = own.discountAmount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountAmount", optional(own, "discountAmount", wrong("a number"), context));
  if ((part = own.discountType) !== undefined && typeof part !== "string") faults = under(faults, "/discountType", undocumented(own, "discountType", wrong("a string"), context));
  return faults;
}
export function checkExternalPayment(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.externalPaymentId === undefined) faults = missing(faults, "externalPaymentId");
  if (own.amount === undefined) faults = missing(faults, "amount");
  if (own.method === undefined) faults = missing(faults, "method");
  if ((part = own.externalPaymentId) !== undefined && typeof part !== "string") faults = under(faults, "/externalPaymentId", wrong("a string"));
  if ((part = own.amount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/amount", wrong("a number"));
  if ((part = own.method) !== undefined && typeof part !== "string") faults = under(faults, "/method", wrong("a string"));
  if ((part = own.callbackUrl) !== undefined && typeof part !== "string") faults = under(faults, "/callbackUrl", optional(own, "callbackUrl", wrong("a string"), context));
  return faults;
}
export function checkForm(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.id === undefined) faults = missing(faults, "id");
  if ((part = own.id) !== undefined && typeof part !== "string") faults = under(faults, "/id", wrong("a string"));
  if ((part = own.cancelled) !== undefined && typeof part !== "boolean") faults = under(faults, "/cancelled", optional(own, "cancelled", wrong("a boolean"), context));
  if ((part = own.fields) !== undefined) faults = under(faults, "/fields", optional(own, "fields", items(part, context, checkFormFieldValue), context));
  return faults;
}
export function checkFormFieldValue(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.id === undefined) faults = missing(faults, "id");
  if ((part = own.id) !== undefined && typeof part !== "string") faults = under(faults, "/id", wrong("a string"));
  if ((part = own.value) !== undefined && typeof part !== "string") faults = under(faults, "/value", optional(own, "value", wrong("a string"), context));
  if ((part = own.selected) !== undefined) faults = under(faults, "/selected", optional(own, "selected", items(part, context, (item) => typeof item !== "string" ? wrong("a string") : undefined), context));
  return faults;
}
export function checkMergeSession(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.mergeWithSessionId === undefined) faults = missing(faults, "mergeWithSessionId");
  if ((part = own.mergeWithSessionId) !== undefined && typeof part !== "string") faults = under(faults, "/mergeWithSessionId", wrong("a string"));
  return faults;
}
export function checkOpenUrl(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.redirectUrl === undefined) faults = missing(faults, "redirectUrl");
  if ((part = own.redirectUrl) !== undefined && typeof part !== "string") faults = under(faults, "/redirectUrl", wrong("a string"));
  return faults;
}
export function checkOrder(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults;
  return faults;
}
export function checkOriginalRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults;
  return faults;
}
export function checkPayment(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.amount === undefined) faults = missing(faults, "amount");
  if (own.description === undefined) faults = missing(faults, "description");
  if (own.method === undefined) faults = missing(faults, "method");
  if ((part = own.amount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/amount", wrong("a number"));
  if ((part = own.description) !== undefined && typeof part !== "string") faults = under(faults, "/description", wrong("a string"));
  if ((part = own.method) !== undefined && typeof part !== "string") faults = under(faults, "/method", wrong("a string"));
  return faults;
}
export function checkPrintBill(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults;
  return faults;
}
export function checkRelation(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.relationNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/relationNumber", optional(own, "relationNumber", integer(part), context));
  if ((part = own.name) !== undefined && typeof part !== "string") faults = under(faults, "/name", optional(own, "name", wrong("a string"), context));
  return faults;
}
const inlinedInRemoveSessionLine: Inlined = { into: "line", names: ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"] };
export function checkRemoveSessionLine(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((own.line ?? null) === null && !holdsAny(own, inlinedInRemoveSessionLine.names)) faults = missing(faults, "line");
  if ((part = own.line) !== undefined) faults = under(faults, "/line", optional(own, "line", checkSessionLine(part, context), context));
  if ((own.line ?? null) === null) faults = under(faults, "", takeIn(own, inlinedInRemoveSessionLine, checkSessionLine, context));
  return faults;
}
export function checkScanCode(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.scannedCode === undefined) faults = missing(faults, "scannedCode");
  if (own.codeType === undefined) faults = missing(faults, "codeType");
  if ((part = own.scannedCode) !== undefined && typeof part !== "string") faults = under(faults, "/scannedCode", wrong("a string"));
  if ((part = own.codeType) !== undefined && typeof part !== "string") faults = under(faults, "/codeType", wrong("a string"));
  return faults;
}
const inlinedInSelectRelation: Inlined = { into: "relation", names: ["relationNumber", "name"], nullable: true };
export function checkSelectRelation(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.relation === undefined && !holdsAny(own, inlinedInSelectRelation.names)) faults = missing(faults, "relation");
  if ((part = own.relation) !== undefined) faults = under(faults, "/relation", isObject(part) ? checkRelation(part, context) : part !== null ? wrong("an object or null") : undefined);
  if (own.relation === undefined) faults = under(faults, "", takeIn(own, inlinedInSelectRelation, checkRelation, context));
  return faults;
}
export function checkSender(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.branchNumber === undefined) faults = missing(faults, "branchNumber");
  if (own.workplaceNumber === undefined) faults = missing(faults, "workplaceNumber");
  if ((part = own.branchNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/branchNumber", integer(part));
  if ((part = own.workplaceNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/workplaceNumber", integer(part));
  if ((part = own.instanceId) !== undefined && typeof part !== "string") faults = under(faults, "/instanceId", optional(own, "instanceId", wrong("a string"), context));
  if ((part = own.paymentStarted) !== undefined && typeof part !== "boolean") faults = under(faults, "/paymentStarted", optional(own, "paymentStarted", wrong("a boolean"), context));
  if ((part = own.productName) !== undefined && typeof part !== "string") faults = under(faults, "/productName", optional(own, "productName", wrong("a string"), context));
  if ((part = own.employeeNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/employeeNumber", undocumented(own, "employeeNumber", integer(part), context));
  if ((part = own.browserFamily) !== undefined && typeof part !== "string") faults = under(faults, "/browserFamily", optional(own, "browserFamily", wrong("a string"), context));
  if ((part = own.browserVersion) !== undefined && typeof part !== "string") faults = under(faults, "/browserVersion", optional(own, "browserVersion", wrong("a string"), context));
  if ((part = own.deviceType) !== undefined && typeof part !== "string") faults = under(faults, "/deviceType", optional(own, "deviceType", wrong("a string"), context));
  if ((part = own.platformFamily) !== undefined && typeof part !== "string") faults = under(faults, "/platformFamily", optional(own, "platformFamily", wrong("a string"), context));
  if ((part = own.platformVersion) !== undefined && typeof part !== "string") faults = under(faults, "/platformVersion", optional(own, "platformVersion", wrong("a string"), context));
  if ((part = own.hasReceiptPrinter) !== undefined && typeof part !== "boolean") faults = under(faults, "/hasReceiptPrinter", optional(own, "hasReceiptPrinter", wrong("a boolean"), context));
  return faults;
}
export function checkSession(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.sessionId === undefined) faults = missing(faults, "sessionId");
  if ((part = own.sessionId) !== undefined && typeof part !== "string") faults = under(faults, "/sessionId", wrong("a string"));
  if ((part = own.table) !== undefined) faults = under(faults, "/table", optional(own, "table", checkSessionTable(part, context), context));
  if ((part = own.lines) !== undefined) faults = under(faults, "/lines", optional(own, "lines", items(part, context, checkSessionLine), context));
  if ((part = own.payments) !== undefined) faults = under(faults, "/payments", optional(own, "payments", items(part, context, checkPayment), context));
  if ((part = own.relation) !== undefined) faults = under(faults, "/relation", undocumented(own, "relation", checkRelation(part, context), context));
  if ((part = own.totalInclAmount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/totalInclAmount", undocumented(own, "totalInclAmount", wrong("a number"), context));
  return faults;
}
export function checkSessionLine(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.lineId === undefined) faults = missing(faults, "lineId");
  if (own.text === undefined) faults = missing(faults, "text");
  if ((part = own.lineId) !== undefined && typeof part !== "string") faults = under(faults, "/lineId", wrong("a string"));
  if ((part = own.articleNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/articleNumber", optional(own, "articleNumber", integer(part), context));
  if ((part = own.priceIncl) !== undefined && !Number.isFinite(part)) faults = under(faults, "/priceIncl", optional(own, "priceIncl", wrong("a number"), context));
  if ((part = own.quantity) !== undefined && !Number.isFinite(part)) faults = under(faults, "/quantity", optional(own, "quantity", wrong("a number"), context));
  if ((part = own.text) !== undefined && typeof part !== "string") faults = under(faults, "/text", wrong("a string"));
  if ((part = own.discountPercentage) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountPercentage", optional(own, "discountPercentage", wrong("a number"), context));
  if ((part = own.discountAmount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountAmount", optional(own, "discountAmount", wrong("a number"), context));
  if ((part = own.supplierArticleNumber) !== undefined && typeof part !== "string") faults = under(faults, "/supplierArticleNumber", optional(own, "supplierArticleNumber", wrong("a string"), context));
  if ((part = own.pluNumber) !== undefined && typeof part !== "string") faults = under(faults, "/pluNumber", optional(own, "pluNumber", wrong("a string"), context));
  if ((part = own.extArticleId) !== undefined && typeof part !== "string") faults = under(faults, "/extArticleId", optional(own, "extArticleId", wrong("a string"), context));
  if ((part = own.externalDiscount) !== undefined) faults = under(faults, "/externalDiscount", undocumented(own, "externalDiscount", checkExternalDiscount(part, context), context));
  return faults;
}
export function checkSessionTable(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/number", optional(own, "number", integer(part), context));
  if ((part = own.subNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/subNumber", optional(own, "subNumber", integer(part), context));
  return faults;
}
export function checkTable(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.tableName) !== undefined && typeof part !== "string") faults = under(faults, "/tableName", undocumented(own, "tableName", wrong("a string"), context));
  if ((part = own.numberOfGuests) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/numberOfGuests", undocumented(own, "numberOfGuests", integer(part), context));
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/number", optional(own, "number", integer(part), context));
  if ((part = own.subNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/subNumber", optional(own, "subNumber", integer(part), context));
  return faults;
}
export function checkTableOrder(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.orderId === undefined) faults = missing(faults, "orderId");
  if ((part = own.orderId) !== undefined && typeof part !== "string") faults = under(faults, "/orderId", wrong("a string"));
  if ((part = own.year) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/year", undocumented(own, "year", integer(part), context));
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/number", undocumented(own, "number", integer(part), context));
  return faults;
}
const inlinedInUpdateSessionLine: Inlined = { into: "line", names: ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"], lenient: true };
export function checkUpdateSessionLine(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.line) !== undefined) faults = under(faults, "/line", undocumented(own, "line", checkSessionLine(part, context), context));
  if ((own.line ?? null) === null) faults = under(faults, "", takeIn(own, inlinedInUpdateSessionLine, checkSessionLine, context));
  return faults;
}
export function checkWebhookError(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.code === undefined) faults = missing(faults, "code");
  if (own.message === undefined) faults = missing(faults, "message");
  if ((part = own.code) !== undefined && typeof part !== "string") faults = under(faults, "/code", wrong("a string"));
  if ((part = own.message) !== undefined && typeof part !== "string") faults = under(faults, "/message", wrong("a string"));
  return faults;
}
const isInCommonResponse = (name: string): boolean => name === "error" || name === "message" || name === "dialog" || name === "requestScanCode" || name === "openUrl" || name === "displayBarcode" || name === "hideBarcode" || name === "lineChanges" || name === "lineAdditions" || name === "lineDeletions" || name === "lockSession" || name === "lockSessionForAdditions" || name === "vatMethodChange" || name === "prepayTable" || name === "externalCardScan" || name === "customActionChange" || name === "requestCustomAction" || name === "polling" || name === "version";
const closedCommonResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkCommonResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.error) !== undefined) faults = under(faults, "/error", checkErrorAnswer(part, context));
  if ((part = own.message) !== undefined) faults = under(faults, "/message", items(part, context, checkMessage));
  if ((part = own.dialog) !== undefined) faults = under(faults, "/dialog", checkDialogAnswer(part, context));
  if ((part = own.requestScanCode) !== undefined) faults = under(faults, "/requestScanCode", checkRequestScanCode(part, context));
  if ((part = own.openUrl) !== undefined) faults = under(faults, "/openUrl", checkOpenUrlAnswer(part, context));
  if ((part = own.displayBarcode) !== undefined) faults = under(faults, "/displayBarcode", checkDisplayBarcode(part, context));
  if ((part = own.hideBarcode) !== undefined && typeof part !== "boolean") faults = under(faults, "/hideBarcode", wrong("a boolean"));
  if ((part = own.lineChanges) !== undefined) faults = under(faults, "/lineChanges", items(part, context, checkLineChange));
  if ((part = own.lineAdditions) !== undefined) faults = under(faults, "/lineAdditions", items(part, context, checkLineAddition));
  if ((part = own.lineDeletions) !== undefined) faults = under(faults, "/lineDeletions", items(part, context, checkLineDeletion));
  if ((part = own.lockSession) !== undefined && typeof part !== "boolean") faults = under(faults, "/lockSession", wrong("a boolean"));
  if ((part = own.lockSessionForAdditions) !== undefined && typeof part !== "boolean") faults = under(faults, "/lockSessionForAdditions", wrong("a boolean"));
  if ((part = own.vatMethodChange) !== undefined) faults = under(faults, "/vatMethodChange", oneOf(part, { values: ["inclusive", "exclusive", "shifted"] }, context));
  if ((part = own.prepayTable) !== undefined) faults = under(faults, "/prepayTable", checkPrepayTable(part, context));
  if ((part = own.externalCardScan) !== undefined) faults = under(faults, "/externalCardScan", checkExternalCardScan(part, context));
  if ((part = own.customActionChange) !== undefined) faults = under(faults, "/customActionChange", checkCustomActionChange(part, context));
  if ((part = own.requestCustomAction) !== undefined) faults = under(faults, "/requestCustomAction", checkRequestCustomAction(part, context));
  if ((part = own.polling) !== undefined) faults = under(faults, "/polling", checkPollingAnswer(part, context));
  if ((part = own.version) !== undefined && typeof part !== "string") faults = under(faults, "/version", wrong("a string"));
  return faults;
}
export function checkAddSessionLineResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkBackgroundPollResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
const isInCancelExternalPaymentResponse = (name: string): boolean => name === "error" || name === "message" || name === "dialog" || name === "requestScanCode" || name === "openUrl" || name === "displayBarcode" || name === "hideBarcode" || name === "lineChanges" || name === "lineAdditions" || name === "lineDeletions" || name === "lockSession" || name === "lockSessionForAdditions" || name === "vatMethodChange" || name === "prepayTable" || name === "externalCardScan" || name === "customActionChange" || name === "requestCustomAction" || name === "polling" || name === "version" || name === "externalPayment";
const closedCancelExternalPaymentResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkCancelExternalPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context), part: any;
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPaymentAnswer(part, context));
  for (const name in own) if (!isInCancelExternalPaymentResponse(name)) faults = unknown(faults, own, name, closedCancelExternalPaymentResponse);
  return faults;
}
export function checkCancelPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkCancelSessionResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
const isInCompleteSessionResponse = (name: string): boolean => name === "error" || name === "message" || name === "dialog" || name === "requestScanCode" || name === "openUrl" || name === "displayBarcode" || name === "hideBarcode" || name === "lineChanges" || name === "lineAdditions" || name === "lineDeletions" || name === "lockSession" || name === "lockSessionForAdditions" || name === "vatMethodChange" || name === "prepayTable" || name === "externalCardScan" || name === "customActionChange" || name === "requestCustomAction" || name === "polling" || name === "version" || name === "receiptFooter";
const closedCompleteSessionResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "receiptFooter"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkCompleteSessionResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context), part: any;
  if ((part = own.receiptFooter) !== undefined) faults = under(faults, "/receiptFooter", isObject(part) ? checkFooter(part, context) : Array.isArray(part) ? items(part, context, checkFooter) : wrong("an object or an array"));
  for (const name in own) if (!isInCompleteSessionResponse(name)) faults = unknown(faults, own, name, closedCompleteSessionResponse);
  return faults;
}
export function checkCreditSessionResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkCustomActionResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkKitchenCompleteCourseResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkKitchenServeCourseResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkKitchenStartCourseResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkMergeSessionResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkPauseSessionResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
const isInPollExternalPaymentResponse = (name: string): boolean => name === "error" || name === "message" || name === "dialog" || name === "requestScanCode" || name === "openUrl" || name === "displayBarcode" || name === "hideBarcode" || name === "lineChanges" || name === "lineAdditions" || name === "lineDeletions" || name === "lockSession" || name === "lockSessionForAdditions" || name === "vatMethodChange" || name === "prepayTable" || name === "externalCardScan" || name === "customActionChange" || name === "requestCustomAction" || name === "polling" || name === "version" || name === "externalPayment";
const closedPollExternalPaymentResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkPollExternalPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context), part: any;
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPaymentAnswer(part, context));
  for (const name in own) if (!isInPollExternalPaymentResponse(name)) faults = unknown(faults, own, name, closedPollExternalPaymentResponse);
  return faults;
}
const isInPrintBillResponse = (name: string): boolean => name === "error" || name === "message" || name === "dialog" || name === "requestScanCode" || name === "openUrl" || name === "displayBarcode" || name === "hideBarcode" || name === "lineChanges" || name === "lineAdditions" || name === "lineDeletions" || name === "lockSession" || name === "lockSessionForAdditions" || name === "vatMethodChange" || name === "prepayTable" || name === "externalCardScan" || name === "customActionChange" || name === "requestCustomAction" || name === "polling" || name === "version" || name === "billFooter";
const closedPrintBillResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "billFooter"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
  receiptFooter: { reason: "only for completeSession" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkPrintBillResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context), part: any;
  if ((part = own.billFooter) !== undefined) faults = under(faults, "/billFooter", isObject(part) ? checkFooter(part, context) : Array.isArray(part) ? items(part, context, checkFooter) : wrong("an object or an array"));
  for (const name in own) if (!isInPrintBillResponse(name)) faults = unknown(faults, own, name, closedPrintBillResponse);
  return faults;
}
export function checkRemoveSessionLineResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
const isInRequestCancelExternalPaymentResponse = (name: string): boolean => name === "error" || name === "message" || name === "dialog" || name === "requestScanCode" || name === "openUrl" || name === "displayBarcode" || name === "hideBarcode" || name === "lineChanges" || name === "lineAdditions" || name === "lineDeletions" || name === "lockSession" || name === "lockSessionForAdditions" || name === "vatMethodChange" || name === "prepayTable" || name === "externalCardScan" || name === "customActionChange" || name === "requestCustomAction" || name === "polling" || name === "version" || name === "externalPayment";
const closedRequestCancelExternalPaymentResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkRequestCancelExternalPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context), part: any;
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPaymentAnswer(part, context));
  for (const name in own) if (!isInRequestCancelExternalPaymentResponse(name)) faults = unknown(faults, own, name, closedRequestCancelExternalPaymentResponse);
  return faults;
}
export function checkResumeSessionResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
const isInScanCodeResponse = (name: string): boolean => name === "error" || name === "message" || name === "dialog" || name === "requestScanCode" || name === "openUrl" || name === "displayBarcode" || name === "hideBarcode" || name === "lineChanges" || name === "lineAdditions" || name === "lineDeletions" || name === "lockSession" || name === "lockSessionForAdditions" || name === "vatMethodChange" || name === "prepayTable" || name === "externalCardScan" || name === "customActionChange" || name === "requestCustomAction" || name === "polling" || name === "version" || name === "scanCode";
const closedScanCodeResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "scanCode"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
} };
export function checkScanCodeResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context), part: any;
  if ((part = own.scanCode) !== undefined) faults = under(faults, "/scanCode", checkScanCodeAnswer(part, context));
  for (const name in own) if (!isInScanCodeResponse(name)) faults = unknown(faults, own, name, closedScanCodeResponse);
  return faults;
}
export function checkSelectRelationResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
const isInStartExternalPaymentResponse = (name: string): boolean => name === "error" || name === "message" || name === "dialog" || name === "requestScanCode" || name === "openUrl" || name === "displayBarcode" || name === "hideBarcode" || name === "lineChanges" || name === "lineAdditions" || name === "lineDeletions" || name === "lockSession" || name === "lockSessionForAdditions" || name === "vatMethodChange" || name === "prepayTable" || name === "externalCardScan" || name === "customActionChange" || name === "requestCustomAction" || name === "polling" || name === "version" || name === "externalPayment";
const closedStartExternalPaymentResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkStartExternalPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context), part: any;
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkStartExternalPaymentAnswer(part, context));
  for (const name in own) if (!isInStartExternalPaymentResponse(name)) faults = unknown(faults, own, name, closedStartExternalPaymentResponse);
  return faults;
}
export function checkStartPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkStartSessionResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export function checkUpdateSessionLineResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(own, context);
  for (const name in own) if (!isInCommonResponse(name)) faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
const isInAddedDiscount = (name: string): boolean => name === "discountId" || name === "discountDescription" || name === "discountPercentage" || name === "discountAmount" || name === "applyToQuantity" || name === "discountType";
const closedAddedDiscount: ClosedObject = { known: ["discountId", "discountDescription", "discountPercentage", "discountAmount", "applyToQuantity", "discountType"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkAddedDiscount(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.discountId) !== undefined && (typeof part !== "string" || !isUuid(part))) faults = under(faults, "/discountId", text(part, undefined, "uuid", isUuid));
  if ((part = own.discountDescription) !== undefined && typeof part !== "string") faults = under(faults, "/discountDescription", wrong("a string"));
  if ((part = own.discountPercentage) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountPercentage", wrong("a number"));
  if ((part = own.discountAmount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountAmount", wrong("a number"));
  if ((part = own.applyToQuantity) !== undefined && !Number.isFinite(part)) faults = under(faults, "/applyToQuantity", wrong("a number"));
  if ((part = own.discountType) !== undefined && typeof part !== "string") faults = under(faults, "/discountType", wrong("a string"));
  for (const name in own) if (!isInAddedDiscount(name)) faults = unknown(faults, own, name, closedAddedDiscount);
  return faults;
}
const isInCustomActionChange = (name: string): boolean => name === "customActionId" || name === "buttonCaption";
const closedCustomActionChange: ClosedObject = { known: ["customActionId", "buttonCaption"], forbidden: {} };
export function checkCustomActionChange(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.customActionId === undefined) faults = missing(faults, "customActionId");
  if (own.buttonCaption === undefined) faults = missing(faults, "buttonCaption");
  if ((part = own.customActionId) !== undefined && typeof part !== "string") faults = under(faults, "/customActionId", wrong("a string"));
  if ((part = own.buttonCaption) !== undefined && typeof part !== "string") faults = under(faults, "/buttonCaption", wrong("a string"));
  for (const name in own) if (!isInCustomActionChange(name)) faults = unknown(faults, own, name, closedCustomActionChange);
  return faults;
}
const isInDialogAnswer = (name: string): boolean => name === "required" || name === "allowMultipleOptions" || name === "requireConfirmation" || name === "dialogTitle" || name === "columns" || name === "dialogOptions";
const closedDialogAnswer: ClosedObject = { known: ["required", "allowMultipleOptions", "requireConfirmation", "dialogTitle", "columns", "dialogOptions"], forbidden: {
  dialogId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  dialogIdAsString: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkDialogAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.required === undefined) faults = missing(faults, "required");
  if (own.allowMultipleOptions === undefined) faults = missing(faults, "allowMultipleOptions");
  if (own.dialogTitle === undefined) faults = missing(faults, "dialogTitle");
  if (own.dialogOptions === undefined) faults = missing(faults, "dialogOptions");
  if ((part = own.required) !== undefined && typeof part !== "boolean") faults = under(faults, "/required", wrong("a boolean"));
  if ((part = own.allowMultipleOptions) !== undefined && typeof part !== "boolean") faults = under(faults, "/allowMultipleOptions", wrong("a boolean"));
  if ((part = own.requireConfirmation) !== undefined && typeof part !== "boolean") faults = under(faults, "/requireConfirmation", wrong("a boolean"));
  if ((part = own.dialogTitle) !== undefined && typeof part !== "string") faults = under(faults, "/dialogTitle", wrong("a string"));
  if ((part = own.columns) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/columns", integer(part));
  if ((part = own.dialogOptions) !== undefined) faults = under(faults, "/dialogOptions", items(part, context, checkDialogOption));
  for (const name in own) if (!isInDialogAnswer(name)) faults = unknown(faults, own, name, closedDialogAnswer);
  return faults;
}
const isInDialogOption = (name: string): boolean => name === "optionId" || name === "optionName" || name === "optionColor";
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
export function checkDialogOption(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.optionId === undefined) faults = missing(faults, "optionId");
  if (own.optionName === undefined) faults = missing(faults, "optionName");
  if ((part = own.optionId) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/optionId", integer(part));
  if ((part = own.optionName) !== undefined && typeof part !== "string") faults = under(faults, "/optionName", wrong("a string"));
  if ((part = own.optionColor) !== undefined && typeof part !== "string") faults = under(faults, "/optionColor", wrong("a string"));
  for (const name in own) if (!isInDialogOption(name)) faults = unknown(faults, own, name, closedDialogOption);
  return faults;
}
const isInDisplayBarcode = (name: string): boolean => name === "codeType" || name === "code";
const closedDisplayBarcode: ClosedObject = { known: ["codeType", "code"], forbidden: {} };
export function checkDisplayBarcode(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.codeType === undefined) faults = missing(faults, "codeType");
  if (own.code === undefined) faults = missing(faults, "code");
  if ((part = own.codeType) !== undefined) faults = under(faults, "/codeType", oneOf(part, { values: ["barcode", "rfid", "qrcode"] }, context));
  if ((part = own.code) !== undefined && typeof part !== "string") faults = under(faults, "/code", wrong("a string"));
  for (const name in own) if (!isInDisplayBarcode(name)) faults = unknown(faults, own, name, closedDisplayBarcode);
  return faults;
}
const isInErrorAnswer = (name: string): boolean => name === "code" || name === "message";
const closedErrorAnswer: ClosedObject = { known: ["code", "message"], forbidden: {
  type: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkErrorAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.code === undefined) faults = missing(faults, "code");
  if (own.message === undefined) faults = missing(faults, "message");
  if ((part = own.code) !== undefined && typeof part !== "string") faults = under(faults, "/code", wrong("a string"));
  if ((part = own.message) !== undefined && typeof part !== "string") faults = under(faults, "/message", wrong("a string"));
  for (const name in own) if (!isInErrorAnswer(name)) faults = unknown(faults, own, name, closedErrorAnswer);
  return faults;
}
const isInExternalCardScan = (name: string): boolean => name === "cardIdentifier" || name === "cardDescription" || name === "cardBalance" || name === "cardExpiration" || name === "cardBlocked" || name === "displayTime" || name === "isNewBalance";
const closedExternalCardScan: ClosedObject = { known: ["cardIdentifier", "cardDescription", "cardBalance", "cardExpiration", "cardBlocked", "displayTime", "isNewBalance"], forbidden: {} };
export function checkExternalCardScan(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.cardIdentifier) !== undefined && typeof part !== "string") faults = under(faults, "/cardIdentifier", wrong("a string"));
  if ((part = own.cardDescription) !== undefined && typeof part !== "string") faults = under(faults, "/cardDescription", wrong("a string"));
  if ((part = own.cardBalance) !== undefined && !Number.isFinite(part)) faults = under(faults, "/cardBalance", wrong("a number"));
  if ((part = own.cardExpiration) !== undefined) faults = under(faults, "/cardExpiration", text(part, undefined, "date or date-time", (text) => isDate(text) || isDateTime(text)));
  if ((part = own.cardBlocked) !== undefined && typeof part !== "boolean") faults = under(faults, "/cardBlocked", wrong("a boolean"));
  if ((part = own.displayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/displayTime", integer(part));
  if ((part = own.isNewBalance) !== undefined && typeof part !== "boolean") faults = under(faults, "/isNewBalance", wrong("a boolean"));
  for (const name in own) if (!isInExternalCardScan(name)) faults = unknown(faults, own, name, closedExternalCardScan);
  return faults;
}
const isInExternalDiscountAnswer = (name: string): boolean => name === "discountId" || name === "discountDescription" || name === "discountPercentage" || name === "discountAmount" || name === "applyToQuantity" || name === "discountType";
const closedExternalDiscountAnswer: ClosedObject = { known: ["discountId", "discountDescription", "discountPercentage", "discountAmount", "applyToQuantity", "discountType"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkExternalDiscountAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.discountId === undefined) faults = missing(faults, "discountId");
  if ((part = own.discountId) !== undefined && (typeof part !== "string" || !isUuid(part))) faults = under(faults, "/discountId", text(part, undefined, "uuid", isUuid));
  if ((part = own.discountDescription) !== undefined && typeof part !== "string") faults = under(faults, "/discountDescription", wrong("a string"));
  if ((part = own.discountPercentage) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountPercentage", wrong("a number"));
  if ((part = own.discountAmount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountAmount", wrong("a number"));
  if ((part = own.applyToQuantity) !== undefined && !Number.isFinite(part)) faults = under(faults, "/applyToQuantity", wrong("a number"));
  if ((part = own.discountType) !== undefined && typeof part !== "string") faults = under(faults, "/discountType", wrong("a string"));
  for (const name in own) if (!isInExternalDiscountAnswer(name)) faults = unknown(faults, own, name, closedExternalDiscountAnswer);
  return faults;
}
const isInExternalPaymentAnswer = (name: string): boolean => name === "backgroundColor" || name === "externalPaymentId" || name === "started" || name === "confirmed" || name === "cancelled" || name === "finalAmount" || name === "externalTransactionReference" || name === "receiptTexts" || name === "cardType" || name === "terminalId" || name === "method" || name === "message" || name === "customerMessage" || name === "displayTime" || name === "messageDisplayTime" || name === "customerMessageDisplayTime" || name === "hideTimestamp" || name === "clearScreen" || name === "clearCustomerScreen" || name === "monospacedFont";
const closedExternalPaymentAnswer: ClosedObject = { known: ["backgroundColor", "externalPaymentId", "started", "confirmed", "cancelled", "finalAmount", "externalTransactionReference", "receiptTexts", "cardType", "terminalId", "method", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"], forbidden: {
  receiptFooters: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  externalMethod: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  requiresReceiptPrinter: { reason: "only for startExternalPayment" },
} };
export function checkExternalPaymentAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.backgroundColor) !== undefined && typeof part !== "string") faults = under(faults, "/backgroundColor", wrong("a string"));
  if ((part = own.externalPaymentId) !== undefined && typeof part !== "string") faults = under(faults, "/externalPaymentId", wrong("a string"));
  if ((part = own.started) !== undefined && typeof part !== "boolean") faults = under(faults, "/started", wrong("a boolean"));
  if ((part = own.confirmed) !== undefined && typeof part !== "boolean") faults = under(faults, "/confirmed", wrong("a boolean"));
  if ((part = own.cancelled) !== undefined && typeof part !== "boolean") faults = under(faults, "/cancelled", wrong("a boolean"));
  if ((part = own.finalAmount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/finalAmount", wrong("a number"));
  if ((part = own.externalTransactionReference) !== undefined && typeof part !== "string") faults = under(faults, "/externalTransactionReference", wrong("a string"));
  if ((part = own.receiptTexts) !== undefined) faults = under(faults, "/receiptTexts", items(part, context, checkReceiptText));
  if ((part = own.cardType) !== undefined && typeof part !== "string") faults = under(faults, "/cardType", wrong("a string"));
  if ((part = own.terminalId) !== undefined && typeof part !== "string") faults = under(faults, "/terminalId", wrong("a string"));
  if ((part = own.method) !== undefined && typeof part !== "string") faults = under(faults, "/method", wrong("a string"));
  if ((part = own.message) !== undefined && typeof part !== "string") faults = under(faults, "/message", wrong("a string"));
  if ((part = own.customerMessage) !== undefined && typeof part !== "string") faults = under(faults, "/customerMessage", wrong("a string"));
  if ((part = own.displayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/displayTime", integer(part));
  if ((part = own.messageDisplayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/messageDisplayTime", integer(part));
  if ((part = own.customerMessageDisplayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/customerMessageDisplayTime", integer(part));
  if ((part = own.hideTimestamp) !== undefined && typeof part !== "boolean") faults = under(faults, "/hideTimestamp", wrong("a boolean"));
  if ((part = own.clearScreen) !== undefined && typeof part !== "boolean") faults = under(faults, "/clearScreen", wrong("a boolean"));
  if ((part = own.clearCustomerScreen) !== undefined && typeof part !== "boolean") faults = under(faults, "/clearCustomerScreen", wrong("a boolean"));
  if ((part = own.monospacedFont) !== undefined && typeof part !== "boolean") faults = under(faults, "/monospacedFont", wrong("a boolean"));
  for (const name in own) if (!isInExternalPaymentAnswer(name)) faults = unknown(faults, own, name, closedExternalPaymentAnswer);
  return faults;
}
const isInFooter = (name: string): boolean => name === "textBefore" || name === "text" || name === "barcode" || name === "textAfter" || name === "printSeparate";
const closedFooter: ClosedObject = { known: ["textBefore", "text", "barcode", "textAfter", "printSeparate"], forbidden: {
  textBeforeOptions: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  textAfterOptions: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
} };
export function checkFooter(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.textBefore) !== undefined && typeof part !== "string") faults = under(faults, "/textBefore", wrong("a string"));
  if ((part = own.text) !== undefined && typeof part !== "string") faults = under(faults, "/text", wrong("a string"));
  if ((part = own.barcode) !== undefined) faults = under(faults, "/barcode", checkFooterBarcode(part, context));
  if ((part = own.textAfter) !== undefined && typeof part !== "string") faults = under(faults, "/textAfter", wrong("a string"));
  if ((part = own.printSeparate) !== undefined && typeof part !== "boolean") faults = under(faults, "/printSeparate", wrong("a boolean"));
  for (const name in own) if (!isInFooter(name)) faults = unknown(faults, own, name, closedFooter);
  return faults;
}
const isInFooterBarcode = (name: string): boolean => name === "codeType" || name === "code";
const closedFooterBarcode: ClosedObject = { known: ["codeType", "code"], forbidden: {} };
export function checkFooterBarcode(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.codeType) !== undefined) faults = under(faults, "/codeType", oneOf(part, { values: ["code128", "qrcode"] }, context));
  if ((part = own.code) !== undefined && typeof part !== "string") faults = under(faults, "/code", wrong("a string"));
  for (const name in own) if (!isInFooterBarcode(name)) faults = unknown(faults, own, name, closedFooterBarcode);
  return faults;
}
const isInLineAddition = (name: string): boolean => name === "lineId" || name === "extLine" || name === "articleNumber" || name === "barcode" || name === "pluNumber" || name === "supplierArticleNumber" || name === "extArticleId" || name === "priceIncl" || name === "quantity" || name === "text" || name === "externalDiscount";
const closedLineAddition: ClosedObject = { known: ["lineId", "extLine", "articleNumber", "barcode", "pluNumber", "supplierArticleNumber", "extArticleId", "priceIncl", "quantity", "text", "externalDiscount"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkLineAddition(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.lineId) !== undefined && typeof part !== "string") faults = under(faults, "/lineId", wrong("a string"));
  if ((part = own.extLine) !== undefined && typeof part !== "string") faults = under(faults, "/extLine", wrong("a string"));
  if ((part = own.articleNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/articleNumber", integer(part));
  if ((part = own.barcode) !== undefined && typeof part !== "string") faults = under(faults, "/barcode", wrong("a string"));
  if ((part = own.pluNumber) !== undefined && typeof part !== "string") faults = under(faults, "/pluNumber", wrong("a string"));
  if ((part = own.supplierArticleNumber) !== undefined && typeof part !== "string") faults = under(faults, "/supplierArticleNumber", wrong("a string"));
  if ((part = own.extArticleId) !== undefined && typeof part !== "string") faults = under(faults, "/extArticleId", wrong("a string"));
  if ((part = own.priceIncl) !== undefined && !Number.isFinite(part)) faults = under(faults, "/priceIncl", wrong("a number"));
  if ((part = own.quantity) !== undefined && !Number.isFinite(part)) faults = under(faults, "/quantity", wrong("a number"));
  if ((part = own.text) !== undefined && typeof part !== "string") faults = under(faults, "/text", wrong("a string"));
  if ((part = own.externalDiscount) !== undefined) faults = under(faults, "/externalDiscount", checkAddedDiscount(part, context));
  for (const name in own) if (!isInLineAddition(name)) faults = unknown(faults, own, name, closedLineAddition);
  return faults;
}
const isInLineChange = (name: string): boolean => name === "lineId" || name === "externalDiscount";
const closedLineChange: ClosedObject = { known: ["lineId", "externalDiscount"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkLineChange(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.lineId === undefined) faults = missing(faults, "lineId");
  if ((part = own.lineId) !== undefined && typeof part !== "string") faults = under(faults, "/lineId", wrong("a string"));
  if ((part = own.externalDiscount) !== undefined) faults = under(faults, "/externalDiscount", checkExternalDiscountAnswer(part, context));
  for (const name in own) if (!isInLineChange(name)) faults = unknown(faults, own, name, closedLineChange);
  return faults;
}
const isInLineDeletion = (name: string): boolean => name === "lineId";
const closedLineDeletion: ClosedObject = { known: ["lineId"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkLineDeletion(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.lineId === undefined) faults = missing(faults, "lineId");
  if ((part = own.lineId) !== undefined && typeof part !== "string") faults = under(faults, "/lineId", wrong("a string"));
  for (const name in own) if (!isInLineDeletion(name)) faults = unknown(faults, own, name, closedLineDeletion);
  return faults;
}
const isInMessage = (name: string): boolean => name === "backgroundColor" || name === "message" || name === "customerMessage" || name === "displayTime" || name === "messageDisplayTime" || name === "customerMessageDisplayTime" || name === "hideTimestamp" || name === "clearScreen" || name === "clearCustomerScreen" || name === "monospacedFont";
const closedMessage: ClosedObject = { known: ["backgroundColor", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"], forbidden: {} };
export function checkMessage(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.backgroundColor) !== undefined && typeof part !== "string") faults = under(faults, "/backgroundColor", wrong("a string"));
  if ((part = own.message) !== undefined && typeof part !== "string") faults = under(faults, "/message", wrong("a string"));
  if ((part = own.customerMessage) !== undefined && typeof part !== "string") faults = under(faults, "/customerMessage", wrong("a string"));
  if ((part = own.displayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/displayTime", integer(part));
  if ((part = own.messageDisplayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/messageDisplayTime", integer(part));
  if ((part = own.customerMessageDisplayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/customerMessageDisplayTime", integer(part));
  if ((part = own.hideTimestamp) !== undefined && typeof part !== "boolean") faults = under(faults, "/hideTimestamp", wrong("a boolean"));
  if ((part = own.clearScreen) !== undefined && typeof part !== "boolean") faults = under(faults, "/clearScreen", wrong("a boolean"));
  if ((part = own.clearCustomerScreen) !== undefined && typeof part !== "boolean") faults = under(faults, "/clearCustomerScreen", wrong("a boolean"));
  if ((part = own.monospacedFont) !== undefined && typeof part !== "boolean") faults = under(faults, "/monospacedFont", wrong("a boolean"));
  for (const name in own) if (!isInMessage(name)) faults = unknown(faults, own, name, closedMessage);
  return faults;
}
const isInOpenUrlAnswer = (name: string): boolean => name === "url" || name === "autoOpen" || name === "urlTitle" || name === "closeOnDomainChange" || name === "minimumWidth" || name === "minimumHeight";
const closedOpenUrlAnswer: ClosedObject = { known: ["url", "autoOpen", "urlTitle", "closeOnDomainChange", "minimumWidth", "minimumHeight"], forbidden: {} };
export function checkOpenUrlAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.url === undefined) faults = missing(faults, "url");
  if ((part = own.url) !== undefined && typeof part !== "string") faults = under(faults, "/url", wrong("a string"));
  if ((part = own.autoOpen) !== undefined && typeof part !== "boolean") faults = under(faults, "/autoOpen", wrong("a boolean"));
  if ((part = own.urlTitle) !== undefined && typeof part !== "string") faults = under(faults, "/urlTitle", wrong("a string"));
  if ((part = own.closeOnDomainChange) !== undefined && typeof part !== "boolean") faults = under(faults, "/closeOnDomainChange", wrong("a boolean"));
  if ((part = own.minimumWidth) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/minimumWidth", integer(part));
  if ((part = own.minimumHeight) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/minimumHeight", integer(part));
  for (const name in own) if (!isInOpenUrlAnswer(name)) faults = unknown(faults, own, name, closedOpenUrlAnswer);
  return faults;
}
const isInPollingAnswer = (name: string): boolean => name === "finished" || name === "message" || name === "customerMessage" || name === "displayTime" || name === "messageDisplayTime" || name === "customerMessageDisplayTime" || name === "hideTimestamp" || name === "clearScreen" || name === "clearCustomerScreen" || name === "monospacedFont";
const closedPollingAnswer: ClosedObject = { known: ["finished", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"], forbidden: {} };
export function checkPollingAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.finished === undefined) faults = missing(faults, "finished");
  if ((part = own.finished) !== undefined && typeof part !== "boolean") faults = under(faults, "/finished", wrong("a boolean"));
  if ((part = own.message) !== undefined && typeof part !== "string") faults = under(faults, "/message", wrong("a string"));
  if ((part = own.customerMessage) !== undefined && typeof part !== "string") faults = under(faults, "/customerMessage", wrong("a string"));
  if ((part = own.displayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/displayTime", integer(part));
  if ((part = own.messageDisplayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/messageDisplayTime", integer(part));
  if ((part = own.customerMessageDisplayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/customerMessageDisplayTime", integer(part));
  if ((part = own.hideTimestamp) !== undefined && typeof part !== "boolean") faults = under(faults, "/hideTimestamp", wrong("a boolean"));
  if ((part = own.clearScreen) !== undefined && typeof part !== "boolean") faults = under(faults, "/clearScreen", wrong("a boolean"));
  if ((part = own.clearCustomerScreen) !== undefined && typeof part !== "boolean") faults = under(faults, "/clearCustomerScreen", wrong("a boolean"));
  if ((part = own.monospacedFont) !== undefined && typeof part !== "boolean") faults = under(faults, "/monospacedFont", wrong("a boolean"));
  for (const name in own) if (!isInPollingAnswer(name)) faults = unknown(faults, own, name, closedPollingAnswer);
  return faults;
}
const isInPrepaidTable = (name: string): boolean => name === "number" || name === "subNumber";
const closedPrepaidTable: ClosedObject = { known: ["number", "subNumber"], forbidden: {} };
export function checkPrepaidTable(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.number === undefined) faults = missing(faults, "number");
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/number", integer(part));
  if ((part = own.subNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/subNumber", integer(part));
  for (const name in own) if (!isInPrepaidTable(name)) faults = unknown(faults, own, name, closedPrepaidTable);
  return faults;
}
const isInPrepayTable = (name: string): boolean => name === "table" || name === "sessionId" || name === "payments";
const closedPrepayTable: ClosedObject = { known: ["table", "sessionId", "payments"], forbidden: {} };
export function checkPrepayTable(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.table === undefined) faults = missing(faults, "table");
  if (own.sessionId === undefined) faults = missing(faults, "sessionId");
  if (own.payments === undefined) faults = missing(faults, "payments");
  if ((part = own.table) !== undefined) faults = under(faults, "/table", checkPrepaidTable(part, context));
  if ((part = own.sessionId) !== undefined && (typeof part !== "string" || !isUuid(part))) faults = under(faults, "/sessionId", text(part, undefined, "uuid", isUuid));
  if ((part = own.payments) !== undefined) faults = under(faults, "/payments", items(part, context, checkPrepayment));
  for (const name in own) if (!isInPrepayTable(name)) faults = unknown(faults, own, name, closedPrepayTable);
  return faults;
}
const isInPrepayment = (name: string): boolean => name === "paymentId" || name === "amount" || name === "method";
const closedPrepayment: ClosedObject = { known: ["paymentId", "amount", "method"], forbidden: {} };
export function checkPrepayment(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.paymentId === undefined) faults = missing(faults, "paymentId");
  if (own.amount === undefined) faults = missing(faults, "amount");
  if ((part = own.paymentId) !== undefined && (typeof part !== "string" || !isUuid(part))) faults = under(faults, "/paymentId", text(part, undefined, "uuid", isUuid));
  if ((part = own.amount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/amount", wrong("a number"));
  if ((part = own.method) !== undefined && typeof part !== "string") faults = under(faults, "/method", wrong("a string"));
  for (const name in own) if (!isInPrepayment(name)) faults = unknown(faults, own, name, closedPrepayment);
  return faults;
}
const isInReceiptText = (name: string): boolean => name === "type" || name === "text" || name === "requiresSignature";
const closedReceiptText: ClosedObject = { known: ["type", "text", "requiresSignature"], forbidden: {} };
export function checkReceiptText(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.text === undefined) faults = missing(faults, "text");
  if ((part = own.type) !== undefined) faults = under(faults, "/type", oneOf(part, { values: ["cardholder", "merchant"] }, context));
  if ((part = own.text) !== undefined && typeof part !== "string") faults = under(faults, "/text", wrong("a string"));
  if ((part = own.requiresSignature) !== undefined && typeof part !== "boolean") faults = under(faults, "/requiresSignature", wrong("a boolean"));
  for (const name in own) if (!isInReceiptText(name)) faults = unknown(faults, own, name, closedReceiptText);
  return faults;
}
const isInRequestCustomAction = (name: string): boolean => name === "customActionId";
const closedRequestCustomAction: ClosedObject = { known: ["customActionId"], forbidden: {} };
export function checkRequestCustomAction(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.customActionId === undefined) faults = missing(faults, "customActionId");
  if ((part = own.customActionId) !== undefined && typeof part !== "string") faults = under(faults, "/customActionId", wrong("a string"));
  for (const name in own) if (!isInRequestCustomAction(name)) faults = unknown(faults, own, name, closedRequestCustomAction);
  return faults;
}
const isInRequestScanCode = (name: string): boolean => name === "required" || name === "requestTitle";
const closedRequestScanCode: ClosedObject = { known: ["required", "requestTitle"], forbidden: {} };
export function checkRequestScanCode(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.required === undefined) faults = missing(faults, "required");
  if (own.requestTitle === undefined) faults = missing(faults, "requestTitle");
  if ((part = own.required) !== undefined && typeof part !== "boolean") faults = under(faults, "/required", wrong("a boolean"));
  if ((part = own.requestTitle) !== undefined && typeof part !== "string") faults = under(faults, "/requestTitle", wrong("a string"));
  for (const name in own) if (!isInRequestScanCode(name)) faults = unknown(faults, own, name, closedRequestScanCode);
  return faults;
}
const isInScanCodeAnswer = (name: string): boolean => name === "recognized" || name === "relationNumber" || name === "message" || name === "customerMessage";
const closedScanCodeAnswer: ClosedObject = { known: ["recognized", "relationNumber", "message", "customerMessage"], forbidden: {} };
export function checkScanCodeAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.recognized === undefined) faults = missing(faults, "recognized");
  if ((part = own.recognized) !== undefined && typeof part !== "boolean") faults = under(faults, "/recognized", wrong("a boolean"));
  if ((part = own.relationNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/relationNumber", integer(part));
  if ((part = own.message) !== undefined && typeof part !== "string") faults = under(faults, "/message", wrong("a string"));
  if ((part = own.customerMessage) !== undefined && typeof part !== "string") faults = under(faults, "/customerMessage", wrong("a string"));
  for (const name in own) if (!isInScanCodeAnswer(name)) faults = unknown(faults, own, name, closedScanCodeAnswer);
  return faults;
}
const isInStartExternalPaymentAnswer = (name: string): boolean => name === "backgroundColor" || name === "externalPaymentId" || name === "started" || name === "confirmed" || name === "cancelled" || name === "finalAmount" || name === "externalTransactionReference" || name === "receiptTexts" || name === "cardType" || name === "terminalId" || name === "method" || name === "requiresReceiptPrinter" || name === "message" || name === "customerMessage" || name === "displayTime" || name === "messageDisplayTime" || name === "customerMessageDisplayTime" || name === "hideTimestamp" || name === "clearScreen" || name === "clearCustomerScreen" || name === "monospacedFont";
const closedStartExternalPaymentAnswer: ClosedObject = { known: ["backgroundColor", "externalPaymentId", "started", "confirmed", "cancelled", "finalAmount", "externalTransactionReference", "receiptTexts", "cardType", "terminalId", "method", "requiresReceiptPrinter", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"], forbidden: {
  receiptFooters: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  externalMethod: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkStartExternalPaymentAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.backgroundColor) !== undefined && typeof part !== "string") faults = under(faults, "/backgroundColor", wrong("a string"));
  if ((part = own.externalPaymentId) !== undefined && typeof part !== "string") faults = under(faults, "/externalPaymentId", wrong("a string"));
  if ((part = own.started) !== undefined && typeof part !== "boolean") faults = under(faults, "/started", wrong("a boolean"));
  if ((part = own.confirmed) !== undefined && typeof part !== "boolean") faults = under(faults, "/confirmed", wrong("a boolean"));
  if ((part = own.cancelled) !== undefined && typeof part !== "boolean") faults = under(faults, "/cancelled", wrong("a boolean"));
  if ((part = own.finalAmount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/finalAmount", wrong("a number"));
  if ((part = own.externalTransactionReference) !== undefined && typeof part !== "string") faults = under(faults, "/externalTransactionReference", wrong("a string"));
  if ((part = own.receiptTexts) !== undefined) faults = under(faults, "/receiptTexts", items(part, context, checkReceiptText));
  if ((part = own.cardType) !== undefined && typeof part !== "string") faults = under(faults, "/cardType", wrong("a string"));
  if ((part = own.terminalId) !== undefined && typeof part !== "string") faults = under(faults, "/terminalId", wrong("a string"));
  if ((part = own.method) !== undefined && typeof part !== "string") faults = under(faults, "/method", wrong("a string"));
  if ((part = own.requiresReceiptPrinter) !== undefined && typeof part !== "boolean") faults = under(faults, "/requiresReceiptPrinter", wrong("a boolean"));
  if ((part = own.message) !== undefined && typeof part !== "string") faults = under(faults, "/message", wrong("a string"));
  if ((part = own.customerMessage) !== undefined && typeof part !== "string") faults = under(faults, "/customerMessage", wrong("a string"));
  if ((part = own.displayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/displayTime", integer(part));
  if ((part = own.messageDisplayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/messageDisplayTime", integer(part));
  if ((part = own.customerMessageDisplayTime) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/customerMessageDisplayTime", integer(part));
  if ((part = own.hideTimestamp) !== undefined && typeof part !== "boolean") faults = under(faults, "/hideTimestamp", wrong("a boolean"));
  if ((part = own.clearScreen) !== undefined && typeof part !== "boolean") faults = under(faults, "/clearScreen", wrong("a boolean"));
  if ((part = own.clearCustomerScreen) !== undefined && typeof part !== "boolean") faults = under(faults, "/clearCustomerScreen", wrong("a boolean"));
  if ((part = own.monospacedFont) !== undefined && typeof part !== "boolean") faults = under(faults, "/monospacedFont", wrong("a boolean"));
  for (const name in own) if (!isInStartExternalPaymentAnswer(name)) faults = unknown(faults, own, name, closedStartExternalPaymentAnswer);
  return faults;
}
