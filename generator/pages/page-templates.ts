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
  type TextInput,
} from "./blocks/text.js";
import { codeBlock, heading, table, toParagraph } from "./blocks/builders.js";
import { Lexer, type Token, type Tokens } from "../base/text/markdown-tokens.js";
import type { Page, PageGroup } from "./page.js";

/** A text, a condition, blocks for a slot on its own line, or the items for `each`. */
export type TemplateSlot =
  TextInput | boolean | readonly Block[] | readonly { readonly [name: string]: TemplateSlot }[];

export type TemplateSlots = Readonly<Record<string, TemplateSlot>>;

/** The Markdown templates are in `templates/rendered/pages/`. */
export interface PageTemplates {
  /** The template begins with a title. Its name is the page's path. */
  readonly page: (name: string, group: PageGroup, slots: TemplateSlots) => Page;
  /** The template has no title. */
  readonly part: (name: string, slots?: TemplateSlots) => readonly Block[];
}

/**
 * Handlebars fills each slot with a mark, so that no content is parsed as Markdown.
 * @param common The slots that all templates share.
 */
export function createPageTemplates(
  layout: (path: string) => (slots: object) => string,
  common: TemplateSlots = {},
): PageTemplates {
  const read = (name: string, own: TemplateSlots): { tokens: readonly Token[]; template: FilledTemplate } => {
    const path = `pages/${name}.md`;
    const template: FilledTemplate = { path, slots: [] };
    return {
      tokens: new Lexer().lex(layout(path)(markSlots({ ...common, ...own }, template.slots))),
      template,
    };
  };
  return {
    page: (name, group, slots) => {
      const { tokens, template } = read(name, slots);
      const [title, ...rest] = tokens;
      if (!isTitle(title)) throw toTemplateError(template, "it has no title");
      const blocks = listBlocks(rest, template);
      return { path: name, group, title: tokensToText(title.tokens, template), blocks };
    },
    part: (name, slots = {}) => {
      const { tokens, template } = read(name, slots);
      return listBlocks(tokens, template);
    },
  };
}

const isTitle = (token: Token | undefined): token is Tokens.Heading =>
  token?.type === "heading" && (token as Tokens.Heading).depth === 1;

type SlotContent = TextInput | readonly Block[];

/** The content of the slots, indexed by the numbers in their marks. */
interface FilledTemplate {
  readonly path: string;
  readonly slots: SlotContent[];
}

/** Empty slots stay empty, so that `if` hides them. */
function markSlots(slots: TemplateSlots, fillers: SlotContent[]): object {
  const toMark = (slot: TemplateSlot): unknown => {
    if (typeof slot === "boolean") return slot;
    if (slot === "" || slot === 0 || (typeof slot === "object" && slot.length === 0)) return "";
    if (isRepeated(slot)) return slot.map((each) => markSlots(each, fillers));
    return `\u{E000}${fillers.push(slot) - 1}\u{E001}`;
  };
  return Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, toMark(slot)]));
}

/** Texts and blocks have a kind, repeated items have none. */
const isRepeated = (slot: Exclude<TemplateSlot, boolean>): slot is readonly TemplateSlots[] =>
  typeof slot === "object" && slot.every((part) => typeof part.kind !== "string");

const slotPattern = /\u{E000}(\d+)\u{E001}/u;

const findSlotContent = (number: string, { slots }: FilledTemplate): SlotContent =>
  slots[Number(number)] ?? "";

/** Undefined unless the text is a single slot with blocks. */
function findBlocks(text: string, template: FilledTemplate): readonly Block[] | undefined {
  const [whole, number = ""] = slotPattern.exec(text.trim()) ?? [];
  if (whole !== text.trim()) return undefined;
  const filler = findSlotContent(number, template);
  return isBlocks(filler) ? filler : undefined;
}

const isBlocks = (filler: SlotContent): filler is readonly Block[] =>
  typeof filler === "object" && filler.some(isBlock);

const inlineKinds = new Set(["plain", "strong", "emphasis", "link"]);
const isBlock = (part: Inline | Block): part is Block =>
  part.kind === "code" ? "language" in part : !inlineKinds.has(part.kind);

function listBlocks(tokens: readonly Token[], template: FilledTemplate): Block[] {
  const written = tokens.filter(({ type }) => type !== "space");
  return written.flatMap((token, index) => tokenToBlocks(token, template, written[index - 1]));
}

