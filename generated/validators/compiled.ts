// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Text for machines.
import type { CheckContext, ClosedObject, Faults, Found, Tally } from "./checks.js";
import { at, under, withUnknown, countOf, isObject, ownOf, readOf, holdsAny, holdsOnlyNulls, leaveOut, takeIn, isDate, isDateTime, isUri, isUuid } from "./checks.js";

export function checkCommonRequest(own: any, context: CheckContext): Found {
  let part;
  let inner: Found;
  const part0 = own.event;
  if (part0 === undefined) return { path: "", kind: "missing", name: "event" };
  const part1 = own.sender;
  if (part1 === undefined) return { path: "", kind: "missing", name: "sender" };
  inner = checkEventInfo(part0, context);
  if (inner !== undefined) return at("/event", inner);
  inner = checkSender(part1, context);
  if (inner !== undefined) return at("/sender", inner);
  part = own.dialog;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "dialog", context);
    } else {
      inner = checkDialog(part, context);
      if (inner !== undefined) return at("/dialog", inner);
    }
  }
  part = own.form;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "form", context);
    } else {
      inner = checkForm(part, context);
      if (inner !== undefined) return at("/form", inner);
    }
  }
  part = own.openUrl;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "openUrl", context);
    } else {
      inner = checkOpenUrl(part, context);
      if (inner !== undefined) return at("/openUrl", inner);
    }
  }
  return undefined;
}

export function checkAddSessionLineRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  const part1 = own.addSessionLine;
  if (part1 === undefined) return { path: "", kind: "missing", name: "addSessionLine" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  inner = checkAddSessionLine(part1, context);
  if (inner !== undefined) return at("/addSessionLine", inner);
  return undefined;
}

export function checkBackgroundPollRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  return undefined;
}

export function checkCancelExternalPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part1 = own.externalPayment;
  if (part1 === undefined) return { path: "", kind: "missing", name: "externalPayment" };
  part = own.session;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "session", context);
    } else {
      inner = checkSession(part, context);
      if (inner !== undefined) leaveOut(own, "session", context, at("/session", inner));
    }
  }
  inner = checkExternalPayment(part1, context);
  if (inner !== undefined) return at("/externalPayment", inner);
  return undefined;
}

export function checkCancelPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  return undefined;
}

export function checkCancelSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  return undefined;
}

export function checkCompleteSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  inner = checkCompleteSessionSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  part = own.completeSession;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "completeSession", context);
    } else {
      inner = checkCompleteSession(part, context);
      if (inner !== undefined) return at("/completeSession", inner);
    }
  }
  return undefined;
}

export function checkCreditSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  return undefined;
}

export function checkCustomActionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part1 = own.customAction;
  if (part1 === undefined) return { path: "", kind: "missing", name: "customAction" };
  part = own.session;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "session", context);
    } else {
      inner = checkSession(part, context);
      if (inner !== undefined) return at("/session", inner);
    }
  }
  inner = checkCustomAction(part1, context);
  if (inner !== undefined) return at("/customAction", inner);
  return undefined;
}

export function checkKitchenCompleteCourseRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.course;
  if (part0 === undefined) return { path: "", kind: "missing", name: "course" };
  inner = checkCourse(part0, context);
  if (inner !== undefined) return at("/course", inner);
  part = own.table;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "table", context);
    } else {
      inner = checkTable(part, context);
      if (inner !== undefined) return at("/table", inner);
    }
  }
  part = own.tableOrder;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "tableOrder", context);
    } else {
      inner = checkTableOrder(part, context);
      if (inner !== undefined) return at("/tableOrder", inner);
    }
  }
  part = own.cafeteriaOrder;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "cafeteriaOrder", context);
    } else {
      inner = checkCafeteriaOrder(part, context);
      if (inner !== undefined) return at("/cafeteriaOrder", inner);
    }
  }
  part = own.order;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "order", context);
    } else {
      inner = checkOrder(part, context);
      if (inner !== undefined) leaveOut(own, "order", context, at("/order", inner));
    }
  }
  return undefined;
}

export function checkKitchenServeCourseRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.course;
  if (part0 === undefined) return { path: "", kind: "missing", name: "course" };
  inner = checkCourse(part0, context);
  if (inner !== undefined) return at("/course", inner);
  part = own.table;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "table", context);
    } else {
      inner = checkTable(part, context);
      if (inner !== undefined) return at("/table", inner);
    }
  }
  part = own.tableOrder;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "tableOrder", context);
    } else {
      inner = checkTableOrder(part, context);
      if (inner !== undefined) return at("/tableOrder", inner);
    }
  }
  part = own.cafeteriaOrder;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "cafeteriaOrder", context);
    } else {
      inner = checkCafeteriaOrder(part, context);
      if (inner !== undefined) return at("/cafeteriaOrder", inner);
    }
  }
  part = own.order;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "order", context);
    } else {
      inner = checkOrder(part, context);
      if (inner !== undefined) leaveOut(own, "order", context, at("/order", inner));
    }
  }
  return undefined;
}

export function checkKitchenStartCourseRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.course;
  if (part0 === undefined) return { path: "", kind: "missing", name: "course" };
  inner = checkCourse(part0, context);
  if (inner !== undefined) return at("/course", inner);
  part = own.table;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "table", context);
    } else {
      inner = checkTable(part, context);
      if (inner !== undefined) return at("/table", inner);
    }
  }
  part = own.tableOrder;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "tableOrder", context);
    } else {
      inner = checkTableOrder(part, context);
      if (inner !== undefined) return at("/tableOrder", inner);
    }
  }
  part = own.cafeteriaOrder;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "cafeteriaOrder", context);
    } else {
      inner = checkCafeteriaOrder(part, context);
      if (inner !== undefined) return at("/cafeteriaOrder", inner);
    }
  }
  part = own.order;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "order", context);
    } else {
      inner = checkOrder(part, context);
      if (inner !== undefined) leaveOut(own, "order", context, at("/order", inner));
    }
  }
  return undefined;
}

export function checkMergeSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  const part1 = own.mergeSession;
  if (part1 === undefined) return { path: "", kind: "missing", name: "mergeSession" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  inner = checkMergeSession(part1, context);
  if (inner !== undefined) return at("/mergeSession", inner);
  return undefined;
}

export function checkPauseSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  return undefined;
}

export function checkPollExternalPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part1 = own.externalPayment;
  if (part1 === undefined) return { path: "", kind: "missing", name: "externalPayment" };
  part = own.session;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "session", context);
    } else {
      inner = checkSession(part, context);
      if (inner !== undefined) leaveOut(own, "session", context, at("/session", inner));
    }
  }
  inner = checkExternalPayment(part1, context);
  if (inner !== undefined) return at("/externalPayment", inner);
  return undefined;
}

export function checkPrintBillRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  part = own.printBill;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "printBill", context);
    } else {
      inner = checkPrintBill(part, context);
      if (inner !== undefined) leaveOut(own, "printBill", context, at("/printBill", inner));
    }
  }
  return undefined;
}

export function checkRemoveSessionLineRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  const part1 = own.removeSessionLine;
  if (part1 === undefined) return { path: "", kind: "missing", name: "removeSessionLine" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  inner = checkRemoveSessionLine(part1, context);
  if (inner !== undefined) return at("/removeSessionLine", inner);
  return undefined;
}

export function checkRequestCancelExternalPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part1 = own.externalPayment;
  if (part1 === undefined) return { path: "", kind: "missing", name: "externalPayment" };
  part = own.session;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "session", context);
    } else {
      inner = checkSession(part, context);
      if (inner !== undefined) leaveOut(own, "session", context, at("/session", inner));
    }
  }
  inner = checkExternalPayment(part1, context);
  if (inner !== undefined) return at("/externalPayment", inner);
  return undefined;
}

export function checkResumeSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  return undefined;
}

export function checkScanCodeRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  const part1 = own.scanCode;
  if (part1 === undefined) return { path: "", kind: "missing", name: "scanCode" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  inner = checkScanCode(part1, context);
  if (inner !== undefined) return at("/scanCode", inner);
  return undefined;
}

export function checkSelectRelationRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  const part1 = own.selectRelation;
  if (part1 === undefined) return { path: "", kind: "missing", name: "selectRelation" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  if (isObject(part1)) {
    inner = checkSelectRelation(part1, context);
    if (inner !== undefined) return at("/selectRelation", inner);
  } else if (!(part1 === null)) {
    return { path: "/selectRelation", kind: "type", expected: "an object or null" };
  }
  return undefined;
}

