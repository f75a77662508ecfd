import { fault, plain, type LintCase } from "./lint-case.js";

const bill = "requests/bill.json";
const part = `${bill}#/properties`;
const total = `${part}/total/x-was`;
const event = "requests/event.json";
const footer = "events/printBill.json#/answers/billFooter";
const label = "responses/scanCode.json#/properties/label";
const codeType = "requests/scanCode.json#/properties/codeType";
const text = { description: "A text.", type: "string" };

const unlisted = (where: string, given: unknown, pointer = ""): LintCase =>
  fault(
    `an unlisted release in ${where.split("/").at(-1) ?? ""}`,
    { [where]: given },
    `unlisted-release ${where}${pointer}: releases.json does not list "12". Add it there with a summary, or correct it here.`,
  );

const outside = (keyword: string, given: unknown, pointer: string): LintCase =>
  fault(
    `${keyword} outside the life of what it stands on`,
    { [`${part}/firstTable/x-added-in`]: "11", [`${part}/firstTable/${keyword}`]: given },
    `outside-life ${part}/firstTable/${pointer}`,
  );

const older = (at: string, added: string, whole: string, then: string): string =>
  `older-than-parent ${at}/x-added-in: This was added in ${added}, but ${whole} was added later, in ${then}; a part cannot be older than its parent.`;

const noChange = `contradicting-switches ${part}/tables/x-required-since: This became required in 13.0.2, but it already was. Each switch must change something.`;

const denied = `contradicting-switches ${part}/tables/x-required-since: This became required in 13.0.2, but \`required\` says that it is optional. Add it to \`required\`, which describes the newest release.`;

/** Removes the annotations that name the newest release, so that another one can replace it. */
const withoutLast = {
  [`${codeType}/x-enum-removed-in`]: undefined,
  [`${part}/firstTable/x-removed-in`]: undefined,
  [`${part}/tables/x-required-since`]: undefined,
  [`${part}/tables/x-optional-since`]: undefined,
};

/** A list that a release added, of objects with an older part. */
const labels = {
  description: "Labels.",
  type: "array",
  "x-added-in": "12.1",
  items: { title: "Label", ...text, type: "object", properties: { text: { ...text, "x-added-in": "11" } } },
};

