import { Lexer, type Token, type Tokens } from "../../text/markdown-tokens.js";
import type { Block } from "../blocks/block.js";
import type { Text } from "../blocks/text.js";
import { fillBlocks } from "./fill-blocks.js";
import { fillText, listSlots, TemplateFault, type Slots } from "./fill-text.js";

/** The words of the pages, which lie in `templates/pages/*.md`, with what a page puts into their slots. */
export interface Words {
  /** The title of a page, and what stands before the first of its parts. */
  readonly page: (name: string, slots?: Slots) => { readonly title: Text; readonly blocks: readonly Block[] };
  /** What stands below the line `<!-- part: x -->`, up to the next part. */
  readonly part: (name: string, part: string, slots?: Slots) => readonly Block[];
}

/** Something that was asked for. What stands before the first part has no name. */
export interface Asked {
  readonly name: string;
  readonly part: string;
  readonly slots: Slots;
}

/** Reads the words of a page when they are first asked for; `hear` is told what is. */
export function createWords(
  template: (path: string) => string,
  hear: (asked: Asked) => void = () => undefined,
): Words {
  const pages = new Map<string, ReadonlyMap<string, Part>>();
  const open = (asked: Asked) => {
    hear(asked);
    const { name, part, slots } = asked;
    const path = `pages/${name}.md`;
    const parts = pages.get(name) ?? readParts(template(path));
    pages.set(name, parts);
    const found = parts.get(part);
    if (!found) throw new TemplateFault(path, part === "" ? "it has no title" : `it has no part ${part}`);
    const empty = found.slots.find((slot) => !Object.hasOwn(slots, slot));
    const known = Object.keys(slots).join(", ");
    if (empty !== undefined)
      throw new TemplateFault(path, `nothing fills {{${empty}}}; the slots there are ${known || "none"}`);
    return { tokens: found.tokens, filling: { path, slots } };
  };
  return {
    page: (name, slots = {}) => {
      const { tokens, filling } = open({ name, part: "", slots });
      const [title, ...rest] = tokens;
      if (!isTitle(title)) throw new TemplateFault(filling.path, "it has no title");
      return { title: fillText(title.tokens, filling), blocks: fillBlocks(rest, filling) };
    },
    part: (name, part, slots = {}) => {
      const { tokens, filling } = open({ name, part, slots });
      return fillBlocks(tokens, filling);
    },
  };
}

const isTitle = (token: Token | undefined): token is Tokens.Heading =>
  token?.type === "heading" && (token as Tokens.Heading).depth === 1;

/** A part of a page, as it is written. */
export interface Part {
  readonly tokens: readonly Token[];
  readonly slots: readonly string[];
}

/** The parts of a page that have words, by their names. */
export function readParts(markdown: string): ReadonlyMap<string, Part> {
  const parts = new Map<string, Token[]>();
  let part = "";
  for (const token of new Lexer().lex(markdown)) {
    const [, begun] = /^<!-- part: (\S+) -->\s*$/.exec(token.raw) ?? [];
    if (begun !== undefined) part = begun;
    else if (token.type !== "space") parts.set(part, [...(parts.get(part) ?? []), token]);
  }
  return new Map([...parts].map(([name, tokens]) => [name, { tokens, slots: listSlots(tokens) }]));
}
