// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Text for machines.
import type { CheckContext } from "../compiled-check.js";
import type { Faults } from "../fault.js";
import { under } from "../fault.js";
import { isObject, ownOf } from "../own.js";

export function checkCommonRequest(own: any, context: CheckContext): Faults {
  let part;
  let inner: Faults;
  if (own.event === undefined) return [{ path: "", kind: "missing", name: "event" }];
  if (own.sender === undefined) return [{ path: "", kind: "missing", name: "sender" }];
  part = own.event;
  if (part !== undefined) {
    inner = checkEventInfo(part, context);
    if (inner !== undefined) return under("/event", inner);
  }
  part = own.sender;
  if (part !== undefined) {
    inner = checkSender(part, context);
    if (inner !== undefined) return under("/sender", inner);
  }
  part = own.dialog;
  if (part !== undefined) {
    inner = checkDialog(part, context);
    if (inner !== undefined) return under("/dialog", inner);
  }
  part = own.form;
  if (part !== undefined) {
    inner = checkForm(part, context);
    if (inner !== undefined) return under("/form", inner);
  }
  part = own.openUrl;
  if (part !== undefined) {
    inner = checkOpenUrl(part, context);
    if (inner !== undefined) return under("/openUrl", inner);
  }
  return undefined;
}

export function checkAddSessionLineRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  if (own.addSessionLine === undefined) return [{ path: "", kind: "missing", name: "addSessionLine" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.addSessionLine;
  if (part !== undefined) {
    inner = checkAddSessionLine(part, context);
    if (inner !== undefined) return under("/addSessionLine", inner);
  }
  return undefined;
}

export function checkBackgroundPollRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  return undefined;
}

export function checkCancelExternalPaymentRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.externalPayment === undefined) return [{ path: "", kind: "missing", name: "externalPayment" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.externalPayment;
  if (part !== undefined) {
    inner = checkExternalPayment(part, context);
    if (inner !== undefined) return under("/externalPayment", inner);
  }
  return undefined;
}

export function checkCancelPaymentRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  return undefined;
}

export function checkCancelSessionRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  return undefined;
}

export function checkCompleteSessionRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.completeSession;
  if (part !== undefined) {
    inner = checkCompleteSession(part, context);
    if (inner !== undefined) return under("/completeSession", inner);
  }
  return undefined;
}

export function checkCreditSessionRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  return undefined;
}

export function checkCustomActionRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  if (own.customAction === undefined) return [{ path: "", kind: "missing", name: "customAction" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.customAction;
  if (part !== undefined) {
    inner = checkCustomAction(part, context);
    if (inner !== undefined) return under("/customAction", inner);
  }
  return undefined;
}

export function checkKitchenCompleteCourseRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.course === undefined) return [{ path: "", kind: "missing", name: "course" }];
  part = own.course;
  if (part !== undefined) {
    inner = checkCourse(part, context);
    if (inner !== undefined) return under("/course", inner);
  }
  part = own.table;
  if (part !== undefined) {
    inner = checkTable(part, context);
    if (inner !== undefined) return under("/table", inner);
  }
  part = own.tableOrder;
  if (part !== undefined) {
    inner = checkTableOrder(part, context);
    if (inner !== undefined) return under("/tableOrder", inner);
  }
  part = own.cafeteriaOrder;
  if (part !== undefined) {
    inner = checkCafeteriaOrder(part, context);
    if (inner !== undefined) return under("/cafeteriaOrder", inner);
  }
  part = own.order;
  if (part !== undefined) {
    inner = checkOrder(part, context);
    if (inner !== undefined) return under("/order", inner);
  }
  return undefined;
}

export function checkKitchenServeCourseRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.course === undefined) return [{ path: "", kind: "missing", name: "course" }];
  part = own.course;
  if (part !== undefined) {
    inner = checkCourse(part, context);
    if (inner !== undefined) return under("/course", inner);
  }
  part = own.table;
  if (part !== undefined) {
    inner = checkTable(part, context);
    if (inner !== undefined) return under("/table", inner);
  }
  part = own.tableOrder;
  if (part !== undefined) {
    inner = checkTableOrder(part, context);
    if (inner !== undefined) return under("/tableOrder", inner);
  }
  part = own.cafeteriaOrder;
  if (part !== undefined) {
    inner = checkCafeteriaOrder(part, context);
    if (inner !== undefined) return under("/cafeteriaOrder", inner);
  }
  part = own.order;
  if (part !== undefined) {
    inner = checkOrder(part, context);
    if (inner !== undefined) return under("/order", inner);
  }
  return undefined;
}

