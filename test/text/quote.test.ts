import { describe, expect, it } from "vitest";
import { quote } from "../../generator/text/quote.js";

describe("a quoted text", () => {
  it.each([
    { name: "plain", given: "abc é €", want: '"abc é €"' },
    { name: "with quotes and lines", given: 'a"b\nc', want: '"a\\"b\\nc"' },
    {
      name: "with characters that nobody sees",
      given: "\u007f\u200b\ufeff",
      want: '"\\u007f\\u200b\\ufeff"',
    },
    { name: "that is turned round", given: "\u202ea\u2066", want: '"\\u202ea\\u2066"' },
    { name: "with line separators", given: "a\u2028b\u2029", want: '"a\\u2028b\\u2029"' },
    { name: "of 80 characters", given: "x".repeat(80), want: `"${"x".repeat(80)}"` },
    { name: "of more", given: "x".repeat(81), want: `"${"x".repeat(80)}…"` },
  ])("$name", ({ given, want }) => {
    expect(quote(given)).toBe(want);
  });
});
