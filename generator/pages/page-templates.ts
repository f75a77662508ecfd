import { posix } from "node:path";
import type { Block, Cell, ListItem } from "./blocks/block.js";
import {
  code,
  concat,
  emphasis,
  hasContent,
  type Inline,
  link,
  strong,
  type Text,
  toText,
  type Writable,
} from "./blocks/text.js";
import { codeBlock, heading, table, toParagraph } from "./blocks/builders.js";
import { Lexer, type Token, type Tokens } from "../base/text/markdown-tokens.js";
import type { Page, PageGroup } from "./page.js";

/** What a slot is filled with: a text, whether something is so, blocks in the place of a slot alone, or what `each` repeats. */
export type Slot = Writable | boolean | readonly Block[] | readonly { readonly [name: string]: Slot }[];

export type Slots = Readonly<Record<string, Slot>>;

/** The words of the pages, which lie in `templates/rendered/pages/*.md`, with what a page puts into their slots. */
export interface Words {
  /** A page, whose words begin with its title. Its path is the name of its words. */
  readonly page: (name: string, group: PageGroup, slots: Slots) => Page;
  /** A part of pages, which has no title. */
  readonly part: (name: string, slots?: Slots) => readonly Block[];
}

/**
 * Handlebars lays the words out, with a mark for what fills each slot. So nothing that fills one is read as Markdown.
 * @param common What all words may ask for.
 */
export function createWords(layout: (path: string) => (slots: object) => string, common: Slots = {}): Words {
  const read = (name: string, own: Slots): { tokens: readonly Token[]; filling: Filling } => {
    const path = `pages/${name}.md`;
    const filling: Filling = { path, slots: [] };
    return {
      tokens: new Lexer().lex(layout(path)(markSlots({ ...common, ...own }, filling.slots))),
      filling,
    };
  };
  return {
    page: (name, group, slots) => {
      const { tokens, filling } = read(name, slots);
      const [title, ...rest] = tokens;
      if (!isTitle(title)) throw toFault(filling, "it has no title");
      const blocks = listBlocks(rest, filling);
      return { path: name, group, title: toInline(title.tokens, filling), blocks };
    },
    part: (name, slots = {}) => {
      const { tokens, filling } = read(name, slots);
      return listBlocks(tokens, filling);
    },
  };
}

const isTitle = (token: Token | undefined): token is Tokens.Heading =>
  token?.type === "heading" && (token as Tokens.Heading).depth === 1;

type Filler = Writable | readonly Block[];

/** What fills the slots, by the numbers in their marks, and the template that they are of. */
interface Filling {
  readonly path: string;
  readonly slots: Filler[];
}

/** The slots as Handlebars gets them: marks, and nothing for what is empty, which `if` hides. */
function markSlots(slots: Slots, fillers: Filler[]): object {
  const toMark = (slot: Slot): unknown => {
    if (typeof slot === "boolean") return slot;
    if (slot === "" || slot === 0 || (typeof slot === "object" && slot.length === 0)) return "";
    if (isRepeated(slot)) return slot.map((each) => markSlots(each, fillers));
    return `\u{E000}${fillers.push(slot) - 1}\u{E001}`;
  };
  return Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, toMark(slot)]));
}

/** Texts and blocks have a kind. */
const isRepeated = (slot: Exclude<Slot, boolean>): slot is readonly Slots[] =>
  typeof slot === "object" && slot.every((part) => typeof part.kind !== "string");

const mark = /\u{E000}(\d+)\u{E001}/u;

const findFiller = (number: string, { slots }: Filling): Filler => slots[Number(number)] ?? "";

/** The blocks that fill a slot that stands alone. */
function findBlocks(text: string, filling: Filling): readonly Block[] | undefined {
  const [whole, number = ""] = mark.exec(text.trim()) ?? [];
  if (whole !== text.trim()) return undefined;
  const filler = findFiller(number, filling);
  return isBlocks(filler) ? filler : undefined;
}

const isBlocks = (filler: Filler): filler is readonly Block[] =>
  typeof filler === "object" && filler.some(isBlock);

const inlineKinds = new Set(["plain", "strong", "emphasis", "link"]);
const isBlock = (part: Inline | Block): part is Block =>
  part.kind === "code" ? "language" in part : !inlineKinds.has(part.kind);

function listBlocks(tokens: readonly Token[], filling: Filling): Block[] {
  const written = tokens.filter(({ type }) => type !== "space");
  return written.flatMap((token, index) => toBlocks(token, filling, written[index - 1]));
}