export function checkKitchenStartCourseRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.course === undefined) return [{ path: "", kind: "missing", name: "course" }];
  part = own.course;
  if (part !== undefined) {
    inner = checkCourse(part, context);
    if (inner !== undefined) return under("/course", inner);
  }
  part = own.table;
  if (part !== undefined) {
    inner = checkTable(part, context);
    if (inner !== undefined) return under("/table", inner);
  }
  part = own.tableOrder;
  if (part !== undefined) {
    inner = checkTableOrder(part, context);
    if (inner !== undefined) return under("/tableOrder", inner);
  }
  part = own.cafeteriaOrder;
  if (part !== undefined) {
    inner = checkCafeteriaOrder(part, context);
    if (inner !== undefined) return under("/cafeteriaOrder", inner);
  }
  part = own.order;
  if (part !== undefined) {
    inner = checkOrder(part, context);
    if (inner !== undefined) return under("/order", inner);
  }
  return undefined;
}

export function checkMergeSessionRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  if (own.mergeSession === undefined) return [{ path: "", kind: "missing", name: "mergeSession" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.mergeSession;
  if (part !== undefined) {
    inner = checkMergeSession(part, context);
    if (inner !== undefined) return under("/mergeSession", inner);
  }
  return undefined;
}

export function checkPauseSessionRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  return undefined;
}

export function checkPollExternalPaymentRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.externalPayment === undefined) return [{ path: "", kind: "missing", name: "externalPayment" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.externalPayment;
  if (part !== undefined) {
    inner = checkExternalPayment(part, context);
    if (inner !== undefined) return under("/externalPayment", inner);
  }
  return undefined;
}

export function checkPrintBillRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.printBill;
  if (part !== undefined) {
    inner = checkPrintBill(part, context);
    if (inner !== undefined) return under("/printBill", inner);
  }
  return undefined;
}

export function checkRemoveSessionLineRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  if (own.removeSessionLine === undefined) return [{ path: "", kind: "missing", name: "removeSessionLine" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.removeSessionLine;
  if (part !== undefined) {
    inner = checkRemoveSessionLine(part, context);
    if (inner !== undefined) return under("/removeSessionLine", inner);
  }
  return undefined;
}

export function checkRequestCancelExternalPaymentRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.externalPayment === undefined) return [{ path: "", kind: "missing", name: "externalPayment" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.externalPayment;
  if (part !== undefined) {
    inner = checkExternalPayment(part, context);
    if (inner !== undefined) return under("/externalPayment", inner);
  }
  return undefined;
}

export function checkResumeSessionRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  return undefined;
}

export function checkScanCodeRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  if (own.scanCode === undefined) return [{ path: "", kind: "missing", name: "scanCode" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.scanCode;
  if (part !== undefined) {
    inner = checkScanCode(part, context);
    if (inner !== undefined) return under("/scanCode", inner);
  }
  return undefined;
}

export function checkSelectRelationRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  if (own.selectRelation === undefined) return [{ path: "", kind: "missing", name: "selectRelation" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.selectRelation;
  if (part !== undefined) {
    if (isObject(part)) {
      inner = checkSelectRelation(part, context);
      if (inner !== undefined) return under("/selectRelation", inner);
    } else if (!(part === null)) {
      return [{ path: "/selectRelation", kind: "type", expected: "an object or null" }];
    }
  }
  return undefined;
}

export function checkStartExternalPaymentRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.externalPayment === undefined) return [{ path: "", kind: "missing", name: "externalPayment" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.externalPayment;
  if (part !== undefined) {
    inner = checkExternalPayment(part, context);
    if (inner !== undefined) return under("/externalPayment", inner);
  }
  return undefined;
}

export function checkStartPaymentRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  return undefined;
}

export function checkStartSessionRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  return undefined;
}

