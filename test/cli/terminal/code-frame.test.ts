import { describe, expect, it } from "vitest";
import { formatCodeFrame } from "../../../generator/cli/terminal/problem-text.js";
import { positionAt } from "../../../generator/contract/read/json-tree.js";
import { stripStyles } from "../../../generator/base/text/style.js";

/** The frame of the position marked by `▶`. */
const frame = (marked: string): string => {
  const text = marked.replace("▶", "");
  return stripStyles(formatCodeFrame(positionAt(text, marked.indexOf("▶")), "error"));
};

describe("the frame of a place in a text", () => {
  it.each([
    [
      "has the line with those around it, and carets under the whole word",
      '{\n  "title": "Table",\n  ▶"requird": [],\n  "type": "object"\n}\n',
      [
        '  2 |   "title": "Table",',
        '  3 |   "requird": [],',
        "    |   ^^^^^^^^^",
        '  4 |   "type": "object"',
      ],
    ],
    ["has no line where there is none, or a blank one", "\n▶{}\n", ["  2 | {}", "    | ^"]],
    [
      "lines its numbers up",
      `${"\n".repeat(7)}a\n▶b c\nd\n`,
      ["   8 | a", "   9 | b c", "     | ^", "  10 | d"],
    ],
    ["marks what is in quotes", String.raw`x: ▶"a\"b" y`, [String.raw`  1 | x: "a\"b" y`, "    |    ^^^^^^"]],
    ["marks up to the end of a string that does not end", 'x: ▶"ab c', ['  1 | x: "ab c', "    |    ^^^^^"]],
    ["shows a tab as wide as the caret takes it to be", "\t\ta:\t▶b", ["  1 |     a:  b", "    |         ^"]],
    [
      "has the caret under the character after wide ones",
      "你好😀e\u0301: ▶世界!",
      ["  1 | 你好😀e\u0301: 世界!", "    |          ^^^^^"],
    ],
    ["has it there after an escape, too", "\u202ea ▶b", ["  1 | \\u202ea b", "    |         ^"]],
  ])("%s", (_, given, want) => {
    expect(frame(given).split("\n")).toEqual([...want, ""]);
  });

  it("leaves out long lines around it", () => {
    expect(frame(`${"0123456789".repeat(30)}\n▶word\n${"y".repeat(300)}\n`)).toBe("  2 | word\n    | ^^^^\n");
  });

  it("is nothing in a line that a program wrote", () => {
    expect(frame(`{\n${"x".repeat(5000)}▶y\n}`)).toBe("");
  });
});
