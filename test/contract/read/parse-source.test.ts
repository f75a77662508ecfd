import { describe, expect, it } from "vitest";
import { parseSource } from "../../../generator/contract/read/json-text.js";
import { hasJsonSuite, readJsonSuite } from "../../workbench/json-suite.js";

/** Rejected, but not for syntax: duplicate keys, which JSON allows, and deep nesting. */
const refused = new Map([
  ["y_object_duplicated_key", "duplicate-key"],
  ["y_object_duplicated_key_and_value", "duplicate-key"],
  ["i_structure_500_nested_arrays", "json-depth"],
  ["n_structure_100000_opening_arrays", "json-depth"],
  ["n_structure_open_array_object", "json-depth"],
]);

const parse = (text: string) => parseSource({ path: "x.json", text });

/** True if the platform's own parser accepts a text. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("a file of the spec", () => {
  it.each([
    '{ "a": [1, -0.5e3, true, false, null, "\\u00e9\\n", {}] }',
    '{ "brackets": "[[[[{{{{", "quote": "\\"[" }',
    '{ "key": "\\"not a key\\": 1", "a" : { "a": [{ "a": 1 }, { "a": 2 }] } }',
    '{ "__proto__": { "x": 1 }, "constructor": 1 }',
    "[".repeat(100) + "]".repeat(100),
    JSON.stringify("[".repeat(1000)),
    " \t\r\n1 ",
  ])("is read as JSON reads it: %.40s", (text) => {
    expect(parse(text)).toEqual({
      ok: true,
      warnings: [],
      value: { path: "x.json", value: JSON.parse(text) as unknown },
    });
  });

  it("may not nest deeper than 100 levels, whatever the kinds", () => {
    const codes = (text: string) => {
      const outcome = parse(text);
      return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
    };
    expect(codes("[".repeat(101) + "]".repeat(101))).toEqual(["json-depth"]);
    expect(codes('[{"a":'.repeat(51) + "1" + "}]".repeat(51))).toEqual(["json-depth"]);
  });

  it("names every key that stands twice, not only the first", () => {
    const outcome = parse('{ "a": 1, "b": { "c": 1, "c": 2 }, "a": 3, "a": 4 }');
    const places = outcome.ok ? [] : outcome.problems.map(({ place }) => place?.pointer);
    expect(places).toEqual(["/b/c", "/a", "/a"]);
  });

  describe.skipIf(!hasJsonSuite)("in the JSON test suite (skipped where ../shared/corpora is absent)", () => {
    const suite = readJsonSuite();
    const names = suite.map(({ name }) => name);
    const texts = suite.map(({ bytes }) => Buffer.from(bytes).toString("utf8"));

    it("is accepted exactly where it is JSON, except for keys that stand twice and great depth", () => {
      const verdicts = texts.map((text, index) => {
        const outcome = parse(text);
        return [names[index], outcome.ok ? "sound" : outcome.problems[0]?.code];
      });
      const expected = texts.map((text, index) => {
        const name = names[index] ?? "";
        return [name, refused.get(name) ?? (isJson(text) ? "sound" : "json-syntax")];
      });
      expect(verdicts).toEqual(expected);
      expect(names.length).toBeGreaterThan(300);
    });
  });
});
