import type { List } from "../../docs/blocks/block.js";
import { toPlainString } from "../../docs/blocks/text.js";
import type { HtmlText } from "../../text/html.js";
import type { AnchoredBlock, AnchoredHeading } from "./anchored-blocks.js";
import { toFragment } from "./anchors.js";
import { printAttributes } from "./attributes.js";
import { printCode } from "./print-code.js";
import { printTable } from "./print-table.js";
import { printText } from "./print-text.js";
import { drawSequence } from "./sequence-drawing.js";

/** Blocks as HTML, on the page that lies at `path`. */
export const printBlocks = (blocks: readonly AnchoredBlock[], path: string): HtmlText =>
  blocks.map((block) => `${printBlock(block, path)}\n`).join("") as HtmlText;

function printBlock(block: AnchoredBlock, path: string): string {
  switch (block.kind) {
    case "heading":
      return printHeading(block, path);
    case "paragraph":
      return `<p>${printText(block.text, path)}</p>`;
    case "list":
      return printList(block, path);
    case "table":
      return printTable(block, path);
    case "code":
      return printCode(block);
    case "diagram":
      return drawSequence(block.sequence, block.anchor);
  }
}

/** The link of a heading to itself is beside it: inside, it would be read as a part of the heading. */
function printHeading({ level, text, anchor }: AnchoredHeading, path: string): string {
  const link = {
    class: "anchor",
    href: toFragment(anchor),
    "aria-label": `Link to “${toPlainString(text)}”`,
  };
  const heading = `<h${level}${printAttributes({ id: anchor })}>${printText(text, path)}</h${level}>`;
  return `<div class="heading">${heading}<a${printAttributes(link)}>#</a></div>`;
}

function printList({ isNumbered, items }: List, path: string): string {
  const tag = isNumbered ? "ol" : "ul";
  const entries = items.map(({ text, items: inner }) => {
    const list = inner.map((item) => `<li>${printText(item, path)}</li>\n`).join("");
    return `<li>${printText(text, path)}${list === "" ? "" : `\n<ul>\n${list}</ul>\n`}</li>\n`;
  });
  return `<${tag}>\n${entries.join("")}</${tag}>`;
}
