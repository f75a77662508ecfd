import { describe, expect, it } from "vitest";
import { listWords } from "../../generator/text/list.js";

describe("a list in words", () => {
  it.each([
    { parts: [], want: "" },
    { parts: ["a"], want: "a" },
    { parts: ["a", "b"], want: "a or b" },
    { parts: ["a", "b", "c"], want: "a, b or c" },
  ])("of $parts", ({ parts, want }) => {
    expect(listWords(parts, "or")).toBe(want);
  });

  it("joins with the word that it is given", () => {
    expect(listWords(["a", "b", "c"], "and")).toBe("a, b and c");
  });
});
