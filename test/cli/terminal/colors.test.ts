import { describe, expect, it } from "vitest";
import { formatProblems } from "../../../generator/cli/report/problem-text.js";
import { formatTable } from "../../../generator/cli/report/tables.js";
import { readColorMode, showsColors, type Colors } from "../../../generator/cli/terminal/colors.js";
import { report } from "../../../generator/problem/catalogue.js";
import { paint, stripStyles } from "../../../generator/text/style.js";
import { measureWidth } from "../../../generator/text/width.js";
import { inProject } from "../project.js";

const usual: Colors = { mode: "auto", isTerminal: true, environment: { TERM: "xterm-256color" } };

describe("a stream shows colours", () => {
  const [pipe, color] = [{ isTerminal: false }, { FORCE_COLOR: "1" }];
  it.each<readonly [boolean, Partial<Colors>]>([
    [true, {}],
    [false, pipe],
    [false, { environment: { TERM: "dumb" } }],
    [false, { environment: { NO_COLOR: "1" } }],
    [true, { environment: { NO_COLOR: "" } }],
    [true, { ...pipe, environment: color }],
    [true, { ...pipe, environment: { FORCE_COLOR: "" } }],
    [false, { environment: { FORCE_COLOR: "0" } }],
    [true, { environment: { ...color, NO_COLOR: "1" } }],
    [true, { ...pipe, mode: "always", environment: { NO_COLOR: "1", TERM: "dumb" } }],
    [false, { mode: "never", environment: color }],
  ])("%s for %j", (want, given) => {
    expect(showsColors({ ...usual, ...given })).toBe(want);
  });

  it.each([
    [[], "auto"],
    [["lint", "--color", "never"], "never"],
    [["--color=always", "nonsense"], "always"],
    [["--color", "always", "--color=never"], "never"],
    [["--color"], "auto"],
  ])("as %j says: %s", (argv, mode) => {
    expect(readColorMode(argv)).toBe(mode);
  });
});

describe("--color always", () => {
  it.each([
    ["targets", true],
    ["--help", true],
    ["nonsense", true],
    ["targets --json", false],
    ["diff 48 59.5.2 --markdown", false],
    ["simulate --schema", false],
  ])("styles what people read and nothing else: %s", async (line, isStyled) => {
    await inProject(async (project) => {
      const call = async (color: string) => {
        const { stdout, stderr } = await project.call(...line.split(" "), `--color=${color}`);
        return stdout + stderr;
      };
      const [always, never] = [await call("always"), await call("never")];
      expect(always.includes("\u001b[")).toBe(isStyled);
      expect(never).not.toContain("\u001b");
      expect(stripStyles(always)).toBe(never);
    });
  });
});

describe("a text from outside", () => {
  const evil = "\u001b[31mred\u001b[39m\u009b1m\u0007";

  it("styles nothing, wherever it stands", () => {
    const shown = [
      paint("name", evil),
      formatTable([[evil, ["title", evil]]]),
      formatProblems([
        report("unknown-keyword", { keyword: evil, suggestion: evil }, { file: evil, pointer: "" }),
        {
          ...report("json-syntax", { detail: evil }, { file: "a.json", pointer: "" }),
          position: { line: 2, column: 3, text: evil, before: evil, after: evil },
        },
        report("usage", { message: evil, hint: evil }),
      ]),
    ].join("");
    expect(stripStyles(shown)).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(shown).not.toContain("red\u001b[39m\u009b");
    expect(shown).toContain("\\u001b[31mred");
  });

  it("loses nothing to the stripping of styles but our own codes", () => {
    expect(stripStyles(`a${paint("error", "b")}c\u001b[2J\u001b[38;5;1md\u009b31m`)).toBe(
      "abc\u001b[2J\u001b[38;5;1md\u009b31m",
    );
  });
});

describe("a table", () => {
  const rows = [
    ["你好", ["good", "new"], "a word and another, and many more words that take their room"],
    ["ab😀", "changed", "short"],
  ] as const;

  it("lines up what is seen of its cells", () => {
    const lines = stripStyles(formatTable(rows)).split("\n");
    expect(lines).toEqual([
      "你好  new      a word and another, and many more words that take their room",
      "ab😀  changed  short",
      "",
    ]);
  });

  it("is broken within its columns where the terminal is narrower", () => {
    expect(stripStyles(formatTable(rows, { columns: 48, indent: 2 })).split("\n")).toEqual([
      "  你好  new      a word and another, and many",
      "                 more words that take their room",
      "  ab😀  changed  short",
      "",
    ]);
  });

  it("is as wide as its longest words where the terminal is narrower than these", () => {
    const long = [["/dialog/dialogOptions/*/supplierArticleNumber", "is long"]];
    const [line = ""] = formatTable(long, { columns: 20 }).split("\n");
    expect(measureWidth(line)).toBe(measureWidth(long[0]?.join("  ") ?? ""));
  });
});
