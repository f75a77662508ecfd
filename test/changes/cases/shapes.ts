import { object } from "../../workbench/small-spec.js";
import type { ChangeVerdict } from "../../../generator/changes/kinds.js";

type Shape = Readonly<Record<string, unknown>> | undefined;

export interface Besides {
  /** Required before the change (`from`) or after it (`to`). */
  readonly required?: "from" | "to";
  /** Other properties of the object, before and after. */
  readonly besides?: readonly [object, object];
  /** The place of the change below the property; default: the property itself. */
  readonly below?: string;
}

/** Two shapes, the verdicts for a request and a response, and words of the advice. */
type ShapeCase = readonly [
  ...[code: string, from: Shape, to: Shape, verdicts: `${ChangeVerdict} ${ChangeVerdict}`],
  ...[advice?: string, more?: Besides],
];

/** Two shapes, and all changes: `verdict/verdict place code`, with the value or bound. */
type ListCase = readonly [from: Shape, to: Shape, says: readonly string[], more?: Besides];

const text = { type: "string" };
const textOf = (keywords: object) => ({ ...text, ...keywords });
const number = { type: "number" };
const integer = { type: "integer" };
const large = { type: "integer", format: "int64" };
const list = (keywords: object = {}) => ({ type: "array", items: text, ...keywords });
const either = { anyOf: [text, number] };
const eitherNull = { type: ["string", "null"] };
const short = textOf({ maxLength: 2 });
const uuid = textOf({ format: "uuid" });
const uri = textOf({ format: "uri" });
const uuidOrUri = { anyOf: [uuid, uri] };
const open = { "x-open": true };
const choice = (...values: readonly string[]) => textOf({ enum: values });
const openChoice = (...values: readonly string[]) => ({ ...choice(...values), ...open });
const meaning = (words: string) => ({ ...choice("a"), "x-enum-descriptions": { a: words } });
const thing = object("Thing", { y: text });
const openThing = { ...thing, ...open };
const announced = object("Thing", { y: text, z: textOf({ "x-planned": true }) });
const guessed = { "x-provenance": { kind: "assumed", basis: "A guess." } };
const replacedBy = (name: string) => textOf({ "x-replaced-by": name });
const renamed = textOf({ "x-legacy-names": ["old"] });
const old = { "x-deprecated-in": "20" };
const empty = object("Thing", {});
const emptyOpen = { ...empty, ...open };
const dated = { "x-notes": [{ since: "20", text: "It blinks." }] };
const erratum = { id: "E99", says: "This.", reading: "That." };
const x = { ...thing, description: "x." };

