import { describe, expect, it } from "vitest";
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

describe("exact text", () => {
  it.each([
    ["a quote and a backslash", '"\\', '"\\"\\\\"'],
    ["a line separator", "a\u2028b", '"a\\u2028b"'],
    ["what turns text round", "\u202e", '"\\u202e"'],
    ["half a character", "\ud800", '"\\ud800"'],
    ["control characters", "\u0000\u007f\u009f", '"\\u0000\\u007f\\u009f"'],
  ])("of a literal with %s", (_, given, want) => {
    expect(toStringLiteral(given)).toBe(want);
  });

  it.each([
    ["plain prose", "The code, as read.", "The code, as read."],
    ["white space around its lines", "  a \n\n b  ", "a\nb"],
    ["an address", "a@b.nl", "a@b.nl"],
    ["a tag", "@since 3", "\uff20since 3"],
    ["a tag on its second line", "a\n@since 3", "a\n\uff20since 3"],
    ["a link of its own", "a{@link b}", "a{\uff20link b}"],
    ["a directive", "//@ts-ignore //# x", "//\uff20ts-ignore //\uff03 x"],
    ["a directive at its start", "# sourceURL=x", "\uff03 sourceURL=x"],
    ["a beginning of a comment", "/* a /*", "\u2215* a \u2215*"],
    ["two ends of a comment", "*/*/", "*\u2215*\u2215"],
    ["all kinds of line ends", "a\r\nb\rc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"],
    ["what turns text round", "a\u202eb", "a\\u202eb"],
  ])("of a comment with %s", (_, given, want) => {
    expect(toCommentText(given)).toBe(want);
  });

  it.each([
    ["plain prose", "The code, as read.", "The code, as read."],
    ["a code span", "Only `scanCode` here.", "Only `scanCode` here."],
    ["lines", "a\n  b", "a b"],
    ["a bar", "a|b", "a\\|b"],
    ["a backslash before a bar", "a\\|b", "a\\\\\\|b"],
    ["a tag", "<b>", "\\<b\\>"],
    ["what would begin a module", "import x", "&#105;mport x"],
    ["a number that would begin a list", "1. one", "1\\. one"],
    ["a number inside", "v 1. one", "v 1. one"],
    ["what would export", "export x", "&#101;xport x"],
    ["a word that begins alike", "important imports", "important imports"],
    ["a dash that would begin a list", "- one - two", "\\- one - two"],
    ["what would underline a heading", "=== a=b", "\\=== a=b"],
    ["every character that means something", "*_{}[]>~#$&", "\\*\\_\\{\\}\\[\\]\\>\\~\\#\\$\\&"],
    ["an address of the web", "see https://a.nl/b:c", "see https&#58;//a.nl/b:c"],
    ["an address without its scheme", "WWW.a.nl, awww.", "WWW&#46;a.nl, awww."],
    ["an address of mail", "a@b-c.nl, a@b, @c", "a&#64;b-c.nl, a@b, @c"],
    ["what turns text round", "a\u202eb", "a\\\\u202eb"],
    ["two code spans", "`a*` * `b`", "`a*` \\* `b`"],
    ["a code span with a bar", "`a|b`", "a\\|b"],
    ["an unclosed code span", "a ` b", "a \\` b"],
  ])("of Markdown with %s", (_, given, want) => {
    expect(toMarkdownText(given)).toBe(want);
  });

  it.each([
    ["plain code", "scanCode", "`scanCode`"],
    ["a backtick", "a`b", "`` a`b ``"],
    ["runs of backticks", "a`b```c``", "```` a`b```c`` ````"],
    ["a bar", "a|b", "a\\|b"],
    ["nothing", "", ""],
    ["what turns text round", "\u202e", "`\\u202e`"],
  ])("of a code span with %s", (_, given, want) => {
    expect(toCodeSpan(given)).toBe(want);
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
