import { describe, expect, it } from "vitest";
import type { Block, Table, ExpandableTable } from "../../../generator/pages/blocks/block.js";
import { code, text } from "../../../generator/pages/blocks/text.js";
import { beside, codeBlock, heading, table, toBlocks } from "../../../generator/pages/blocks/builders.js";
import { printBlocks } from "../../../generator/pages/blocks/markdown.js";
import { attributeOf, named, textOf, withAttribute, type HtmlNode } from "./html-tree.js";
import { parsedPage } from "./sites.js";

const withClass = (page: HtmlNode, name: string): HtmlNode[] => withAttribute(page, "class", name);

describe("a sample", () => {
  const blocks: readonly Block[] = toBlocks(
    heading(2, "Before"),
    "Alone.",
    heading(2, "Fields"),
    heading(3, "Some"),
    "Words.",
    ...beside([codeBlock("json", "{}", "A sample")]),
    "After.",
  );

  it("stands beside the section that it ends, headings of parts included, and beside nothing else", () => {
    const [section, ...others] = withClass(parsedPage(...blocks), "beside");
    const [main, sample] = (section?.children ?? []).filter(({ name }) => name === "div");
    expect(others).toEqual([]);
    expect(main && named(main, "h2", "h3", "p").map(textOf)).toEqual(["Fields", "Some", "Words."]);
    expect(sample && named(sample, "figcaption").map(textOf)).toEqual(["A sample"]);
  });

  it("follows that section in Markdown", () => {
    expect(printBlocks(blocks, "index").split("\n\n").slice(-3)).toEqual([
      "Words.",
      '```json title="A sample"\n{}\n```',
      "After.\n",
    ]);
  });
});

describe("an object in a table", () => {
  const unfolding = (title: string, inner: Table): ExpandableTable => ({
    text: text`A ${title}.`,
    title,
    table: inner,
  });
  const rows = (name: string, about: ExpandableTable | string): Table =>
    table(["Property", "Type", "Description"], [[code(name), "x", about]], "property");
  const nest = (depth: number): Table =>
    rows(`in${depth}`, depth === 0 ? "The end." : unfolding(`Level${depth}`, nest(depth - 1)));

  it("unfolds in its row without a script, closed at first, and without anchors inside", () => {
    const page = parsedPage(rows("line", unfolding("Line", rows("id", "Its id."))));
    const [details] = named(page, "main").flatMap((main) => named(main, "details"));
    expect(
      details && [attributeOf(details, "open"), textOf(named(details, "summary")[0] ?? details)],
    ).toEqual([undefined, "Properties of Line"]);
    expect(details && named(details, "tbody").flatMap((body) => named(body, "th", "td").map(textOf))).toEqual(
      ["id", "x", "Its id."],
    );
    expect(named(page, "tr").flatMap((row) => attributeOf(row, "id") ?? [])).toEqual(["property-line"]);
  });

  it("unfolds three times at most", () => {
    const [main] = named(parsedPage(nest(5)), "main");
    expect(main && named(main, "summary").map(textOf)).toEqual(
      [5, 4, 3].map((level) => `Properties of Level${level}`),
    );
  });

  it("has only its words in Markdown", () => {
    expect(
      printBlocks([nest(5)], "index")
        .split("\n")
        .slice(2),
    ).toEqual(["| `in5`    | x    | A Level5.", ""]);
  });
});
