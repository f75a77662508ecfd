/**
 * What the vendor's pages say of requests: events, their objects, and every part with the release that added it.
 * "undated" parts have no release on any page. Parts that only the WSDL or another receiver shows are not here.
 */

/** When an event came; the others are undated. selectRelation is from v43.1.1, so v43.1 does not have it. */
export const eventReleases: Readonly<Record<string, string>> = {
  customAction: "11.3",
  startExternalPayment: "11.3",
  pollExternalPayment: "11.3",
  requestCancelExternalPayment: "11.3",
  cancelExternalPayment: "11.3",
  printBill: "16.2",
  backgroundPoll: "16.2",
  selectRelation: "43.1.1",
};

export const externalPayments = [
  "startExternalPayment",
  "pollExternalPayment",
  "requestCancelExternalPayment",
  "cancelExternalPayment",
];

export const kitchenEvents = ["kitchenStartCourse", "kitchenCompleteCourse", "kitchenServeCourse"];

/** Each event, and the object that only it has. */
export const ownObjects: Readonly<Record<string, string | undefined>> = {
  startSession: undefined,
  scanCode: "scanCode",
  addSessionLine: "addSessionLine",
  updateSessionLine: "updateSessionLine",
  removeSessionLine: "removeSessionLine",
  pauseSession: undefined,
  resumeSession: undefined,
  startPayment: undefined,
  cancelPayment: undefined,
  mergeSession: "mergeSession",
  cancelSession: undefined,
  completeSession: "completeSession",
  creditSession: undefined,
  customAction: "customAction",
  printBill: "printBill",
  backgroundPoll: undefined,
  selectRelation: "selectRelation",
  ...Object.fromEntries(externalPayments.map((event) => [event, "externalPayment"])),
  ...Object.fromEntries(kitchenEvents.map((event) => [event, "course"])),
};

/** The events that the WSDL lets a web app send. */
export const webAppEvents = [
  ...["scanCode", "addSessionLine", "updateSessionLine", "removeSessionLine", "selectRelation"],
  ...["customAction", "startPayment", "cancelPayment"],
  ...["startSession", "pauseSession", "resumeSession", "cancelSession", ...externalPayments],
];

/** The desktop POS, as `sender.productName` names it. */
export const desktop = "MplusQ";

export const browserParts = [
  "browserFamily",
  "browserVersion",
  "deviceType",
  "platformFamily",
  "platformVersion",
];

const within = (whole: string, ...parts: readonly string[]): string[] => [
  whole,
  ...parts.map((part) => `${whole}.${part}`),
];

const discount = ["discountId", "discountDescription", "discountPercentage", "discountAmount"];
const line = [
  ...["lineId", "articleNumber", "priceIncl", "quantity", "text", "discountPercentage", "discountAmount"],
  ...["supplierArticleNumber", "pluNumber", "extArticleId", ...within("externalDiscount", ...discount)],
];
const payment = ["amount", "description", "method"];

/** The vendor's page names a relation in the session and leaves its parts out; these are in its samples. */
const relation = within("relation", "relationNumber", "name");

const parts: Readonly<Record<string, readonly string[]>> = {
  undated: [
    // eventPolling is thought to be from v11.3, with polling. No page says so.
    ...within("event", "eventBlocking", "eventPolling", "eventCounter", "eventTimestamp"),
    ...within("sender", "branchNumber", "workplaceNumber", "instanceId", "paymentStarted", "productName"),
    "sender.employeeNumber",
    ...within("session", "sessionId", ...within("table", "number", "subNumber"), ...relation),
    ...["session.lines", ...within("session.lines[]", ...line)],
    ...["session.payments", ...within("session.payments[]", ...payment)],
    ...within("scanCode", "scannedCode", "codeType"),
    ...within("addSessionLine", ...within("line", ...line)),
    ...within("updateSessionLine", ...within("line", ...line)),
    ...within("removeSessionLine", ...within("line", ...line)),
    ...within("mergeSession", "mergeWithSessionId"),
    ...within("completeSession", "payments", ...within("payments[]", ...payment)),
    ...within("course", "courseNumber", "name", "abbreviation", "sequenceNumber"),
    ...["course.expectedPreparationTime", "course.actualPreparationTime", "order"],
    ...within("tableOrder", "orderId", "year", "number"),
    ...within("cafeteriaOrder", "orderId", "year", "number", "ticketNumber"),
    ...within("table", "number", "subNumber", "tableName", "numberOfGuests"),
    ...within("dialog", "selectedDialogOptionIds", "selectedDialogOptionIds[]"),
    ...within("error", "code", "message"),
    "original",
  ],
  "11.3": [
    ...within("customAction", "customActionId", "buttonCaption", "onStartup", "numpadValue"),
    ...within("externalPayment", "externalPaymentId", "amount", "method"),
  ],
  // "Contains the details of previous payments to the bill": no page shows their shape.
  "16.2": within("printBill", "payments", ...within("payments[]", ...payment)),
  "43.1.1": within("selectRelation", ...relation),
  "48": [...browserParts.map((part) => `sender.${part}`), ...within("openUrl", "redirectUrl")],
  "56": ["externalPayment.callbackUrl"],
  "57": ["sender.hasReceiptPrinter"],
  "59": within(
    "form",
    "id",
    "cancelled",
    "fields",
    ...within("fields[]", "id", "value", "selected", "selected[]"),
  ),
  "59.3.4": ["customAction.longClick"],
  announced: within("sender", "overallState", "coverState", "paperState", "ageInSeconds").slice(1),
};

/** The release that added a part, or "undated"; undefined if no page of the vendor has the part. */
export const documentedSince: ReadonlyMap<string, string> = new Map(
  Object.entries(parts).flatMap(([release, paths]) => paths.map((path) => [path, release] as const)),
);

/** Days on which the program of a release did not exist yet, from release notes. */
export const releaseDates: Readonly<Record<string, string>> = {
  "11.1": "2018-03-07",
  "59.3.4": "2024-11-19",
  "59.5.2": "2024-12-12",
};

/** Compares releases whose last part is not 0. */
const compareReleases = new Intl.Collator("en", { numeric: true }).compare;

/** True if a part or an event came after a release. What is announced comes after every release. */
export function isAfter(since: string | undefined, release: string): boolean {
  if (since === undefined || since === "undated") return false;
  return since === "announced" || compareReleases(since, release) > 0;
}