/** Every kind of change in a property, once. */
export const shapeCases: readonly ShapeCase[] = [
  ["type-changed", text, number, "breaking breaking", "a number, was a text"],
  ["alternative-added", text, either, "breaking safe", "a number"],
  ["alternative-removed", either, text, "safe breaking", "a number"],
  ["alternative-added", x, { description: "x.", anyOf: [x, list()] }, "breaking safe", "an array"],
  ["null-allowed", text, eitherNull, "breaking safe"],
  ["null-refused", eitherNull, text, "safe breaking"],
  ["integer-to-number", integer, number, "handle safe"],
  ["number-to-integer", number, integer, "safe breaking"],
  ["integer-to-64-bit", integer, large, "handle safe"],
  ["integer-from-64-bit", large, integer, "safe breaking"],

  ["minimum-raised", number, { ...number, minimum: 3 }, "safe breaking", "3, was unlimited"],
  ["minimum-lowered", { ...number, minimum: 3 }, { ...number, minimum: 1 }, "handle safe", "1, was 3"],
  ["maximum-lowered", { ...integer, maximum: 9 }, { ...integer, maximum: 8 }, "safe breaking", "8, was 9"],
  ["maximum-raised", { ...integer, maximum: 8 }, integer, "handle safe", "unlimited, was 8"],
  ["min-length-raised", text, textOf({ minLength: 2 }), "safe breaking"],
  ["min-length-lowered", textOf({ minLength: 2 }), textOf({ minLength: 1 }), "handle safe"],
  ["max-length-lowered", text, short, "safe breaking"],
  ["max-length-raised", short, text, "handle safe"],
  ["min-items-raised", list(), list({ minItems: 1 }), "safe breaking"],
  ["min-items-lowered", list({ minItems: 2 }), list({ minItems: 1 }), "handle safe"],
  ["max-items-lowered", list(), list({ maxItems: 5 }), "safe breaking"],
  ["max-items-raised", list({ maxItems: 5 }), list({ maxItems: 6 }), "handle safe"],
  ["max-length-lowered", list(), list({ items: short }), "safe breaking", "", { below: "/*" }],

  ["enum-value-added", choice("a"), choice("a", "b"), "handle safe", '"b"'],
  ["enum-value-removed", choice("a", "b"), choice("a"), "safe breaking", '"b"'],
  ["open-enum-value-added", openChoice("a"), openChoice("a", "b"), "safe safe", '"b"'],
  ["open-enum-value-removed", openChoice("a", "b"), openChoice("a"), "safe handle", '"b"'],
  ["enum-opened", choice("a"), openChoice("a"), "handle safe"],
  ["enum-closed", openChoice("a"), choice("a"), "safe breaking"],
  ["enum-to-text", choice("a"), text, "handle safe"],
  ["text-to-enum", text, choice("a"), "safe breaking"],
  ["open-enum-to-text", openChoice("a"), text, "safe handle"],
  ["text-to-open-enum", text, openChoice("a"), "safe safe"],
  ["enum-value-described", meaning("One."), meaning("Two."), "docs docs", '"a"'],

  ["format-added", text, uuid, "safe breaking", "uuid"],
  ["format-removed", uuid, text, "handle safe", "uuid"],
  ["format-changed", uuid, uri, "handle breaking", "uri"],
  ["format-widened", uuid, uuidOrUri, "handle safe", "uri or uuid"],
  ["format-narrowed", uuidOrUri, uuid, "safe breaking", "uuid"],
  ["format-hint-changed", text, textOf({ "x-format-hint": "uuid" }), "docs docs", "uuid"],

  ["property-added", undefined, text, "safe safe"],
  ["required-property-added", undefined, text, "safe breaking", "", { required: "to" }],
  ["property-removed", text, undefined, "handle breaking"],
  ["required-property-removed", text, undefined, "breaking breaking", "", { required: "from" }],
  ["property-renamed", undefined, renamed, "handle handle", "old", { besides: [{ old: text }, {}] }],
  ["became-required", text, text, "safe breaking", "", { required: "to" }],
  ["became-optional", text, text, "breaking safe", "", { required: "from" }],
  ["property-removed", thing, empty, "handle breaking", "", { below: "/y" }],
  ["property-described", emptyOpen, openThing, "safe breaking", "", { below: "/y" }],
  ["property-undescribed", openThing, emptyOpen, "handle safe", "", { below: "/y" }],
  ["object-opened", thing, openThing, "safe safe"],
  ["object-closed", openThing, thing, "safe breaking"],
  ["type-renamed", thing, { ...thing, title: "Matter" }, "handle handle", "Thing is now Matter"],
  ["legacy-name-added", text, textOf({ "x-legacy-names": ["ex"] }), "safe safe", "ex"],
  ["legacy-name-removed", textOf({ "x-legacy-names": ["ex"] }), text, "handle breaking", "ex"],
  ["planned-added", thing, announced, "docs docs", "z"],
  ["planned-withdrawn", announced, thing, "docs docs", "z"],
  ["description-changed", textOf({ description: "One." }), textOf({ description: "Two." }), "docs docs"],
  ["setting-changed", text, textOf({ "x-setting": "Allow it" }), "docs docs", "Allow it"],
  ["provenance-changed", text, textOf(guessed), "docs docs", "assumed"],
  ["erratum-added", text, textOf({ "x-erratum": erratum }), "docs docs", "E99"],
  ["erratum-removed", textOf({ "x-erratum": erratum }), text, "docs docs", "E99"],
  ["deprecated", text, { ...replacedBy("y"), ...old }, "docs docs", "use y instead"],
  ["undeprecated", textOf(old), text, "docs docs"],
  ["replacement-changed", replacedBy("y"), replacedBy("z"), "docs docs", "use z instead"],
  ["note-added", text, textOf(dated), "handle handle", "It blinks."],
  ["note-removed", textOf({ "x-notes": [{ text: "It blinks." }] }), text, "docs docs", "It blinks."],
];