export function checkUpdateSessionLineRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  if (own.session === undefined) return [{ path: "", kind: "missing", name: "session" }];
  if (own.updateSessionLine === undefined) return [{ path: "", kind: "missing", name: "updateSessionLine" }];
  part = own.session;
  if (part !== undefined) {
    inner = checkSession(part, context);
    if (inner !== undefined) return under("/session", inner);
  }
  part = own.updateSessionLine;
  if (part !== undefined) {
    inner = checkUpdateSessionLine(part, context);
    if (inner !== undefined) return under("/updateSessionLine", inner);
  }
  return undefined;
}

export function checkEventInfo(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.eventBlocking === undefined) return [{ path: "", kind: "missing", name: "eventBlocking" }];
  if (own.eventCounter === undefined) return [{ path: "", kind: "missing", name: "eventCounter" }];
  if (own.eventTimestamp === undefined) return [{ path: "", kind: "missing", name: "eventTimestamp" }];
  part = own.eventBlocking;
  if (part !== undefined) if (typeof part !== "boolean") return [{ path: "/eventBlocking", kind: "type", expected: "a boolean" }];
  part = own.eventPolling;
  if (part !== undefined) if (typeof part !== "boolean") return [{ path: "/eventPolling", kind: "type", expected: "a boolean" }];
  part = own.eventCounter;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/eventCounter", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/eventCounter", kind: "unsafe" }];
  }
  part = own.eventTimestamp;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/eventTimestamp", kind: "type", expected: "a string" }];
  return undefined;
}

export function checkSender(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.branchNumber === undefined) return [{ path: "", kind: "missing", name: "branchNumber" }];
  if (own.workplaceNumber === undefined) return [{ path: "", kind: "missing", name: "workplaceNumber" }];
  part = own.branchNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/branchNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/branchNumber", kind: "unsafe" }];
  }
  part = own.workplaceNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/workplaceNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/workplaceNumber", kind: "unsafe" }];
  }
  part = own.instanceId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/instanceId", kind: "type", expected: "a string" }];
  part = own.paymentStarted;
  if (part !== undefined) if (typeof part !== "boolean") return [{ path: "/paymentStarted", kind: "type", expected: "a boolean" }];
  part = own.productName;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/productName", kind: "type", expected: "a string" }];
  part = own.employeeNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/employeeNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/employeeNumber", kind: "unsafe" }];
  }
  part = own.browserFamily;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/browserFamily", kind: "type", expected: "a string" }];
  part = own.browserVersion;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/browserVersion", kind: "type", expected: "a string" }];
  part = own.deviceType;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/deviceType", kind: "type", expected: "a string" }];
  part = own.platformFamily;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/platformFamily", kind: "type", expected: "a string" }];
  part = own.platformVersion;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/platformVersion", kind: "type", expected: "a string" }];
  part = own.hasReceiptPrinter;
  if (part !== undefined) if (typeof part !== "boolean") return [{ path: "/hasReceiptPrinter", kind: "type", expected: "a boolean" }];
  return undefined;
}

export function checkSession(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  if (own.sessionId === undefined) return [{ path: "", kind: "missing", name: "sessionId" }];
  part = own.sessionId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/sessionId", kind: "type", expected: "a string" }];
  part = own.table;
  if (part !== undefined) {
    inner = checkSessionTable(part, context);
    if (inner !== undefined) return under("/table", inner);
  }
  part = own.lines;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      return [{ path: "/lines", kind: "type", expected: "an array" }];
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkSessionLine(item0, context);
        if (inner !== undefined) return under("/lines/" + i0, inner);
      }
    }
  }
  part = own.payments;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      return [{ path: "/payments", kind: "type", expected: "an array" }];
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkPayment(item0, context);
        if (inner !== undefined) return under("/payments/" + i0, inner);
      }
    }
  }
  part = own.relation;
  if (part !== undefined) {
    inner = checkRelation(part, context);
    if (inner !== undefined) return under("/relation", inner);
  }
  part = own.totalInclAmount;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/totalInclAmount", kind: "type", expected: "a number" }];
  return undefined;
}

export function checkSessionTable(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  part = own.number;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/number", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/number", kind: "unsafe" }];
  }
  part = own.subNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/subNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/subNumber", kind: "unsafe" }];
  }
  return undefined;
}

