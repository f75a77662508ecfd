import type { Direction } from "../../model/model.js";
import type { Block, Page } from "../pages/page.js";
import { isName } from "../pages/text-rows.js";
import { readNote } from "./notes.js";

/** What a heading says of the side of all that stands below it. */
const sides: ReadonlyMap<string, Direction> = new Map([
  ["request objects", "request"],
  ["requests", "request"],
  ["request objecten", "request"],
  ["response objects", "response"],
  ["responses", "response"],
  ["response objecten", "response"],
]);

/** Whether a text has a heading over the objects of one side, as only definitions have it. */
export const describesObjects = (text: string): boolean =>
  text.split(/[<>#\n]/).some((line) => sides.has(line.trim().toLowerCase()));

/** The blocks below one heading, up to the next. */
export interface Section {
  /** The headings above, outermost first, without the title of the page. */
  readonly headings: readonly string[];
  readonly side?: Direction | undefined;
  /** The name that the heading gives: what the tables below describe. */
  readonly object?: string | undefined;
  /** The heading, if it is none of the kinds that we know. */
  readonly unread?: Extract<Block, { kind: "heading" }> | undefined;
  readonly line: number;
  readonly blocks: readonly Exclude<Block, { kind: "heading" }>[];
}

interface Heading {
  readonly level: number;
  readonly text: string;
}

interface OpenSection extends Section {
  readonly blocks: Exclude<Block, { kind: "heading" }>[];
}

/** Splits a page at its headings. A heading that only says when something was added is a sentence of the section above it. */
export function splitSections({ title, blocks }: Page): readonly Section[] {
  const sections: OpenSection[] = [{ headings: [], line: 1, blocks: [] }];
  let above: readonly Heading[] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (block.kind !== "heading") last?.blocks.push(block);
    else if (readNote(block.text)) last?.blocks.push({ ...block, kind: "paragraph" });
    else {
      above = [...above.filter(({ level }) => level < block.level), block];
      sections.push(openSection(above, block, title));
    }
  }
  return sections;
}

function openSection(
  above: readonly Heading[],
  block: Extract<Block, { kind: "heading" }>,
  title: string,
): OpenSection {
  const side = above.map(({ text }) => sides.get(text.toLowerCase())).findLast(Boolean);
  const isSide = sides.has(block.text.toLowerCase());
  const object = isName(block.text) && side && !isSide ? block.text : undefined;
  const isKnown = isSide || object !== undefined || block.text === title;
  return {
    headings: above.map(({ text }) => text).filter((text) => text !== title),
    side,
    object,
    unread: isKnown ? undefined : block,
    line: block.line,
    blocks: [],
  };
}
