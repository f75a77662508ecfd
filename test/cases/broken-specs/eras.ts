import type { Finding, LintCase } from "./lint-case.js";

const bill = "requests/bill.json";
const guest = `${bill}#/properties/guest`;

interface Era {
  readonly until: string;
  readonly schema: object;
}

/** A property whose shape changed, and what lint finds inside it. */
const changed = (
  name: string,
  [shape, ...was]: readonly [object, ...Era[]],
  want: readonly (readonly [code: Finding["code"], at: string, message?: string])[],
  given: LintCase["given"] = {},
): LintCase => ({
  name,
  given: {
    [guest]: { description: "Who pays.", ...shape, ...(was.length > 0 && { "x-was": was }) },
    ...given,
  },
  want: want.map(([code, at, message]) => ({
    code,
    at: at.includes("#") ? at : `${guest}${at}`,
    ...(message !== undefined && { message }),
  })),
});

const until = (release: string, schema: object): Era => ({ until: release, schema });

const object = (title: string, properties: object, more: object = {}): object => ({
  title,
  type: "object",
  description: "Who.",
  properties,
  ...more,
});
const listOf = (items: object): object => ({ type: "array", items });
const text = (...legacy: readonly string[]): object => ({
  description: "A text.",
  type: "string",
  ...(legacy.length > 0 && { "x-legacy-names": legacy }),
});

const taken = (at: string) => ["legacy-name-taken", at, otherEra] as const;
const otherEra =
  'The legacy name "alias" is the name of another property of this object, in another era of x-was.';

const guestFile = "common/guest.json";
const inFile = (properties: object): LintCase["given"] => ({ [guestFile]: object("GuestFile", properties) });

/** Names that meet where the objects of several eras become one. */
const legacyNames: readonly LintCase[] = [
  changed(
    "a legacy name that another property of an older shape has",
    [
      object("Guest", { name: text("alias") }),
      until("11", object("GuestBefore", { name: text(), alias: text() })),
    ],
    [taken("/properties/name")],
  ),
  changed(
    "a legacy name in an older shape that another property has now",
    [object("Guest", { alias: text() }), until("11", object("GuestBefore", { name: text("alias") }))],
    [taken("/x-was/0/schema/properties/name")],
  ),
  changed(
    "two properties of one legacy name, in two older shapes",
    [
      { type: "string" },
      until("11", object("GuestFirst", { name: text("alias") })),
      until("12.1", object("GuestThen", { number: text("alias") })),
    ],
    [taken("/x-was/0/schema/properties/name"), taken("/x-was/1/schema/properties/number")],
  ),
  changed(
    "such a name in lists",
    [
      listOf(object("Guest", { name: text("alias") })),
      until("11", listOf(object("GuestBefore", { alias: text() }))),
    ],
    [taken("/items/properties/name")],
  ),
  changed(
    "such a name in lists of lists, beside other kinds",
    [
      { anyOf: [{ type: "string" }, listOf(listOf(object("Guest", { name: text("alias") })))] },
      until("11", { anyOf: [listOf(listOf(object("GuestBefore", { alias: text() }))), { type: "null" }] }),
    ],
    [taken("/anyOf/1/items/items/properties/name")],
  ),
  changed(
    "such a name in a file that an era refers to",
    [{ $ref: guestFile }, until("11", object("GuestBefore", { alias: text() }))],
    [taken(`${guestFile}#/properties/name`)],
    inFile({ name: text("alias") }),
  ),
  changed(
    "such a name in a list of a file",
    [listOf(object("Guest", { alias: text() })), until("11", listOf({ $ref: guestFile }))],
    [taken(`${guestFile}#/properties/name`)],
    inFile({ name: text("alias") }),
  ),
  changed(
    "such a name deep in the objects of two eras",
    [
      object("Guest", { home: object("Home", { street: text("alias") }) }),
      until("11", object("GuestBefore", { home: object("HomeBefore", { alias: text() }) })),
    ],
    [taken("/properties/home/properties/street")],
  ),
  changed(
    "such a name in an era of a part of an era",
    [
      object("Guest", { home: object("Home", { street: text("alias") }) }),
      until(
        "12.1",
        object("GuestBefore", {
          home: {
            ...text(),
            "x-was": [until("11", object("HomeBefore", { alias: text() }))],
          },
        }),
      ),
    ],
    [taken("/properties/home/properties/street")],
  ),
  changed(
    "nothing where the same property has the legacy name in each era",
    [
      object("Guest", { name: text("alias") }),
      until("11", object("GuestBefore", { name: text("alias", "nick") })),
    ],
    [],
  ),
  changed(
    "nothing where an object and a list of objects never become one",
    [object("Guest", { name: text("alias") }), until("11", listOf(object("GuestBefore", { alias: text() })))],
    [],
  ),
  changed(
    "nothing where parts of different names have it",
    [
      object("Guest", { home: object("Home", { street: text("alias") }) }),
      until("11", object("GuestBefore", { away: object("Away", { alias: text() }) })),
    ],
    [],
  ),
];

