// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

/* eslint-disable */
// @ts-nocheck Generated and tested by mplus-codegen.
import type { CheckContext, ClosedObject, Faults, Inlined } from "./checks.js";
import { at, fault, holdsAny, integer, isDate, isDateTime, isObject, isUuid, items, oneOf, optional, readObject, takeIn, text, under, undocumented, unknown, wrong } from "./checks.js";
export function checkCommonRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.event === undefined) return fault("missing", { name: "event" });
  if (own.sender === undefined) return fault("missing", { name: "sender" });
  if ((part = own.event) !== undefined && (faults = checkEventInfo(part, context))) return at("/event", faults);
  if ((part = own.sender) !== undefined && (faults = checkSender(part, context))) return at("/sender", faults);
  if ((part = own.dialog) !== undefined && (faults = optional(value, "dialog", checkDialog(part, context), context))) return at("/dialog", faults);
  if ((part = own.form) !== undefined && (faults = optional(value, "form", checkForm(part, context), context))) return at("/form", faults);
  if ((part = own.openUrl) !== undefined && (faults = optional(value, "openUrl", checkOpenUrl(part, context), context))) return at("/openUrl", faults);
  return undefined;
}
export function checkAddSessionLineRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if (own.addSessionLine === undefined) return fault("missing", { name: "addSessionLine" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  if ((part = own.addSessionLine) !== undefined && (faults = checkAddSessionLine(part, context))) return at("/addSessionLine", faults);
  return undefined;
}
export const checkBackgroundPollRequest = checkCommonRequest;
export function checkCancelExternalPaymentRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.externalPayment === undefined) return fault("missing", { name: "externalPayment" });
  if ((part = own.session) !== undefined && (faults = undocumented(value, "session", checkSession(part, context), context))) return at("/session", faults);
  if ((part = own.externalPayment) !== undefined && (faults = checkExternalPayment(part, context))) return at("/externalPayment", faults);
  return undefined;
}
export function checkCancelPaymentRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  return undefined;
}
export function checkCancelSessionRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  return undefined;
}
export function checkCompleteSessionRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if ((part = own.session) !== undefined && (faults = checkCompleteSessionSession(part, context))) return at("/session", faults);
  if ((part = own.completeSession) !== undefined && (faults = optional(value, "completeSession", checkCompleteSession(part, context), context))) return at("/completeSession", faults);
  return undefined;
}
export function checkCreditSessionRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  return undefined;
}
export function checkCustomActionRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.customAction === undefined) return fault("missing", { name: "customAction" });
  if ((part = own.session) !== undefined && (faults = optional(value, "session", checkSession(part, context), context))) return at("/session", faults);
  if ((part = own.customAction) !== undefined && (faults = checkCustomAction(part, context))) return at("/customAction", faults);
  return undefined;
}
export function checkKitchenCompleteCourseRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.course === undefined) return fault("missing", { name: "course" });
  if ((part = own.course) !== undefined && (faults = checkCourse(part, context))) return at("/course", faults);
  if ((part = own.table) !== undefined && (faults = optional(value, "table", checkTable(part, context), context))) return at("/table", faults);
  if ((part = own.tableOrder) !== undefined && (faults = optional(value, "tableOrder", checkTableOrder(part, context), context))) return at("/tableOrder", faults);
  if ((part = own.cafeteriaOrder) !== undefined && (faults = optional(value, "cafeteriaOrder", checkCafeteriaOrder(part, context), context))) return at("/cafeteriaOrder", faults);
  if ((part = own.order) !== undefined && (faults = undocumented(value, "order", checkOrder(part, context), context))) return at("/order", faults);
  return undefined;
}
export function checkKitchenServeCourseRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.course === undefined) return fault("missing", { name: "course" });
  if ((part = own.course) !== undefined && (faults = checkCourse(part, context))) return at("/course", faults);
  if ((part = own.table) !== undefined && (faults = optional(value, "table", checkTable(part, context), context))) return at("/table", faults);
  if ((part = own.tableOrder) !== undefined && (faults = optional(value, "tableOrder", checkTableOrder(part, context), context))) return at("/tableOrder", faults);
  if ((part = own.cafeteriaOrder) !== undefined && (faults = optional(value, "cafeteriaOrder", checkCafeteriaOrder(part, context), context))) return at("/cafeteriaOrder", faults);
  if ((part = own.order) !== undefined && (faults = undocumented(value, "order", checkOrder(part, context), context))) return at("/order", faults);
  return undefined;
}
export function checkKitchenStartCourseRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.course === undefined) return fault("missing", { name: "course" });
  if ((part = own.course) !== undefined && (faults = checkCourse(part, context))) return at("/course", faults);
  if ((part = own.table) !== undefined && (faults = optional(value, "table", checkTable(part, context), context))) return at("/table", faults);
  if ((part = own.tableOrder) !== undefined && (faults = optional(value, "tableOrder", checkTableOrder(part, context), context))) return at("/tableOrder", faults);
  if ((part = own.cafeteriaOrder) !== undefined && (faults = optional(value, "cafeteriaOrder", checkCafeteriaOrder(part, context), context))) return at("/cafeteriaOrder", faults);
  if ((part = own.order) !== undefined && (faults = undocumented(value, "order", checkOrder(part, context), context))) return at("/order", faults);
  return undefined;
}
export function checkMergeSessionRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if (own.mergeSession === undefined) return fault("missing", { name: "mergeSession" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  if ((part = own.mergeSession) !== undefined && (faults = checkMergeSession(part, context))) return at("/mergeSession", faults);
  return undefined;
}
export function checkPauseSessionRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  return undefined;
}
export function checkPollExternalPaymentRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.externalPayment === undefined) return fault("missing", { name: "externalPayment" });
  if ((part = own.session) !== undefined && (faults = undocumented(value, "session", checkSession(part, context), context))) return at("/session", faults);
  if ((part = own.externalPayment) !== undefined && (faults = checkExternalPayment(part, context))) return at("/externalPayment", faults);
  return undefined;
}
export function checkPrintBillRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  if ((part = own.printBill) !== undefined && (faults = undocumented(value, "printBill", checkPrintBill(part, context), context))) return at("/printBill", faults);
  return undefined;
}
export function checkRemoveSessionLineRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if (own.removeSessionLine === undefined) return fault("missing", { name: "removeSessionLine" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  if ((part = own.removeSessionLine) !== undefined && (faults = checkRemoveSessionLine(part, context))) return at("/removeSessionLine", faults);
  return undefined;
}
export function checkRequestCancelExternalPaymentRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.externalPayment === undefined) return fault("missing", { name: "externalPayment" });
  if ((part = own.session) !== undefined && (faults = undocumented(value, "session", checkSession(part, context), context))) return at("/session", faults);
  if ((part = own.externalPayment) !== undefined && (faults = checkExternalPayment(part, context))) return at("/externalPayment", faults);
  return undefined;
}
export function checkResumeSessionRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  return undefined;
}
export function checkScanCodeRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if (own.scanCode === undefined) return fault("missing", { name: "scanCode" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  if ((part = own.scanCode) !== undefined && (faults = checkScanCode(part, context))) return at("/scanCode", faults);
  return undefined;
}
export function checkSelectRelationRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if (own.selectRelation === undefined) return fault("missing", { name: "selectRelation" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  if ((part = own.selectRelation) !== undefined && (faults = isObject(part) ? checkSelectRelation(part, context) : part !== null ? wrong("an object or null") : undefined)) return at("/selectRelation", faults);
  return undefined;
}
export function checkStartExternalPaymentRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.externalPayment === undefined) return fault("missing", { name: "externalPayment" });
  if ((part = own.session) !== undefined && (faults = undocumented(value, "session", checkSession(part, context), context))) return at("/session", faults);
  if ((part = own.externalPayment) !== undefined && (faults = checkExternalPayment(part, context))) return at("/externalPayment", faults);
  return undefined;
}
export function checkStartPaymentRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  return undefined;
}
export function checkStartSessionRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if (own.session === undefined) return fault("missing", { name: "session" });
  if ((part = own.session) !== undefined && (faults = checkSession(part, context))) return at("/session", faults);
  return undefined;
}
export function checkUpdateSessionLineRequest(value: unknown, context: CheckContext): Faults {
  let faults: Faults = checkCommonRequest(value, context), part: any;
  if (faults) return faults;
  const own = readObject(value, context);
  if ((part = own.session) !== undefined && (faults = undocumented(value, "session", checkSession(part, context), context))) return at("/session", faults);
  if ((part = own.updateSessionLine) !== undefined && (faults = undocumented(value, "updateSessionLine", checkUpdateSessionLine(part, context), context))) return at("/updateSessionLine", faults);
  return undefined;
}
const inlinedInAddSessionLine: Inlined = { into: "line", names: ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"], nullable: false, lenient: false };
export function checkAddSessionLine(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((own.line ?? null) === null && !holdsAny(own, inlinedInAddSessionLine.names)) return fault("missing", { name: "line" });
  if ((part = own.line) !== undefined && (faults = optional(value, "line", checkSessionLine(part, context), context))) return at("/line", faults);
  if ((own.line ?? null) === null && (faults = takeIn(value, inlinedInAddSessionLine, checkSessionLine, context))) return at("", faults);
  return undefined;
}
export function checkCafeteriaOrder(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.orderId === undefined) return fault("missing", { name: "orderId" });
  if ((part = own.orderId) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/orderId", faults);
  if ((part = own.year) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "year", integer(part), context))) return at("/year", faults);
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "number", integer(part), context))) return at("/number", faults);
  if ((part = own.ticketNumber) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "ticketNumber", integer(part), context))) return at("/ticketNumber", faults);
  return undefined;
}
export function checkCompleteSession(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.payments === undefined) return fault("missing", { name: "payments" });
  if ((part = own.payments) !== undefined && (faults = items(part, context, checkPayment))) return at("/payments", faults);
  return undefined;
}
export function checkCompleteSessionSession(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.sessionId) !== undefined && typeof part !== "string" && (faults = optional(value, "sessionId", wrong("a string"), context))) return at("/sessionId", faults);
  if ((part = own.table) !== undefined && (faults = optional(value, "table", checkSessionTable(part, context), context))) return at("/table", faults);
  if ((part = own.lines) !== undefined && (faults = optional(value, "lines", items(part, context, checkSessionLine), context))) return at("/lines", faults);
  if ((part = own.payments) !== undefined && (faults = optional(value, "payments", items(part, context, checkPayment), context))) return at("/payments", faults);
  if ((part = own.relation) !== undefined && (faults = undocumented(value, "relation", checkRelation(part, context), context))) return at("/relation", faults);
  if ((part = own.totalInclAmount) !== undefined && !Number.isFinite(part) && (faults = undocumented(value, "totalInclAmount", wrong("a number"), context))) return at("/totalInclAmount", faults);
  return undefined;
}
export function checkCourse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.courseNumber === undefined) return fault("missing", { name: "courseNumber" });
  if (own.name === undefined) return fault("missing", { name: "name" });
  if (own.abbreviation === undefined) return fault("missing", { name: "abbreviation" });
  if ((part = own.courseNumber) !== undefined && !Number.isSafeInteger(part) && (faults = integer(part))) return at("/courseNumber", faults);
  if ((part = own.name) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/name", faults);
  if ((part = own.abbreviation) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/abbreviation", faults);
  if ((part = own.sequenceNumber) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "sequenceNumber", integer(part), context))) return at("/sequenceNumber", faults);
  if ((part = own.expectedPreparationTime) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "expectedPreparationTime", integer(part), context))) return at("/expectedPreparationTime", faults);
  if ((part = own.actualPreparationTime) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "actualPreparationTime", integer(part), context))) return at("/actualPreparationTime", faults);
  return undefined;
}
export function checkCustomAction(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.customActionId === undefined) return fault("missing", { name: "customActionId" });
  if ((part = own.customActionId) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/customActionId", faults);
  if ((part = own.buttonCaption) !== undefined && typeof part !== "string" && (faults = optional(value, "buttonCaption", wrong("a string"), context))) return at("/buttonCaption", faults);
  if ((part = own.onStartup) !== undefined && typeof part !== "boolean" && (faults = optional(value, "onStartup", wrong("a boolean"), context))) return at("/onStartup", faults);
  if ((part = own.longClick) !== undefined && typeof part !== "boolean" && (faults = optional(value, "longClick", wrong("a boolean"), context))) return at("/longClick", faults);
  if ((part = own.numpadValue) !== undefined && !Number.isFinite(part) && (faults = optional(value, "numpadValue", wrong("a number"), context))) return at("/numpadValue", faults);
  return undefined;
}
export function checkDialog(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.selectedDialogOptionIds === undefined) return fault("missing", { name: "selectedDialogOptionIds" });
  if ((part = own.selectedDialogOptionIds) !== undefined && (faults = items(part, context, (item) => !Number.isSafeInteger(item) ? integer(item) : undefined))) return at("/selectedDialogOptionIds", faults);
  return undefined;
}
export function checkErrorRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.error === undefined) return fault("missing", { name: "error" });
  if (own.original === undefined) return fault("missing", { name: "original" });
  if ((part = own.error) !== undefined && (faults = checkWebhookError(part, context))) return at("/error", faults);
  if ((part = own.original) !== undefined && (faults = checkOriginalRequest(part, context))) return at("/original", faults);
  if ((part = own.event) !== undefined && (faults = optional(value, "event", checkEventInfo(part, context), context))) return at("/event", faults);
  if ((part = own.sender) !== undefined && (faults = optional(value, "sender", checkSender(part, context), context))) return at("/sender", faults);
  return undefined;
}
export function checkEventInfo(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.eventBlocking === undefined) return fault("missing", { name: "eventBlocking" });
  if (own.eventCounter === undefined) return fault("missing", { name: "eventCounter" });
  if (own.eventTimestamp === undefined) return fault("missing", { name: "eventTimestamp" });
  if ((part = own.eventBlocking) !== undefined && typeof part !== "boolean" && (faults = wrong("a boolean"))) return at("/eventBlocking", faults);
  if ((part = own.eventPolling) !== undefined && typeof part !== "boolean" && (faults = optional(value, "eventPolling", wrong("a boolean"), context))) return at("/eventPolling", faults);
  if ((part = own.eventCounter) !== undefined && !Number.isSafeInteger(part) && (faults = integer(part))) return at("/eventCounter", faults);
  if ((part = own.eventTimestamp) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/eventTimestamp", faults);
  return undefined;
}
export function checkExternalDiscount(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.discountId) !== undefined && typeof part !== "string" && (faults = optional(value, "discountId", wrong("a string"), context))) return at("/discountId", faults);
  if ((part = own.discountDescription) !== undefined && typeof part !== "string" && (faults = optional(value, "discountDescription", wrong("a string"), context))) return at("/discountDescription", faults);
  if ((part = own.discountPercentage) !== undefined && !Number.isFinite(part) && (faults = optional(value, "discountPercentage", wrong("a number"), context))) return at("/discountPercentage", faults);
  if ((part = own.discountAmount) !== undefined && !Number.isFinite(part) && (faults = optional(value, "discountAmount", wrong("a number"), context))) return at("/discountAmount", faults);
  if ((part = own.discountType) !== undefined && typeof part !== "string" && (faults = undocumented(value, "discountType", wrong("a string"), context))) return at("/discountType", faults);
  return undefined;
}
export function checkExternalPayment(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.externalPaymentId === undefined) return fault("missing", { name: "externalPaymentId" });
  if (own.amount === undefined) return fault("missing", { name: "amount" });
  if (own.method === undefined) return fault("missing", { name: "method" });
  if ((part = own.externalPaymentId) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/externalPaymentId", faults);
  if ((part = own.amount) !== undefined && !Number.isFinite(part) && (faults = wrong("a number"))) return at("/amount", faults);
  if ((part = own.method) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/method", faults);
  if ((part = own.callbackUrl) !== undefined && typeof part !== "string" && (faults = optional(value, "callbackUrl", wrong("a string"), context))) return at("/callbackUrl", faults);
  return undefined;
}
export function checkForm(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.id === undefined) return fault("missing", { name: "id" });
  if ((part = own.id) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/id", faults);
  if ((part = own.cancelled) !== undefined && typeof part !== "boolean" && (faults = optional(value, "cancelled", wrong("a boolean"), context))) return at("/cancelled", faults);
  if ((part = own.fields) !== undefined && (faults = optional(value, "fields", items(part, context, checkFormFieldValue), context))) return at("/fields", faults);
  return undefined;
}
export function checkFormFieldValue(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.id === undefined) return fault("missing", { name: "id" });
  if ((part = own.id) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/id", faults);
  if ((part = own.value) !== undefined && typeof part !== "string" && (faults = optional(value, "value", wrong("a string"), context))) return at("/value", faults);
  if ((part = own.selected) !== undefined && (faults = optional(value, "selected", items(part, context, (item) => typeof item !== "string" ? wrong("a string") : undefined), context))) return at("/selected", faults);
  return undefined;
}
export function checkMergeSession(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.mergeWithSessionId === undefined) return fault("missing", { name: "mergeWithSessionId" });
  if ((part = own.mergeWithSessionId) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/mergeWithSessionId", faults);
  return undefined;
}
export function checkOpenUrl(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.redirectUrl === undefined) return fault("missing", { name: "redirectUrl" });
  if ((part = own.redirectUrl) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/redirectUrl", faults);
  return undefined;
}
export function checkOrder(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults;
  return undefined;
}
export function checkOriginalRequest(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults;
  return undefined;
}
export function checkPayment(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.amount === undefined) return fault("missing", { name: "amount" });
  if (own.description === undefined) return fault("missing", { name: "description" });
  if (own.method === undefined) return fault("missing", { name: "method" });
  if ((part = own.amount) !== undefined && !Number.isFinite(part) && (faults = wrong("a number"))) return at("/amount", faults);
  if ((part = own.description) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/description", faults);
  if ((part = own.method) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/method", faults);
  return undefined;
}
export function checkPrintBill(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults;
  return undefined;
}
export function checkRelation(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.relationNumber) !== undefined && !Number.isSafeInteger(part) && (faults = optional(value, "relationNumber", integer(part), context))) return at("/relationNumber", faults);
  if ((part = own.name) !== undefined && typeof part !== "string" && (faults = optional(value, "name", wrong("a string"), context))) return at("/name", faults);
  return undefined;
}
const inlinedInRemoveSessionLine: Inlined = { into: "line", names: ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"], nullable: false, lenient: false };
export function checkRemoveSessionLine(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((own.line ?? null) === null && !holdsAny(own, inlinedInRemoveSessionLine.names)) return fault("missing", { name: "line" });
  if ((part = own.line) !== undefined && (faults = optional(value, "line", checkSessionLine(part, context), context))) return at("/line", faults);
  if ((own.line ?? null) === null && (faults = takeIn(value, inlinedInRemoveSessionLine, checkSessionLine, context))) return at("", faults);
  return undefined;
}
export function checkScanCode(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.scannedCode === undefined) return fault("missing", { name: "scannedCode" });
  if (own.codeType === undefined) return fault("missing", { name: "codeType" });
  if ((part = own.scannedCode) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/scannedCode", faults);
  if ((part = own.codeType) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/codeType", faults);
  return undefined;
}
const inlinedInSelectRelation: Inlined = { into: "relation", names: ["relationNumber", "name"], nullable: true, lenient: false };
export function checkSelectRelation(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.relation === undefined && !holdsAny(own, inlinedInSelectRelation.names)) return fault("missing", { name: "relation" });
  if ((part = own.relation) !== undefined && (faults = isObject(part) ? checkRelation(part, context) : part !== null ? wrong("an object or null") : undefined)) return at("/relation", faults);
  if (own.relation === undefined && (faults = takeIn(value, inlinedInSelectRelation, checkRelation, context))) return at("", faults);
  return undefined;
}
export function checkSender(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.branchNumber === undefined) return fault("missing", { name: "branchNumber" });
  if (own.workplaceNumber === undefined) return fault("missing", { name: "workplaceNumber" });
  if ((part = own.branchNumber) !== undefined && !Number.isSafeInteger(part) && (faults = integer(part))) return at("/branchNumber", faults);
  if ((part = own.workplaceNumber) !== undefined && !Number.isSafeInteger(part) && (faults = integer(part))) return at("/workplaceNumber", faults);
  if ((part = own.instanceId) !== undefined && typeof part !== "string" && (faults = optional(value, "instanceId", wrong("a string"), context))) return at("/instanceId", faults);
  if ((part = own.paymentStarted) !== undefined && typeof part !== "boolean" && (faults = optional(value, "paymentStarted", wrong("a boolean"), context))) return at("/paymentStarted", faults);
  if ((part = own.productName) !== undefined && typeof part !== "string" && (faults = optional(value, "productName", wrong("a string"), context))) return at("/productName", faults);
  if ((part = own.employeeNumber) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "employeeNumber", integer(part), context))) return at("/employeeNumber", faults);
  if ((part = own.browserFamily) !== undefined && typeof part !== "string" && (faults = optional(value, "browserFamily", wrong("a string"), context))) return at("/browserFamily", faults);
  if ((part = own.browserVersion) !== undefined && typeof part !== "string" && (faults = optional(value, "browserVersion", wrong("a string"), context))) return at("/browserVersion", faults);
  if ((part = own.deviceType) !== undefined && typeof part !== "string" && (faults = optional(value, "deviceType", wrong("a string"), context))) return at("/deviceType", faults);
  if ((part = own.platformFamily) !== undefined && typeof part !== "string" && (faults = optional(value, "platformFamily", wrong("a string"), context))) return at("/platformFamily", faults);
  if ((part = own.platformVersion) !== undefined && typeof part !== "string" && (faults = optional(value, "platformVersion", wrong("a string"), context))) return at("/platformVersion", faults);
  if ((part = own.hasReceiptPrinter) !== undefined && typeof part !== "boolean" && (faults = optional(value, "hasReceiptPrinter", wrong("a boolean"), context))) return at("/hasReceiptPrinter", faults);
  return undefined;
}
export function checkSession(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.sessionId === undefined) return fault("missing", { name: "sessionId" });
  if ((part = own.sessionId) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/sessionId", faults);
  if ((part = own.table) !== undefined && (faults = optional(value, "table", checkSessionTable(part, context), context))) return at("/table", faults);
  if ((part = own.lines) !== undefined && (faults = optional(value, "lines", items(part, context, checkSessionLine), context))) return at("/lines", faults);
  if ((part = own.payments) !== undefined && (faults = optional(value, "payments", items(part, context, checkPayment), context))) return at("/payments", faults);
  if ((part = own.relation) !== undefined && (faults = undocumented(value, "relation", checkRelation(part, context), context))) return at("/relation", faults);
  if ((part = own.totalInclAmount) !== undefined && !Number.isFinite(part) && (faults = undocumented(value, "totalInclAmount", wrong("a number"), context))) return at("/totalInclAmount", faults);
  return undefined;
}
export function checkSessionLine(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.lineId === undefined) return fault("missing", { name: "lineId" });
  if (own.text === undefined) return fault("missing", { name: "text" });
  if ((part = own.lineId) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/lineId", faults);
  if ((part = own.articleNumber) !== undefined && !Number.isSafeInteger(part) && (faults = optional(value, "articleNumber", integer(part), context))) return at("/articleNumber", faults);
  if ((part = own.priceIncl) !== undefined && !Number.isFinite(part) && (faults = optional(value, "priceIncl", wrong("a number"), context))) return at("/priceIncl", faults);
  if ((part = own.quantity) !== undefined && !Number.isFinite(part) && (faults = optional(value, "quantity", wrong("a number"), context))) return at("/quantity", faults);
  if ((part = own.text) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/text", faults);
  if ((part = own.discountPercentage) !== undefined && !Number.isFinite(part) && (faults = optional(value, "discountPercentage", wrong("a number"), context))) return at("/discountPercentage", faults);
  if ((part = own.discountAmount) !== undefined && !Number.isFinite(part) && (faults = optional(value, "discountAmount", wrong("a number"), context))) return at("/discountAmount", faults);
  if ((part = own.supplierArticleNumber) !== undefined && typeof part !== "string" && (faults = optional(value, "supplierArticleNumber", wrong("a string"), context))) return at("/supplierArticleNumber", faults);
  if ((part = own.pluNumber) !== undefined && typeof part !== "string" && (faults = optional(value, "pluNumber", wrong("a string"), context))) return at("/pluNumber", faults);
  if ((part = own.extArticleId) !== undefined && typeof part !== "string" && (faults = optional(value, "extArticleId", wrong("a string"), context))) return at("/extArticleId", faults);
  if ((part = own.externalDiscount) !== undefined && (faults = undocumented(value, "externalDiscount", checkExternalDiscount(part, context), context))) return at("/externalDiscount", faults);
  return undefined;
}
export function checkSessionTable(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part) && (faults = optional(value, "number", integer(part), context))) return at("/number", faults);
  if ((part = own.subNumber) !== undefined && !Number.isSafeInteger(part) && (faults = optional(value, "subNumber", integer(part), context))) return at("/subNumber", faults);
  return undefined;
}
export function checkTable(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.tableName) !== undefined && typeof part !== "string" && (faults = undocumented(value, "tableName", wrong("a string"), context))) return at("/tableName", faults);
  if ((part = own.numberOfGuests) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "numberOfGuests", integer(part), context))) return at("/numberOfGuests", faults);
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part) && (faults = optional(value, "number", integer(part), context))) return at("/number", faults);
  if ((part = own.subNumber) !== undefined && !Number.isSafeInteger(part) && (faults = optional(value, "subNumber", integer(part), context))) return at("/subNumber", faults);
  return undefined;
}
export function checkTableOrder(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.orderId === undefined) return fault("missing", { name: "orderId" });
  if ((part = own.orderId) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/orderId", faults);
  if ((part = own.year) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "year", integer(part), context))) return at("/year", faults);
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part) && (faults = undocumented(value, "number", integer(part), context))) return at("/number", faults);
  return undefined;
}
const inlinedInUpdateSessionLine: Inlined = { into: "line", names: ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"], nullable: false, lenient: true };
export function checkUpdateSessionLine(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.line) !== undefined && (faults = undocumented(value, "line", checkSessionLine(part, context), context))) return at("/line", faults);
  if ((own.line ?? null) === null && (faults = takeIn(value, inlinedInUpdateSessionLine, checkSessionLine, context))) return at("", faults);
  return undefined;
}
export function checkWebhookError(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.code === undefined) return fault("missing", { name: "code" });
  if (own.message === undefined) return fault("missing", { name: "message" });
  if ((part = own.code) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/code", faults);
  if ((part = own.message) !== undefined && typeof part !== "string" && (faults = wrong("a string"))) return at("/message", faults);
  return undefined;
}
const closedCommonResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkCommonResponse(value: unknown, context: CheckContext, isWhole = true): Faults {
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
  if (isWhole) for (const name in own) if (name !== "error" && name !== "message" && name !== "dialog" && name !== "requestScanCode" && name !== "openUrl" && name !== "displayBarcode" && name !== "hideBarcode" && name !== "lineChanges" && name !== "lineAdditions" && name !== "lineDeletions" && name !== "lockSession" && name !== "lockSessionForAdditions" && name !== "vatMethodChange" && name !== "prepayTable" && name !== "externalCardScan" && name !== "customActionChange" && name !== "requestCustomAction" && name !== "polling" && name !== "version") faults = unknown(faults, own, name, closedCommonResponse);
  return faults;
}
export const checkAddSessionLineResponse = checkCommonResponse;
export const checkBackgroundPollResponse = checkCommonResponse;
const closedCancelExternalPaymentResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkCancelExternalPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(value, context, false), part: any;
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPaymentAnswer(part, context));
  for (const name in own) if (name !== "error" && name !== "message" && name !== "dialog" && name !== "requestScanCode" && name !== "openUrl" && name !== "displayBarcode" && name !== "hideBarcode" && name !== "lineChanges" && name !== "lineAdditions" && name !== "lineDeletions" && name !== "lockSession" && name !== "lockSessionForAdditions" && name !== "vatMethodChange" && name !== "prepayTable" && name !== "externalCardScan" && name !== "customActionChange" && name !== "requestCustomAction" && name !== "polling" && name !== "version" && name !== "externalPayment") faults = unknown(faults, own, name, closedCancelExternalPaymentResponse);
  return faults;
}
export const checkCancelPaymentResponse = checkCommonResponse;
export const checkCancelSessionResponse = checkCommonResponse;
const closedCompleteSessionResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "receiptFooter"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkCompleteSessionResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(value, context, false), part: any;
  if ((part = own.receiptFooter) !== undefined) faults = under(faults, "/receiptFooter", isObject(part) ? checkFooter(part, context) : Array.isArray(part) ? items(part, context, checkFooter) : wrong("an object or an array"));
  for (const name in own) if (name !== "error" && name !== "message" && name !== "dialog" && name !== "requestScanCode" && name !== "openUrl" && name !== "displayBarcode" && name !== "hideBarcode" && name !== "lineChanges" && name !== "lineAdditions" && name !== "lineDeletions" && name !== "lockSession" && name !== "lockSessionForAdditions" && name !== "vatMethodChange" && name !== "prepayTable" && name !== "externalCardScan" && name !== "customActionChange" && name !== "requestCustomAction" && name !== "polling" && name !== "version" && name !== "receiptFooter") faults = unknown(faults, own, name, closedCompleteSessionResponse);
  return faults;
}
export const checkCreditSessionResponse = checkCommonResponse;
export const checkCustomActionResponse = checkCommonResponse;
export const checkKitchenCompleteCourseResponse = checkCommonResponse;
export const checkKitchenServeCourseResponse = checkCommonResponse;
export const checkKitchenStartCourseResponse = checkCommonResponse;
export const checkMergeSessionResponse = checkCommonResponse;
export const checkPauseSessionResponse = checkCommonResponse;
const closedPollExternalPaymentResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkPollExternalPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(value, context, false), part: any;
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPaymentAnswer(part, context));
  for (const name in own) if (name !== "error" && name !== "message" && name !== "dialog" && name !== "requestScanCode" && name !== "openUrl" && name !== "displayBarcode" && name !== "hideBarcode" && name !== "lineChanges" && name !== "lineAdditions" && name !== "lineDeletions" && name !== "lockSession" && name !== "lockSessionForAdditions" && name !== "vatMethodChange" && name !== "prepayTable" && name !== "externalCardScan" && name !== "customActionChange" && name !== "requestCustomAction" && name !== "polling" && name !== "version" && name !== "externalPayment") faults = unknown(faults, own, name, closedPollExternalPaymentResponse);
  return faults;
}
const closedPrintBillResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "billFooter"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
  receiptFooter: { reason: "only for completeSession" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkPrintBillResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(value, context, false), part: any;
  if ((part = own.billFooter) !== undefined) faults = under(faults, "/billFooter", isObject(part) ? checkFooter(part, context) : Array.isArray(part) ? items(part, context, checkFooter) : wrong("an object or an array"));
  for (const name in own) if (name !== "error" && name !== "message" && name !== "dialog" && name !== "requestScanCode" && name !== "openUrl" && name !== "displayBarcode" && name !== "hideBarcode" && name !== "lineChanges" && name !== "lineAdditions" && name !== "lineDeletions" && name !== "lockSession" && name !== "lockSessionForAdditions" && name !== "vatMethodChange" && name !== "prepayTable" && name !== "externalCardScan" && name !== "customActionChange" && name !== "requestCustomAction" && name !== "polling" && name !== "version" && name !== "billFooter") faults = unknown(faults, own, name, closedPrintBillResponse);
  return faults;
}
export const checkRemoveSessionLineResponse = checkCommonResponse;
const closedRequestCancelExternalPaymentResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkRequestCancelExternalPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(value, context, false), part: any;
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkExternalPaymentAnswer(part, context));
  for (const name in own) if (name !== "error" && name !== "message" && name !== "dialog" && name !== "requestScanCode" && name !== "openUrl" && name !== "displayBarcode" && name !== "hideBarcode" && name !== "lineChanges" && name !== "lineAdditions" && name !== "lineDeletions" && name !== "lockSession" && name !== "lockSessionForAdditions" && name !== "vatMethodChange" && name !== "prepayTable" && name !== "externalCardScan" && name !== "customActionChange" && name !== "requestCustomAction" && name !== "polling" && name !== "version" && name !== "externalPayment") faults = unknown(faults, own, name, closedRequestCancelExternalPaymentResponse);
  return faults;
}
export const checkResumeSessionResponse = checkCommonResponse;
const closedScanCodeResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "scanCode"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
} };
export function checkScanCodeResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(value, context, false), part: any;
  if ((part = own.scanCode) !== undefined) faults = under(faults, "/scanCode", checkScanCodeAnswer(part, context));
  for (const name in own) if (name !== "error" && name !== "message" && name !== "dialog" && name !== "requestScanCode" && name !== "openUrl" && name !== "displayBarcode" && name !== "hideBarcode" && name !== "lineChanges" && name !== "lineAdditions" && name !== "lineDeletions" && name !== "lockSession" && name !== "lockSessionForAdditions" && name !== "vatMethodChange" && name !== "prepayTable" && name !== "externalCardScan" && name !== "customActionChange" && name !== "requestCustomAction" && name !== "polling" && name !== "version" && name !== "scanCode") faults = unknown(faults, own, name, closedScanCodeResponse);
  return faults;
}
export const checkSelectRelationResponse = checkCommonResponse;
const closedStartExternalPaymentResponse: ClosedObject = { known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version", "externalPayment"], forbidden: {
  form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
  receiptFooter: { reason: "only for completeSession" },
  billFooter: { reason: "only for printBill" },
  scanCode: { reason: "only for scanCode" },
} };
export function checkStartExternalPaymentResponse(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults = checkCommonResponse(value, context, false), part: any;
  if ((part = own.externalPayment) !== undefined) faults = under(faults, "/externalPayment", checkStartExternalPaymentAnswer(part, context));
  for (const name in own) if (name !== "error" && name !== "message" && name !== "dialog" && name !== "requestScanCode" && name !== "openUrl" && name !== "displayBarcode" && name !== "hideBarcode" && name !== "lineChanges" && name !== "lineAdditions" && name !== "lineDeletions" && name !== "lockSession" && name !== "lockSessionForAdditions" && name !== "vatMethodChange" && name !== "prepayTable" && name !== "externalCardScan" && name !== "customActionChange" && name !== "requestCustomAction" && name !== "polling" && name !== "version" && name !== "externalPayment") faults = unknown(faults, own, name, closedStartExternalPaymentResponse);
  return faults;
}
export const checkStartPaymentResponse = checkCommonResponse;
export const checkStartSessionResponse = checkCommonResponse;
export const checkUpdateSessionLineResponse = checkCommonResponse;
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
  for (const name in own) if (name !== "discountId" && name !== "discountDescription" && name !== "discountPercentage" && name !== "discountAmount" && name !== "applyToQuantity" && name !== "discountType") faults = unknown(faults, own, name, closedAddedDiscount);
  return faults;
}
const closedCustomActionChange: ClosedObject = { known: ["customActionId", "buttonCaption"], forbidden: {} };
export function checkCustomActionChange(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.customActionId === undefined) faults = under(faults, "", fault("missing", { name: "customActionId" }));
  if (own.buttonCaption === undefined) faults = under(faults, "", fault("missing", { name: "buttonCaption" }));
  if ((part = own.customActionId) !== undefined && typeof part !== "string") faults = under(faults, "/customActionId", wrong("a string"));
  if ((part = own.buttonCaption) !== undefined && typeof part !== "string") faults = under(faults, "/buttonCaption", wrong("a string"));
  for (const name in own) if (name !== "customActionId" && name !== "buttonCaption") faults = unknown(faults, own, name, closedCustomActionChange);
  return faults;
}
const closedDialogAnswer: ClosedObject = { known: ["required", "allowMultipleOptions", "requireConfirmation", "dialogTitle", "columns", "dialogOptions"], forbidden: {
  dialogId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  dialogIdAsString: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkDialogAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.required === undefined) faults = under(faults, "", fault("missing", { name: "required" }));
  if (own.allowMultipleOptions === undefined) faults = under(faults, "", fault("missing", { name: "allowMultipleOptions" }));
  if (own.dialogTitle === undefined) faults = under(faults, "", fault("missing", { name: "dialogTitle" }));
  if (own.dialogOptions === undefined) faults = under(faults, "", fault("missing", { name: "dialogOptions" }));
  if ((part = own.required) !== undefined && typeof part !== "boolean") faults = under(faults, "/required", wrong("a boolean"));
  if ((part = own.allowMultipleOptions) !== undefined && typeof part !== "boolean") faults = under(faults, "/allowMultipleOptions", wrong("a boolean"));
  if ((part = own.requireConfirmation) !== undefined && typeof part !== "boolean") faults = under(faults, "/requireConfirmation", wrong("a boolean"));
  if ((part = own.dialogTitle) !== undefined && typeof part !== "string") faults = under(faults, "/dialogTitle", wrong("a string"));
  if ((part = own.columns) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/columns", integer(part));
  if ((part = own.dialogOptions) !== undefined) faults = under(faults, "/dialogOptions", items(part, context, checkDialogOption));
  for (const name in own) if (name !== "required" && name !== "allowMultipleOptions" && name !== "requireConfirmation" && name !== "dialogTitle" && name !== "columns" && name !== "dialogOptions") faults = unknown(faults, own, name, closedDialogAnswer);
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
export function checkDialogOption(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.optionId === undefined) faults = under(faults, "", fault("missing", { name: "optionId" }));
  if (own.optionName === undefined) faults = under(faults, "", fault("missing", { name: "optionName" }));
  if ((part = own.optionId) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/optionId", integer(part));
  if ((part = own.optionName) !== undefined && typeof part !== "string") faults = under(faults, "/optionName", wrong("a string"));
  if ((part = own.optionColor) !== undefined && typeof part !== "string") faults = under(faults, "/optionColor", wrong("a string"));
  for (const name in own) if (name !== "optionId" && name !== "optionName" && name !== "optionColor") faults = unknown(faults, own, name, closedDialogOption);
  return faults;
}
const closedDisplayBarcode: ClosedObject = { known: ["codeType", "code"], forbidden: {} };
export function checkDisplayBarcode(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.codeType === undefined) faults = under(faults, "", fault("missing", { name: "codeType" }));
  if (own.code === undefined) faults = under(faults, "", fault("missing", { name: "code" }));
  if ((part = own.codeType) !== undefined) faults = under(faults, "/codeType", oneOf(part, { values: ["barcode", "rfid", "qrcode"] }, context));
  if ((part = own.code) !== undefined && typeof part !== "string") faults = under(faults, "/code", wrong("a string"));
  for (const name in own) if (name !== "codeType" && name !== "code") faults = unknown(faults, own, name, closedDisplayBarcode);
  return faults;
}
const closedErrorAnswer: ClosedObject = { known: ["code", "message"], forbidden: {
  type: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkErrorAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.code === undefined) faults = under(faults, "", fault("missing", { name: "code" }));
  if (own.message === undefined) faults = under(faults, "", fault("missing", { name: "message" }));
  if ((part = own.code) !== undefined && typeof part !== "string") faults = under(faults, "/code", wrong("a string"));
  if ((part = own.message) !== undefined && typeof part !== "string") faults = under(faults, "/message", wrong("a string"));
  for (const name in own) if (name !== "code" && name !== "message") faults = unknown(faults, own, name, closedErrorAnswer);
  return faults;
}
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
  for (const name in own) if (name !== "cardIdentifier" && name !== "cardDescription" && name !== "cardBalance" && name !== "cardExpiration" && name !== "cardBlocked" && name !== "displayTime" && name !== "isNewBalance") faults = unknown(faults, own, name, closedExternalCardScan);
  return faults;
}
const closedExternalDiscountAnswer: ClosedObject = { known: ["discountId", "discountDescription", "discountPercentage", "discountAmount", "applyToQuantity", "discountType"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkExternalDiscountAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.discountId === undefined) faults = under(faults, "", fault("missing", { name: "discountId" }));
  if ((part = own.discountId) !== undefined && (typeof part !== "string" || !isUuid(part))) faults = under(faults, "/discountId", text(part, undefined, "uuid", isUuid));
  if ((part = own.discountDescription) !== undefined && typeof part !== "string") faults = under(faults, "/discountDescription", wrong("a string"));
  if ((part = own.discountPercentage) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountPercentage", wrong("a number"));
  if ((part = own.discountAmount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/discountAmount", wrong("a number"));
  if ((part = own.applyToQuantity) !== undefined && !Number.isFinite(part)) faults = under(faults, "/applyToQuantity", wrong("a number"));
  if ((part = own.discountType) !== undefined && typeof part !== "string") faults = under(faults, "/discountType", wrong("a string"));
  for (const name in own) if (name !== "discountId" && name !== "discountDescription" && name !== "discountPercentage" && name !== "discountAmount" && name !== "applyToQuantity" && name !== "discountType") faults = unknown(faults, own, name, closedExternalDiscountAnswer);
  return faults;
}
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
  for (const name in own) if (name !== "backgroundColor" && name !== "externalPaymentId" && name !== "started" && name !== "confirmed" && name !== "cancelled" && name !== "finalAmount" && name !== "externalTransactionReference" && name !== "receiptTexts" && name !== "cardType" && name !== "terminalId" && name !== "method" && name !== "message" && name !== "customerMessage" && name !== "displayTime" && name !== "messageDisplayTime" && name !== "customerMessageDisplayTime" && name !== "hideTimestamp" && name !== "clearScreen" && name !== "clearCustomerScreen" && name !== "monospacedFont") faults = unknown(faults, own, name, closedExternalPaymentAnswer);
  return faults;
}
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
  for (const name in own) if (name !== "textBefore" && name !== "text" && name !== "barcode" && name !== "textAfter" && name !== "printSeparate") faults = unknown(faults, own, name, closedFooter);
  return faults;
}
const closedFooterBarcode: ClosedObject = { known: ["codeType", "code"], forbidden: {} };
export function checkFooterBarcode(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if ((part = own.codeType) !== undefined) faults = under(faults, "/codeType", oneOf(part, { values: ["code128", "qrcode"] }, context));
  if ((part = own.code) !== undefined && typeof part !== "string") faults = under(faults, "/code", wrong("a string"));
  for (const name in own) if (name !== "codeType" && name !== "code") faults = unknown(faults, own, name, closedFooterBarcode);
  return faults;
}
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
  for (const name in own) if (name !== "lineId" && name !== "extLine" && name !== "articleNumber" && name !== "barcode" && name !== "pluNumber" && name !== "supplierArticleNumber" && name !== "extArticleId" && name !== "priceIncl" && name !== "quantity" && name !== "text" && name !== "externalDiscount") faults = unknown(faults, own, name, closedLineAddition);
  return faults;
}
const closedLineChange: ClosedObject = { known: ["lineId", "externalDiscount"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkLineChange(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.lineId === undefined) faults = under(faults, "", fault("missing", { name: "lineId" }));
  if ((part = own.lineId) !== undefined && typeof part !== "string") faults = under(faults, "/lineId", wrong("a string"));
  if ((part = own.externalDiscount) !== undefined) faults = under(faults, "/externalDiscount", checkExternalDiscountAnswer(part, context));
  for (const name in own) if (name !== "lineId" && name !== "externalDiscount") faults = unknown(faults, own, name, closedLineChange);
  return faults;
}
const closedLineDeletion: ClosedObject = { known: ["lineId"], forbidden: {
  webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
} };
export function checkLineDeletion(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.lineId === undefined) faults = under(faults, "", fault("missing", { name: "lineId" }));
  if ((part = own.lineId) !== undefined && typeof part !== "string") faults = under(faults, "/lineId", wrong("a string"));
  for (const name in own) if (name !== "lineId") faults = unknown(faults, own, name, closedLineDeletion);
  return faults;
}
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
  for (const name in own) if (name !== "backgroundColor" && name !== "message" && name !== "customerMessage" && name !== "displayTime" && name !== "messageDisplayTime" && name !== "customerMessageDisplayTime" && name !== "hideTimestamp" && name !== "clearScreen" && name !== "clearCustomerScreen" && name !== "monospacedFont") faults = unknown(faults, own, name, closedMessage);
  return faults;
}
const closedOpenUrlAnswer: ClosedObject = { known: ["url", "autoOpen", "urlTitle", "closeOnDomainChange", "minimumWidth", "minimumHeight"], forbidden: {} };
export function checkOpenUrlAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.url === undefined) faults = under(faults, "", fault("missing", { name: "url" }));
  if ((part = own.url) !== undefined && typeof part !== "string") faults = under(faults, "/url", wrong("a string"));
  if ((part = own.autoOpen) !== undefined && typeof part !== "boolean") faults = under(faults, "/autoOpen", wrong("a boolean"));
  if ((part = own.urlTitle) !== undefined && typeof part !== "string") faults = under(faults, "/urlTitle", wrong("a string"));
  if ((part = own.closeOnDomainChange) !== undefined && typeof part !== "boolean") faults = under(faults, "/closeOnDomainChange", wrong("a boolean"));
  if ((part = own.minimumWidth) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/minimumWidth", integer(part));
  if ((part = own.minimumHeight) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/minimumHeight", integer(part));
  for (const name in own) if (name !== "url" && name !== "autoOpen" && name !== "urlTitle" && name !== "closeOnDomainChange" && name !== "minimumWidth" && name !== "minimumHeight") faults = unknown(faults, own, name, closedOpenUrlAnswer);
  return faults;
}
const closedPollingAnswer: ClosedObject = { known: ["finished", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"], forbidden: {} };
export function checkPollingAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.finished === undefined) faults = under(faults, "", fault("missing", { name: "finished" }));
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
  for (const name in own) if (name !== "finished" && name !== "message" && name !== "customerMessage" && name !== "displayTime" && name !== "messageDisplayTime" && name !== "customerMessageDisplayTime" && name !== "hideTimestamp" && name !== "clearScreen" && name !== "clearCustomerScreen" && name !== "monospacedFont") faults = unknown(faults, own, name, closedPollingAnswer);
  return faults;
}
const closedPrepaidTable: ClosedObject = { known: ["number", "subNumber"], forbidden: {} };
export function checkPrepaidTable(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.number === undefined) faults = under(faults, "", fault("missing", { name: "number" }));
  if ((part = own.number) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/number", integer(part));
  if ((part = own.subNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/subNumber", integer(part));
  for (const name in own) if (name !== "number" && name !== "subNumber") faults = unknown(faults, own, name, closedPrepaidTable);
  return faults;
}
const closedPrepayTable: ClosedObject = { known: ["table", "sessionId", "payments"], forbidden: {} };
export function checkPrepayTable(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.table === undefined) faults = under(faults, "", fault("missing", { name: "table" }));
  if (own.sessionId === undefined) faults = under(faults, "", fault("missing", { name: "sessionId" }));
  if (own.payments === undefined) faults = under(faults, "", fault("missing", { name: "payments" }));
  if ((part = own.table) !== undefined) faults = under(faults, "/table", checkPrepaidTable(part, context));
  if ((part = own.sessionId) !== undefined && (typeof part !== "string" || !isUuid(part))) faults = under(faults, "/sessionId", text(part, undefined, "uuid", isUuid));
  if ((part = own.payments) !== undefined) faults = under(faults, "/payments", items(part, context, checkPrepayment));
  for (const name in own) if (name !== "table" && name !== "sessionId" && name !== "payments") faults = unknown(faults, own, name, closedPrepayTable);
  return faults;
}
const closedPrepayment: ClosedObject = { known: ["paymentId", "amount", "method"], forbidden: {} };
export function checkPrepayment(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.paymentId === undefined) faults = under(faults, "", fault("missing", { name: "paymentId" }));
  if (own.amount === undefined) faults = under(faults, "", fault("missing", { name: "amount" }));
  if ((part = own.paymentId) !== undefined && (typeof part !== "string" || !isUuid(part))) faults = under(faults, "/paymentId", text(part, undefined, "uuid", isUuid));
  if ((part = own.amount) !== undefined && !Number.isFinite(part)) faults = under(faults, "/amount", wrong("a number"));
  if ((part = own.method) !== undefined && typeof part !== "string") faults = under(faults, "/method", wrong("a string"));
  for (const name in own) if (name !== "paymentId" && name !== "amount" && name !== "method") faults = unknown(faults, own, name, closedPrepayment);
  return faults;
}
const closedReceiptText: ClosedObject = { known: ["type", "text", "requiresSignature"], forbidden: {} };
export function checkReceiptText(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.text === undefined) faults = under(faults, "", fault("missing", { name: "text" }));
  if ((part = own.type) !== undefined) faults = under(faults, "/type", oneOf(part, { values: ["cardholder", "merchant"] }, context));
  if ((part = own.text) !== undefined && typeof part !== "string") faults = under(faults, "/text", wrong("a string"));
  if ((part = own.requiresSignature) !== undefined && typeof part !== "boolean") faults = under(faults, "/requiresSignature", wrong("a boolean"));
  for (const name in own) if (name !== "type" && name !== "text" && name !== "requiresSignature") faults = unknown(faults, own, name, closedReceiptText);
  return faults;
}
const closedRequestCustomAction: ClosedObject = { known: ["customActionId"], forbidden: {} };
export function checkRequestCustomAction(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.customActionId === undefined) faults = under(faults, "", fault("missing", { name: "customActionId" }));
  if ((part = own.customActionId) !== undefined && typeof part !== "string") faults = under(faults, "/customActionId", wrong("a string"));
  for (const name in own) if (name !== "customActionId") faults = unknown(faults, own, name, closedRequestCustomAction);
  return faults;
}
const closedRequestScanCode: ClosedObject = { known: ["required", "requestTitle"], forbidden: {} };
export function checkRequestScanCode(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.required === undefined) faults = under(faults, "", fault("missing", { name: "required" }));
  if (own.requestTitle === undefined) faults = under(faults, "", fault("missing", { name: "requestTitle" }));
  if ((part = own.required) !== undefined && typeof part !== "boolean") faults = under(faults, "/required", wrong("a boolean"));
  if ((part = own.requestTitle) !== undefined && typeof part !== "string") faults = under(faults, "/requestTitle", wrong("a string"));
  for (const name in own) if (name !== "required" && name !== "requestTitle") faults = unknown(faults, own, name, closedRequestScanCode);
  return faults;
}
const closedScanCodeAnswer: ClosedObject = { known: ["recognized", "relationNumber", "message", "customerMessage"], forbidden: {} };
export function checkScanCodeAnswer(value: unknown, context: CheckContext): Faults {
  const own = readObject(value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults, part: any;
  if (own.recognized === undefined) faults = under(faults, "", fault("missing", { name: "recognized" }));
  if ((part = own.recognized) !== undefined && typeof part !== "boolean") faults = under(faults, "/recognized", wrong("a boolean"));
  if ((part = own.relationNumber) !== undefined && !Number.isSafeInteger(part)) faults = under(faults, "/relationNumber", integer(part));
  if ((part = own.message) !== undefined && typeof part !== "string") faults = under(faults, "/message", wrong("a string"));
  if ((part = own.customerMessage) !== undefined && typeof part !== "string") faults = under(faults, "/customerMessage", wrong("a string"));
  for (const name in own) if (name !== "recognized" && name !== "relationNumber" && name !== "message" && name !== "customerMessage") faults = unknown(faults, own, name, closedScanCodeAnswer);
  return faults;
}
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
  for (const name in own) if (name !== "backgroundColor" && name !== "externalPaymentId" && name !== "started" && name !== "confirmed" && name !== "cancelled" && name !== "finalAmount" && name !== "externalTransactionReference" && name !== "receiptTexts" && name !== "cardType" && name !== "terminalId" && name !== "method" && name !== "requiresReceiptPrinter" && name !== "message" && name !== "customerMessage" && name !== "displayTime" && name !== "messageDisplayTime" && name !== "customerMessageDisplayTime" && name !== "hideTimestamp" && name !== "clearScreen" && name !== "clearCustomerScreen" && name !== "monospacedFont") faults = unknown(faults, own, name, closedStartExternalPaymentAnswer);
  return faults;
}
