import { findColumn } from "../words/column-words.js";
import type { HtmlElement } from "./html-tree.js";
import { gatherText, isElement, lineWhere } from "./html-text.js";
import { cleanText, makeRow, type Block } from "./page.js";

/** A cell over more columns or rows than this is none of a table that people read. */
const widest = 50;

/** The blocks of a table: its caption, and a table for each header in it. */
export function readHtmlTable(table: HtmlElement): readonly Block[] {
  const captions = table.childNodes
    .filter(isElement)
    .filter(({ tagName }) => tagName === "caption")
    .map((node) => ({
      kind: "paragraph" as const,
      line: lineWhere(node),
      text: cleanText(gatherText(node)),
    }));
  const tables: { line: number; header: readonly string[]; rows: ReturnType<typeof makeRow>[] }[] = [];
  for (const { element, texts } of layOut(listRows(table))) {
    const row = makeRow(lineWhere(element), texts);
    const last = tables.at(-1);
    if (isHeader(element, row.cells, tables.length === 0))
      tables.push({ line: row.line, header: row.cells.map(toLine), rows: [] });
    else if (last) last.rows.push(row);
    else tables.push({ line: row.line, header: [], rows: [row] });
  }
  return [
    ...captions.filter(({ text }) => text !== ""),
    ...tables.map((each) => ({ kind: "table" as const, ...each })),
  ];
}

const toLine = (text: string): string => text.replaceAll("\n", " ");

const parts = new Set(["thead", "tbody", "tfoot"]);

const listRows = (table: HtmlElement): HtmlElement[] =>
  table.childNodes.filter(isElement).flatMap((child) => {
    if (parts.has(child.tagName)) return listRows(child);
    return child.tagName === "tr" ? [child] : [];
  });

/** Whether a row names columns: all of it is marked so, or, at the top, it has words that we know as names of columns. */
function isHeader(row: HtmlElement, cells: readonly string[], isFirst: boolean): boolean {
  const marked = listCells(row).every(({ tagName }) => tagName === "th");
  return cells.length > 1 && (marked || (isFirst && cells.some((cell) => findColumn(cell) !== undefined)));
}

const listCells = (row: HtmlElement): HtmlElement[] =>
  row.childNodes.filter(isElement).filter(({ tagName }) => tagName === "td" || tagName === "th");

interface LaidRow {
  readonly element: HtmlElement;
  readonly texts: readonly string[];
}

/** Gives each row a text for each column: a cell over several rows stands in each of them. */
function layOut(rows: readonly HtmlElement[]): LaidRow[] {
  let above: { readonly text: string; readonly left: number }[] = [];
  return rows.map((element) => {
    const laid: typeof above = [];
    const keep = (): void => {
      for (let over = above[laid.length]; over && over.left > 0; over = above[laid.length])
        laid.push({ ...over, left: over.left - 1 });
    };
    for (const cell of listCells(element)) {
      keep();
      const text = gatherText(cell);
      const left = readSpan(cell, "rowspan") - 1;
      const width = readSpan(cell, "colspan");
      for (let i = 0; i < width && laid.length < widest; i++) laid.push({ text: i === 0 ? text : "", left });
    }
    keep();
    above = laid;
    return { element, texts: laid.map(({ text }) => text) };
  });
}

function readSpan(cell: HtmlElement, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, widest) : 1;
}
