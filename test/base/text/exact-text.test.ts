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
    { name: "a quote and a backslash", given: '"\\', want: '"\\"\\\\"' },
    { name: "a line separator", given: "a\u2028b", want: '"a\\u2028b"' },
    { name: "what turns text round", given: "\u202e", want: '"\\u202e"' },
    { name: "half a character", given: "\ud800", want: '"\\ud800"' },
    { name: "control characters", given: "\u0000\u007f\u009f", want: '"\\u0000\\u007f\\u009f"' },
  ])("of a literal with $name", ({ given, want }) => {
    expect(toStringLiteral(given)).toBe(want);
  });

  it.each([
    { name: "plain prose", given: "The code, as read.", want: "The code, as read." },
    { name: "white space around its lines", given: "  a \n\n b  ", want: "a\nb" },
    { name: "an address", given: "a@b.nl", want: "a@b.nl" },
    { name: "a tag", given: "@since 3", want: "\uff20since 3" },
    { name: "a tag on its second line", given: "a\n@since 3", want: "a\n\uff20since 3" },
    { name: "a link of its own", given: "a{@link b}", want: "a{\uff20link b}" },
    { name: "a directive", given: "//@ts-ignore //# x", want: "//\uff20ts-ignore //\uff03 x" },
    { name: "a directive at its start", given: "# sourceURL=x", want: "\uff03 sourceURL=x" },
    { name: "a beginning of a comment", given: "/* a /*", want: "\u2215* a \u2215*" },
    { name: "two ends of a comment", given: "*/*/", want: "*\u2215*\u2215" },
    { name: "all kinds of line ends", given: "a\r\nb\rc\u0085d\u2028e\u2029f", want: "a\nb\nc\nd\ne\nf" },
    { name: "what turns text round", given: "a\u202eb", want: "a\\u202eb" },
  ])("of a comment with $name", ({ given, want }) => {
    expect(toCommentText(given)).toBe(want);
  });

  it.each([
    { name: "plain prose", given: "The code, as read.", want: "The code, as read." },
    { name: "a code span", given: "Only `scanCode` here.", want: "Only `scanCode` here." },
    { name: "lines", given: "a\n  b", want: "a b" },
    { name: "a bar", given: "a|b", want: "a\\|b" },
    { name: "a backslash before a bar", given: "a\\|b", want: "a\\\\\\|b" },
    { name: "a tag", given: "<b>", want: "\\<b\\>" },
    { name: "what would begin a module", given: "import x", want: "&#105;mport x" },
    { name: "a number that would begin a list", given: "1. one", want: "1\\. one" },
    { name: "a number inside", given: "v 1. one", want: "v 1. one" },
    { name: "what would export", given: "export x", want: "&#101;xport x" },
    { name: "a word that begins alike", given: "important imports", want: "important imports" },
    { name: "a dash that would begin a list", given: "- one - two", want: "\\- one - two" },
    { name: "what would underline a heading", given: "=== a=b", want: "\\=== a=b" },
    {
      name: "every character that means something",
      given: "*_{}[]>~#$&",
      want: "\\*\\_\\{\\}\\[\\]\\>\\~\\#\\$\\&",
    },
    { name: "an address of the web", given: "see https://a.nl/b:c", want: "see https&#58;//a.nl/b:c" },
    { name: "an address without its scheme", given: "WWW.a.nl, awww.", want: "WWW&#46;a.nl, awww." },
    { name: "an address of mail", given: "a@b-c.nl, a@b, @c", want: "a&#64;b-c.nl, a@b, @c" },
    { name: "what turns text round", given: "a\u202eb", want: "a\\\\u202eb" },
    { name: "two code spans", given: "`a*` * `b`", want: "`a*` \\* `b`" },
    { name: "a code span with a bar", given: "`a|b`", want: "a\\|b" },
    { name: "an unclosed code span", given: "a ` b", want: "a \\` b" },
  ])("of Markdown with $name", ({ given, want }) => {
    expect(toMarkdownText(given)).toBe(want);
  });

  it.each([
    { name: "plain code", given: "scanCode", want: "`scanCode`" },
    { name: "a backtick", given: "a`b", want: "`` a`b ``" },
    { name: "runs of backticks", given: "a`b```c``", want: "```` a`b```c`` ````" },
    { name: "a bar", given: "a|b", want: "a\\|b" },
    { name: "nothing", given: "", want: "" },
    { name: "what turns text round", given: "\u202e", want: "`\\u202e`" },
  ])("of a code span with $name", ({ given, want }) => {
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
