import { object } from "../../workbench/small-spec.js";
import type { ListCase } from "./case.js";

const text = { type: "string" };
const choice = (values: readonly string[], keywords: object = {}) => ({
  type: "string",
  enum: values,
  ...keywords,
});
const open = { "x-open": true };
const renamed = { "x-legacy-names": ["old"] };
const thing = (properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) => ({
  ...object("Thing", properties, required),
  ...open,
});

/** Changes in which one thing takes several findings to tell, or one that is less than it looks. */
export const listCases: readonly ListCase[] = [
  {
    name: "an enum became text that is longer than one of its values",
    from: choice(["a", "long"]),
    to: { type: "string", minLength: 3 },
    request: ["handle x enum-to-text", 'safe x enum-value-removed "a"'],
    response: ['breaking x enum-value-removed "a"', "safe x enum-to-text"],
  },
  {
    name: "an enum became text of a format",
    from: choice(["a"]),
    to: { type: "string", format: "uuid" },
    request: ["handle x enum-to-text", "safe x format-added"],
    response: ["breaking x format-added", "safe x enum-to-text"],
  },
  {
    name: "an enum became text that holds its values",
    from: choice(["abc", "abcd"]),
    to: { type: "string", minLength: 3, maxLength: 4 },
    request: ["handle x enum-to-text"],
    response: ["safe x enum-to-text"],
  },
  {
    name: "an open enum became text within bounds",
    from: choice(["abc"], open),
    to: { type: "string", minLength: 3 },
    request: ["safe x min-length-raised 3, was 0", "safe x open-enum-to-text"],
    response: ["breaking x min-length-raised 3, was 0", "handle x open-enum-to-text"],
  },
  {
    name: "short text became an enum of a long value",
    from: { type: "string", maxLength: 2 },
    to: choice(["longer"]),
    request: ['handle x enum-value-added "longer"', "safe x text-to-enum"],
    response: ["breaking x text-to-enum", 'safe x enum-value-added "longer"'],
  },
  {
    name: "text of a format became an enum",
    from: { type: "string", format: "uuid" },
    to: choice(["a"]),
    request: ["handle x format-removed", "safe x text-to-enum"],
    response: ["breaking x text-to-enum", "safe x format-removed"],
  },
  {
    name: "short text became an open enum",
    from: { type: "string", maxLength: 2 },
    to: choice(["a"], open),
    request: ["handle x max-length-raised unlimited, was 2", "safe x text-to-open-enum"],
    response: ["safe x max-length-raised unlimited, was 2", "safe x text-to-open-enum"],
  },
  {
    name: "an open enum was closed, with other values",
    from: choice(["a", "b"], open),
    to: choice(["a", "c"]),
    request: ["safe x enum-closed", 'safe x enum-value-removed "b"', 'safe x open-enum-value-added "c"'],
    response: [
      "breaking x enum-closed",
      'breaking x enum-value-removed "b"',
      'safe x open-enum-value-added "c"',
    ],
  },
  {
    name: "an enum was opened, with other values",
    from: choice(["a", "b"]),
    to: choice(["a", "c"], open),
    request: ["handle x enum-opened", 'handle x enum-value-added "c"', 'safe x open-enum-value-removed "b"'],
    response: ['handle x open-enum-value-removed "b"', "safe x enum-opened", 'safe x enum-value-added "c"'],
  },
  {
    name: "a list that was always empty never is",
    from: { type: "array", items: text, maxItems: 0 },
    to: { type: "array", items: text, minItems: 1 },
    request: ["handle x array-filled", "safe x min-items-raised 1, was 0"],
    response: ["breaking x min-items-raised 1, was 0", "safe x array-filled"],
  },
  {
    name: "a number between whole numbers is a whole one between the same",
    from: { type: "number", minimum: 0.5, maximum: 2.5 },
    to: { type: "integer", minimum: 1, maximum: 2 },
    request: ["safe x number-to-integer"],
    response: ["breaking x number-to-integer"],
  },
  {
    name: "a number within bounds is a whole one within wider ones",
    from: { type: "number", maximum: 2.5 },
    to: { type: "integer", maximum: 3 },
    request: ["handle x maximum-raised 3, was 2.5", "safe x number-to-integer"],
    response: ["breaking x number-to-integer", "safe x maximum-raised 3, was 2.5"],
  },
  {
    name: "an open object describes what always has to be there",
    from: thing({}),
    to: thing({ y: text }, ["y"]),
    request: ["safe x/y became-required", "safe x/y property-described"],
    response: ["breaking x/y became-required", "breaking x/y property-described"],
  },
  {
    name: "an open object no longer describes what was always there",
    from: thing({ y: text }, ["y"]),
    to: thing({}),
    request: ["breaking x/y became-optional", "handle x/y property-undescribed"],
    response: ["safe x/y became-optional", "safe x/y property-undescribed"],
  },
  {
    name: "an object was opened, and describes less",
    from: object("Thing", { y: text }),
    to: thing({}),
    request: ["handle x/y property-undescribed", "safe x object-opened"],
    response: ["safe x object-opened", "safe x/y property-undescribed"],
  },
  {
    name: "an object was closed, and describes more",
    from: thing({}),
    to: object("Thing", { y: text }),
    request: ["safe x object-closed", "safe x/y property-added"],
    response: ["breaking x object-closed", "safe x/y property-added"],
  },
  {
    name: "a property that must be there now has another name",
    besides: [{ old: text }, {}],
    to: { ...text, ...renamed },
    required: "to",
    request: ["handle x property-renamed", "safe x became-required"],
    response: ["breaking x became-required", "handle x property-renamed"],
  },
  {
    name: "a property has another name and another type",
    besides: [{ old: text }, {}],
    to: { type: "number", ...renamed },
    request: ["breaking x type-changed", "handle x property-renamed"],
    response: ["breaking x type-changed", "handle x property-renamed"],
  },
  {
    name: "a property of an open object took a name that anything could have",
    from: thing({ old: text }),
    to: thing({ y: { ...text, ...renamed } }),
    request: ["handle x/y property-renamed", "safe x/y property-described"],
    response: ["breaking x/y property-described", "handle x/y property-renamed"],
  },
  {
    name: "two properties became one",
    besides: [{ old: text }, {}],
    from: text,
    to: { ...text, ...renamed },
    request: ["handle old property-removed", "safe x legacy-name-added"],
    response: ["breaking old property-removed", "safe x legacy-name-added"],
  },
];