function toBlocks(token: Token, filling: Filling, before: Token | undefined): readonly Block[] {
  switch (token.type) {
    case "heading": {
      const { depth, tokens } = token as Tokens.Heading;
      return depth === 2 || depth === 3
        ? [heading(depth, toInline(tokens, filling))]
        : refuse(token, filling);
    }
    case "paragraph": {
      const { text, tokens } = token as Tokens.Paragraph;
      return findBlocks(text, filling) ?? toParagraph(toInline(tokens, filling));
    }
    case "list": {
      const { ordered, items } = token as Tokens.List;
      const filled = items.flatMap((item) => toItems(item, filling)).filter(({ text }) => hasContent(text));
      return filled.length === 0 ? [] : [{ kind: "list", isNumbered: ordered, items: filled }];
    }
    case "table":
      return [toTable(token as Tokens.Table, filling, before)];
    case "code": {
      const { lang = "", text } = token as Tokens.Code;
      return [codeBlock(lang, trimLines(toCode(text, filling)))];
    }
    default:
      return namesComment.test(token.raw) ? [] : refuse(token, filling);
  }
}

function toItems(item: Tokens.ListItem, filling: Filling): readonly ListItem[] {
  const [first, ...others] = item.tokens;
  const { text = "", tokens = [] } = (first ?? {}) as Partial<Tokens.Text>;
  const listItems = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => (block.kind === "list" ? block.items : refuse(item, filling)));
  const filler = findBlocks(text, filling);
  if (filler) return listItems(filler);
  const inner = listItems(listBlocks(others, filling));
  if (inner.some(({ items }) => items.length > 0)) refuse(item, filling);
  return [{ text: toInline(tokens, filling), items: inner.map((each) => each.text) }];
}

/** What the rows of the table below it are about. */
const namesComment = /^<!-- names: (\w+) -->\s*$/;

function toTable(token: Tokens.Table, filling: Filling, before: Token | undefined): Block {
  const fill = ({ tokens }: Tokens.TableCell): Text => toInline(tokens, filling);
  const filled = token.rows.flatMap((row): readonly (readonly Cell[])[] => {
    const text = row.map((cell) => cell.text).join("");
    // What fills it has no rows.
    if (text === "") return [];
    const blocks = findBlocks(text, filling);
    if (!blocks) return [row.map(fill)];
    return blocks.flatMap((block) => (block.kind === "table" ? block.rows : refuse(token, filling)));
  });
  const [, names] = namesComment.exec(before?.raw ?? "") ?? [];
  return table(token.header.map(fill), filled, names);
}

/** A line of words, with what fills its slots. */
const toInline = (tokens: readonly Token[], filling: Filling): Text =>
  concat(tokens.map((token) => toPiece(token, filling)));

function toPiece(token: Token, filling: Filling): Text {
  const content = () => toInline((token as Tokens.Strong).tokens, filling);
  switch (token.type) {
    case "text":
    case "escape":
      return concat(
        (token as Tokens.Text).text
          .split(mark)
          .map((part, index) => (index % 2 === 1 ? slotText(part, filling) : plain(part))),
      );
    case "codespan":
      return code(toCode((token as Tokens.Codespan).text, filling));
    case "strong":
      return strong(content());
    case "em":
      return emphasis(content());
    case "link":
      return link(content(), ...toPlace(token as Tokens.Link, filling));
    default:
      return refuse(token, filling);
  }
}

const plain = (text: string): Text => (text === "" ? [] : [{ kind: "plain", text }]);

function slotText(number: string, filling: Filling): Text {
  const filler = findFiller(number, filling);
  if (isBlocks(filler)) throw toFault(filling, "blocks fill a slot that does not stand alone");
  return toText(filler);
}

/** Fills the slots in code, with texts that have no marks of their own. */
const toCode = (source: string, filling: Filling): string =>
  source
    .split(mark)
    .map((part, index) => {
      const filler = index % 2 === 1 ? findFiller(part, filling) : part;
      if (typeof filler === "string") return filler;
      throw toFault(filling, "what fills a slot in code is no plain text");
    })
    .join("");

/** Blocks are fewer than Markdown has: what is none of them is a fault of the page. */
function refuse({ raw }: Token, filling: Filling): never {
  throw toFault(filling, `a page cannot have this: ${raw.trim()}`);
}

/** A page and an anchor, from a path that is relative to the template. */
function toPlace({ href, raw }: Tokens.Link, filling: Filling): [string | undefined, string?] {
  const [, file, anchor] = /^([\w./-]+\.md)?(?:#([\w-]+))?$/.exec(href) ?? [];
  if (file === undefined && anchor === undefined)
    throw toFault(filling, `this link leads to no page: ${raw}`);
  const page =
    file && posix.relative("pages", posix.join(posix.dirname(filling.path), file)).replace(/\.md$/, "");
  return anchor === undefined ? [page] : [page, anchor];
}

/** What is wrong with a template: a fault of ours, which tests find. */
const toFault = ({ path }: Filling, reason: string): Error =>
  new Error(`The template ${path} cannot be used: ${reason}.`);

const trimLines = (code: string): string =>
  code
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
