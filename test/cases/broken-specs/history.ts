import type { LintCase } from "./lint-case.js";

const bill = "requests/bill.json";
const codeType = "requests/scanCode.json#/properties/codeType";

const unlisted = (where: string, given: unknown, pointer = ""): LintCase => ({
  name: `an unlisted release in ${where.split("/").at(-1) ?? ""}`,
  given: { [where]: given },
  want: {
    code: "unlisted-release",
    at: where + pointer,
    message: 'releases.json does not list "12".',
    hint: "Add it there with a summary, or correct it here.",
  },
});

const outside = (where: string, given: unknown, [keyword, pointer]: readonly [string, string]): LintCase => ({
  name: `${keyword} outside the life of what it stands on`,
  given: {
    [`${bill}#/properties/firstTable/x-added-in`]: "11",
    [`${bill}#/properties/firstTable/${where}`]: given,
  },
  want: [{ code: "outside-life", at: `${bill}#/properties/firstTable/${pointer}` }],
});

/** Faults of what the annotations tell of the past. */
export const historyCases: readonly LintCase[] = [
  {
    name: "releases out of order",
    given: { "releases.json#/releases/2/release": "9.99" },
    want: [
      {
        code: "release-order",
        at: "releases.json#/releases/2/release",
        line: "12:7",
        message: "Releases must be in ascending order, but 9.99 comes after 11.",
      },
      { code: "unlisted-release", at: "events/printBill.json#/carries/bill/x-required-since" },
      { code: "unlisted-release", at: `${bill}#/properties/total/x-was/1/until` },
      { code: "unlisted-release", at: `${bill}#/properties/tables/x-optional-since` },
      { code: "unlisted-release", at: `${bill}#/properties/seats/x-deprecated-in` },
      { code: "unlisted-release", at: "responses/scanCode.json#/properties/label/x-added-in" },
    ],
  },
  {
    name: "a release that is listed twice, in two spellings",
    given: { "releases.json#/releases/3": { release: "v12.1.0", summary: "Again." }, ...withoutLast() },
    want: {
      code: "release-order",
      at: "releases.json#/releases/3/release",
      message: "Releases must be in ascending order, but v12.1.0 comes after 12.1.",
    },
  },
  unlisted("requests/errorRequest.json#/x-added-in", "12"),
  unlisted("events/scanCode.json#/x-removed-in", "12"),
  unlisted(`${bill}#/properties/seats/x-deprecated-in`, "12"),
  unlisted(`${bill}#/properties/tables/x-optional-since`, "12"),
  unlisted(`${codeType}/x-enum-added-in`, { qrcode: "12" }),
  unlisted(`${bill}#/properties/total/x-was`, [{ until: "12", schema: { type: "string" } }], "/0/until"),
  unlisted(`${codeType}/x-notes`, [{ text: "a" }, { since: "12", text: "b" }], "/1/since"),
  unlisted("envelope.json#/answers/message/x-added-in", "12"),
  {
    name: "a property that is older than its object",
    given: { [`${bill}#/x-added-in`]: "12.1", [`${bill}#/properties/minimumValue/x-added-in`]: "11" },
    want: [
      {
        code: "older-than-parent",
        at: `${bill}#/properties/minimumValue/x-added-in`,
        message: `This was added in 11, but ${bill} only in 12.1: a part cannot be older than the whole.`,
        hint: "Without x-added-in it is as old as what it is part of.",
      },
      { code: "outside-life", at: `${bill}#/properties/total/x-was/0/until` },
      { code: "outside-life", at: `${bill}#/properties/tables/x-required-since` },
    ],
  },
  {
    name: "a carried object that is older than its event",
    given: { "events/printBill.json#/answers/billFooter/x-added-in": "10" },
    want: {
      code: "older-than-parent",
      at: "events/printBill.json#/answers/billFooter/x-added-in",
      message: "This was added in 10, but printBill only in 11: a part cannot be older than the whole.",
    },
  },
  {
    name: "an item's property that is older than the property that holds the list",
    given: {
      "responses/scanCode.json#/properties/label": {
        description: "Labels.",
        type: "array",
        "x-added-in": "12.1",
        items: {
          title: "Label",
          description: "One.",
          type: "object",
          properties: { text: { description: "It.", type: "string", "x-added-in": "11" } },
        },
      },
    },
    want: {
      code: "older-than-parent",
      at: "responses/scanCode.json#/properties/label/items/properties/text/x-added-in",
      message: "This was added in 11, but label only in 12.1: a part cannot be older than the whole.",
    },
  },
  {
    name: "a property that outlives its object",
    given: {
      "requests/event.json#/x-removed-in": "11",
      "requests/event.json#/properties/eventPolling": {
        description: "Late.",
        type: "boolean",
        "x-removed-in": "12.1",
      },
    },
    want: {
      code: "outlives-parent",
      at: "requests/event.json#/properties/eventPolling",
      message: "This names 12.1, but requests/event.json was removed in 11.",
    },
  },
  {
    name: "a property that comes when its object goes",
    given: { "requests/event.json#/x-removed-in": "11" },
    want: {
      code: "outlives-parent",
      at: "requests/event.json#/properties/eventPolling",
      message: "This names 11, but requests/event.json was removed in 11.",
    },
  },
  {
    name: "a property that was removed before it was added",
    given: { [`${bill}#/properties/firstTable/x-added-in`]: "13.0.2" },
    want: {
      code: "removed-before-added",
      at: `${bill}#/properties/firstTable/x-removed-in`,
      line: "46:7",
      message: "This was removed in 13.0.2, but added only in 13.0.2.",
    },
  },
  {
    name: "a carried object that was removed before its event was added",
    given: { "events/printBill.json#/answers/billFooter/x-removed-in": "10" },
    want: [{ code: "removed-before-added", at: "events/printBill.json#/answers/billFooter/x-removed-in" }],
  },
  {
    name: "an enum value that was removed before it was added",
    given: {
      [`${codeType}/x-enum-added-in`]: { rfid: "13.0.2" },
      [`${codeType}/x-enum-removed-in`]: { rfid: "11" },
      "examples/scanCode/card.json#/request/scanCode/codeType": "barcode",
    },
    want: [{ code: "removed-before-added", at: `${codeType}/x-enum-removed-in/rfid` }],
  },
  outside("x-deprecated-in", "10", ["x-deprecated-in", "x-deprecated-in"]),
  outside("x-notes", [{ since: "13.0.2", text: "Gone." }], ["x-notes", "x-notes/0/since"]),
  outside("x-was", [{ until: "10", schema: { type: "string" } }], ["x-was", "x-was/0/until"]),
  outside("x-optional-since", "13.0.2", ["x-optional-since", "x-optional-since"]),
  {
    name: "an enum value that came before its enum",
    given: { [`${codeType}/x-added-in`]: "12.1" },
    want: {
      code: "outside-life",
      at: `${codeType}/x-enum-added-in`,
      message: "x-enum-added-in names 11, at which this does not exist.",
    },
  },
  {
    name: "a switch to what was already",
    given: { [`${bill}#/properties/tables/x-optional-since`]: "10" },
    want: {
      code: "contradicting-switches",
      at: `${bill}#/properties/tables`,
      line: "32:5",
      message: "At 13.0.2 this became what it already was: required.",
      hint: "Each switch must change something, and the last one must agree with `required`.",
    },
  },
  {
    name: "a last switch that `required` denies",
    given: { [`${bill}#/required`]: ["total"] },
    want: {
      code: "contradicting-switches",
      at: `${bill}#/properties/tables`,
      message: "At 13.0.2 this became what it already was: required.",
    },
  },
  {
    name: "a switch of a carried object that its event denies",
    given: { "events/printBill.json#/carries/bill/required": undefined },
    want: [{ code: "contradicting-switches", at: "events/printBill.json#/carries/bill" }],
  },
  {
    name: "two switches of one release",
    given: {
      [`${bill}#/properties/seats/x-required-since`]: "11",
      [`${bill}#/properties/seats/x-optional-since`]: ["11", "11"],
    },
    want: [{ code: "contradicting-switches", at: `${bill}#/properties/seats` }],
  },
  {
    name: "eras out of order",
    given: { [`${bill}#/properties/total/x-was/1/until`]: "10" },
    want: {
      code: "era-order",
      at: `${bill}#/properties/total/x-was/1/until`,
      line: "22:11",
      message: "The eras of x-was must be in ascending order, but 10 is not later than the one before it.",
    },
  },
  {
    name: "two eras that end at one release",
    given: { [`${bill}#/properties/total/x-was/1/until`]: "v11.0" },
    want: [{ code: "era-order", at: `${bill}#/properties/total/x-was/1/until` }],
  },
  {
    name: "a release for a value that the enum does not have",
    given: { [`${codeType}/x-enum-added-in/qrcodes`]: "11" },
    want: {
      code: "unknown-enum-value",
      at: `${codeType}/x-enum-added-in`,
      message: 'x-enum-added-in names "qrcodes", which is not a value of this enum.',
      hint: 'Did you mean "qrcode"?',
    },
  },
  {
    name: "words for a value that the enum does not have",
    given: { [`${codeType}/x-enum-descriptions/pigeon`]: "A bird." },
    want: {
      code: "unknown-enum-value",
      at: `${codeType}/x-enum-descriptions`,
      message: 'x-enum-descriptions names "pigeon", which is not a value of this enum.',
    },
  },
  {
    name: "an enum whose values are all from later",
    given: { [`${codeType}/x-enum-added-in`]: { barcode: "11", rfid: "11", qrcode: "11" } },
    want: {
      code: "empty-enum",
      at: `${codeType}/enum`,
      message: "At the first release this enum has no value at all.",
    },
  },
  {
    name: "an enum that ran out of values",
    given: { [`${codeType}/x-enum-removed-in`]: { barcode: "11", rfid: "12.1", qrcode: "13.0.2" } },
    want: [
      { code: "empty-enum", at: `${codeType}/enum`, message: "At v13.0.2 this enum has no value at all." },
    ],
  },
  {
    name: "an enum with a gap",
    given: {
      [`${codeType}/enum`]: ["rfid", "qrcode"],
      [`${codeType}/x-enum-added-in`]: { qrcode: "13.0.2" },
      [`${codeType}/x-enum-removed-in`]: { rfid: "12.1" },
    },
    want: [
      { code: "empty-enum", at: `${codeType}/enum`, message: "At v12.1 this enum has no value at all." },
    ],
  },
];

/** Takes the annotations away that name the last release, so that another may stand in its place. */
function withoutLast(): LintCase["given"] {
  return {
    [`${codeType}/x-enum-removed-in`]: undefined,
    [`${bill}#/properties/firstTable/x-removed-in`]: undefined,
    [`${bill}#/properties/tables/x-required-since`]: undefined,
    [`${bill}#/properties/tables/x-optional-since`]: undefined,
  };
}