export function checkSessionLine(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  if (own.lineId === undefined) return [{ path: "", kind: "missing", name: "lineId" }];
  if (own.text === undefined) return [{ path: "", kind: "missing", name: "text" }];
  part = own.lineId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/lineId", kind: "type", expected: "a string" }];
  part = own.articleNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/articleNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/articleNumber", kind: "unsafe" }];
  }
  part = own.priceIncl;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/priceIncl", kind: "type", expected: "a number" }];
  part = own.quantity;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/quantity", kind: "type", expected: "a number" }];
  part = own.text;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/text", kind: "type", expected: "a string" }];
  part = own.discountPercentage;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/discountPercentage", kind: "type", expected: "a number" }];
  part = own.discountAmount;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/discountAmount", kind: "type", expected: "a number" }];
  part = own.supplierArticleNumber;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/supplierArticleNumber", kind: "type", expected: "a string" }];
  part = own.pluNumber;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/pluNumber", kind: "type", expected: "a string" }];
  part = own.extArticleId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/extArticleId", kind: "type", expected: "a string" }];
  part = own.externalDiscount;
  if (part !== undefined) {
    inner = checkExternalDiscount(part, context);
    if (inner !== undefined) return under("/externalDiscount", inner);
  }
  return undefined;
}

export function checkExternalDiscount(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  part = own.discountId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/discountId", kind: "type", expected: "a string" }];
  part = own.discountDescription;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/discountDescription", kind: "type", expected: "a string" }];
  part = own.discountPercentage;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/discountPercentage", kind: "type", expected: "a number" }];
  part = own.discountAmount;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/discountAmount", kind: "type", expected: "a number" }];
  part = own.discountType;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/discountType", kind: "type", expected: "a string" }];
  return undefined;
}

export function checkPayment(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.amount === undefined) return [{ path: "", kind: "missing", name: "amount" }];
  if (own.description === undefined) return [{ path: "", kind: "missing", name: "description" }];
  if (own.method === undefined) return [{ path: "", kind: "missing", name: "method" }];
  part = own.amount;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/amount", kind: "type", expected: "a number" }];
  part = own.description;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/description", kind: "type", expected: "a string" }];
  part = own.method;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/method", kind: "type", expected: "a string" }];
  return undefined;
}

export function checkRelation(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.relationNumber === undefined) return [{ path: "", kind: "missing", name: "relationNumber" }];
  part = own.relationNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/relationNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/relationNumber", kind: "unsafe" }];
  }
  part = own.name;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/name", kind: "type", expected: "a string" }];
  return undefined;
}

export function checkAddSessionLine(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  if (own.line === undefined) return [{ path: "", kind: "missing", name: "line" }];
  part = own.line;
  if (part !== undefined) {
    inner = checkSessionLine(part, context);
    if (inner !== undefined) return under("/line", inner);
  }
  return undefined;
}

export function checkDialog(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.selectedDialogOptionIds === undefined) return [{ path: "", kind: "missing", name: "selectedDialogOptionIds" }];
  part = own.selectedDialogOptionIds;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      return [{ path: "/selectedDialogOptionIds", kind: "type", expected: "an array" }];
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        if (!Number.isInteger(item0)) {
          return [{ path: "/selectedDialogOptionIds/" + i0, kind: "type", expected: "an integer" }];
        } else if (!Number.isSafeInteger(item0)) return [{ path: "/selectedDialogOptionIds/" + i0, kind: "unsafe" }];
      }
    }
  }
  return undefined;
}

export function checkForm(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  if (own.id === undefined) return [{ path: "", kind: "missing", name: "id" }];
  part = own.id;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/id", kind: "type", expected: "a string" }];
  part = own.cancelled;
  if (part !== undefined) if (typeof part !== "boolean") return [{ path: "/cancelled", kind: "type", expected: "a boolean" }];
  part = own.fields;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      return [{ path: "/fields", kind: "type", expected: "an array" }];
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkFormFieldValue(item0, context);
        if (inner !== undefined) return under("/fields/" + i0, inner);
      }
    }
  }
  return undefined;
}