export function checkStartExternalPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part1 = own.externalPayment;
  if (part1 === undefined) return { path: "", kind: "missing", name: "externalPayment" };
  part = own.session;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "session", context);
    } else {
      inner = checkSession(part, context);
      if (inner !== undefined) leaveOut(own, "session", context, at("/session", inner));
    }
  }
  inner = checkExternalPayment(part1, context);
  if (inner !== undefined) return at("/externalPayment", inner);
  return undefined;
}

export function checkStartPaymentRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  return undefined;
}

export function checkStartSessionRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  const part0 = own.session;
  if (part0 === undefined) return { path: "", kind: "missing", name: "session" };
  inner = checkSession(part0, context);
  if (inner !== undefined) return at("/session", inner);
  return undefined;
}

export function checkUpdateSessionLineRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  inner = checkCommonRequest(own, context);
  if (inner !== undefined) return inner;
  part = own.session;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "session", context);
    } else {
      inner = checkSession(part, context);
      if (inner !== undefined) leaveOut(own, "session", context, at("/session", inner));
    }
  }
  part = own.updateSessionLine;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "updateSessionLine", context);
    } else {
      inner = checkUpdateSessionLine(part, context);
      if (inner !== undefined) leaveOut(own, "updateSessionLine", context, at("/updateSessionLine", inner));
    }
  }
  return undefined;
}

const inlinedInAddSessionLine = ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"];

export function checkAddSessionLine(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  if ((own.line ?? null) === null && !holdsAny(own, inlinedInAddSessionLine)) return { path: "", kind: "missing", name: "line" };
  part = own.line;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "line", context);
    } else {
      inner = checkSessionLine(part, context);
      if (inner !== undefined) return at("/line", inner);
    }
  }
  if ((own.line ?? null) === null && holdsAny(own, inlinedInAddSessionLine)) {
    inner = checkSessionLine(own, context);
    if (inner !== undefined) return inner;
    takeIn(own, { into: "line", names: inlinedInAddSessionLine }, context);
  }
  return undefined;
}

export function checkCafeteriaOrder(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  const part0 = own.orderId;
  if (part0 === undefined) return { path: "", kind: "missing", name: "orderId" };
  if (typeof part0 !== "string") return { path: "/orderId", kind: "type", expected: "a string" };
  part = own.year;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "year", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "year", context, { path: "/year", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "year", context, { path: "/year", kind: "unsafe" });
  }
  part = own.number;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "number", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "number", context, { path: "/number", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "number", context, { path: "/number", kind: "unsafe" });
  }
  part = own.ticketNumber;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "ticketNumber", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "ticketNumber", context, { path: "/ticketNumber", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "ticketNumber", context, { path: "/ticketNumber", kind: "unsafe" });
  }
  return undefined;
}

export function checkCompleteSession(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let inner: Found;
  const part0 = own.payments;
  if (part0 === undefined) return { path: "", kind: "missing", name: "payments" };
  if (!Array.isArray(part0)) {
    return { path: "/payments", kind: "type", expected: "an array" };
  } else {
    for (let i0 = 0; i0 < part0.length; i0++) {
      const item0 = part0[i0];
      inner = checkPayment(item0, context);
      if (inner !== undefined) return at("/payments/" + i0, inner);
    }
  }
  return undefined;
}

export function checkCompleteSessionSession(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  part = own.sessionId;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "sessionId", context);
    } else if (typeof part !== "string") {
      return { path: "/sessionId", kind: "type", expected: "a string" };
    }
  }
  part = own.table;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "table", context);
    } else {
      inner = checkSessionTable(part, context);
      if (inner !== undefined) return at("/table", inner);
    }
  }
  part = own.lines;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "lines", context);
    } else if (!Array.isArray(part)) {
      return { path: "/lines", kind: "type", expected: "an array" };
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkSessionLine(item0, context);
        if (inner !== undefined) return at("/lines/" + i0, inner);
      }
    }
  }
  part = own.payments;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "payments", context);
    } else if (!Array.isArray(part)) {
      return { path: "/payments", kind: "type", expected: "an array" };
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkPayment(item0, context);
        if (inner !== undefined) return at("/payments/" + i0, inner);
      }
    }
  }
  part = own.relation;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "relation", context);
    } else {
      inner = checkRelation(part, context);
      if (inner !== undefined) leaveOut(own, "relation", context, at("/relation", inner));
    }
  }
  part = own.totalInclAmount;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "totalInclAmount", context);
    } else if (!Number.isFinite(part)) {
      leaveOut(own, "totalInclAmount", context, { path: "/totalInclAmount", kind: "type", expected: "a number" });
    }
  }
  return undefined;
}

export function checkCourse(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  const part0 = own.courseNumber;
  if (part0 === undefined) return { path: "", kind: "missing", name: "courseNumber" };
  const part1 = own.name;
  if (part1 === undefined) return { path: "", kind: "missing", name: "name" };
  const part2 = own.abbreviation;
  if (part2 === undefined) return { path: "", kind: "missing", name: "abbreviation" };
  if (!Number.isInteger(part0)) {
    return { path: "/courseNumber", kind: "type", expected: "an integer" };
  } else if (!Number.isSafeInteger(part0)) return { path: "/courseNumber", kind: "unsafe" };
  if (typeof part1 !== "string") return { path: "/name", kind: "type", expected: "a string" };
  if (typeof part2 !== "string") return { path: "/abbreviation", kind: "type", expected: "a string" };
  part = own.sequenceNumber;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "sequenceNumber", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "sequenceNumber", context, { path: "/sequenceNumber", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "sequenceNumber", context, { path: "/sequenceNumber", kind: "unsafe" });
  }
  part = own.expectedPreparationTime;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "expectedPreparationTime", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "expectedPreparationTime", context, { path: "/expectedPreparationTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "expectedPreparationTime", context, { path: "/expectedPreparationTime", kind: "unsafe" });
  }
  part = own.actualPreparationTime;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "actualPreparationTime", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "actualPreparationTime", context, { path: "/actualPreparationTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "actualPreparationTime", context, { path: "/actualPreparationTime", kind: "unsafe" });
  }
  return undefined;
}

export function checkCustomAction(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  const part0 = own.customActionId;
  if (part0 === undefined) return { path: "", kind: "missing", name: "customActionId" };
  if (typeof part0 !== "string") return { path: "/customActionId", kind: "type", expected: "a string" };
  part = own.buttonCaption;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "buttonCaption", context);
    } else if (typeof part !== "string") {
      return { path: "/buttonCaption", kind: "type", expected: "a string" };
    }
  }
  part = own.onStartup;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "onStartup", context);
    } else if (typeof part !== "boolean") {
      return { path: "/onStartup", kind: "type", expected: "a boolean" };
    }
  }
  part = own.longClick;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "longClick", context);
    } else if (typeof part !== "boolean") {
      return { path: "/longClick", kind: "type", expected: "a boolean" };
    }
  }
  part = own.numpadValue;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "numpadValue", context);
    } else if (!Number.isFinite(part)) {
      return { path: "/numpadValue", kind: "type", expected: "a number" };
    }
  }
  return undefined;
}

export function checkDialog(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  const part0 = own.selectedDialogOptionIds;
  if (part0 === undefined) return { path: "", kind: "missing", name: "selectedDialogOptionIds" };
  if (!Array.isArray(part0)) {
    return { path: "/selectedDialogOptionIds", kind: "type", expected: "an array" };
  } else {
    for (let i0 = 0; i0 < part0.length; i0++) {
      const item0 = part0[i0];
      if (!Number.isInteger(item0)) {
        return { path: "/selectedDialogOptionIds/" + i0, kind: "type", expected: "an integer" };
      } else if (!Number.isSafeInteger(item0)) return { path: "/selectedDialogOptionIds/" + i0, kind: "unsafe" };
    }
  }
  return undefined;
}

export function checkErrorRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  const part0 = own.error;
  if (part0 === undefined) return { path: "", kind: "missing", name: "error" };
  const part1 = own.original;
  if (part1 === undefined) return { path: "", kind: "missing", name: "original" };
  inner = checkWebhookError(part0, context);
  if (inner !== undefined) return at("/error", inner);
  inner = checkOriginalRequest(part1, context);
  if (inner !== undefined) return at("/original", inner);
  part = own.event;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "event", context);
    } else {
      inner = checkEventInfo(part, context);
      if (inner !== undefined) return at("/event", inner);
    }
  }
  part = own.sender;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "sender", context);
    } else {
      inner = checkSender(part, context);
      if (inner !== undefined) return at("/sender", inner);
    }
  }
  return undefined;
}

