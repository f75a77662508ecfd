import { describe, expect, it } from "vitest";
import type { Block } from "../../../generator/pages/blocks/block.js";
import { beside, codeBlock, heading, toBlocks } from "../../../generator/pages/blocks/builders.js";
import { printBlocks } from "../../../generator/pages/blocks/markdown.js";
import { named, textOf, withAttribute, type HtmlNode } from "./html-tree.js";
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