export function checkFormFieldValue(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.id === undefined) return [{ path: "", kind: "missing", name: "id" }];
  part = own.id;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/id", kind: "type", expected: "a string" }];
  part = own.value;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/value", kind: "type", expected: "a string" }];
  part = own.selected;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      return [{ path: "/selected", kind: "type", expected: "an array" }];
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        if (typeof item0 !== "string") return [{ path: "/selected/" + i0, kind: "type", expected: "a string" }];
      }
    }
  }
  return undefined;
}

export function checkOpenUrl(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.redirectUrl === undefined) return [{ path: "", kind: "missing", name: "redirectUrl" }];
  part = own.redirectUrl;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/redirectUrl", kind: "type", expected: "a string" }];
  return undefined;
}

export function checkExternalPayment(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.externalPaymentId === undefined) return [{ path: "", kind: "missing", name: "externalPaymentId" }];
  if (own.amount === undefined) return [{ path: "", kind: "missing", name: "amount" }];
  if (own.method === undefined) return [{ path: "", kind: "missing", name: "method" }];
  part = own.externalPaymentId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/externalPaymentId", kind: "type", expected: "a string" }];
  part = own.amount;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/amount", kind: "type", expected: "a number" }];
  part = own.method;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/method", kind: "type", expected: "a string" }];
  part = own.callbackUrl;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/callbackUrl", kind: "type", expected: "a string" }];
  return undefined;
}

export function checkCompleteSession(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  if (own.payments === undefined) return [{ path: "", kind: "missing", name: "payments" }];
  part = own.payments;
  if (part !== undefined) {
    if (!Array.isArray(part)) {
      return [{ path: "/payments", kind: "type", expected: "an array" }];
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkPayment(item0, context);
        if (inner !== undefined) return under("/payments/" + i0, inner);
      }
    }
  }
  return undefined;
}

export function checkCustomAction(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.customActionId === undefined) return [{ path: "", kind: "missing", name: "customActionId" }];
  part = own.customActionId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/customActionId", kind: "type", expected: "a string" }];
  part = own.buttonCaption;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/buttonCaption", kind: "type", expected: "a string" }];
  part = own.onStartup;
  if (part !== undefined) if (typeof part !== "boolean") return [{ path: "/onStartup", kind: "type", expected: "a boolean" }];
  part = own.longClick;
  if (part !== undefined) if (typeof part !== "boolean") return [{ path: "/longClick", kind: "type", expected: "a boolean" }];
  part = own.numpadValue;
  if (part !== undefined) if (!Number.isFinite(part)) return [{ path: "/numpadValue", kind: "type", expected: "a number" }];
  return undefined;
}

export function checkCourse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.courseNumber === undefined) return [{ path: "", kind: "missing", name: "courseNumber" }];
  if (own.name === undefined) return [{ path: "", kind: "missing", name: "name" }];
  if (own.abbreviation === undefined) return [{ path: "", kind: "missing", name: "abbreviation" }];
  part = own.courseNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/courseNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/courseNumber", kind: "unsafe" }];
  }
  part = own.name;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/name", kind: "type", expected: "a string" }];
  part = own.abbreviation;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/abbreviation", kind: "type", expected: "a string" }];
  part = own.sequenceNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/sequenceNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/sequenceNumber", kind: "unsafe" }];
  }
  part = own.expectedPreparationTime;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/expectedPreparationTime", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/expectedPreparationTime", kind: "unsafe" }];
  }
  part = own.actualPreparationTime;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/actualPreparationTime", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/actualPreparationTime", kind: "unsafe" }];
  }
  return undefined;
}

export function checkTable(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  part = own.tableName;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/tableName", kind: "type", expected: "a string" }];
  part = own.numberOfGuests;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/numberOfGuests", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/numberOfGuests", kind: "unsafe" }];
  }
  part = own.number;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/number", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/number", kind: "unsafe" }];
  }
  part = own.subNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/subNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/subNumber", kind: "unsafe" }];
  }
  return undefined;
}

export function checkTableOrder(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.orderId === undefined) return [{ path: "", kind: "missing", name: "orderId" }];
  if (own.year === undefined) return [{ path: "", kind: "missing", name: "year" }];
  if (own.number === undefined) return [{ path: "", kind: "missing", name: "number" }];
  part = own.orderId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/orderId", kind: "type", expected: "a string" }];
  part = own.year;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/year", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/year", kind: "unsafe" }];
  }
  part = own.number;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/number", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/number", kind: "unsafe" }];
  }
  return undefined;
}