export function checkEventInfo(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  const part0 = own.eventBlocking;
  if (part0 === undefined) return { path: "", kind: "missing", name: "eventBlocking" };
  const part2 = own.eventCounter;
  if (part2 === undefined) return { path: "", kind: "missing", name: "eventCounter" };
  const part3 = own.eventTimestamp;
  if (part3 === undefined) return { path: "", kind: "missing", name: "eventTimestamp" };
  if (typeof part0 !== "boolean") return { path: "/eventBlocking", kind: "type", expected: "a boolean" };
  part = own.eventPolling;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "eventPolling", context);
    } else if (typeof part !== "boolean") {
      return { path: "/eventPolling", kind: "type", expected: "a boolean" };
    }
  }
  if (!Number.isInteger(part2)) {
    return { path: "/eventCounter", kind: "type", expected: "an integer" };
  } else if (!Number.isSafeInteger(part2)) return { path: "/eventCounter", kind: "unsafe" };
  if (typeof part3 !== "string") return { path: "/eventTimestamp", kind: "type", expected: "a string" };
  return undefined;
}

export function checkExternalDiscount(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  part = own.discountId;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "discountId", context);
    } else if (typeof part !== "string") {
      return { path: "/discountId", kind: "type", expected: "a string" };
    }
  }
  part = own.discountDescription;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "discountDescription", context);
    } else if (typeof part !== "string") {
      return { path: "/discountDescription", kind: "type", expected: "a string" };
    }
  }
  part = own.discountPercentage;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "discountPercentage", context);
    } else if (!Number.isFinite(part)) {
      return { path: "/discountPercentage", kind: "type", expected: "a number" };
    }
  }
  part = own.discountAmount;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "discountAmount", context);
    } else if (!Number.isFinite(part)) {
      return { path: "/discountAmount", kind: "type", expected: "a number" };
    }
  }
  part = own.discountType;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "discountType", context);
    } else if (typeof part !== "string") {
      leaveOut(own, "discountType", context, { path: "/discountType", kind: "type", expected: "a string" });
    }
  }
  return undefined;
}

export function checkExternalPayment(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  const part0 = own.externalPaymentId;
  if (part0 === undefined) return { path: "", kind: "missing", name: "externalPaymentId" };
  const part1 = own.amount;
  if (part1 === undefined) return { path: "", kind: "missing", name: "amount" };
  const part2 = own.method;
  if (part2 === undefined) return { path: "", kind: "missing", name: "method" };
  if (typeof part0 !== "string") return { path: "/externalPaymentId", kind: "type", expected: "a string" };
  if (!Number.isFinite(part1)) return { path: "/amount", kind: "type", expected: "a number" };
  if (typeof part2 !== "string") return { path: "/method", kind: "type", expected: "a string" };
  part = own.callbackUrl;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "callbackUrl", context);
    } else if (typeof part !== "string") {
      return { path: "/callbackUrl", kind: "type", expected: "a string" };
    }
  }
  return undefined;
}

export function checkForm(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  const part0 = own.id;
  if (part0 === undefined) return { path: "", kind: "missing", name: "id" };
  if (typeof part0 !== "string") return { path: "/id", kind: "type", expected: "a string" };
  part = own.cancelled;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "cancelled", context);
    } else if (typeof part !== "boolean") {
      return { path: "/cancelled", kind: "type", expected: "a boolean" };
    }
  }
  part = own.fields;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "fields", context);
    } else if (!Array.isArray(part)) {
      return { path: "/fields", kind: "type", expected: "an array" };
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkFormFieldValue(item0, context);
        if (inner !== undefined) return at("/fields/" + i0, inner);
      }
    }
  }
  return undefined;
}

export function checkFormFieldValue(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  const part0 = own.id;
  if (part0 === undefined) return { path: "", kind: "missing", name: "id" };
  if (typeof part0 !== "string") return { path: "/id", kind: "type", expected: "a string" };
  part = own.value;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "value", context);
    } else if (typeof part !== "string") {
      return { path: "/value", kind: "type", expected: "a string" };
    }
  }
  part = own.selected;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "selected", context);
    } else if (!Array.isArray(part)) {
      return { path: "/selected", kind: "type", expected: "an array" };
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        if (typeof item0 !== "string") return { path: "/selected/" + i0, kind: "type", expected: "a string" };
      }
    }
  }
  return undefined;
}

export function checkMergeSession(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  const part0 = own.mergeWithSessionId;
  if (part0 === undefined) return { path: "", kind: "missing", name: "mergeWithSessionId" };
  if (typeof part0 !== "string") return { path: "/mergeWithSessionId", kind: "type", expected: "a string" };
  return undefined;
}

export function checkOpenUrl(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  const part0 = own.redirectUrl;
  if (part0 === undefined) return { path: "", kind: "missing", name: "redirectUrl" };
  if (typeof part0 !== "string") return { path: "/redirectUrl", kind: "type", expected: "a string" };
  return undefined;
}

export function checkOrder(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  return undefined;
}

export function checkOriginalRequest(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  return undefined;
}

export function checkPayment(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  const part0 = own.amount;
  if (part0 === undefined) return { path: "", kind: "missing", name: "amount" };
  const part1 = own.description;
  if (part1 === undefined) return { path: "", kind: "missing", name: "description" };
  const part2 = own.method;
  if (part2 === undefined) return { path: "", kind: "missing", name: "method" };
  if (!Number.isFinite(part0)) return { path: "/amount", kind: "type", expected: "a number" };
  if (typeof part1 !== "string") return { path: "/description", kind: "type", expected: "a string" };
  if (typeof part2 !== "string") return { path: "/method", kind: "type", expected: "a string" };
  return undefined;
}

export function checkPrintBill(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  return undefined;
}

export function checkRelation(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  part = own.relationNumber;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "relationNumber", context);
    } else if (!Number.isInteger(part)) {
      return { path: "/relationNumber", kind: "type", expected: "an integer" };
    } else if (!Number.isSafeInteger(part)) return { path: "/relationNumber", kind: "unsafe" };
  }
  part = own.name;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "name", context);
    } else if (typeof part !== "string") {
      return { path: "/name", kind: "type", expected: "a string" };
    }
  }
  return undefined;
}

const inlinedInRemoveSessionLine = ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"];

export function checkRemoveSessionLine(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  if ((own.line ?? null) === null && !holdsAny(own, inlinedInRemoveSessionLine)) return { path: "", kind: "missing", name: "line" };
  part = own.line;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "line", context);
    } else {
      inner = checkSessionLine(part, context);
      if (inner !== undefined) return at("/line", inner);
    }
  }
  if ((own.line ?? null) === null && holdsAny(own, inlinedInRemoveSessionLine)) {
    inner = checkSessionLine(own, context);
    if (inner !== undefined) return inner;
    takeIn(own, { into: "line", names: inlinedInRemoveSessionLine }, context);
  }
  return undefined;
}

export function checkScanCode(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  const part0 = own.scannedCode;
  if (part0 === undefined) return { path: "", kind: "missing", name: "scannedCode" };
  const part1 = own.codeType;
  if (part1 === undefined) return { path: "", kind: "missing", name: "codeType" };
  if (typeof part0 !== "string") return { path: "/scannedCode", kind: "type", expected: "a string" };
  if (typeof part1 !== "string") return { path: "/codeType", kind: "type", expected: "a string" };
  return undefined;
}

const inlinedInSelectRelation = ["relationNumber", "name"];

export function checkSelectRelation(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  if (own.relation === undefined && !holdsAny(own, inlinedInSelectRelation)) return { path: "", kind: "missing", name: "relation" };
  part = own.relation;
  if (part !== undefined) {
    if (isObject(part)) {
      inner = checkRelation(part, context);
      if (inner !== undefined) return at("/relation", inner);
    } else if (!(part === null)) {
      return { path: "/relation", kind: "type", expected: "an object or null" };
    }
  }
  if (own.relation === undefined && holdsAny(own, inlinedInSelectRelation)) {
    if (holdsOnlyNulls(own, inlinedInSelectRelation)) {
      takeIn(own, { into: "relation", names: inlinedInSelectRelation, isNull: true }, context);
    } else {
      inner = checkRelation(own, context);
      if (inner !== undefined) return inner;
      takeIn(own, { into: "relation", names: inlinedInSelectRelation }, context);
    }
  }
  return undefined;
}

