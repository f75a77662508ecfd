import type { Token, Tokens } from "../../text/markdown-tokens.js";
import type { Block, Cell, ListItem } from "../blocks/block.js";
import { hasContent, type Text } from "../blocks/text.js";
import { codeBlock, heading, table, toParagraph } from "../blocks/write.js";
import { fillCode, fillText, findOnlySlot, isBlocks, refuse, type Filling } from "./fill-text.js";

/**
 * Fills the slots of words. What has nothing left to say is left out; with a heading, all as far as the next one of its level.
 * A slot alone gives its place to blocks: in a list to the entries of lists, in a table to the rows of tables.
 */
export function fillBlocks(tokens: readonly Token[], filling: Filling): Block[] {
  const blocks: Block[] = [];
  /** The level of the heading that is left out with its section. */
  let hidden = Infinity;
  for (const [index, token] of tokens.entries()) {
    const filled = fillBlock(token, filling, tokens[index - 1]);
    if (filled.length === 0 && token.type === "heading")
      hidden = Math.min(hidden, (token as Tokens.Heading).depth);
    for (const block of filled) {
      if (block.kind === "heading" && block.level <= hidden) hidden = Infinity;
      if (hidden === Infinity) blocks.push(block);
    }
  }
  return blocks;
}

function fillBlock(token: Token, filling: Filling, before: Token | undefined): readonly Block[] {
  switch (token.type) {
    case "heading":
      return fillHeading(token as Tokens.Heading, filling);
    case "paragraph":
      return fillParagraph(token as Tokens.Paragraph, filling);
    case "list":
      return fillList(token as Tokens.List, filling);
    case "table":
      return [fillTable(token as Tokens.Table, filling, before)];
    case "code":
      return [fillFence(token as Tokens.Code, filling)];
    default:
      return token.type === "space" || namesComment.test(token.raw) ? [] : refuse(token, filling);
  }
}

function fillHeading(token: Tokens.Heading, filling: Filling): Block[] {
  const { depth, tokens } = token;
  if (depth !== 2 && depth !== 3) return refuse(token, filling);
  const text = fillText(tokens, filling);
  return hasContent(text) ? [heading(depth, text)] : [];
}

function fillParagraph({ text, tokens }: Tokens.Paragraph, filling: Filling): readonly Block[] {
  const slot = findOnlySlot(text, filling);
  return isBlocks(slot) ? slot : toParagraph(fillText(tokens, filling));
}

function fillList({ ordered, items }: Tokens.List, filling: Filling): Block[] {
  const filled = items.flatMap((item) => fillItem(item, filling)).filter(({ text }) => hasContent(text));
  return filled.length === 0 ? [] : [{ kind: "list", isNumbered: ordered, items: filled }];
}

function fillItem(item: Tokens.ListItem, filling: Filling): readonly ListItem[] {
  const [first, ...others] = item.tokens;
  const { text = "", tokens = [] } = (first ?? {}) as Partial<Tokens.Text>;
  const listItems = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => (block.kind === "list" ? block.items : refuse(item, filling)));
  const slot = findOnlySlot(text, filling);
  if (isBlocks(slot)) return listItems(slot);
  const inner = listItems(fillBlocks(others, filling));
  if (inner.some(({ items }) => items.length > 0)) refuse(item, filling);
  return [{ text: fillText(tokens, filling), items: inner.map((each) => each.text) }];
}

/** What the rows of the table below it are about. */
const namesComment = /^<!-- names: (\w+) -->\s*$/;

function fillTable(token: Tokens.Table, filling: Filling, before: Token | undefined): Block {
  const fill = ({ tokens }: Tokens.TableCell): Text => fillText(tokens, filling);
  const filled = token.rows.flatMap((row): readonly (readonly Cell[])[] => {
    const slot = findOnlySlot(row.map(({ text }) => text).join(""), filling);
    if (!isBlocks(slot)) return [row.map(fill)];
    return slot.flatMap((block) => (block.kind === "table" ? block.rows : refuse(token, filling)));
  });
  const [, names] = namesComment.exec(before?.raw ?? "") ?? [];
  return table(token.header.map(fill), filled, names);
}

/** A title is written as in what is printed: `json title="A request"`. An empty slot leaves no blanks at the end of a line. */
function fillFence({ lang = "", text }: Tokens.Code, filling: Filling): Block {
  const [, language = "", title] = /^(\S*)(?: title="(.*)")?$/.exec(lang) ?? [];
  return codeBlock(language, trimLines(fillCode(text, filling)), title);
}

/** Takes the blanks off that an empty slot left at the end of a line. */
const trimLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
