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
    ["plain", "abc é €", '"abc é €"'],
    ["with quotes and lines", 'a"b\nc', '"a\\"b\\nc"'],
    ["turned, or not seen", "\u202e\u061ca\u200b\u007f", '"\\u202e\\u061ca\\u200b\\u007f"'],
    [
      "with fillers that count as letters, and tags that no font shows",
      "\u3164\uffa0\u2800\u{e0041}",
      '"\\u3164\\uffa0\\u2800\\udb40\\udc41"',
    ],
    ["with half a character, and a line separator", "\ud800\u2028", '"\\ud800\\u2028"'],
    ["of 80 characters", "x".repeat(80), `"${"x".repeat(80)}"`],
    ["of more", "x".repeat(81), `"${"x".repeat(80)}…"`],
  ])("%s", (_, given, want) => {
    expect(quote(given)).toBe(want);
  });
});

describe("a word for a shell", () => {
  it.each([
    ["that needs no quotes", "../my-folder/a_b.json", "../my-folder/a_b.json"],
    ["with a space", "my folder", "'my folder'"],
    ["with what an interactive bash expands in double quotes", "x!!y", "'x!!y'"],
    ["with what every shell expands there", '$HOME `a` "b"', `'$HOME \`a\` "b"'`],
    ["with a quote", "it's", String.raw`'it'\''s'`],
    ["with a backslash", String.raw`a\b`, String.raw`'a\b'`],
    ["that is empty", "", "''"],
  ])("%s", (_, given, want) => {
    expect(quoteForShell(given)).toBe(want);
  });

  it.each([
    ["with slashes on Windows", String.raw`my\folder`, "win32", "my/folder"],
    ["with backslashes elsewhere", String.raw`my\folder`, "linux", String.raw`'my\folder'`],
    ["that looks like an option", "-", "linux", "./-"],
  ])("is a path %s", (_, given, platform, want) => {
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