export function checkSender(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  const part0 = own.branchNumber;
  if (part0 === undefined) return { path: "", kind: "missing", name: "branchNumber" };
  const part1 = own.workplaceNumber;
  if (part1 === undefined) return { path: "", kind: "missing", name: "workplaceNumber" };
  if (!Number.isInteger(part0)) {
    return { path: "/branchNumber", kind: "type", expected: "an integer" };
  } else if (!Number.isSafeInteger(part0)) return { path: "/branchNumber", kind: "unsafe" };
  if (!Number.isInteger(part1)) {
    return { path: "/workplaceNumber", kind: "type", expected: "an integer" };
  } else if (!Number.isSafeInteger(part1)) return { path: "/workplaceNumber", kind: "unsafe" };
  part = own.instanceId;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "instanceId", context);
    } else if (typeof part !== "string") {
      return { path: "/instanceId", kind: "type", expected: "a string" };
    }
  }
  part = own.paymentStarted;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "paymentStarted", context);
    } else if (typeof part !== "boolean") {
      return { path: "/paymentStarted", kind: "type", expected: "a boolean" };
    }
  }
  part = own.productName;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "productName", context);
    } else if (typeof part !== "string") {
      return { path: "/productName", kind: "type", expected: "a string" };
    }
  }
  part = own.employeeNumber;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "employeeNumber", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "employeeNumber", context, { path: "/employeeNumber", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "employeeNumber", context, { path: "/employeeNumber", kind: "unsafe" });
  }
  part = own.browserFamily;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "browserFamily", context);
    } else if (typeof part !== "string") {
      return { path: "/browserFamily", kind: "type", expected: "a string" };
    }
  }
  part = own.browserVersion;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "browserVersion", context);
    } else if (typeof part !== "string") {
      return { path: "/browserVersion", kind: "type", expected: "a string" };
    }
  }
  part = own.deviceType;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "deviceType", context);
    } else if (typeof part !== "string") {
      return { path: "/deviceType", kind: "type", expected: "a string" };
    }
  }
  part = own.platformFamily;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "platformFamily", context);
    } else if (typeof part !== "string") {
      return { path: "/platformFamily", kind: "type", expected: "a string" };
    }
  }
  part = own.platformVersion;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "platformVersion", context);
    } else if (typeof part !== "string") {
      return { path: "/platformVersion", kind: "type", expected: "a string" };
    }
  }
  part = own.hasReceiptPrinter;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "hasReceiptPrinter", context);
    } else if (typeof part !== "boolean") {
      return { path: "/hasReceiptPrinter", kind: "type", expected: "a boolean" };
    }
  }
  return undefined;
}

export function checkSession(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  const part0 = own.sessionId;
  if (part0 === undefined) return { path: "", kind: "missing", name: "sessionId" };
  if (typeof part0 !== "string") return { path: "/sessionId", kind: "type", expected: "a string" };
  part = own.table;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "table", context);
    } else {
      inner = checkSessionTable(part, context);
      if (inner !== undefined) return at("/table", inner);
    }
  }
  part = own.lines;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "lines", context);
    } else if (!Array.isArray(part)) {
      return { path: "/lines", kind: "type", expected: "an array" };
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkSessionLine(item0, context);
        if (inner !== undefined) return at("/lines/" + i0, inner);
      }
    }
  }
  part = own.payments;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "payments", context);
    } else if (!Array.isArray(part)) {
      return { path: "/payments", kind: "type", expected: "an array" };
    } else {
      for (let i0 = 0; i0 < part.length; i0++) {
        const item0 = part[i0];
        inner = checkPayment(item0, context);
        if (inner !== undefined) return at("/payments/" + i0, inner);
      }
    }
  }
  part = own.relation;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "relation", context);
    } else {
      inner = checkRelation(part, context);
      if (inner !== undefined) leaveOut(own, "relation", context, at("/relation", inner));
    }
  }
  part = own.totalInclAmount;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "totalInclAmount", context);
    } else if (!Number.isFinite(part)) {
      leaveOut(own, "totalInclAmount", context, { path: "/totalInclAmount", kind: "type", expected: "a number" });
    }
  }
  return undefined;
}

export function checkSessionLine(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  const part0 = own.lineId;
  if (part0 === undefined) return { path: "", kind: "missing", name: "lineId" };
  const part4 = own.text;
  if (part4 === undefined) return { path: "", kind: "missing", name: "text" };
  if (typeof part0 !== "string") return { path: "/lineId", kind: "type", expected: "a string" };
  part = own.articleNumber;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "articleNumber", context);
    } else if (!Number.isInteger(part)) {
      return { path: "/articleNumber", kind: "type", expected: "an integer" };
    } else if (!Number.isSafeInteger(part)) return { path: "/articleNumber", kind: "unsafe" };
  }
  part = own.priceIncl;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "priceIncl", context);
    } else if (!Number.isFinite(part)) {
      return { path: "/priceIncl", kind: "type", expected: "a number" };
    }
  }
  part = own.quantity;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "quantity", context);
    } else if (!Number.isFinite(part)) {
      return { path: "/quantity", kind: "type", expected: "a number" };
    }
  }
  if (typeof part4 !== "string") return { path: "/text", kind: "type", expected: "a string" };
  part = own.discountPercentage;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "discountPercentage", context);
    } else if (!Number.isFinite(part)) {
      return { path: "/discountPercentage", kind: "type", expected: "a number" };
    }
  }
  part = own.discountAmount;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "discountAmount", context);
    } else if (!Number.isFinite(part)) {
      return { path: "/discountAmount", kind: "type", expected: "a number" };
    }
  }
  part = own.supplierArticleNumber;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "supplierArticleNumber", context);
    } else if (typeof part !== "string") {
      return { path: "/supplierArticleNumber", kind: "type", expected: "a string" };
    }
  }
  part = own.pluNumber;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "pluNumber", context);
    } else if (typeof part !== "string") {
      return { path: "/pluNumber", kind: "type", expected: "a string" };
    }
  }
  part = own.extArticleId;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "extArticleId", context);
    } else if (typeof part !== "string") {
      return { path: "/extArticleId", kind: "type", expected: "a string" };
    }
  }
  part = own.externalDiscount;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "externalDiscount", context);
    } else {
      inner = checkExternalDiscount(part, context);
      if (inner !== undefined) leaveOut(own, "externalDiscount", context, at("/externalDiscount", inner));
    }
  }
  return undefined;
}

export function checkSessionTable(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  part = own.number;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "number", context);
    } else if (!Number.isInteger(part)) {
      return { path: "/number", kind: "type", expected: "an integer" };
    } else if (!Number.isSafeInteger(part)) return { path: "/number", kind: "unsafe" };
  }
  part = own.subNumber;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "subNumber", context);
    } else if (!Number.isInteger(part)) {
      return { path: "/subNumber", kind: "type", expected: "an integer" };
    } else if (!Number.isSafeInteger(part)) return { path: "/subNumber", kind: "unsafe" };
  }
  return undefined;
}

export function checkTable(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  part = own.tableName;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "tableName", context);
    } else if (typeof part !== "string") {
      leaveOut(own, "tableName", context, { path: "/tableName", kind: "type", expected: "a string" });
    }
  }
  part = own.numberOfGuests;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "numberOfGuests", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "numberOfGuests", context, { path: "/numberOfGuests", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "numberOfGuests", context, { path: "/numberOfGuests", kind: "unsafe" });
  }
  part = own.number;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "number", context);
    } else if (!Number.isInteger(part)) {
      return { path: "/number", kind: "type", expected: "an integer" };
    } else if (!Number.isSafeInteger(part)) return { path: "/number", kind: "unsafe" };
  }
  part = own.subNumber;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "subNumber", context);
    } else if (!Number.isInteger(part)) {
      return { path: "/subNumber", kind: "type", expected: "an integer" };
    } else if (!Number.isSafeInteger(part)) return { path: "/subNumber", kind: "unsafe" };
  }
  return undefined;
}

