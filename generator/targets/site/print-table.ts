import type { Cell } from "../../docs/blocks/block.js";
import { toPlainString } from "../../docs/blocks/text.js";
import { toCellText } from "../../docs/blocks/write.js";
import type { AnchoredRow, AnchoredTable, RowSubject } from "./anchored-blocks.js";
import { toFragment } from "./anchors.js";
import { endAttributes, printAttributes } from "./attributes.js";
import { printText } from "./print-text.js";

/** More columns than this are a matrix, which is scanned rather than read. */
const mostColumns = 8;

/** A table in a region that scrolls by itself, also by keyboard. */
export function printTable({ title, columns, rows }: AnchoredTable, path: string): string {
  const isWide = columns.length > mostColumns;
  const labels = columns.map((column) => (isWide ? undefined : toPlainString(column)));
  const head = columns.map((column) => `<th>${printText(column, path)}</th>`).join("\n");
  const body = rows.map((row) => printRow(row, labels, path)).join("");
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

/** On a phone a row of `cards` becomes a card, and a table that is `wide` is scrolled. */
const toShape = (columns: number): string =>
  columns > mostColumns ? "wide" : columns > 2 ? "cards" : "narrow";

function printRow(row: AnchoredRow, labels: readonly (string | undefined)[], path: string): string {
  const attributes = { ...endAttributes(row.availability), id: row.subject?.anchor };
  const cells = row.cells.map((cell, column) => {
    const html = printText(toCellText(cell), path);
    const content = column === 0 && row.subject ? linkToRow(row.subject, html) : html;
    return `<td${printAttributes(toAttributes(cell, labels[column]))}>${content}</td>\n`;
  });
  return `<tr${printAttributes(attributes)}>\n${cells.join("")}</tr>\n`;
}

const linkToRow = ({ anchor }: RowSubject, html: string): string =>
  `<a${printAttributes({ class: "row-link", href: toFragment(anchor) })}>${html}</a>`;

/** Narrow screens show no head of the table, so each cell has its label. */
const toAttributes = (cell: Cell, label: string | undefined) => ({
  "data-label": label,
  class: typeof cell === "boolean" ? (cell ? "yes" : "no") : undefined,
});