const values = (list: readonly string[], more: object = {}): object => ({
  type: "string",
  enum: list,
  ...more,
});
const added = (release: string, ...list: readonly string[]): object => ({
  "x-enum-added-in": Object.fromEntries(list.map((value) => [value, release])),
});
const removed = (release: string, ...list: readonly string[]): object => ({
  "x-enum-removed-in": Object.fromEntries(list.map((value) => [value, release])),
});
const empty = (at: string, release: string) =>
  ["empty-enum", at, `At ${release} this enum has no value at all.`] as const;

/** Enums that live in one stretch of a property's life only. */
const enums: readonly LintCase[] = [
  changed(
    "nothing in an enum whose values came with its shape",
    [values(["a", "b"], added("12.1", "a", "b")), until("12.1", { type: "string" })],
    [],
  ),
  changed(
    "nothing in an enum whose values came while its shape was another",
    [values(["a"], added("11", "a")), until("12.1", { type: "string" })],
    [],
  ),
  changed(
    "nothing in an older enum whose values went with it",
    [{ type: "string" }, until("12.1", values(["a"], removed("12.1", "a")))],
    [],
  ),
  changed(
    "nothing in an older enum whose values came when the one before it went",
    [
      { type: "string" },
      until("11", { type: "integer" }),
      until("12.1", values(["a"], { ...added("11", "a"), ...removed("13.0.2", "a") })),
    ],
    [],
  ),
  changed(
    "nothing in an enum deep in a shape, whose values came with that",
    [
      listOf(object("Guest", { kind: { description: "What.", ...values(["a"], added("12.1", "a")) } })),
      until("12.1", { type: "string" }),
    ],
    [],
  ),
  changed(
    "nothing in an older enum of a property that came after its values",
    [{ type: "string", "x-added-in": "11" }, until("12.1", values(["a"], added("11", "a")))],
    [],
  ),
  changed(
    "an enum whose values came after its shape",
    [values(["a"], added("13.0.2", "a")), until("12.1", { type: "string" })],
    [empty("/enum", "v12.1")],
  ),
  changed(
    "an enum that ran out of values after its shape came",
    [values(["a", "b"], removed("13.0.2", "a", "b")), until("12.1", { type: "string" })],
    [empty("/enum", "v13.0.2")],
  ),
  changed(
    "an older enum that ran out of values before it went",
    [
      { type: "string" },
      until("11", { type: "integer" }),
      until("13.0.2", values(["a"], removed("12.1", "a"))),
    ],
    [empty("/x-was/1/schema/enum", "v12.1")],
  ),
  changed(
    "an older enum whose values came after the first release",
    [{ type: "string" }, until("12.1", values(["a"], added("11", "a")))],
    [empty("/x-was/0/schema/enum", "the first release")],
  ),
  changed(
    "an enum deep in an older shape that ran out of values before that went",
    [
      { type: "string" },
      until(
        "12.1",
        listOf(object("Guest", { kind: { description: "What.", ...values(["a"], removed("11", "a")) } })),
      ),
    ],
    [empty("/x-was/0/schema/items/properties/kind/enum", "v11")],
  ),
];

const contradicting = (name: string, schema: object, detail: string): LintCase =>
  changed(
    `${name}, in an older shape`,
    [{ type: "boolean" }, until("11", { type: "string" }), until("12.1", schema)],
    [["contradicting-keywords", "/x-was/1/schema", `These keywords contradict each other: ${detail}.`]],
  );

/** Bounds that nothing lies between. */
const bounds: readonly LintCase[] = [
  contradicting(
    "an integer between two that are next to each other",
    { type: "integer", minimum: 1.2, maximum: 1.8 },
    "no integer lies between minimum and maximum",
  ),
  contradicting(
    "a minimum above the maximum",
    { type: "integer", minimum: 2, maximum: 1 },
    "minimum is above maximum",
  ),
  contradicting(
    "a shortest above the longest",
    { type: "string", minLength: 2, maxLength: 1 },
    "minLength is above maxLength",
  ),
  contradicting(
    "a fewest above the most",
    { type: "array", items: { type: "string" }, minItems: 2, maxItems: 1 },
    "minItems is above maxItems",
  ),
];

/** Faults of, and in, the older shapes of a property. */
export const eraCases: readonly LintCase[] = [...legacyNames, ...enums, ...bounds];
