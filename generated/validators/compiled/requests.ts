// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Text for machines.
import type { CheckContext } from "../check-context.js";
import type { Found } from "../fault.js";
import { at } from "../fault.js";
import { holdsAny, holdsOnlyNulls, leaveOut, takeIn } from "../notes.js";
import { isObject, readOf } from "../own.js";

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