const opened = (properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) => ({
  ...object("Thing", properties, required),
  ...open,
});
const long = textOf({ minLength: 3 });
const wasOld = [{ old: text }, {}] as const;

/** Changes that need several findings, or are smaller than they look. */
export const listCases: readonly ListCase[] = [
  [choice("a", "long"), long, ["handle/safe x enum-to-text", 'safe/breaking x enum-value-removed "a"']],
  [choice("a"), uuid, ["handle/safe x enum-to-text", "safe/breaking x format-added"]],
  [choice("abc", "abcd"), textOf({ minLength: 3, maxLength: 4 }), ["handle/safe x enum-to-text"]],
  [
    openChoice("abc"),
    long,
    ["safe/breaking x min-length-raised 3, was 0", "safe/handle x open-enum-to-text"],
  ],
  [short, choice("longer"), ['handle/safe x enum-value-added "longer"', "safe/breaking x text-to-enum"]],
  [uuid, choice("a"), ["handle/safe x format-removed", "safe/breaking x text-to-enum"]],
  [
    short,
    openChoice("a"),
    ["handle/safe x max-length-raised unlimited, was 2", "safe/safe x text-to-open-enum"],
  ],
  [
    openChoice("a", "b"),
    choice("a", "c"),
    [
      "safe/breaking x enum-closed",
      'safe/breaking x enum-value-removed "b"',
      'safe/safe x open-enum-value-added "c"',
    ],
  ],
  [
    choice("a", "b"),
    openChoice("a", "c"),
    [
      "handle/safe x enum-opened",
      'handle/safe x enum-value-added "c"',
      'safe/handle x open-enum-value-removed "b"',
    ],
  ],
  [
    list({ maxItems: 0 }),
    list({ minItems: 1 }),
    ["handle/safe x array-filled", "safe/breaking x min-items-raised 1, was 0"],
  ],
  // A list for every shop was always empty. That it may have items now is safe for an answer, so it is not told.
  [
    { ...list(), "x-was": [{ until: "20", schema: list({ items: number }) }] },
    list(),
    ["breaking/breaking x/* type-changed"],
  ],
  [
    { ...number, minimum: 0.5, maximum: 2.5 },
    { ...integer, minimum: 1, maximum: 2 },
    ["safe/breaking x number-to-integer"],
  ],
  [
    { ...number, maximum: 2.5 },
    { ...integer, maximum: 3 },
    ["handle/safe x maximum-raised 3, was 2.5", "safe/breaking x number-to-integer"],
  ],
  [
    emptyOpen,
    opened({ y: text }, ["y"]),
    ["safe/breaking x/y became-required", "safe/breaking x/y property-described"],
  ],
  [
    opened({ y: text }, ["y"]),
    emptyOpen,
    ["breaking/safe x/y became-optional", "handle/safe x/y property-undescribed"],
  ],
  [thing, emptyOpen, ["handle/safe x/y property-undescribed", "safe/safe x object-opened"]],
  [emptyOpen, thing, ["safe/breaking x object-closed", "safe/safe x/y property-added"]],
  [
    undefined,
    renamed,
    ["handle/handle x property-renamed", "safe/breaking x became-required"],
    { besides: wasOld, required: "to" },
  ],
  [
    undefined,
    { ...number, "x-legacy-names": ["old"] },
    ["breaking/breaking x type-changed", "handle/handle x property-renamed"],
    { besides: wasOld },
  ],
  [
    opened({ old: text }),
    opened({ y: renamed }),
    ["handle/handle x/y property-renamed", "safe/breaking x/y property-described"],
  ],
  [
    text,
    renamed,
    ["handle/breaking old property-removed", "safe/safe x legacy-name-added"],
    { besides: wasOld },
  ],
];
