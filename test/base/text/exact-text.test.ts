import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  toCommentText,
  toCodeSpan,
  toMarkdownText,
  toHtmlText,
  toScriptText,
  toStringLiteral,
} from "../../../generator/base/text/escape.js";
import { toVisibleLine } from "../../../generator/base/text/quote.js";
import { wrapText } from "../../../generator/base/text/words.js";
import { hostileTexts } from "./hostile-texts.js";

const rows = parse(readFileSync(new URL("exact-text.yaml", import.meta.url), "utf8")) as Record<
  string,
  Record<string, [given: string, want: string]>
>;

describe.each<[name: string, toText: (text: string) => string]>([
  ["a literal", toStringLiteral],
  ["a comment", toCommentText],
  ["Markdown", toMarkdownText],
  ["a code span", toCodeSpan],
])("exact text of %s", (name, toText) => {
  it.each(Object.entries(rows[name] ?? {}))("with %s", (_, [given, want]) => {
    expect(toText(given)).toBe(want);
  });
});

it.each([
  ["a line", toVisibleLine("  a\t \nb\u200b\u202e "), "a b\\u200b\\u202e"],
  ["HTML", toHtmlText(`<a b="c" d='e'>&`), "&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;"],
  [
    "a script",
    toScriptText({ a: "</script>&\u2028\u202e" }),
    '{"a":"\\u003c/script\\u003e\\u0026\\u2028\\u202e"}',
  ],
])("exact text of %s", (_, text, want) => {
  expect(text).toBe(want);
});

describe("wrapText", () => {
  it.each([
    { name: "breaks at spaces", given: ["one two three", 7], want: ["one two", "three"] },
    {
      name: "leaves a word whole that is too long",
      given: ["a verylongword b", 5],
      want: ["a", "verylongword", "b"],
    },
    { name: "keeps the lines that there are", given: ["one\ntwo three", 20], want: ["one", "two three"] },
  ] as const)("$name", ({ given: [text, width], want }) => {
    expect(wrapText(text, width)).toEqual(want);
  });

  it("loses no word and makes no line too long that could be shorter", () => {
    for (const text of hostileTexts) {
      const lines = wrapText(text, 20);
      expect(lines.join(" ")).toBe(text.replaceAll("\n", " "));
      expect(lines.filter((line) => line.length > 20 && line.includes(" "))).toEqual([]);
    }
  });
});
