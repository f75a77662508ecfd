import { posix } from "node:path";
import { toVisible } from "../../text/quote.js";
import type { Token, Tokens } from "../../text/markdown-tokens.js";
import type { Block } from "../blocks/block.js";
import { code, concat, emphasis, link, strong, toText } from "../blocks/text.js";
import type { Inline, Text, Writable } from "../blocks/text.js";

/** What a slot is filled with: a text, whether something is so, or the blocks that take the place of a slot alone. */
export type Slot = Writable | boolean | readonly Block[];

export type Slots = Readonly<Record<string, Slot>>;

/** What fills the slots of words, and the template that these are from. */
export interface Filling {
  readonly path: string;
  readonly slots: Slots;
}

/** `{{name}}` is a slot. `{{if name}}` and `{{if not name}}` may hide what follows, as far as the next of them, or `{{end}}`. */
const mark = /^\{\{(?:(end)|(if (not )?)?(\w+))\}\}$/;
const anyMark = /(\{\{[^{}]*\}\})/;

/** The names of all slots that words have. */
export const listSlots = (tokens: readonly Token[]): string[] => [
  ...new Set(tokens.flatMap(({ raw }) => raw.split(anyMark)).flatMap((part) => mark.exec(part)?.[4] ?? [])),
];

/** The slot that a text is, if it is nothing else. */
export const findOnlySlot = (text: string, { slots }: Filling): Slot | undefined => {
  const [, end, condition, , name = ""] = mark.exec(text.trim()) ?? [];
  return end === undefined && condition === undefined ? slots[name] : undefined;
};

/** Whether a slot is filled with blocks, or with nothing, which may be a text too. */
export const isBlocks = (slot: Slot | undefined): slot is readonly Block[] =>
  typeof slot === "object" && slot.every(isBlock);

const inlineKinds = new Set(["plain", "strong", "emphasis", "link"]);
const isBlock = (part: Inline | Block): part is Block =>
  part.kind === "code" ? "language" in part : !inlineKinds.has(part.kind);

/** Fills the slots of a line of words. What fills them stays text, whatever it looks like: the words are read before. */
export function fillText(tokens: readonly Token[], filling: Filling): Text {
  const texts: Text[] = [];
  let isShown = true;
  for (const piece of tokens.flatMap(splitToken)) {
    if (typeof piece === "object") {
      if (isShown) texts.push(fillInline(piece, filling));
      continue;
    }
    const [, end, condition, not, name = ""] = mark.exec(piece) ?? [];
    if (end !== undefined) isShown = true;
    else if (condition !== undefined) isShown = holds(filling.slots[name]) === (not === undefined);
    else if (isShown) texts.push(name === "" ? toWords(piece, filling) : toSlotText(name, filling));
  }
  return tidy(concat(texts));
}

/** Words and marks apart; any other token as it is. */
const splitToken = (token: Token): readonly (string | Token)[] =>
  token.type === "text" || token.type === "escape"
    ? (token as Tokens.Text).text.split(anyMark).filter((part) => part !== "")
    : [token];

const holds = (slot: Slot | undefined): boolean =>
  typeof slot === "object" ? slot.length > 0 : Boolean(slot);

function toWords(words: string, { path }: Filling): Text {
  if (words.includes("{{")) throw new TemplateFault(path, `it has a slot that cannot be read: ${words}`);
  return [{ kind: "plain", text: toVisible(words) }];
}

function toSlotText(name: string, { path, slots }: Filling): Text {
  const slot = slots[name] ?? "";
  if (typeof slot !== "object") {
    if (typeof slot !== "boolean") return toText(slot);
  } else if (slot.length === 0 || !isBlocks(slot)) return slot as Text;
  throw new TemplateFault(path, `{{${name}}} is no text, to stand within a line`);
}

function fillInline(token: Token, filling: Filling): Text {
  const content = () => fillText((token as Tokens.Strong).tokens, filling);
  switch (token.type) {
    case "codespan":
      return code(fillCode((token as Tokens.Codespan).text, filling));
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

/** Blocks are fewer than Markdown has: what is none of them is a fault of the page. */
export function refuse({ raw }: Token, { path }: Filling): never {
  throw new TemplateFault(path, `a page cannot have this: ${raw.trim()}`);
}

/** A page and an anchor, from a path that is relative to the template. */
function toPlace({ href, raw }: Tokens.Link, { path }: Filling): [string | undefined, string?] {
  const [, file, anchor] = /^([\w./-]+\.md)?(?:#([\w-]+))?$/.exec(href) ?? [];
  if (file === undefined && anchor === undefined)
    throw new TemplateFault(path, `this link leads to no page: ${raw}`);
  const page = file && posix.relative("pages", posix.join(posix.dirname(path), file)).replace(/\.md$/, "");
  return anchor === undefined ? [page] : [page, anchor];
}

/** Fills the slots in code, with texts that have no marks of their own. */
export const fillCode = (source: string, { path, slots }: Filling): string =>
  source
    .split(anyMark)
    .map((part) => {
      const name = mark.exec(part)?.[4];
      const slot = name === undefined ? part : slots[name];
      if (typeof slot === "string") return slot;
      throw new TemplateFault(path, `${part} is no plain text, to stand in code`);
    })
    .join("");

/** Without the blanks around what is hidden or empty. */
function tidy(text: Text): Text {
  const last = text.length - 1;
  return text
    .map((inline, index) => {
      if (inline.kind !== "plain") return inline;
      const single = inline.text.replace(/ {2,}/g, " ");
      const begun = index === 0 ? single.trimStart() : single;
      return { ...inline, text: index === last ? begun.trimEnd() : begun };
    })
    .filter((inline) => inline.kind !== "plain" || inline.text !== "");
}

/** What is wrong with a template: a fault of ours, which tests find. */
export class TemplateFault extends Error {
  constructor(path: string, reason: string) {
    super(`The template ${path} cannot be used: ${reason}.`);
  }
}
