import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suggest as suggestInGenerator } from "../../../generator/text/suggest.js";
import { suggest } from "../../../templates/validators/suggest.js";
import "../../workbench/seed.js";

const known = ["scanCode", "message", "dialog", "lockSession", "lockSessionForAdditions", "form"];

describe("what a misspelt name most likely meant", () => {
  it.each([
    { name: "scancode", want: "scanCode" },
    { name: "scnaCode", want: "scanCode" },
    { name: "mesage", want: "message" },
    { name: "messages", want: "message" },
    { name: "locksesion", want: "lockSession" },
    { name: "lockSessionForAddition", want: "lockSessionForAdditions" },
    { name: "from", want: "form" },
    { name: "forms", want: "form" },
    { name: "banana", want: undefined },
    { name: "", want: undefined },
    { name: "constructor", want: undefined },
  ])("of $name is $want", ({ name, want }) => {
    expect(suggest(name, known)).toBe(want);
  });

  it("is the nearest of several", () => {
    expect(suggest("textBefor", ["textAfter", "textBefore", "textBeforeOptions"])).toBe("textBefore");
  });

  it("is the first of equally near ones", () => {
    expect(suggest("cat", ["cut", "cot"])).toBe("cut");
  });

  it("is as far away as the generator's own suggestion", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "A"), maxLength: 7 });
    const isSame = (name: string, words: readonly string[]) => {
      const sorted = [...words].sort();
      expect(suggest(name, sorted)).toBe(suggestInGenerator(name, sorted));
    };
    fc.assert(fc.property(word, fc.uniqueArray(word, { maxLength: 6 }), isSame));
  });
});
