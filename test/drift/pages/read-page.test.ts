import { describe, expect, it } from "vitest";
import type { Block } from "../../../generator/drift/pages/page.js";
import { readPage } from "../../../generator/drift/pages/read-page.js";
import { pageCases } from "./page-cases.js";

/** A line for each block, and for each row. */
function show(block: Block): readonly string[] {
  if (block.kind === "table")
    return [
      `table ${block.header.join(" | ")}`,
      ...block.rows.map(({ cells }) => `row ${cells.join(" | ")}`),
    ];
  const text = block.text.replaceAll("\n", block.kind === "other" ? " " : " / ");
  if (block.kind === "heading") return [`${block.level} # ${text}`];
  if (block.kind === "item") return [`${block.level} - ${text}`];
  return [`${block.kind === "other" ? "other" : "p"} ${text}`];
}

function read(file: string, given: string): { title: string; blocks: readonly Block[] } {
  const outcome = readPage(file, given);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value;
}

describe("a page", () => {
  it.each(pageCases)("is read: $name", ({ file, given, want }) => {
    expect(read(file, given).blocks.flatMap(show)).toEqual(want);
  });

  it.each(pageCases)("is read alike with line ends of Windows: $name", ({ file, given, want }) => {
    expect(read(file, given.replaceAll("\n", "\r\n")).blocks.flatMap(show)).toEqual(want);
  });

  it("is called what its highest heading says", () => {
    expect(read("a.md", "## before\n\n# Shop\n\n# More").title).toBe("Shop");
    expect(read("a.md", "before").title).toBe("");
  });

  it.each([
    ["a.html", "<p>a\n<ul>\n<li>\nb</ul>\n<table>\n<tr><td>c\n<tr><td>d", [1, 3, 6, 6, 7]],
    ["a.md", "a\n\n- b\n- c\n\n  d\n\n|e|\n|-|\n|f|\n\n<p>g\n<p>h\n\ni", [1, 3, 4, 8, 10, 12, 13, 15]],
    ["a.txt", "A\n\n• b\n• c\n\nProperty Type\nd.e int\nd.f int", [1, 3, 4, 6, 7, 8]],
  ])("says in which line of %s each block and row begins", (file, given, want) => {
    const lines = read(file, given).blocks.flatMap((block) =>
      block.kind === "table" ? [block.line, ...block.rows.map(({ line }) => line)] : [block.line],
    );
    expect(lines).toEqual(want);
  });
});
