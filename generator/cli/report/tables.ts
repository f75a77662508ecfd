import { showInvisible } from "../../text/quote.js";
import { paint, type Style } from "../../text/style.js";
import { measureWidth } from "../../text/width.js";
import { wrapText } from "../../text/words.js";

/** A cell of a table: a text, or a text with what it means. */
export type Cell = string | readonly [style: Style, text: string];

/** Where a text for a terminal goes. */
export interface Room {
  /** How wide a line may be; undefined: as wide as it is. */
  readonly columns?: number | undefined;
  /** How many spaces come before each line. */
  readonly indent?: number;
}

/** Rows of text, with their columns lined up, and broken within them where the terminal is too narrow. */
export const formatTable = (rows: readonly (readonly Cell[])[], room: Room = {}): string =>
  formatRows(rows, room).join("");

/** The same, each row on its own: other lines may follow it. */
export function formatRows(
  rows: readonly (readonly Cell[])[],
  { columns, indent = 0 }: Room,
): readonly string[] {
  const texts = rows.map((row) => row.map(toText));
  const byColumn = (texts[0] ?? []).map((_, column) => texts.map((row) => row[column] ?? ""));
  const natural = byColumn.map(measureWidest);
  const least = byColumn.map((cells) => measureWidest(cells.flatMap((cell) => cell.split(" "))));
  const widths = columns === undefined ? natural : fitWidths(natural, least, columns - indent);
  return rows.map((row) => formatRow(row, widths, " ".repeat(indent)));
}

/** A text on lines that a terminal need not break, with spaces before each. */
export const formatParagraph = (text: Cell, room: Room): string => formatTable([[text]], room);

/** A table in Markdown; the cells are Markdown already, and the first row is the head. */
export const formatMarkdownTable = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const toText = (cell: Cell): string => showInvisible(typeof cell === "string" ? cell : cell[1]);

const measureWidest = (texts: readonly string[]): number => Math.max(...texts.map(measureWidth));

const gap = "  ";

/** No column gets narrower than that, nor than its longest word: a line that the terminal breaks is easier to read. */
const narrowest = 24;

/** Takes from the widest column that has something to give, until all of them fit. */
function fitWidths(natural: readonly number[], least: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width + gap.length, -gap.length) - room;
  while (excess-- > 0) {
    const spare = widths.map((width, i) => (width > Math.max(narrowest, least[i] ?? 0) ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function formatRow(row: readonly Cell[], widths: readonly number[], indent: string): string {
  const cells = row.map((cell, column) => wrapText(toText(cell), widths[column] ?? 0, measureWidth));
  const height = Math.max(...cells.map(({ length }) => length));
  const lines = Array.from({ length: height }, (_, line) =>
    row.map((cell, column) => padCell(cell, cells[column]?.[line] ?? "", widths[column] ?? 0)),
  );
  return lines.map((parts) => `${indent}${parts.join(gap)}`.trimEnd() + "\n").join("");
}

const padCell = (cell: Cell, text: string, width: number): string =>
  (typeof cell === "string" ? text : paint(cell[0], text)) +
  " ".repeat(Math.max(0, width - measureWidth(text)));