export function checkTableOrder(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  const part0 = own.orderId;
  if (part0 === undefined) return { path: "", kind: "missing", name: "orderId" };
  if (typeof part0 !== "string") return { path: "/orderId", kind: "type", expected: "a string" };
  part = own.year;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "year", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "year", context, { path: "/year", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "year", context, { path: "/year", kind: "unsafe" });
  }
  part = own.number;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "number", context);
    } else if (!Number.isInteger(part)) {
      leaveOut(own, "number", context, { path: "/number", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) leaveOut(own, "number", context, { path: "/number", kind: "unsafe" });
  }
  return undefined;
}

const inlinedInUpdateSessionLine = ["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount", "supplierArticleNumber", "pluNumber", "extArticleId", "externalDiscount"];

export function checkUpdateSessionLine(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  let part;
  let inner: Found;
  part = own.line;
  if (part !== undefined) {
    if (part === null) {
      leaveOut(own, "line", context);
    } else {
      inner = checkSessionLine(part, context);
      if (inner !== undefined) leaveOut(own, "line", context, at("/line", inner));
    }
  }
  if ((own.line ?? null) === null && holdsAny(own, inlinedInUpdateSessionLine)) takeIn(own, { into: "line", names: inlinedInUpdateSessionLine, fault: checkSessionLine(own, context) }, context);
  return undefined;
}

export function checkWebhookError(value: any, context: CheckContext): Found {
  if (!isObject(value)) return { path: "", kind: "type", expected: "an object" };
  const own = readOf(value, context);
  const part0 = own.code;
  if (part0 === undefined) return { path: "", kind: "missing", name: "code" };
  const part1 = own.message;
  if (part1 === undefined) return { path: "", kind: "missing", name: "message" };
  if (typeof part0 !== "string") return { path: "/code", kind: "type", expected: "a string" };
  if (typeof part1 !== "string") return { path: "/message", kind: "type", expected: "a string" };
  return undefined;
}

const closedCommonResponse: ClosedObject = {
  known: ["error", "message", "dialog", "requestScanCode", "openUrl", "displayBarcode", "hideBarcode", "lineChanges", "lineAdditions", "lineDeletions", "lockSession", "lockSessionForAdditions", "vatMethodChange", "prepayTable", "externalCardScan", "customActionChange", "requestCustomAction", "polling", "version"],
  forbidden: {
    form: { reason: "since v59: not in every shop of 48..", addedIn: "59" },
    externalPayment: { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" },
    receiptFooter: { reason: "only for completeSession" },
    billFooter: { reason: "only for printBill" },
    scanCode: { reason: "only for scanCode" },
  },
};

export function checkCommonResponse(own: any, context: CheckContext, tally: Tally): Faults {
  let part;
  let inner: Faults;
  let faults: Faults;
  part = own.error;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkErrorAnswer(part, context);
    if (inner !== undefined) faults = under("/error", inner, faults);
  }
  part = own.message;
  if (part !== undefined) {
    tally.known += 1;
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
    tally.known += 1;
    inner = checkDialogAnswer(part, context);
    if (inner !== undefined) faults = under("/dialog", inner, faults);
  }
  part = own.requestScanCode;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkRequestScanCode(part, context);
    if (inner !== undefined) faults = under("/requestScanCode", inner, faults);
  }
  part = own.openUrl;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkOpenUrlAnswer(part, context);
    if (inner !== undefined) faults = under("/openUrl", inner, faults);
  }
  part = own.displayBarcode;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkDisplayBarcode(part, context);
    if (inner !== undefined) faults = under("/displayBarcode", inner, faults);
  }
  part = own.hideBarcode;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/hideBarcode", kind: "type", expected: "a boolean" });
  }
  part = own.lineChanges;
  if (part !== undefined) {
    tally.known += 1;
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
    tally.known += 1;
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
    tally.known += 1;
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
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/lockSession", kind: "type", expected: "a boolean" });
  }
  part = own.lockSessionForAdditions;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/lockSessionForAdditions", kind: "type", expected: "a boolean" });
  }
  part = own.vatMethodChange;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/vatMethodChange", kind: "type", expected: "a string" });
    } else if (part !== "inclusive" && part !== "exclusive" && part !== "shifted") (faults ??= []).push({ path: "/vatMethodChange", kind: "value", expected: "one of \"inclusive\", \"exclusive\", \"shifted\"" });
  }
  part = own.prepayTable;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkPrepayTable(part, context);
    if (inner !== undefined) faults = under("/prepayTable", inner, faults);
  }
  part = own.externalCardScan;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkExternalCardScan(part, context);
    if (inner !== undefined) faults = under("/externalCardScan", inner, faults);
  }
  part = own.customActionChange;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkCustomActionChange(part, context);
    if (inner !== undefined) faults = under("/customActionChange", inner, faults);
  }
  part = own.requestCustomAction;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkRequestCustomAction(part, context);
    if (inner !== undefined) faults = under("/requestCustomAction", inner, faults);
  }
  part = own.polling;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkPollingAnswer(part, context);
    if (inner !== undefined) faults = under("/polling", inner, faults);
  }
  part = own.version;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/version", kind: "type", expected: "a string" });
  }
  return faults;
}

const closedAddSessionLineResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkAddSessionLineResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedAddSessionLineResponse, faults);
  return faults;
}

const closedBackgroundPollResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkBackgroundPollResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedBackgroundPollResponse, faults);
  return faults;
}

const closedCancelExternalPaymentResponse: ClosedObject = {
  base: closedCommonResponse,
  known: ["externalPayment"],
  forbidden: {},
};

export function checkCancelExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.externalPayment;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkExternalPaymentAnswer(part, context);
    if (inner !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedCancelExternalPaymentResponse, faults);
  return faults;
}

const closedCancelPaymentResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkCancelPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedCancelPaymentResponse, faults);
  return faults;
}

const closedCancelSessionResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkCancelSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedCancelSessionResponse, faults);
  return faults;
}

const closedCompleteSessionResponse: ClosedObject = {
  base: closedCommonResponse,
  known: ["receiptFooter"],
  forbidden: {},
};

export function checkCompleteSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.receiptFooter;
  if (part !== undefined) {
    tally.known += 1;
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
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedCompleteSessionResponse, faults);
  return faults;
}

const closedCreditSessionResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkCreditSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedCreditSessionResponse, faults);
  return faults;
}

const closedCustomActionResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkCustomActionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedCustomActionResponse, faults);
  return faults;
}

const closedKitchenCompleteCourseResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkKitchenCompleteCourseResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedKitchenCompleteCourseResponse, faults);
  return faults;
}

const closedKitchenServeCourseResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkKitchenServeCourseResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedKitchenServeCourseResponse, faults);
  return faults;
}

const closedKitchenStartCourseResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkKitchenStartCourseResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedKitchenStartCourseResponse, faults);
  return faults;
}

const closedMergeSessionResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkMergeSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedMergeSessionResponse, faults);
  return faults;
}

const closedPauseSessionResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkPauseSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedPauseSessionResponse, faults);
  return faults;
}

const closedPollExternalPaymentResponse: ClosedObject = {
  base: closedCommonResponse,
  known: ["externalPayment"],
  forbidden: {},
};

export function checkPollExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.externalPayment;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkExternalPaymentAnswer(part, context);
    if (inner !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedPollExternalPaymentResponse, faults);
  return faults;
}

const closedPrintBillResponse: ClosedObject = {
  base: closedCommonResponse,
  known: ["billFooter"],
  forbidden: {},
};

export function checkPrintBillResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.billFooter;
  if (part !== undefined) {
    tally.known += 1;
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
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedPrintBillResponse, faults);
  return faults;
}

const closedRemoveSessionLineResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkRemoveSessionLineResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedRemoveSessionLineResponse, faults);
  return faults;
}

const closedRequestCancelExternalPaymentResponse: ClosedObject = {
  base: closedCommonResponse,
  known: ["externalPayment"],
  forbidden: {},
};

export function checkRequestCancelExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.externalPayment;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkExternalPaymentAnswer(part, context);
    if (inner !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedRequestCancelExternalPaymentResponse, faults);
  return faults;
}

const closedResumeSessionResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkResumeSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedResumeSessionResponse, faults);
  return faults;
}

const closedScanCodeResponse: ClosedObject = {
  base: closedCommonResponse,
  known: ["scanCode"],
  forbidden: {},
};

export function checkScanCodeResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.scanCode;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkScanCodeAnswer(part, context);
    if (inner !== undefined) faults = under("/scanCode", inner, faults);
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedScanCodeResponse, faults);
  return faults;
}

const closedSelectRelationResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkSelectRelationResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedSelectRelationResponse, faults);
  return faults;
}

const closedStartExternalPaymentResponse: ClosedObject = {
  base: closedCommonResponse,
  known: ["externalPayment"],
  forbidden: {},
};

export function checkStartExternalPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  part = own.externalPayment;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkStartExternalPaymentAnswer(part, context);
    if (inner !== undefined) faults = under("/externalPayment", inner, faults);
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedStartExternalPaymentResponse, faults);
  return faults;
}

const closedStartPaymentResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkStartPaymentResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedStartPaymentResponse, faults);
  return faults;
}

const closedStartSessionResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkStartSessionResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedStartSessionResponse, faults);
  return faults;
}

const closedUpdateSessionLineResponse: ClosedObject = {
  base: closedCommonResponse,
  known: [],
  forbidden: {},
};

export function checkUpdateSessionLineResponse(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  inner = checkCommonResponse(own, context, tally);
  if (inner !== undefined) faults = under("", inner, faults);
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedUpdateSessionLineResponse, faults);
  return faults;
}

const closedAddedDiscount: ClosedObject = {
  known: ["discountId", "discountDescription", "discountPercentage", "discountAmount", "applyToQuantity", "discountType"],
  forbidden: {
    webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  },
};

export function checkAddedDiscount(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  part = own.discountId;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/discountId", kind: "type", expected: "a string" });
    } else if (!isUuid(part)) (faults ??= []).push({ path: "/discountId", kind: "format", expected: "uuid" });
  }
  part = own.discountDescription;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/discountDescription", kind: "type", expected: "a string" });
  }
  part = own.discountPercentage;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/discountPercentage", kind: "type", expected: "a number" });
  }
  part = own.discountAmount;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/discountAmount", kind: "type", expected: "a number" });
  }
  part = own.applyToQuantity;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/applyToQuantity", kind: "type", expected: "a number" });
  }
  part = own.discountType;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/discountType", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedAddedDiscount, faults);
  return faults;
}

const closedCustomActionChange: ClosedObject = {
  known: ["customActionId", "buttonCaption"],
  forbidden: {},
};

export function checkCustomActionChange(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let faults: Faults;
  const part0 = own.customActionId;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "customActionId" });
  const part1 = own.buttonCaption;
  if (part1 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "buttonCaption" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "string") (faults ??= []).push({ path: "/customActionId", kind: "type", expected: "a string" });
  }
  if (part1 !== undefined) {
    tally.known += 1;
    if (typeof part1 !== "string") (faults ??= []).push({ path: "/buttonCaption", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedCustomActionChange, faults);
  return faults;
}

const closedDialogAnswer: ClosedObject = {
  known: ["required", "allowMultipleOptions", "requireConfirmation", "dialogTitle", "columns", "dialogOptions"],
  forbidden: {
    dialogId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
    dialogIdAsString: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  },
};

export function checkDialogAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  const part0 = own.required;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "required" });
  const part1 = own.allowMultipleOptions;
  if (part1 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "allowMultipleOptions" });
  const part3 = own.dialogTitle;
  if (part3 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "dialogTitle" });
  const part5 = own.dialogOptions;
  if (part5 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "dialogOptions" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "boolean") (faults ??= []).push({ path: "/required", kind: "type", expected: "a boolean" });
  }
  if (part1 !== undefined) {
    tally.known += 1;
    if (typeof part1 !== "boolean") (faults ??= []).push({ path: "/allowMultipleOptions", kind: "type", expected: "a boolean" });
  }
  part = own.requireConfirmation;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/requireConfirmation", kind: "type", expected: "a boolean" });
  }
  if (part3 !== undefined) {
    tally.known += 1;
    if (typeof part3 !== "string") (faults ??= []).push({ path: "/dialogTitle", kind: "type", expected: "a string" });
  }
  part = own.columns;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/columns", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/columns", kind: "unsafe" });
  }
  if (part5 !== undefined) {
    tally.known += 1;
    if (!Array.isArray(part5)) {
      (faults ??= []).push({ path: "/dialogOptions", kind: "type", expected: "an array" });
    } else {
      for (let i0 = 0; i0 < part5.length; i0++) {
        const item0 = part5[i0];
        inner = checkDialogOption(item0, context);
        if (inner !== undefined) faults = under("/dialogOptions/" + i0, inner, faults);
      }
    }
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedDialogAnswer, faults);
  return faults;
}

const closedDialogOption: ClosedObject = {
  known: ["optionId", "optionName", "optionColor"],
  forbidden: {
    disabled: { reason: "since v59.3.4: not in every shop of 48..", addedIn: "59.3.4" },
    optionIdAsString: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
    image: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
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
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  const part0 = own.optionId;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "optionId" });
  const part1 = own.optionName;
  if (part1 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "optionName" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part0)) {
      (faults ??= []).push({ path: "/optionId", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part0)) (faults ??= []).push({ path: "/optionId", kind: "unsafe" });
  }
  if (part1 !== undefined) {
    tally.known += 1;
    if (typeof part1 !== "string") (faults ??= []).push({ path: "/optionName", kind: "type", expected: "a string" });
  }
  part = own.optionColor;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/optionColor", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedDialogOption, faults);
  return faults;
}

const closedDisplayBarcode: ClosedObject = {
  known: ["codeType", "code"],
  forbidden: {},
};

export function checkDisplayBarcode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let faults: Faults;
  const part0 = own.codeType;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "codeType" });
  const part1 = own.code;
  if (part1 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "code" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "string") {
      (faults ??= []).push({ path: "/codeType", kind: "type", expected: "a string" });
    } else if (part0 !== "barcode" && part0 !== "rfid" && part0 !== "qrcode") (faults ??= []).push({ path: "/codeType", kind: "value", expected: "one of \"barcode\", \"rfid\", \"qrcode\"" });
  }
  if (part1 !== undefined) {
    tally.known += 1;
    if (typeof part1 !== "string") (faults ??= []).push({ path: "/code", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedDisplayBarcode, faults);
  return faults;
}

const closedErrorAnswer: ClosedObject = {
  known: ["code", "message"],
  forbidden: {
    type: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  },
};

export function checkErrorAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let faults: Faults;
  const part0 = own.code;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "code" });
  const part1 = own.message;
  if (part1 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "message" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "string") (faults ??= []).push({ path: "/code", kind: "type", expected: "a string" });
  }
  if (part1 !== undefined) {
    tally.known += 1;
    if (typeof part1 !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedErrorAnswer, faults);
  return faults;
}

const closedExternalCardScan: ClosedObject = {
  known: ["cardIdentifier", "cardDescription", "cardBalance", "cardExpiration", "cardBlocked", "displayTime", "isNewBalance"],
  forbidden: {},
};

export function checkExternalCardScan(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  part = own.cardIdentifier;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/cardIdentifier", kind: "type", expected: "a string" });
  }
  part = own.cardDescription;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/cardDescription", kind: "type", expected: "a string" });
  }
  part = own.cardBalance;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/cardBalance", kind: "type", expected: "a number" });
  }
  part = own.cardExpiration;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/cardExpiration", kind: "type", expected: "a string" });
    } else if (!isDate(part) && !isDateTime(part)) (faults ??= []).push({ path: "/cardExpiration", kind: "format", expected: "date or date-time" });
  }
  part = own.cardBlocked;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/cardBlocked", kind: "type", expected: "a boolean" });
  }
  part = own.displayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/displayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
  }
  part = own.isNewBalance;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/isNewBalance", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedExternalCardScan, faults);
  return faults;
}

const closedExternalDiscountAnswer: ClosedObject = {
  known: ["discountId", "discountDescription", "discountPercentage", "discountAmount", "applyToQuantity", "discountType"],
  forbidden: {
    webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  },
};

export function checkExternalDiscountAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  const part0 = own.discountId;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "discountId" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "string") {
      (faults ??= []).push({ path: "/discountId", kind: "type", expected: "a string" });
    } else if (!isUuid(part0)) (faults ??= []).push({ path: "/discountId", kind: "format", expected: "uuid" });
  }
  part = own.discountDescription;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/discountDescription", kind: "type", expected: "a string" });
  }
  part = own.discountPercentage;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/discountPercentage", kind: "type", expected: "a number" });
  }
  part = own.discountAmount;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/discountAmount", kind: "type", expected: "a number" });
  }
  part = own.applyToQuantity;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/applyToQuantity", kind: "type", expected: "a number" });
  }
  part = own.discountType;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/discountType", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedExternalDiscountAnswer, faults);
  return faults;
}

