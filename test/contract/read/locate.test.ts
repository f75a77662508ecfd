import { describe, expect, it } from "vitest";
import type { Problem } from "../../../generator/base/problem/problem.js";
import { locateProblems } from "../../../generator/contract/read/json-text.js";
import { positionAt } from "../../../generator/contract/read/json-tree.js";

const file = "requests/scanCode.json";
const text = [
  '{ "title": "A",',
  '  "properties": {',
  '    "a/b": [{}, { "~": 1 }],',
  '    "c": 2',
  "  }",
  "}",
  "",
];

const at = (pointer: string, lines = text, end = "\n") => {
  const problem: Problem = { code: "usage", severity: "error", message: "", place: { file, pointer } };
  return locateProblems([problem], [{ path: file, text: lines.join(end) }])[0]?.position;
};

describe("the place of a problem", () => {
  it.each([
    ["is the start of its property", "/properties/c", 4, 5],
    ["may be in an array", "/properties/a~1b/1", 3, 17],
    ["may have escapes in its pointer", "/properties/a~1b/1/~0", 3, 19],
    ["is the start of the file where that is meant", "", 1, 1],
    ["that does not exist is as near as can be", "/properties/d/e", 2, 3],
    ["with an index that does not exist is its array", "/properties/a~1b/7", 3, 5],
    ["that every object inherits does not exist either", "/properties/constructor", 2, 3],
  ] as const)("%s", (_, given, line, column) => {
    expect(at(given)).toMatchObject({ line, column, text: text[line - 1] });
  });

  it.each([
    ["Unix", "\n"],
    ["Windows", "\r\n"],
    ["an old Macintosh", "\r"],
  ])("is the same with the line ends of %s", (_, end) => {
    expect(at("/properties/c", text, end)).toEqual({
      line: 4,
      column: 5,
      text: '    "c": 2',
      before: '    "a/b": [{}, { "~": 1 }],',
      after: "  }",
    });
  });

  it("of a file that begins with blank lines is where something stands", () => {
    expect(at("", ["", "  {}"])).toEqual({ line: 2, column: 3, text: "  {}", before: "" });
  });

  it("is left as it is where it is known, and where nobody knows the file", () => {
    const known = { code: "a", severity: "error", message: "", position: positionAt("x", 0) } as const;
    const place = { file: "x", pointer: "" };
    const elsewhere = { code: "b", severity: "error", message: "", place } as const;
    const nowhere = { code: "c", severity: "error", message: "" } as const;
    const problems = [known, elsewhere, nowhere];
    expect(locateProblems(problems, [{ path: file, text: "{}" }])).toEqual(problems);
  });

  it("in the middle of a long line shows that line up to there and a little further", () => {
    const { column, text: shown } = positionAt(`${"a".repeat(500)}b${"c".repeat(500)}`, 500);
    expect(column).toBe(501);
    expect(shown).toBe(`${"a".repeat(500)}b${"c".repeat(199)}`);
  });

  it("far out in a line of a file that a program wrote shows nothing of it", () => {
    const position = positionAt(`a\n${"b".repeat(5000)}\nc`, 4002);
    expect(position).toEqual({ line: 2, column: 4001, text: "", before: "", after: "" });
  });
});
