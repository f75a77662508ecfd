// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { VersionEvidence } from "./version/version-evidence.js";

/** What the releases of the POS added to the requests: 59.3.2 is 59 0003 0002. */
export const versionEvidence: VersionEvidence = {
  events: {
    addSessionLine: {
      properties: { session: { object: "Session" }, addSessionLine: { object: "AddSessionLine" } },
    },
    backgroundPoll: { since: 1600020000 },
    cancelExternalPayment: {
      properties: { session: { object: "Session" }, externalPayment: { object: "ExternalPayment" } },
    },
    cancelPayment: { properties: { session: { object: "Session" } } },
    cancelSession: { properties: { session: { object: "Session" } } },
    completeSession: {
      properties: {
        session: { object: "CompleteSessionSession" },
        completeSession: { object: "CompleteSession" },
      },
    },
    creditSession: { properties: { session: { object: "Session" } } },
    customAction: {
      since: 1100030000,
      properties: { session: { object: "Session" }, customAction: { object: "CustomAction" } },
    },
    kitchenCompleteCourse: {
      properties: {
        course: { object: "Course" },
        table: { object: "Table" },
        tableOrder: { object: "TableOrder" },
        cafeteriaOrder: { object: "CafeteriaOrder" },
        order: { object: "Order" },
      },
    },
    kitchenServeCourse: {
      properties: {
        course: { object: "Course" },
        table: { object: "Table" },
        tableOrder: { object: "TableOrder" },
        cafeteriaOrder: { object: "CafeteriaOrder" },
        order: { object: "Order" },
      },
    },
    kitchenStartCourse: {
      properties: {
        course: { object: "Course" },
        table: { object: "Table" },
        tableOrder: { object: "TableOrder" },
        cafeteriaOrder: { object: "CafeteriaOrder" },
        order: { object: "Order" },
      },
    },
    mergeSession: {
      properties: { session: { object: "Session" }, mergeSession: { object: "MergeSession" } },
    },
    pauseSession: { properties: { session: { object: "Session" } } },
    pollExternalPayment: {
      since: 1100030000,
      properties: { session: { object: "Session" }, externalPayment: { object: "ExternalPayment" } },
    },
    printBill: {
      since: 1600020000,
      properties: { session: { object: "Session" }, printBill: { object: "PrintBill" } },
    },
    removeSessionLine: {
      properties: { session: { object: "Session" }, removeSessionLine: { object: "RemoveSessionLine" } },
    },
    requestCancelExternalPayment: {
      since: 1100030000,
      properties: { session: { object: "Session" }, externalPayment: { object: "ExternalPayment" } },
    },
    resumeSession: { properties: { session: { object: "Session" } } },
    scanCode: { properties: { session: { object: "Session" }, scanCode: { object: "ScanCode" } } },
    selectRelation: {
      since: 4300010001,
      properties: { session: { object: "Session" }, selectRelation: { object: "SelectRelation" } },
    },
    startExternalPayment: {
      since: 1100030000,
      properties: { session: { object: "Session" }, externalPayment: { object: "ExternalPayment" } },
    },
    startPayment: { properties: { session: { object: "Session" } } },
    startSession: { properties: { session: { object: "Session" } } },
    updateSessionLine: {
      properties: { session: { object: "Session" }, updateSessionLine: { object: "UpdateSessionLine" } },
    },
  },
  envelope: {
    event: { object: "EventInfo" },
    sender: { object: "Sender" },
    dialog: { object: "Dialog" },
    form: { since: 5900000000, object: "Form" },
    openUrl: { since: 4800000000, object: "OpenUrl" },
  },
  objects: {
    AddSessionLine: { line: { object: "SessionLine" } },
    CompleteSession: { payments: { items: { object: "Payment" } } },
    CompleteSessionSession: {
      table: { object: "SessionTable" },
      lines: { items: { object: "SessionLine" } },
      payments: { items: { object: "Payment" } },
      relation: { object: "Relation" },
    },
    CustomAction: { longClick: { since: 5900030004 } },
    ExternalPayment: { callbackUrl: { since: 5600000000 } },
    Form: { fields: { items: { object: "FormFieldValue" } } },
    RemoveSessionLine: { line: { object: "SessionLine" } },
    SelectRelation: { relation: { object: "Relation" } },
    Sender: {
      browserFamily: { since: 4800000000 },
      browserVersion: { since: 4800000000 },
      deviceType: { since: 4800000000 },
      platformFamily: { since: 4800000000 },
      platformVersion: { since: 4800000000 },
      hasReceiptPrinter: { since: 5700000000 },
    },
    Session: {
      table: { object: "SessionTable" },
      lines: { items: { object: "SessionLine" } },
      payments: { items: { object: "Payment" } },
      relation: { object: "Relation" },
    },
    SessionLine: { externalDiscount: { object: "ExternalDiscount" } },
    UpdateSessionLine: { line: { object: "SessionLine" } },
  },
};
