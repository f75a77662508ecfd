import { contradicting, fault, type LintCase, type Said } from "./lint-case.js";

const guest = "requests/bill.json#/properties/guest";

interface Era {
  readonly until: string;
  readonly schema: object;
}

/** A property whose shape changed, and the faults inside it. */
const changed = (
  name: string,
  [shape, ...was]: readonly [object, ...Era[]],
  want: readonly Said[] = [],
  given: LintCase["given"] = {},
): LintCase =>
  fault(name, { [guest]: { description: "Who pays.", ...shape, "x-was": was }, ...given }, ...want);

const until = (release: string, schema: object): Era => ({ until: release, schema });

const object = (properties: object, title = "Guest"): object => ({
  title,
  type: "object",
  description: "Who.",
  properties,
});
const before = (properties: object): object => object(properties, "GuestBefore");
const listOf = (items: object): object => ({ type: "array", items });
const string = { type: "string" };
const text = { description: "A text.", ...string };
const named = { ...text, "x-legacy-names": ["alias"] };

const taken = (at: string): string =>
  `legacy-name-taken ${at.includes("#") ? at : `${guest}${at}`}: The legacy name "alias" is already the name of another property of this object, in another era of x-was.`;

const file = "common/guest.json";
const inFile = { [file]: object({ name: named }, "GuestFile") };
const home = object({ home: object({ street: named }, "Home") });
const homeBefore = object({ alias: text }, "HomeBefore");

/** Names that collide when the objects of several eras are merged. */
const legacyNames: readonly LintCase[] = [
  changed(
    "a legacy name that another property of an older shape has",
    [object({ name: named }), until("11", before({ name: text, alias: text }))],
    [taken("/properties/name")],
  ),
  changed(
    "a legacy name in an older shape that another property has now",
    [object({ alias: text }), until("11", before({ name: named }))],
    [taken("/x-was/0/schema/properties/name")],
  ),
  changed(
    "two properties of one legacy name, in two older shapes",
    [string, until("11", before({ name: named })), until("12.1", object({ number: named }))],
    [taken("/x-was/0/schema/properties/name"), taken("/x-was/1/schema/properties/number")],
  ),
  changed(
    "such a name in lists of lists, beside other kinds",
    [
      { anyOf: [string, listOf(listOf(object({ name: named })))] },
      until("11", { anyOf: [listOf(listOf(before({ alias: text }))), { type: "null" }] }),
    ],
    [taken("/anyOf/1/items/items/properties/name")],
  ),
  changed(
    "such a name in a file that an era refers to",
    [{ $ref: file }, until("11", before({ alias: text }))],
    [taken(`${file}#/properties/name`)],
    inFile,
  ),
  changed(
    "such a name deep in the objects of two eras",
    [home, until("11", before({ home: homeBefore }))],
    [taken("/properties/home/properties/street")],
  ),
  changed(
    "such a name in an era of a part of an era",
    [home, until("12.1", before({ home: { ...text, "x-was": [until("11", homeBefore)] } }))],
    [taken("/properties/home/properties/street")],
  ),
  changed("nothing where the same property has the legacy name in each era", [
    object({ name: named }),
    until("11", before({ name: { ...text, "x-legacy-names": ["alias", "nick"] } })),
  ]),
  changed("nothing where an object and a list of objects never become one", [
    object({ name: named }),
    until("11", listOf(before({ alias: text }))),
  ]),
  changed("nothing where parts of different names have it", [
    home,
    until("11", before({ away: object({ alias: text }, "Away") })),
  ]),
  changed("nothing where an object inside of it has it", [
    object({ name: named, guest: object({ alias: text }, "Inner") }),
    until("11", before({ name: text })),
  ]),
];

const a = { ...string, enum: ["a"] };
const added = (release: string): object => ({ ...a, "x-enum-added-in": { a: release } });
const removed = (release: string): object => ({ ...a, "x-enum-removed-in": { a: release } });
const inList = (kind: object): object => listOf(object({ kind: { description: "What.", ...kind } }));
const empty = (at: string, release: string): string =>
  `empty-enum ${guest}${at}: This enum has no values in ${release}; it needs at least one.`;
const integer = until("11", { type: "integer" });

/** Enums that exist only in one era of a property. */
const enums: readonly LintCase[] = [
  changed("nothing in an enum whose value came with its shape", [added("12.1"), until("12.1", string)]),
  changed("nothing in one whose value came before its shape", [added("11"), until("12.1", string)]),
  changed("nothing in an older enum whose value went with it", [string, until("12.1", removed("12.1"))]),
  changed("nothing in an older enum whose value came when the one before it went", [
    string,
    integer,
    until("12.1", { ...added("11"), ...removed("13.0.2") }),
  ]),
  changed("nothing in an enum deep in a shape, whose value came with that", [
    inList(added("12.1")),
    until("12.1", string),
  ]),
  changed("nothing in an older enum of a property that came after its value", [
    { ...string, "x-added-in": "11" },
    until("12.1", added("11")),
  ]),
  changed(
    "an enum whose value came after its shape",
    [added("13.0.2"), until("12.1", string)],
    [empty("/enum", "v12.1")],
  ),
  changed(
    "an enum that ran out of values after its shape came",
    [removed("13.0.2"), until("12.1", string)],
    [empty("/enum", "v13.0.2")],
  ),
  changed(
    "an older enum that ran out of values before it went",
    [string, integer, until("13.0.2", removed("12.1"))],
    [empty("/x-was/1/schema/enum", "v12.1")],
  ),
  changed(
    "an older enum whose value came after the first release",
    [string, until("12.1", added("11"))],
    [empty("/x-was/0/schema/enum", "the first release")],
  ),
  changed(
    "an enum deep in an older shape that ran out of values before that went",
    [string, until("12.1", inList(removed("11")))],
    [empty("/x-was/0/schema/items/properties/kind/enum", "v11")],
  ),
];

export const eraCases: readonly LintCase[] = [
  ...legacyNames,
  ...enums,
  changed(
    "an older shape whose bounds nothing lies between",
    [{ type: "boolean" }, until("11", string), until("12.1", { type: "integer", minimum: 2, maximum: 1 })],
    [contradicting(`${guest}/x-was/1/schema`, "minimum is above maximum")],
  ),
];
