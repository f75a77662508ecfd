import type { Block, Choices, CodeBlock, List } from "../../docs/blocks/block.js";
import { toMermaid } from "./mermaid.js";
import { printTable } from "./print-table.js";
import { printText } from "./print-text.js";

/** Blocks as Markdown, on the page that lies at `path`. */
export const printBlocks = (blocks: readonly Block[], path: string): string =>
  blocks.map((block) => `${printBlock(block, path)}\n`).join("\n");

function printBlock(block: Block, path: string): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${printText(block.text, path)}`;
    case "paragraph":
      return printText(block.text, path);
    case "list":
      return printList(block, path);
    case "table":
      return printTable(block, path);
    case "code":
      return printCode(block);
    case "diagram":
      return printFence("mermaid", toMermaid(block.sequence));
    case "choices":
      return printChoices(block, path);
    case "aside":
      return block.blocks.map((inner) => printBlock(inner, path)).join("\n\n");
  }
}

const printList = ({ isNumbered, items }: List, path: string): string =>
  items
    .flatMap(({ text, items: inner }, index) => [
      `${isNumbered ? `${index + 1}.` : "-"} ${printText(text, path)}`,
      ...inner.map((item) => `  - ${printText(item, path)}`),
    ])
    .join("\n");

function printChoices({ look, choices }: Choices, path: string): string {
  const links = choices.map(({ link, about }) => ({ link: printText([link], path), about }));
  return look === "buttons"
    ? links.map(({ link }) => `**${link}**`).join(" · ")
    : links.map(({ link, about }) => `- ${link}: ${printText(about, path)}`).join("\n");
}

const printCode = ({ language, code, title }: CodeBlock): string =>
  printFence(title === undefined ? language : `${language} title="${title}"`, code);

/** A block of code; its fence is longer than any that the code holds. */
function printFence(info: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${info}\n${code}\n${fence}`;
}
