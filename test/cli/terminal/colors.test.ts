import { describe, expect, it } from "vitest";
import { formatProblems } from "../../../generator/cli/report/problem-text.js";
import { formatTable } from "../../../generator/cli/report/terminal-text.js";
import { readColorMode, showsColors, type Colors } from "../../../generator/cli/terminal/colors.js";
import { report } from "../../../generator/problem/catalogue.js";
import { paint, stripStyles } from "../../../generator/text/style.js";
import { measureWidth } from "../../../generator/text/width.js";
import { inProject } from "../project.js";

const usual: Colors = { mode: "auto", isTerminal: true, environment: { TERM: "xterm-256color" } };

describe("a stream shows colours", () => {
  it.each<{ name: string; given: Partial<Colors>; want: boolean }>([
    { name: "on a terminal", given: {}, want: true },
    { name: "not in a pipe", given: { isTerminal: false }, want: false },
    { name: "not on a terminal that has none", given: { environment: { TERM: "dumb" } }, want: false },
    { name: "not where NO_COLOR is set", given: { environment: { NO_COLOR: "1" } }, want: false },
    { name: "where NO_COLOR is empty", given: { environment: { NO_COLOR: "" } }, want: true },
    {
      name: "in a pipe where FORCE_COLOR is set",
      given: { isTerminal: false, environment: { FORCE_COLOR: "1" } },
      want: true,
    },
    {
      name: "in a pipe where FORCE_COLOR is empty",
      given: { isTerminal: false, environment: { FORCE_COLOR: "" } },
      want: true,
    },
    { name: "not where FORCE_COLOR is 0", given: { environment: { FORCE_COLOR: "0" } }, want: false },
    {
      name: "where FORCE_COLOR is set beside NO_COLOR",
      given: { environment: { FORCE_COLOR: "1", NO_COLOR: "1" } },
      want: true,
    },
    {
      name: "with --color always, whatever is set",
      given: { mode: "always", isTerminal: false, environment: { NO_COLOR: "1", TERM: "dumb" } },
      want: true,
    },
    {
      name: "never with --color never",
      given: { mode: "never", environment: { FORCE_COLOR: "1" } },
      want: false,
    },
  ])("$name", ({ given, want }) => {
    expect(showsColors({ ...usual, ...given })).toBe(want);
  });

  it.each([
    [[], "auto"],
    [["lint", "--color", "never"], "never"],
    [["--color=always", "nonsense"], "always"],
    [["--color", "always", "--color=never"], "never"],
    [["--color"], "auto"],
    [["--color", "blue"], "auto"],
  ])("as %j says: %s", (argv, mode) => {
    expect(readColorMode(argv)).toBe(mode);
  });
});

describe("--color always", () => {
  it.each([
    { call: ["targets"], styled: true },
    { call: ["--help"], styled: true },
    { call: ["nonsense"], styled: true },
    { call: ["targets", "--json"], styled: false },
    { call: ["diff", "48", "59.5.2", "--markdown"], styled: false },
    { call: ["diff", "48", "59.5.2", "--github"], styled: false },
    { call: ["simulate", "--schema"], styled: false },
  ])("styles what people read and nothing else: $call", async ({ call, styled }) => {
    await inProject(async (project) => {
      const always = await project.call(...call, "--color", "always");
      const never = await project.call(...call, "--color=never");
      expect(`${always.stdout}${always.stderr}`.includes("\u001b[")).toBe(styled);
      expect(`${never.stdout}${never.stderr}`).not.toContain("\u001b");
      expect({ ...always, stdout: stripStyles(always.stdout), stderr: stripStyles(always.stderr) }).toEqual(
        never,
      );
    });
  });

  it("is kept apart from what is remembered without it", async () => {
    await inProject(async (project) => {
      project.put("node_modules/.keep", "");
      const call = ["--target", "types"];
      await project.call(...call);
      const plain = await project.call(...call);
      project.forgeNotes(`${paint("good", "from the notes")}\n`);
      expect((await project.call(...call)).stdout).toBe("from the notes\n");
      expect(plain.stdout).not.toContain("\u001b");
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
