import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suggest } from "../../../generator/base/text/words.js";
import { suggest as suggestInOutput } from "../../../templates/copied/validators/results.js";
import "../../workbench/seed.js";

const events = ["scanCode", "message", "dialog", "lockSession", "lockSessionForAdditions", "form"];

/** The generator and the generated validators each have a function for it. */
describe.each([
  ["the generator", suggest],
  ["emitted validators", suggestInOutput],
])("a suggestion of %s", (_whose, suggestFor) => {
  it.each([
    { name: "is the nearest", given: ["scanCodes", ["session", "scanCode", "scan"]], want: "scanCode" },
    { name: "does not mind case", given: ["SCANCODE", ["scanCode"]], want: "scanCode" },
    { name: "mends letters that changed places", given: ["scnaCode", events], want: "scanCode" },
    { name: "mends a letter that is missing", given: ["mesage", events], want: "message" },
    { name: "mends two, without case", given: ["locksesion", events], want: "lockSession" },
    { name: "prefers a long name", given: ["lockSessionForAddition", events], want: events[4] },
    { name: "is not made for what resembles nothing", given: ["weather", events], want: undefined },
    { name: "is not made for what every object has", given: ["constructor", events], want: undefined },
    { name: "is not made from far for a short name", given: ["ab", ["xy", "abcd"]], want: undefined },
    { name: "copes with an empty name", given: ["", ["a", "scanCode"]], want: "a" },
  ] as const)("$name", ({ given: [name, candidates], want }) => {
    expect(suggestFor(name, candidates)).toBe(want);
  });
});

it("the generator suggests nothing for a long name that is far off", () => {
  expect(suggest("form.fields[].thickness", ["form.fields[].separator", "form.title"])).toBeUndefined();
  expect(suggest("form.fields[].separater", ["form.fields[].separator"])).toBe("form.fields[].separator");
});

describe("the generator suggests nothing where comparing would take long", () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `name${index}`);

  it.each([
    ["a few hundred names", "nam1", names(201)],
    [
      "thousands of names, of which few are as long",
      "m1",
      names(8000).map((name) => name.replace("ame", "")),
    ],
    ["long names", "x".repeat(1000), [`y${"x".repeat(999)}`]],
    ["a text of a megabyte", "x".repeat(1_000_000), [`${"x".repeat(999_999)}y`]],
  ])("%s", (_, name, known) => {
    expect(suggest(name, known)).toBeUndefined();
  });

  it("but it does for 200 names, and for one of a hundred letters", () => {
    expect(suggest("nam1", names(200))).toBe("name1");
    expect(suggest("x".repeat(100), [`y${"x".repeat(99)}`])).toBe(`y${"x".repeat(99)}`);
  });
});

it("emitted validators compare no name that is much longer than what is known", () => {
  expect(suggestInOutput("x".repeat(5_000_000), events)).toBeUndefined();
});

describe("of two that are as near", () => {
  it("the generator takes the first by name, whatever their order", () => {
    expect(suggest("car", ["bar", "cat"])).toBe("bar");
    expect(suggest("car", ["cat", "bar"])).toBe("bar");
  });

  it("validators take the first that they are given", () => {
    expect(suggestInOutput("cat", ["cut", "cot"])).toBe("cut");
  });
});

it("both suggest the same from a sorted list", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "A"), maxLength: 7 });
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 6 }), (name, words) => {
      const sorted = [...words].sort();
      expect(suggestInOutput(name, sorted)).toBe(suggest(name, sorted));
    }),
  );
});
