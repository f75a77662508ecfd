import { toHtmlText } from "../text/escape.js";
import type { Cell, Table, Unfolding } from "./block.js";
import {
  endAttributes,
  findName,
  printAttributes,
  printText,
  toFragment,
  type Anchors,
} from "./html-text.js";
import { toPlainString } from "./text.js";
import { isAvailability, isUnfolding, toCellText } from "./write.js";

/** A table with more columns is a matrix, which is scanned rather than read. */
const maxColumns = 8;

/** Tables unfold this many times inside one another; what is deeper has only the link to its page. */
const maxFolds = 3;

/** Where a table is printed. */
interface Place {
  /** Of the page. */
  readonly path: string;
  /** What names the table: the id of the heading above it, or words. */
  readonly name: { readonly "aria-labelledby": string } | { readonly "aria-label": string };
  /** Without those of a table inside another one: they are on the page of what it shows. */
  readonly anchors: Anchors;
  /** How many tables it is inside. */
  readonly depth: number;
}

/** A table in a region that scrolls by itself, also by keyboard. */
export function printTable(table: Table, place: Place): string {
  const { columns, rows } = table;
  const isWide = columns.length > maxColumns;
  const head = columns.map((column) => `<th scope="col">${printText(column, place.path)}</th>\n`).join("");
  const labels = isWide ? [] : columns.map(toPlainString);
  const body = rows.map((row) => printRow(row, { table, labels, place, isWide })).join("");
  const region = { class: "table", role: "group", tabindex: "0", ...place.name, "data-scroll": "" };
  // Where there is little room a row of `cards` becomes a card, and a table that is `wide` is scrolled.
  const shape = isWide ? "wide" : columns.length > 2 ? "cards" : undefined;
  return (
    `<div${printAttributes(region)}><table${printAttributes({ class: shape, ...place.name })}>\n` +
    `<thead>\n<tr>\n${head}</tr>\n</thead>\n${body === "" ? "" : `<tbody>\n${body}</tbody>\n`}</table></div>`
  );
}

interface RowPlace {
  readonly table: Table;
  /** What a cell is called where the head of the table is not shown. */
  readonly labels: readonly string[];
  readonly place: Place;
  readonly isWide: boolean;
}

/** The first cell is the head of its row where it says what the row is about. */
function printRow(row: readonly Cell[], { table, labels, place, isWide }: RowPlace): string {
  const anchor = place.anchors.get(row);
  const cells = row.map((cell, column) => {
    const isHead = column === 0 && (isWide || findName(row, table) !== undefined);
    const tag = isHead ? "th" : "td";
    const attributes = {
      scope: isHead ? "row" : undefined,
      "data-label": labels[column],
      class: typeof cell === "boolean" ? (cell ? "yes" : "no") : undefined,
    };
    const link = { class: "row-link", href: anchor && toFragment(anchor) };
    const html = printCell(cell, place);
    const content = column === 0 && anchor ? `<a${printAttributes(link)}>${html}</a>` : html;
    return `<${tag}${printAttributes(attributes)}>${content}</${tag}>\n`;
  });
  const attributes = { ...endAttributes(row.find(isAvailability)), id: anchor };
  return `<tr${printAttributes(attributes)}>\n${cells.join("")}</tr>\n`;
}

const printCell = (cell: Cell, place: Place): string =>
  `${printText(toCellText(cell), place.path)}${isUnfolding(cell) ? printUnfolding(cell, place) : ""}`;

function printUnfolding({ title, table }: Unfolding, { path, depth }: Place): string {
  if (depth === maxFolds) return "";
  const name = { "aria-label": `Properties of ${title}` };
  const inner = printTable(table, { path, name, anchors: new Map(), depth: depth + 1 });
  const of = `<span class="unseen"> of ${toHtmlText(title)}</span>`;
  return `\n<details class="unfold"><summary>Properties${of}</summary>\n${inner}\n</details>\n`;
}
