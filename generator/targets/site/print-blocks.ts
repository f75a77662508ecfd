import type { Aside, Choices, CodeBlock, List, Paragraph } from "../../docs/blocks/block.js";
import { toPlainString } from "../../docs/blocks/text.js";
import type { HtmlText } from "../../text/escape.js";
import type { AnchoredBlock, AnchoredHeading } from "./anchored-blocks.js";
import { toFragment } from "./anchors.js";
import { printAttributes } from "./attributes.js";
import { printCode } from "./print-code.js";
import { printTable } from "./print-table.js";
import { printText } from "./print-text.js";
import { drawSequence } from "./sequence-drawing.js";

/** Blocks as HTML, on the page that lies at `path`. What stands beside a section is in one element with it. */
export function printBlocks(blocks: readonly AnchoredBlock[], path: string): HtmlText {
  const parts: string[] = [];
  let section = 0;
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 2) section = parts.length;
    const html = `${printBlock(block, path)}\n`;
    if (block.kind !== "aside") parts.push(html);
    else section = parts.push(`${withAside(parts.splice(section), html)}\n`);
  }
  return parts.join("") as HtmlText;
}

const withAside = (section: readonly string[], aside: string): string =>
  `<div class="beside">\n<div class="main">\n${section.join("")}</div>\n${aside}</div>`;

function printBlock(block: AnchoredBlock, path: string): string {
  switch (block.kind) {
    case "heading":
      return printHeading(block, path);
    case "paragraph":
      return printParagraph(block, path);
    case "list":
      return printList(block, path);
    case "table":
      return printTable(block, path);
    case "code":
      return printCode(block);
    case "diagram":
      return drawSequence(block.sequence, block.anchor);
    case "choices":
      return printChoices(block, path);
    case "aside":
      return printAside(block, path);
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

const printParagraph = ({ text }: Paragraph, path: string): string => `<p>${printText(text, path)}</p>`;

function printList({ isNumbered, items }: List, path: string): string {
  const tag = isNumbered ? "ol" : "ul";
  const entries = items.map(({ text, items: inner }) => {
    const list = inner.map((item) => `<li>${printText(item, path)}</li>\n`).join("");
    return `<li>${printText(text, path)}${list === "" ? "" : `\n<ul>\n${list}</ul>\n`}</li>\n`;
  });
  return `<${tag}>\n${entries.join("")}</${tag}>`;
}

function printChoices({ look, choices }: Choices, path: string): string {
  const entries = choices.map(({ link, about }) => {
    const text = about.length === 0 ? "" : `\n<p>${printText(about, path)}</p>\n`;
    return `<li>${printText([link], path)}${text}</li>\n`;
  });
  return `<ul class="${looks[look]}">\n${entries.join("")}</ul>`;
}

/** The class of each: that of tables whose rows become cards is taken. */
const looks = { buttons: "buttons", cards: "choice-cards" } as const;

const printAside = ({ blocks }: Aside, path: string): string =>
  `<div class="sample">\n${blocks.map((block) => `${printShown(block, path)}\n`).join("")}</div>`;

const printShown = (block: Paragraph | CodeBlock, path: string): string =>
  block.kind === "code" ? printCode(block) : printParagraph(block, path);
