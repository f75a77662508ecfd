import { describe, expect, it } from "vitest";
import { suggest } from "../../generator/text/suggest.js";

describe("a suggestion", () => {
  it.each([
    { name: "is the nearest", given: ["scanCodes", ["session", "scanCode", "scan"]], want: "scanCode" },
    { name: "does not mind case", given: ["SCANCODE", ["scanCode"]], want: "scanCode" },
    { name: "of two as near is the first by name", given: ["car", ["cat", "bar"]], want: "bar" },
    {
      name: "is not made for what resembles nothing",
      given: ["weather", ["scanCode", "session"]],
      want: undefined,
    },
    { name: "is not made from far for a short name", given: ["ab", ["xy", "abcd"]], want: undefined },
    { name: "is not made from nothing", given: ["scanCode", []], want: undefined },
    { name: "copes with an empty name", given: ["", ["a", "scanCode"]], want: "a" },
  ] as const)("$name", ({ given: [name, candidates], want }) => {
    expect(suggest(name, candidates)).toBe(want);
  });

  it("does not depend on the order of the candidates", () => {
    expect(suggest("car", ["bar", "cat"])).toBe(suggest("car", ["cat", "bar"]));
  });
});
