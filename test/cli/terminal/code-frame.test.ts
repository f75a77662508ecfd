import { describe, expect, it } from "vitest";
import { formatCodeFrame } from "../../../generator/cli/report/code-frame.js";
import { positionAt } from "../../../generator/spec/locate.js";
import { stripStyles } from "../../../generator/text/style.js";

/** The frame of the place that `▶` marks. */
const frame = (marked: string): string => {
  const text = marked.replace("▶", "");
  return stripStyles(formatCodeFrame(positionAt(text, marked.indexOf("▶")), "error"));
};

describe("the frame of a place in a text", () => {
  it.each([
    {
      name: "has the line with those around it, and carets under the whole word",
      given: '{\n  "title": "Table",\n  ▶"requird": [],\n  "type": "object"\n}\n',
      want: [
        '  2 |   "title": "Table",',
        '  3 |   "requird": [],',
        "    |   ^^^^^^^^^",
        '  4 |   "type": "object"',
      ],
    },
    {
      name: "has no line where there is none, or a blank one",
      given: "\n▶{}\n",
      want: ["  2 | {}", "    | ^"],
    },
    {
      name: "lines its numbers up",
      given: `${"\n".repeat(7)}a\n▶b c\nd\n`,
      want: ["   8 | a", "   9 | b c", "     | ^", "  10 | d"],
    },
    {
      name: "marks what is in quotes with the quotes that are escaped",
      given: String.raw`x: ▶"a\"b" y`,
      want: [String.raw`  1 | x: "a\"b" y`, "    |    ^^^^^^"],
    },
    {
      name: "marks up to the end of a string that does not end",
      given: 'x: ▶"ab c',
      want: ['  1 | x: "ab c', "    |    ^^^^^"],
    },
    {
      name: "shows a tab as wide as the caret takes it to be",
      given: "\t\ta:\t▶b",
      want: ["  1 |     a:  b", "    |         ^"],
    },
    {
      name: "has the caret under the character after wide ones",
      given: "你好😀e\u0301: ▶世界!",
      want: ["  1 | 你好😀e\u0301: 世界!", "    |          ^^^^^"],
    },
    {
      name: "has it there after what is shown as an escape, too",
      given: "\u202ea ▶b",
      want: ["  1 | \\u202ea b", "    |         ^"],
    },
  ])("$name", ({ given, want }) => {
    expect(frame(given).split("\n")).toEqual([...want, ""]);
  });

  it("shows so much of long lines that the place is in it, and the same part of those around", () => {
    const [before = "", line = "", carets = "", after = ""] = frame(
      `${"0123456789".repeat(30)}\n${"x".repeat(99)}😀 ▶word ${"y".repeat(300)}\nshort\n`,
    ).split("\n");
    expect(line).toMatch(/^ {2}2 \| …x{56,58}😀 word y{30,40}…$/u);
    expect(carets.indexOf("^^^^")).toBe(Array.from(line).indexOf("w") + 1);
    expect(before).toMatch(/^ {2}1 \| …\d{100}…$/);
    expect(after).toBe("");
  });
});