export const historyCases: readonly LintCase[] = [
  fault(
    "a release that is listed twice, in two spellings",
    { "releases.json#/releases/3": { release: "v12.1.0", summary: "Again." }, ...withoutLast },
    "release-order releases.json#/releases/3/release: v12.1.0 comes after 12.1; releases must be in ascending order, without repeats.",
  ),
  fault("a release after a newer one", { "releases.json#/releases/4": { release: "9", summary: "Old." } }, [
    "release-order",
    "releases.json#/releases/4/release",
  ]),
  unlisted("requests/errorRequest.json#/x-added-in", "12"),
  unlisted("events/scanCode.json#/x-removed-in", "12"),
  unlisted(`${part}/tables/x-optional-since`, "12"),
  unlisted(`${codeType}/x-enum-added-in`, { qrcode: "12" }),
  unlisted(total, [{ until: "12", schema: { type: "string" } }], "/0/until"),
  unlisted("envelope.json#/answers/message/x-added-in", "12"),
  unlisted(`${codeType}/x-notes`, [{ text: "a" }, { since: "12", text: "b" }], "/1/since"),
  fault(
    "a property that is older than its object",
    { [`${bill}#/x-added-in`]: "12.1", [`${part}/minimumValue/x-added-in`]: "11" },
    `${older(`${part}/minimumValue`, "11", bill, "12.1")} Without x-added-in, it is as old as its parent.`,
    `outside-life ${total}/0/until`,
    `outside-life ${part}/tables/x-required-since`,
  ),
  fault(
    "a carried object that is older than its event",
    { [`${footer}/x-added-in`]: "10" },
    older(footer, "10", "printBill", "11"),
  ),
  fault(
    "an item's property that is older than the property that holds the list",
    { [label]: labels },
    older(`${label}/items/properties/text`, "11", "label", "12.1"),
  ),
  fault(
    "a property that comes when its object goes",
    { [`${event}#/x-removed-in`]: "11" },
    `outlives-parent ${event}#/properties/eventPolling/x-added-in: This refers to 11, but ${event} was removed in 11.`,
  ),
  // A property that is removed after its object.
  plain(
    {
      [`${event}#/properties/eventPolling`]: { description: "A.", type: "boolean", "x-removed-in": "12.1" },
      [`${event}#/x-removed-in`]: "11",
    },
    "outlives-parent",
    `${event}#/properties/eventPolling/x-removed-in`,
  ),
  fault(
    "a property that was removed before it was added",
    { [`${part}/firstTable/x-added-in`]: "13.0.2" },
    `removed-before-added ${part}/firstTable/x-removed-in: This was removed in 13.0.2, but only added in 13.0.2.`,
  ),
  plain({ [`${footer}/x-removed-in`]: "10" }, "removed-before-added"),
  fault(
    "an enum value that was removed before it was added",
    {
      [`${codeType}/x-enum-added-in`]: { rfid: "13.0.2" },
      [`${codeType}/x-enum-removed-in`]: { rfid: "11" },
      "examples/scanCode/card.json#/request/scanCode/codeType": "barcode",
    },
    `removed-before-added ${codeType}/x-enum-removed-in/rfid`,
  ),
  outside("x-deprecated-in", "10", "x-deprecated-in"),
  outside("x-notes", [{ since: "13.0.2", text: "Gone." }], "x-notes/0/since"),
  outside("x-optional-since", "13.0.2", "x-optional-since"),
  outside("x-was", [{ until: "10", schema: { type: "string" } }], "x-was/0/until"),
  fault(
    "an enum value that came before its enum",
    { [`${codeType}/x-added-in`]: "12.1" },
    `outside-life ${codeType}/x-enum-added-in: x-enum-added-in names 11, in which this does not exist.`,
  ),
  fault("a switch to what was already", { [`${part}/tables/x-optional-since`]: "10" }, noChange),
  fault("a last switch that `required` denies", { [`${bill}#/required`]: ["total"] }, denied),
  fault(
    "a switch of a carried object that its event denies",
    { "events/printBill.json#/carries/bill/required": undefined },
    "contradicting-switches events/printBill.json#/carries/bill/x-required-since",
  ),
  fault(
    "two switches of one release",
    { [`${part}/seats/x-required-since`]: "11", [`${part}/seats/x-optional-since`]: ["11", "11"] },
    `contradicting-switches ${part}/seats/x-optional-since`,
  ),
  fault(
    "two eras that end at one release",
    { [`${total}/1/until`]: "v11.0" },
    `release-order ${total}/1/until: v11.0 comes after 11; releases must be in ascending order, without repeats.`,
  ),
  fault("eras out of order", { [`${total}/1/until`]: "10" }, `release-order ${total}/1/until`),
  fault(
    "a release for a value that the enum does not have",
    { [`${codeType}/x-enum-added-in/qrcodes`]: "11" },
    {
      code: "unknown-enum-value",
      at: `${codeType}/x-enum-added-in`,
      hint: 'Did you mean "qrcode"?',
      message: 'x-enum-added-in names "qrcodes", which is not a value of this enum.',
    },
  ),
  fault("words for a value that it does not have", { [`${codeType}/x-enum-descriptions/pigeon`]: "Bird." }, [
    "unknown-enum-value",
    `${codeType}/x-enum-descriptions`,
  ]),
  fault(
    "an enum whose values are all from later",
    { [`${codeType}/x-enum-added-in`]: { barcode: "11", rfid: "11", qrcode: "11" } },
    `empty-enum ${codeType}/enum: This enum has no values in the first release; it needs at least one.`,
  ),
  fault(
    "an enum with a gap",
    {
      [`${codeType}/enum`]: ["rfid", "qrcode"],
      [`${codeType}/x-enum-added-in`]: { qrcode: "13.0.2" },
      [`${codeType}/x-enum-removed-in`]: { rfid: "12.1" },
    },
    `empty-enum ${codeType}/enum: This enum has no values in v12.1; it needs at least one.`,
  ),
];
