import type { Cell, Unfolding } from "../../docs/blocks/block.js";
import { toPlainString } from "../../docs/blocks/text.js";
import { isAvailability, isUnfolding, toCellText } from "../../docs/blocks/write.js";
import { toHtmlText } from "../../text/escape.js";
import type { AnchoredRow, AnchoredTable, RowSubject } from "./anchored-blocks.js";
import { toFragment } from "./anchors.js";
import { endAttributes, printAttributes } from "./attributes.js";
import { printText } from "./print-text.js";

/** More columns than this are a matrix, which is scanned rather than read. */
const mostColumns = 8;

/** Tables unfold this many times inside one another; what is deeper has only the link to its page. */
const mostFolds = 3;

/** Where a table is printed. */
interface Place {
  /** Of the page. */
  readonly path: string;
  /** How many tables it is inside. */
  readonly depth: number;
}

/** A table in a region that scrolls by itself, also by keyboard. */
export const printTable = (table: AnchoredTable, path: string): string =>
  printInPlace(table, { path, depth: 0 });

function printInPlace({ title, columns, rows }: AnchoredTable, place: Place): string {
  const isWide = columns.length > mostColumns;
  const labels = columns.map((column) => (isWide ? undefined : toPlainString(column)));
  const head = columns.map((column) => `<th>${printText(column, place.path)}</th>`).join("\n");
  const body = rows.map((row) => printRow(row, labels, place)).join("");
  const region = {
    class: "table",
    role: "group",
    tabindex: "0",
    "aria-label": title === "" ? "Table" : `Table: ${title}`,
    "data-scroll": "",
  };
  return (
    `<div${printAttributes(region)}><table class="${toShape(columns.length)}">\n` +
    `<thead>\n<tr>\n${head}\n</tr>\n</thead>\n${body === "" ? "" : `<tbody>\n${body}</tbody>\n`}</table></div>`
  );
}

/** Where there is little room a row of `cards` becomes a card, and a table that is `wide` is scrolled. */
const toShape = (columns: number): string =>
  columns > mostColumns ? "wide" : columns > 2 ? "cards" : "narrow";

function printRow(row: AnchoredRow, labels: readonly (string | undefined)[], place: Place): string {
  const attributes = { ...endAttributes(row.availability), id: row.subject?.anchor };
  const cells = row.cells.map((cell, column) => {
    const html = printCell(cell, place);
    const content = column === 0 && row.subject ? linkToRow(row.subject, html) : html;
    return `<td${printAttributes(toAttributes(cell, labels[column]))}>${content}</td>\n`;
  });
  return `<tr${printAttributes(attributes)}>\n${cells.join("")}</tr>\n`;
}

const printCell = (cell: Cell, place: Place): string =>
  `${printText(toCellText(cell), place.path)}${isUnfolding(cell) ? printUnfolding(cell, place) : ""}`;

/** Its rows have no anchors: those are on the page of what it shows. */
function printUnfolding({ title, table }: Unfolding, { path, depth }: Place): string {
  if (depth === mostFolds) return "";
  const rows = table.rows.map((cells) => ({
    cells,
    availability: cells.find(isAvailability),
    subject: undefined,
  }));
  const inner = printInPlace({ ...table, title, rows }, { path, depth: depth + 1 });
  const of = `<span class="unseen"> of ${toHtmlText(title)}</span>`;
  return `\n<details class="unfold"><summary>Properties${of}</summary>\n${inner}\n</details>\n`;
}

const linkToRow = ({ anchor }: RowSubject, html: string): string =>
  `<a${printAttributes({ class: "row-link", href: toFragment(anchor) })}>${html}</a>`;

/** Cells beside one another need a label each where the head of the table is not shown. */
const toAttributes = (cell: Cell, label: string | undefined) => ({
  "data-label": label,
  class: typeof cell === "boolean" ? (cell ? "yes" : "no") : undefined,
});