export function checkCafeteriaOrder(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.orderId === undefined) return [{ path: "", kind: "missing", name: "orderId" }];
  if (own.year === undefined) return [{ path: "", kind: "missing", name: "year" }];
  if (own.number === undefined) return [{ path: "", kind: "missing", name: "number" }];
  part = own.orderId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/orderId", kind: "type", expected: "a string" }];
  part = own.year;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/year", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/year", kind: "unsafe" }];
  }
  part = own.number;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/number", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/number", kind: "unsafe" }];
  }
  part = own.ticketNumber;
  if (part !== undefined) {
    if (!Number.isInteger(part)) {
      return [{ path: "/ticketNumber", kind: "type", expected: "an integer" }];
    } else if (!Number.isSafeInteger(part)) return [{ path: "/ticketNumber", kind: "unsafe" }];
  }
  return undefined;
}

export function checkOrder(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  return undefined;
}

export function checkMergeSession(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.mergeWithSessionId === undefined) return [{ path: "", kind: "missing", name: "mergeWithSessionId" }];
  part = own.mergeWithSessionId;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/mergeWithSessionId", kind: "type", expected: "a string" }];
  return undefined;
}

export function checkPrintBill(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  return undefined;
}

export function checkRemoveSessionLine(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  if (own.line === undefined) return [{ path: "", kind: "missing", name: "line" }];
  part = own.line;
  if (part !== undefined) {
    inner = checkSessionLine(part, context);
    if (inner !== undefined) return under("/line", inner);
  }
  return undefined;
}

export function checkScanCode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.scannedCode === undefined) return [{ path: "", kind: "missing", name: "scannedCode" }];
  if (own.codeType === undefined) return [{ path: "", kind: "missing", name: "codeType" }];
  part = own.scannedCode;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/scannedCode", kind: "type", expected: "a string" }];
  part = own.codeType;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/codeType", kind: "type", expected: "a string" }];
  return undefined;
}

export function checkSelectRelation(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  if (own.relation === undefined) return [{ path: "", kind: "missing", name: "relation" }];
  part = own.relation;
  if (part !== undefined) {
    if (isObject(part)) {
      inner = checkRelation(part, context);
      if (inner !== undefined) return under("/relation", inner);
    } else if (!(part === null)) {
      return [{ path: "/relation", kind: "type", expected: "an object or null" }];
    }
  }
  return undefined;
}

export function checkUpdateSessionLine(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  if (own.line === undefined) return [{ path: "", kind: "missing", name: "line" }];
  part = own.line;
  if (part !== undefined) {
    inner = checkSessionLine(part, context);
    if (inner !== undefined) return under("/line", inner);
  }
  return undefined;
}

export function checkErrorRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  let inner: Faults;
  if (own.error === undefined) return [{ path: "", kind: "missing", name: "error" }];
  if (own.original === undefined) return [{ path: "", kind: "missing", name: "original" }];
  part = own.error;
  if (part !== undefined) {
    inner = checkWebhookError(part, context);
    if (inner !== undefined) return under("/error", inner);
  }
  part = own.original;
  if (part !== undefined) {
    inner = checkOriginalRequest(part, context);
    if (inner !== undefined) return under("/original", inner);
  }
  part = own.event;
  if (part !== undefined) {
    inner = checkEventInfo(part, context);
    if (inner !== undefined) return under("/event", inner);
  }
  part = own.sender;
  if (part !== undefined) {
    inner = checkSender(part, context);
    if (inner !== undefined) return under("/sender", inner);
  }
  return undefined;
}

export function checkWebhookError(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  let part;
  if (own.code === undefined) return [{ path: "", kind: "missing", name: "code" }];
  if (own.message === undefined) return [{ path: "", kind: "missing", name: "message" }];
  part = own.code;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/code", kind: "type", expected: "a string" }];
  part = own.message;
  if (part !== undefined) if (typeof part !== "string") return [{ path: "/message", kind: "type", expected: "a string" }];
  return undefined;
}

export function checkOriginalRequest(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  return undefined;
}