const closedExternalPaymentAnswer: ClosedObject = {
  known: ["backgroundColor", "externalPaymentId", "started", "confirmed", "cancelled", "finalAmount", "externalTransactionReference", "receiptTexts", "cardType", "terminalId", "method", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"],
  forbidden: {
    receiptFooters: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
    externalMethod: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
    requiresReceiptPrinter: { reason: "only for startExternalPayment" },
  },
};

export function checkExternalPaymentAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  part = own.backgroundColor;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/backgroundColor", kind: "type", expected: "a string" });
  }
  part = own.externalPaymentId;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/externalPaymentId", kind: "type", expected: "a string" });
  }
  part = own.started;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/started", kind: "type", expected: "a boolean" });
  }
  part = own.confirmed;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/confirmed", kind: "type", expected: "a boolean" });
  }
  part = own.cancelled;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/cancelled", kind: "type", expected: "a boolean" });
  }
  part = own.finalAmount;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/finalAmount", kind: "type", expected: "a number" });
  }
  part = own.externalTransactionReference;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/externalTransactionReference", kind: "type", expected: "a string" });
  }
  part = own.receiptTexts;
  if (part !== undefined) {
    tally.known += 1;
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
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/cardType", kind: "type", expected: "a string" });
  }
  part = own.terminalId;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/terminalId", kind: "type", expected: "a string" });
  }
  part = own.method;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/method", kind: "type", expected: "a string" });
  }
  part = own.message;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  part = own.customerMessage;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customerMessage", kind: "type", expected: "a string" });
  }
  part = own.displayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/displayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
  }
  part = own.messageDisplayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/messageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
  }
  part = own.customerMessageDisplayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
  }
  part = own.hideTimestamp;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/hideTimestamp", kind: "type", expected: "a boolean" });
  }
  part = own.clearScreen;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearScreen", kind: "type", expected: "a boolean" });
  }
  part = own.clearCustomerScreen;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearCustomerScreen", kind: "type", expected: "a boolean" });
  }
  part = own.monospacedFont;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/monospacedFont", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedExternalPaymentAnswer, faults);
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
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  part = own.textBefore;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/textBefore", kind: "type", expected: "a string" });
  }
  part = own.text;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/text", kind: "type", expected: "a string" });
  }
  part = own.barcode;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkFooterBarcode(part, context);
    if (inner !== undefined) faults = under("/barcode", inner, faults);
  }
  part = own.textAfter;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/textAfter", kind: "type", expected: "a string" });
  }
  part = own.printSeparate;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/printSeparate", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedFooter, faults);
  return faults;
}

const closedFooterBarcode: ClosedObject = {
  known: ["codeType", "code"],
  forbidden: {},
};

export function checkFooterBarcode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  part = own.codeType;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/codeType", kind: "type", expected: "a string" });
    } else if (part !== "code128" && part !== "qrcode") (faults ??= []).push({ path: "/codeType", kind: "value", expected: "one of \"code128\", \"qrcode\"" });
  }
  part = own.code;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/code", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedFooterBarcode, faults);
  return faults;
}

const closedLineAddition: ClosedObject = {
  known: ["lineId", "extLine", "articleNumber", "barcode", "pluNumber", "supplierArticleNumber", "extArticleId", "priceIncl", "quantity", "text", "externalDiscount"],
  forbidden: {
    webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  },
};

export function checkLineAddition(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  part = own.lineId;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/lineId", kind: "type", expected: "a string" });
  }
  part = own.extLine;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/extLine", kind: "type", expected: "a string" });
  }
  part = own.articleNumber;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/articleNumber", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/articleNumber", kind: "unsafe" });
  }
  part = own.barcode;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/barcode", kind: "type", expected: "a string" });
  }
  part = own.pluNumber;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/pluNumber", kind: "type", expected: "a string" });
  }
  part = own.supplierArticleNumber;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/supplierArticleNumber", kind: "type", expected: "a string" });
  }
  part = own.extArticleId;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/extArticleId", kind: "type", expected: "a string" });
  }
  part = own.priceIncl;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/priceIncl", kind: "type", expected: "a number" });
  }
  part = own.quantity;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/quantity", kind: "type", expected: "a number" });
  }
  part = own.text;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/text", kind: "type", expected: "a string" });
  }
  part = own.externalDiscount;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkAddedDiscount(part, context);
    if (inner !== undefined) faults = under("/externalDiscount", inner, faults);
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedLineAddition, faults);
  return faults;
}

const closedLineChange: ClosedObject = {
  known: ["lineId", "externalDiscount"],
  forbidden: {
    webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  },
};

export function checkLineChange(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  const part0 = own.lineId;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "lineId" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "string") (faults ??= []).push({ path: "/lineId", kind: "type", expected: "a string" });
  }
  part = own.externalDiscount;
  if (part !== undefined) {
    tally.known += 1;
    inner = checkExternalDiscountAnswer(part, context);
    if (inner !== undefined) faults = under("/externalDiscount", inner, faults);
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedLineChange, faults);
  return faults;
}

const closedLineDeletion: ClosedObject = {
  known: ["lineId"],
  forbidden: {
    webhookConsumerId: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  },
};

export function checkLineDeletion(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let faults: Faults;
  const part0 = own.lineId;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "lineId" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "string") (faults ??= []).push({ path: "/lineId", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedLineDeletion, faults);
  return faults;
}

const closedMessage: ClosedObject = {
  known: ["backgroundColor", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"],
  forbidden: {},
};

export function checkMessage(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  part = own.backgroundColor;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/backgroundColor", kind: "type", expected: "a string" });
  }
  part = own.message;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  part = own.customerMessage;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customerMessage", kind: "type", expected: "a string" });
  }
  part = own.displayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/displayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
  }
  part = own.messageDisplayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/messageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
  }
  part = own.customerMessageDisplayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
  }
  part = own.hideTimestamp;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/hideTimestamp", kind: "type", expected: "a boolean" });
  }
  part = own.clearScreen;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearScreen", kind: "type", expected: "a boolean" });
  }
  part = own.clearCustomerScreen;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearCustomerScreen", kind: "type", expected: "a boolean" });
  }
  part = own.monospacedFont;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/monospacedFont", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedMessage, faults);
  return faults;
}

const closedOpenUrlAnswer: ClosedObject = {
  known: ["url", "autoOpen", "urlTitle", "closeOnDomainChange", "minimumWidth", "minimumHeight"],
  forbidden: {},
};

export function checkOpenUrlAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  const part0 = own.url;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "url" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "string") {
      (faults ??= []).push({ path: "/url", kind: "type", expected: "a string" });
    } else if (!isUri(part0)) (faults ??= []).push({ path: "/url", kind: "format", expected: "uri" });
  }
  part = own.autoOpen;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/autoOpen", kind: "type", expected: "a boolean" });
  }
  part = own.urlTitle;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/urlTitle", kind: "type", expected: "a string" });
  }
  part = own.closeOnDomainChange;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/closeOnDomainChange", kind: "type", expected: "a boolean" });
  }
  part = own.minimumWidth;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/minimumWidth", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/minimumWidth", kind: "unsafe" });
  }
  part = own.minimumHeight;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/minimumHeight", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/minimumHeight", kind: "unsafe" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedOpenUrlAnswer, faults);
  return faults;
}

const closedPollingAnswer: ClosedObject = {
  known: ["finished", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"],
  forbidden: {},
};

export function checkPollingAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  const part0 = own.finished;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "finished" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "boolean") (faults ??= []).push({ path: "/finished", kind: "type", expected: "a boolean" });
  }
  part = own.message;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  part = own.customerMessage;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customerMessage", kind: "type", expected: "a string" });
  }
  part = own.displayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/displayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
  }
  part = own.messageDisplayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/messageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
  }
  part = own.customerMessageDisplayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
  }
  part = own.hideTimestamp;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/hideTimestamp", kind: "type", expected: "a boolean" });
  }
  part = own.clearScreen;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearScreen", kind: "type", expected: "a boolean" });
  }
  part = own.clearCustomerScreen;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearCustomerScreen", kind: "type", expected: "a boolean" });
  }
  part = own.monospacedFont;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/monospacedFont", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedPollingAnswer, faults);
  return faults;
}

const closedPrepaidTable: ClosedObject = {
  known: ["number", "subNumber"],
  forbidden: {},
};

