import { describe, expect, it } from "vitest";
import { once } from "../../../generator/once.js";
import { collectFiles, emit, type Range } from "../../workbench/emit.js";
import { output } from "../../workbench/outputs.js";
import { declarationsOf } from "./declarations.js";
import { realCases, type InterfaceCase } from "./real-cases.js";
import { smallCases, spec } from "./small-cases.js";

const targets = ["types"];
const small = once(async () => collectFiles(await emit(spec(), "..", { targets })));

type Output = (range: Range) => Promise<ReadonlyMap<string, string>>;

describe.each<[string, Output, readonly InterfaceCase[]]>([
  ["the real spec", (range) => output(range, { targets }), realCases],
  ["a small spec", small, smallCases],
])("the types of %s", (_spec, typesFor, cases) => {
  it.each(cases)("$range $type: $name", async ({ range, type, want }) => {
    expect(declarationsOf(await typesFor(range)).get(type)).toBe(want.trim());
  });
});
