import { describe, expect, it } from "vitest";
import type { CheckedSpec } from "../../../generator/spec/checked-spec.js";
import { realSpec } from "../../workbench/emit.js";
import { declarationsOf, emitTypes } from "./declarations.js";
import { realCases, type InterfaceCase } from "./real-cases.js";
import { smallCases, spec } from "./small-cases.js";

const table = (cases: readonly InterfaceCase[]) =>
  cases.map(({ name, range, type, want }) => [`${range} ${type}`, name, { range, type, want }] as const);

describe.each<[string, CheckedSpec, readonly InterfaceCase[]]>([
  ["the real spec", realSpec(), realCases],
  ["a small spec", spec, smallCases],
])("the types of %s", (_spec, linked, cases) => {
  it.each(table(cases))("%s: %s", async (_type, _name, { range, type, want }) => {
    const declarations = declarationsOf(await emitTypes(linked, range));
    expect(declarations.get(type)).toBe(want.trim());
  });
});
