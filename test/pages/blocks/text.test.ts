import { describe, expect, it } from "vitest";
import {
  joinTexts,
  listTexts,
  nothing,
  strong,
  text,
  toPlainString,
  toText,
} from "../../../generator/pages/blocks/text.js";

const texts = (names: string) => (names === "" ? [] : names.split(" ").map(toText));

describe("a text", () => {
  it("is plain, but for the code between backticks", () => {
    expect(toText("  a `b*` c ` ")).toEqual([
      { kind: "plain", text: "a " },
      { kind: "code", text: "b*" },
      { kind: "plain", text: " c `" },
    ]);
  });

  it("has values between its words, and one piece for plain text", () => {
    expect(text`a ${"b"} ${strong("c")}${1}`).toEqual([
      { kind: "plain", text: "a b " },
      { kind: "strong", content: [{ kind: "plain", text: "c" }] },
      { kind: "plain", text: "1" },
    ]);
  });

  it.each([
    ["", ""],
    ["a", "a"],
    ["a b", "a or b"],
    ["a b c", "a, b or c"],
    ["a b c d", "a, b, c or d"],
  ])("lists %s as %s", (given, want) => {
    expect(toPlainString(listTexts(texts(given), "or"))).toBe(want);
  });

  it("joins what has content", () => {
    const [a = nothing, b = nothing] = texts("a b");
    expect(toPlainString(joinTexts([nothing, a, nothing, b], ", "))).toBe("a, b");
    expect(joinTexts([nothing], ", ")).toEqual([]);
  });
});
