import { describe, expect, it } from "vitest";
import { quote } from "../../generator/text/quote.js";

describe("a quoted text", () => {
  it.each([
    { name: "plain", given: "abc é €", want: '"abc é €"' },
    { name: "with quotes and lines", given: 'a"b\nc', want: '"a\\"b\\nc"' },
    {
      name: "that is turned round, or not seen",
      given: "\u202ea\u200b\u007f",
      want: '"\\u202ea\\u200b\\u007f"',
    },
    { name: "with half a character, and a line separator", given: "\ud800\u2028", want: '"\\ud800\\u2028"' },
    { name: "of 80 characters", given: "x".repeat(80), want: `"${"x".repeat(80)}"` },
    { name: "of more", given: "x".repeat(81), want: `"${"x".repeat(80)}…"` },
  ])("$name", ({ given, want }) => {
    expect(quote(given)).toBe(want);
  });
});
