import { findSide } from "./page-sections.js";
import type { PageBlock, TableRow } from "./source-content.js";
import { findColumn, isPropertyName, splitLine, splitWords, takeRelease } from "./property-table.js";

/** A text without characters that nobody sees: soft hyphens, and marks of no width. Three dots are three. */
export const dropUnseen = (text: string): string =>
  text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replaceAll("…", "...");

/** A text with single spaces, and without any at the ends of its lines. */
export const cleanText = (text: string): string =>
  dropUnseen(text)
    .split("\n")
    .map((line) => splitWords(line).join(" "))
    .filter(Boolean)
    .join("\n");

/** Makes a row of the texts of its cells. */
export function makeRow(line: number, texts: readonly string[]): TableRow {
  const cells = texts.map(cleanText);
  const [first = "", ...others] = cells;
  return { line, cells: others.some((text) => text !== "") ? cells : [first] };
}

const dropStop = (text: string): string => text.replace(/(?<!\.)\.$/, "");

/** The names of columns, whatever ends the texts of them. */
export const makeHeader = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => dropStop(cleanText(text).replaceAll("\n", " ")));

/** Whether cells name columns, and are no row of a property that is called as a column may be. */
export const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => findColumn(cell) !== undefined) &&
  (cells.length === 1 || cells.filter((cell) => findColumn(cell)).length > 1 || !splitLine(cells.join(" ")));

/** In characters: twice what a page may have, as spaces are none, and a line longer than people read. */
const limits = { text: 2_000_000, line: 5000 } as const;

/** Why a page is refused that has a line, or other lines than people write; checked before anything is read. */
export function refuseLines(
  text: string,
  refuse: (line: string, index: number) => string | undefined,
): string | undefined {
  for (const [i, line] of text.split("\n").entries()) {
    const detail = line.length > limits.line ? `is longer than ${limits.line} characters` : refuse(line, i);
    if (detail !== undefined) return `line ${i + 1} ${detail}`;
  }
  return text.length > limits.text ? `it has more than ${limits.text} characters` : undefined;
}

/** A log is no page: what it recorded is nobody's to print. */
const refuseBody = (line: string): string | undefined =>
  /\{\s?"|^\s*"[^"]*"\s*:/.test(line)
    ? "has JSON in it. Recorded bodies are read from JSON or NDJSON, with nothing else between them"
    : undefined;

/** A block as it comes together: the lines of its text, or of its rows. */
interface OpenBlock {
  readonly kind: "heading" | "item" | "paragraph" | "table";
  readonly line: number;
  readonly level: number;
  readonly texts: string[];
  readonly header: readonly string[];
  readonly rows: { readonly line: number; readonly texts: string[] }[];
}

/** The blocks of a page that was saved as plain text, where blank lines, bullets and the header of a table part them; or why it is refused. */
export function readTextBlocks(text: string): readonly PageBlock[] | string {
  const refusal = refuseLines(text, refuseBody);
  if (refusal !== undefined) return refusal;
  const lines = text.split("\n");
  // A line of dashes is a rule across the page.
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
    // Rows behind a note go on with the table above it.
    hasTable = header !== undefined || (hasTable && level === undefined);
  }
  return blocks.map(toBlock);
}

/** Adds a line to the block before it; in a table, a sentence of its own is a row. */
function continueBlock({ kind, texts, rows }: OpenBlock, line: string, at: number): void {
  const row = rows.at(-1);
  if (kind !== "table") texts.push(line);
  else if (!row || isApart(line, row.texts.join(" "))) rows.push({ line: at, texts: [line] });
  else row.texts.push(line);
}

/** Whether a line does not go on with the row above it: that is explained, and ends, or the line begins anew. */
function isApart(line: string, above: string): boolean {
  const [, , explanation] = splitLine(above) ?? ["", "", above];
  return explanation !== "" && (/[.?!<)]$/.test(above) || !/^\p{Ll}/u.test(line));
}

/** The level of a line that stands alone, if it is a heading: the title of the page, one of a side, or a single name. */
function findHeadingLevel(line: string, next: string, isFirst: boolean): number | undefined {
  const text = takeRelease(dropStop(line)).rest;
  if (findSide(text.replace(/:$/, ""))) return 2;
  if (isFirst) return splitWords(text).length > 8 || /[!?.:]$/.test(line) ? undefined : 1;
  // A few words before a table are its heading.
  const isTitle = /^\p{L}+(?: \p{L}+){1,4}$/u.test(line) && splitHeader(next.trim()) !== undefined;
  return isTitle || isPropertyName(text.replace(/:$| (?:object|\([^()]*\))$/, "")) ? 3 : undefined;
}

/** The columns of a line that names nothing else; undefined if it is no header. */
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
