import { describe, expect, it } from "vitest";
import { formatProblems } from "../../../generator/cli/terminal/problem-text.js";
import { printForTerminal } from "../../../generator/pages/blocks/terminal.js";
import { plain, styled } from "../../../generator/pages/blocks/text.js";
import { codeBlock, grid } from "../../../generator/pages/blocks/builders.js";
import { showsColors } from "../../../generator/cli/terminal/terminal.js";
import { report } from "../../../generator/base/problem/catalogue.js";
import { paint, stripStyles } from "../../../generator/base/text/style.js";
import { runCommand } from "../../workbench/command.js";

describe("a stream shows colours", () => {
  const color = { FORCE_COLOR: "1" };
  it.each<readonly [boolean, string, Readonly<Record<string, string>>]>([
    [true, "a terminal", {}],
    [false, "a pipe", {}],
    [false, "a terminal", { TERM: "dumb" }],
    [false, "a terminal", { NO_COLOR: "1" }],
    [true, "a terminal", { NO_COLOR: "" }],
    [true, "a pipe", color],
    [true, "a pipe", { FORCE_COLOR: "" }],
    [false, "a terminal", { FORCE_COLOR: "0" }],
    [true, "a terminal", { ...color, NO_COLOR: "1" }],
  ])("%s for %s with %j", (want, stream, environment) => {
    expect(showsColors(stream === "a terminal", { TERM: "xterm-256color", ...environment })).toBe(want);
  });
});

describe("FORCE_COLOR", () => {
  it.each([
    ["diff", true],
    ["--help", false],
    ["nonsense", true],
    ["diff --json", false],
    ["diff 48 59.5.2 --markdown", false],
  ])("styles what people read and nothing else: %s", async (line, isStyled) => {
    const call = async (forced: string) => {
      const { stdout, stderr } = await runCommand(line.split(" "), { environment: { FORCE_COLOR: forced } });
      return stdout + stderr;
    };
    const [always, never] = [await call("1"), await call("0")];
    expect(always.includes("\u001b[")).toBe(isStyled);
    expect(never).not.toContain("\u001b");
    expect(stripStyles(always)).toBe(never);
  });
});

describe("a text from outside", () => {
  const evil = "\u001b[31mred\u001b[39m\u009b1m\u0007";

  it("styles nothing, wherever it stands", () => {
    const shown = [
      paint("name", evil),
      printForTerminal([
        grid([[plain(evil), styled("title", evil), [{ kind: "plain", text: evil }]]]),
        codeBlock("text", evil),
      ]),
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
