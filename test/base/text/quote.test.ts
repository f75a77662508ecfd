import { describe, expect, it } from "vitest";
import {
  hasInvisible,
  quote,
  quoteForShell,
  quotePath,
  toVisibleJson,
} from "../../../generator/base/text/quote.js";

describe("a quoted text", () => {
  it.each([
    { name: "plain", given: "abc é €", want: '"abc é €"' },
    { name: "with quotes and lines", given: 'a"b\nc', want: '"a\\"b\\nc"' },
    {
      name: "turned, or not seen",
      given: "\u202e\u061ca\u200b\u007f",
      want: '"\\u202e\\u061ca\\u200b\\u007f"',
    },
    {
      name: "with fillers that count as letters, and tags that no font shows",
      given: "\u3164\uffa0\u{e0041}",
      want: '"\\u3164\\uffa0\\udb40\\udc41"',
    },
    { name: "with half a character, and a line separator", given: "\ud800\u2028", want: '"\\ud800\\u2028"' },
    { name: "of 80 characters", given: "x".repeat(80), want: `"${"x".repeat(80)}"` },
    { name: "of more", given: "x".repeat(81), want: `"${"x".repeat(80)}…"` },
  ])("$name", ({ given, want }) => {
    expect(quote(given)).toBe(want);
  });
});

describe("a word for a shell", () => {
  it.each([
    { name: "that needs no quotes", given: "../my-folder/a_b.json", want: "../my-folder/a_b.json" },
    { name: "with a space", given: "my folder", want: "'my folder'" },
    { name: "with what an interactive bash expands in double quotes", given: "x!!y", want: "'x!!y'" },
    { name: "with what every shell expands there", given: '$HOME `a` "b"', want: `'$HOME \`a\` "b"'` },
    { name: "with a quote", given: "it's", want: String.raw`'it'\''s'` },
    { name: "with a backslash", given: String.raw`a\b`, want: String.raw`'a\b'` },
    { name: "that is empty", given: "", want: "''" },
  ])("$name", ({ given, want }) => {
    expect(quoteForShell(given)).toBe(want);
  });

  it.each([
    { name: "with slashes on Windows", given: String.raw`my\folder`, platform: "win32", want: "my/folder" },
    {
      name: "with backslashes elsewhere",
      given: String.raw`my\folder`,
      platform: "linux",
      want: String.raw`'my\folder'`,
    },
    { name: "that looks like an option", given: "-", platform: "linux", want: "./-" },
  ])("is a path $name", ({ given, platform, want }) => {
    expect(quotePath(given, platform)).toBe(want);
  });
});

describe("a text with what nobody sees", () => {
  it.each([
    { given: "plain, é and 😀", want: false },
    { given: "an emoji in colours ❤\ufe0f", want: false },
    { given: "a variation of nothing\ufe0f", want: true },
    { given: "\u202eturned", want: true },
    { given: "a\nline", want: true },
    { given: "at the end\u200b", want: true },
  ])("is told from others: $given", ({ given, want }) => {
    expect(hasInvisible(given)).toBe(want);
  });

  it("is shown in JSON by its escapes, on the lines of the layout", () => {
    const data = { a: "x\u202ey", b: ["line\nbreak"] };
    const text = toVisibleJson(data);
    expect(text.split("\n")).toEqual([
      "{",
      String.raw`  "a": "x\u202ey",`,
      '  "b": [',
      String.raw`    "line\nbreak"`,
      "  ]",
      "}",
    ]);
    expect(JSON.parse(text)).toEqual(data);
  });
});
