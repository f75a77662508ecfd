import type { Block, Page, Row } from "../pages/page.js";

/** A line of a page, a heading, or a cell of a table. */
export interface Piece {
  readonly line: number;
  readonly text: string;
  /** Set for a heading. */
  readonly level?: number;
  /** What the table calls the cell; "" elsewhere. */
  readonly label: string;
  /** Whether nobody reads it as prose. */
  readonly isOther?: true;
}

/** All that a page has, in reading order. */
export const listPieces = ({ blocks }: Page): readonly Piece[] => blocks.flatMap(toPieces);

function toPieces(block: Block): readonly Piece[] {
  switch (block.kind) {
    case "heading":
      return [{ line: block.line, text: block.text, level: block.level, label: "" }];
    case "table":
      return block.rows.flatMap((row) => toCells(row, block.header));
    case "other":
      return [{ line: block.line, text: block.text, label: "", isOther: true }];
    case "paragraph":
    case "item":
      return toLines(block.text, block.line, "");
  }
}

const toLines = (text: string, line: number, label: string): readonly Piece[] =>
  text
    .split("\n")
    .filter((part) => part.trim() !== "")
    .map((part) => ({ line, text: part, label }));

/** The cells of a row under their headers. In a table without any, a row of two may be a name and what goes by it. */
function toCells({ line, cells }: Row, header: readonly string[]): readonly Piece[] {
  const [name = "", ...values] = cells;
  return header.length === 0 && values.length === 1
    ? values.flatMap((value) => toLines(value, line, name))
    : cells.flatMap((cell, i) => toLines(cell, line, header[i] ?? ""));
}
