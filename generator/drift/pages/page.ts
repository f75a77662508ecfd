/** A page of prose, whatever it was saved as: its blocks in reading order. A forced break in a text is a line end. */
export interface Page {
  /** The first heading of the highest level that there is; "" if there is no heading. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A part of a page, with the line where it begins, from 1. */
export type Block =
  | { readonly kind: "heading"; readonly line: number; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly line: number; readonly text: string }
  /** An item of a list; `level` 1 is outermost. */
  | { readonly kind: "item"; readonly line: number; readonly level: number; readonly text: string }
  /** Without a header, `header` is empty. */
  | {
      readonly kind: "table";
      readonly line: number;
      readonly header: readonly string[];
      readonly rows: readonly Row[];
    }
  /** Code, or a picture: something that nobody reads as prose. */
  | { readonly kind: "other"; readonly line: number; readonly text: string };

/** A row of a table. A cell that spans all columns, or that has nothing beside it, is the only one of its row. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Makes a row of the texts of its cells. */
export function makeRow(line: number, texts: readonly string[]): Row {
  const cells = texts.map(cleanText);
  const [first = "", ...others] = cells;
  return { line, cells: others.some((text) => text !== "") ? cells : [first] };
}

/** A text with single spaces, and without any at the ends of its lines. */
export const cleanText = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.split(/\s/).filter(Boolean).join(" "))
    .filter(Boolean)
    .join("\n");

/** Makes a page of its blocks. */
export function makePage(blocks: readonly Block[]): Page {
  const headings = blocks.filter((block) => block.kind === "heading");
  const highest = headings.reduce((level, heading) => Math.min(level, heading.level), Infinity);
  return { title: headings.find(({ level }) => level === highest)?.text ?? "", blocks };
}