function tokenToBlocks(token: Token, template: FilledTemplate, before: Token | undefined): readonly Block[] {
  switch (token.type) {
    case "heading": {
      const { depth, tokens } = token as Tokens.Heading;
      if (depth !== 2 && depth !== 3) return rejectToken(token, template);
      const written = heading(depth, tokensToText(tokens, template));
      return [foldedComment.test(before?.raw ?? "") ? { ...written, isFolded: true } : written];
    }
    case "paragraph": {
      const { text, tokens } = token as Tokens.Paragraph;
      return findBlocks(text, template) ?? toParagraph(tokensToText(tokens, template));
    }
    case "list": {
      const { ordered, items } = token as Tokens.List;
      const filled = items
        .flatMap((item) => tokenToItems(item, template))
        .filter(({ text }) => hasContent(text));
      return filled.length === 0 ? [] : [{ kind: "list", isNumbered: ordered, items: filled }];
    }
    case "table":
      return [tokenToTable(token as Tokens.Table, template, before)];
    case "code": {
      const { lang = "", text } = token as Tokens.Code;
      // An empty slot leaves spaces at the end of its line.
      return [codeBlock(lang, trimLines(fillCode(text, template)))];
    }
    default:
      return namesComment.test(token.raw) || foldedComment.test(token.raw)
        ? []
        : rejectToken(token, template);
  }
}

function tokenToItems(item: Tokens.ListItem, template: FilledTemplate): readonly ListItem[] {
  const [first, ...others] = item.tokens;
  const { text = "", tokens = [] } = (first ?? {}) as Partial<Tokens.Text>;
  const listItems = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => (block.kind === "list" ? block.items : rejectToken(item, template)));
  const filler = findBlocks(text, template);
  if (filler) return listItems(filler);
  const inner = listItems(listBlocks(others, template));
  if (inner.some(({ items }) => items.length > 0)) rejectToken(item, template);
  return [{ text: tokensToText(tokens, template), items: inner.map((each) => each.text) }];
}

/** Folds the section of the next heading. */
const foldedComment = /^<!-- folded -->\s*$/;

/** Says what the rows of the next table are about. */
const namesComment = /^<!-- names: (\w+) -->\s*$/;

function tokenToTable(token: Tokens.Table, template: FilledTemplate, before: Token | undefined): Block {
  const fill = ({ tokens }: Tokens.TableCell): Text => tokensToText(tokens, template);
  const filled = token.rows.flatMap((row): readonly (readonly Cell[])[] => {
    const text = row.map((cell) => cell.text).join("");
    // The content has no rows.
    if (text === "") return [];
    const blocks = findBlocks(text, template);
    if (!blocks) return [row.map(fill)];
    return blocks.flatMap((block) => (block.kind === "table" ? block.rows : rejectToken(token, template)));
  });
  const [, names] = namesComment.exec(before?.raw ?? "") ?? [];
  return table(token.header.map(fill), filled, names);
}

const tokensToText = (tokens: readonly Token[], template: FilledTemplate): Text =>
  concat(tokens.map((token) => tokenToText(token, template)));

function tokenToText(token: Token, template: FilledTemplate): Text {
  const content = () => tokensToText((token as Tokens.Strong).tokens, template);
  switch (token.type) {
    case "text":
    case "escape":
      return concat(
        (token as Tokens.Text).text
          .split(slotPattern)
          .map((part, index) => (index % 2 === 1 ? slotText(part, template) : plainPiece(part))),
      );
    case "codespan":
      return code(fillCode((token as Tokens.Codespan).text, template));
    case "strong":
      return strong(content());
    case "em":
      return emphasis(content());
    case "link":
      return link(content(), ...toLinkTarget(token as Tokens.Link, template));
    default:
      return rejectToken(token, template);
  }
}

const plainPiece = (text: string): Text => (text === "" ? [] : [{ kind: "plain", text }]);

function slotText(number: string, template: FilledTemplate): Text {
  const filler = findSlotContent(number, template);
  if (isBlocks(filler)) throw toTemplateError(template, "blocks fill a slot that does not stand alone");
  return toText(filler);
}

const fillCode = (source: string, template: FilledTemplate): string =>
  source
    .split(slotPattern)
    .map((part, index) => {
      const filler = index % 2 === 1 ? findSlotContent(part, template) : part;
      if (typeof filler === "string") return filler;
      throw toTemplateError(template, "what fills a slot in code is no plain text");
    })
    .join("");

/** Pages support only some of Markdown. */
function rejectToken({ raw }: Token, template: FilledTemplate): never {
  throw toTemplateError(template, `a page cannot have this: ${raw.trim()}`);
}

function toLinkTarget({ href, raw }: Tokens.Link, template: FilledTemplate): [string | undefined, string?] {
  const [, file, anchor] = /^([\w./-]+\.md)?(?:#([\w-]+))?$/.exec(href) ?? [];
  if (file === undefined && anchor === undefined)
    throw toTemplateError(template, `this link leads to no page: ${raw}`);
  const page =
    file && posix.relative("pages", posix.join(posix.dirname(template.path), file)).replace(/\.md$/, "");
  return anchor === undefined ? [page] : [page, anchor];
}

const trimLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");

/** An error in a template is our own bug, and tests find it. */
const toTemplateError = ({ path }: FilledTemplate, reason: string): Error =>
  new Error(`The template ${path} cannot be used: ${reason}.`);
