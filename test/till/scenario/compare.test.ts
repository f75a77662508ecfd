import { expect, it } from "vitest";
import { findDifferences, findLacking } from "../../../generator/till/scenario/judge-step.js";
import type { Json } from "../../../generator/base/json.js";
import { readCases } from "../../workbench/cases.js";

const { parts, wholes } = readCases("compare.yaml", import.meta) as {
  readonly parts: readonly { readonly part: Json; readonly seen?: Json; readonly lacks?: object }[];
  readonly wholes: readonly { readonly expected: Json; readonly seen: Json; readonly differs?: object }[];
};

it.each(parts)("a part is looked for in $name", ({ part, seen, lacks }) => {
  expect(findLacking(part, seen)).toEqual(lacks ? [lacks] : []);
});

it.each(wholes)("the whole $name", ({ expected, seen, differs }) => {
  expect(findDifferences(expected, seen)).toEqual(differs ? [differs] : []);
});
