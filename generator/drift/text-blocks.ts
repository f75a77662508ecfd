import { findSide } from "./page-sections.js";
import type { PageBlock, TableRow } from "./source-content.js";
import { findColumn, isPropertyName, splitLine, splitWords, takeRelease } from "./property-table.js";

/** Removes soft hyphens and zero-width marks. Turns an ellipsis into three dots. */
export const dropUnseen = (text: string): string =>
  text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replaceAll("…", "...");

/** Reduces spaces to single ones, and removes them at the ends of lines. */
export const cleanText = (text: string): string =>
  dropUnseen(text)
    .split("\n")
    .map((line) => splitWords(line).join(" "))
    .filter(Boolean)
    .join("\n");

export function makeRow(line: number, texts: readonly string[]): TableRow {
  const cells = texts.map(cleanText);
  const [first = "", ...others] = cells;
  return { line, cells: others.some((text) => text !== "") ? cells : [first] };
}

const dropStop = (text: string): string => text.replace(/(?<!\.)\.$/, "");

/** Drops final stops. */
export const makeHeader = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => dropStop(cleanText(text).replaceAll("\n", " ")));

/** False if cells describe a property that is called like a column. */
export const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => findColumn(cell) !== undefined) &&
  (cells.length === 1 || cells.filter((cell) => findColumn(cell)).length > 1 || !splitLine(cells.join(" ")));

/** In characters. */
const maxLineLength = 5000;

/** Rejects a page with a line that people would not write. Checked before anything is read. */
export function refuseLines(
  text: string,
  refuse: (line: string, index: number) => string | undefined,
): string | undefined {
  for (const [i, line] of text.split("\n").entries()) {
    const detail =
      line.length > maxLineLength ? `is longer than ${maxLineLength} characters` : refuse(line, i);
    if (detail !== undefined) return `line ${i + 1} ${detail}`;
  }
  return undefined;
}

/** Rejects logs, because recorded data must not be printed. */
const refuseBody = (line: string): string | undefined =>
  /\{\s?"|^\s*"[^"]*"\s*:/.test(line)
    ? "contains JSON. Recorded bodies are read from JSON or NDJSON without other text"
    : undefined;

interface OpenBlock {
  readonly kind: "heading" | "item" | "paragraph" | "table";
  readonly line: number;
  readonly level: number;
  readonly texts: string[];
  readonly header: readonly string[];
  readonly rows: { readonly line: number; readonly texts: string[] }[];
}

/** Blank lines, bullets and table headers separate blocks. Returns the reason if the page is rejected. */
export function readTextBlocks(text: string): readonly PageBlock[] | string {
  const refusal = refuseLines(text, refuseBody);
  if (refusal !== undefined) return refusal;
  const lines = text.split("\n");
  // A line of dashes is a horizontal rule.
  const isBlank = (i: number): boolean => /^\s*(?:[-_=*–—]{3,}\s*)?$/.test(lines[i] ?? "");
  const findNext = (i: number): string => {
    let at = i + 1;
    while (at < lines.length && isBlank(at)) at += 1;
    return lines[at] ?? "";
  };
  const blocks: OpenBlock[] = [];
  let hasTable = false;
  for (const [i, raw] of lines.entries()) {
    if (isBlank(i)) continue;
    const line = raw.trim();
    const last = isBlank(i - 1) ? undefined : blocks.at(-1);
    const isAlone = isBlank(i - 1) && isBlank(i + 1);
    const level = isAlone ? findHeadingLevel(line, findNext(i), blocks.length === 0) : undefined;
    const add = (kind: OpenBlock["kind"], more: Partial<OpenBlock> = {}): void =>
      void blocks.push({ kind, line: i + 1, level: 0, texts: [line], header: [], rows: [], ...more });
    const header = splitHeader(line);
    if (/^[•◦▪‣·*–-]\s/.test(line)) add("item", { texts: [line.slice(1)] });
    else if (header) add("table", { header });
    else if (level !== undefined) add("heading", { level });
    else if (hasTable && splitLine(line)) {
      const row = { line: i + 1, texts: [line] };
      if (last?.kind === "table") last.rows.push(row);
      else add("table", { rows: [row] });
    } else if (last) continueBlock(last, line, i + 1);
    else add("paragraph");
    // Rows after a note continue the table above it.
    hasTable = header !== undefined || (hasTable && level === undefined);
  }
  return blocks.map(toBlock);
}

/** In a table, a separate sentence is a row. */
function continueBlock({ kind, texts, rows }: OpenBlock, line: string, at: number): void {
  const row = rows.at(-1);
  if (kind !== "table") texts.push(line);
  else if (!row || isApart(line, row.texts.join(" "))) rows.push({ line: at, texts: [line] });
  else row.texts.push(line);
}

/** True if the row above has a finished explanation, or the line starts anew. */
function isApart(line: string, above: string): boolean {
  const [, , explanation] = splitLine(above) ?? ["", "", above];
  return explanation !== "" && (/[.?!<)]$/.test(above) || !/^\p{Ll}/u.test(line));
}

/** A lone line is a heading if it is the page title, the title of a side, or a single name. */
function findHeadingLevel(line: string, next: string, isFirst: boolean): number | undefined {
  const text = takeRelease(dropStop(line)).rest;
  if (findSide(text.replace(/:$/, ""))) return 2;
  if (isFirst) return splitWords(text).length > 8 || /[!?.:]$/.test(line) ? undefined : 1;
  // A few words before a table are its heading.
  const isTitle = /^\p{L}+(?: \p{L}+){1,4}$/u.test(line) && splitHeader(next.trim()) !== undefined;
  return isTitle || isPropertyName(text.replace(/:$| (?:object|\([^()]*\))$/, "")) ? 3 : undefined;
}

/** Undefined unless the line contains only column names. */
function splitHeader(line: string): readonly string[] | undefined {
  const names = makeHeader(line.includes("\t") ? line.split("\t") : splitWords(line));
  const isAll = names.length > 1 && names.every((name) => findColumn(name) !== undefined);
  return isAll || (line.includes("\t") && isHeader(names)) ? names : undefined;
}

function toBlock({ kind, line, level, texts, header, rows }: OpenBlock): PageBlock {
  const text = cleanText(texts.join(" "));
  const toRow = (row: OpenBlock["rows"][number]): TableRow => {
    const whole = row.texts.join(" ");
    return makeRow(row.line, splitLine(whole) ?? [whole]);
  };
  if (kind === "table") return { kind, line, header, rows: rows.map(toRow) };
  if (kind === "heading") return { kind, line, level, text: dropStop(text) };
  return { kind, line, text };
}