export function checkPrepaidTable(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  const part0 = own.number;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "number" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part0)) {
      (faults ??= []).push({ path: "/number", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part0)) (faults ??= []).push({ path: "/number", kind: "unsafe" });
  }
  part = own.subNumber;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/subNumber", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/subNumber", kind: "unsafe" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedPrepaidTable, faults);
  return faults;
}

const closedPrepayTable: ClosedObject = {
  known: ["table", "sessionId", "payments"],
  forbidden: {},
};

export function checkPrepayTable(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let inner: Faults;
  let faults: Faults;
  const part0 = own.table;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "table" });
  const part1 = own.sessionId;
  if (part1 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "sessionId" });
  const part2 = own.payments;
  if (part2 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "payments" });
  if (part0 !== undefined) {
    tally.known += 1;
    inner = checkPrepaidTable(part0, context);
    if (inner !== undefined) faults = under("/table", inner, faults);
  }
  if (part1 !== undefined) {
    tally.known += 1;
    if (typeof part1 !== "string") {
      (faults ??= []).push({ path: "/sessionId", kind: "type", expected: "a string" });
    } else if (!isUuid(part1)) (faults ??= []).push({ path: "/sessionId", kind: "format", expected: "uuid" });
  }
  if (part2 !== undefined) {
    tally.known += 1;
    if (!Array.isArray(part2)) {
      (faults ??= []).push({ path: "/payments", kind: "type", expected: "an array" });
    } else {
      for (let i0 = 0; i0 < part2.length; i0++) {
        const item0 = part2[i0];
        inner = checkPrepayment(item0, context);
        if (inner !== undefined) faults = under("/payments/" + i0, inner, faults);
      }
    }
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedPrepayTable, faults);
  return faults;
}

const closedPrepayment: ClosedObject = {
  known: ["paymentId", "amount", "method"],
  forbidden: {},
};

export function checkPrepayment(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  const part0 = own.paymentId;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "paymentId" });
  const part1 = own.amount;
  if (part1 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "amount" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "string") {
      (faults ??= []).push({ path: "/paymentId", kind: "type", expected: "a string" });
    } else if (!isUuid(part0)) (faults ??= []).push({ path: "/paymentId", kind: "format", expected: "uuid" });
  }
  if (part1 !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part1)) (faults ??= []).push({ path: "/amount", kind: "type", expected: "a number" });
  }
  part = own.method;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/method", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedPrepayment, faults);
  return faults;
}

const closedReceiptText: ClosedObject = {
  known: ["type", "text", "requiresSignature"],
  forbidden: {},
};

export function checkReceiptText(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  const part1 = own.text;
  if (part1 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "text" });
  part = own.type;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") {
      (faults ??= []).push({ path: "/type", kind: "type", expected: "a string" });
    } else if (part !== "cardholder" && part !== "merchant") (faults ??= []).push({ path: "/type", kind: "value", expected: "one of \"cardholder\", \"merchant\"" });
  }
  if (part1 !== undefined) {
    tally.known += 1;
    if (typeof part1 !== "string") (faults ??= []).push({ path: "/text", kind: "type", expected: "a string" });
  }
  part = own.requiresSignature;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/requiresSignature", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedReceiptText, faults);
  return faults;
}

const closedRequestCustomAction: ClosedObject = {
  known: ["customActionId"],
  forbidden: {},
};

export function checkRequestCustomAction(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let faults: Faults;
  const part0 = own.customActionId;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "customActionId" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "string") (faults ??= []).push({ path: "/customActionId", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedRequestCustomAction, faults);
  return faults;
}

const closedRequestScanCode: ClosedObject = {
  known: ["required", "requestTitle"],
  forbidden: {},
};

export function checkRequestScanCode(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let faults: Faults;
  const part0 = own.required;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "required" });
  const part1 = own.requestTitle;
  if (part1 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "requestTitle" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "boolean") (faults ??= []).push({ path: "/required", kind: "type", expected: "a boolean" });
  }
  if (part1 !== undefined) {
    tally.known += 1;
    if (typeof part1 !== "string") (faults ??= []).push({ path: "/requestTitle", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedRequestScanCode, faults);
  return faults;
}

const closedScanCodeAnswer: ClosedObject = {
  known: ["recognized", "relationNumber", "message", "customerMessage"],
  forbidden: {},
};

export function checkScanCodeAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let faults: Faults;
  const part0 = own.recognized;
  if (part0 === undefined) (faults ??= []).push({ path: "", kind: "missing", name: "recognized" });
  if (part0 !== undefined) {
    tally.known += 1;
    if (typeof part0 !== "boolean") (faults ??= []).push({ path: "/recognized", kind: "type", expected: "a boolean" });
  }
  part = own.relationNumber;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/relationNumber", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/relationNumber", kind: "unsafe" });
  }
  part = own.message;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  part = own.customerMessage;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customerMessage", kind: "type", expected: "a string" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedScanCodeAnswer, faults);
  return faults;
}

const closedStartExternalPaymentAnswer: ClosedObject = {
  known: ["backgroundColor", "externalPaymentId", "started", "confirmed", "cancelled", "finalAmount", "externalTransactionReference", "receiptTexts", "cardType", "terminalId", "method", "requiresReceiptPrinter", "message", "customerMessage", "displayTime", "messageDisplayTime", "customerMessageDisplayTime", "hideTimestamp", "clearScreen", "clearCustomerScreen", "monospacedFont"],
  forbidden: {
    receiptFooters: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
    externalMethod: { reason: "seen in the SOAP API of v67.1.3, not documented for the till" },
  },
};

export function checkStartExternalPaymentAnswer(value: any, context: CheckContext): Faults {
  if (!isObject(value)) return [{ path: "", kind: "type", expected: "an object" }];
  const own = ownOf(value, context);
  const tally: Tally = { known: 0 };
  let part;
  let inner: Faults;
  let faults: Faults;
  part = own.backgroundColor;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/backgroundColor", kind: "type", expected: "a string" });
  }
  part = own.externalPaymentId;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/externalPaymentId", kind: "type", expected: "a string" });
  }
  part = own.started;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/started", kind: "type", expected: "a boolean" });
  }
  part = own.confirmed;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/confirmed", kind: "type", expected: "a boolean" });
  }
  part = own.cancelled;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/cancelled", kind: "type", expected: "a boolean" });
  }
  part = own.finalAmount;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isFinite(part)) (faults ??= []).push({ path: "/finalAmount", kind: "type", expected: "a number" });
  }
  part = own.externalTransactionReference;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/externalTransactionReference", kind: "type", expected: "a string" });
  }
  part = own.receiptTexts;
  if (part !== undefined) {
    tally.known += 1;
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
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/cardType", kind: "type", expected: "a string" });
  }
  part = own.terminalId;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/terminalId", kind: "type", expected: "a string" });
  }
  part = own.method;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/method", kind: "type", expected: "a string" });
  }
  part = own.requiresReceiptPrinter;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/requiresReceiptPrinter", kind: "type", expected: "a boolean" });
  }
  part = own.message;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/message", kind: "type", expected: "a string" });
  }
  part = own.customerMessage;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "string") (faults ??= []).push({ path: "/customerMessage", kind: "type", expected: "a string" });
  }
  part = own.displayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/displayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/displayTime", kind: "unsafe" });
  }
  part = own.messageDisplayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/messageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/messageDisplayTime", kind: "unsafe" });
  }
  part = own.customerMessageDisplayTime;
  if (part !== undefined) {
    tally.known += 1;
    if (!Number.isInteger(part)) {
      (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "type", expected: "an integer" });
    } else if (!Number.isSafeInteger(part)) (faults ??= []).push({ path: "/customerMessageDisplayTime", kind: "unsafe" });
  }
  part = own.hideTimestamp;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/hideTimestamp", kind: "type", expected: "a boolean" });
  }
  part = own.clearScreen;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearScreen", kind: "type", expected: "a boolean" });
  }
  part = own.clearCustomerScreen;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/clearCustomerScreen", kind: "type", expected: "a boolean" });
  }
  part = own.monospacedFont;
  if (part !== undefined) {
    tally.known += 1;
    if (typeof part !== "boolean") (faults ??= []).push({ path: "/monospacedFont", kind: "type", expected: "a boolean" });
  }
  if (countOf(own) !== tally.known) faults = withUnknown(own, closedStartExternalPaymentAnswer, faults);
  return faults;
}
