import { parseRelease } from "../base/time/release.js";
import type { PageBlock, TableRow } from "./source-content.js";
import {
  cleanName,
  findColumn,
  findType,
  isPropertyName,
  isMark,
  splitWords,
  toSet,
} from "./property-table.js";

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
export function isHeader(cells: readonly string[]): boolean {
  const [first = "", second = ""] = cells;
  const known = cells.filter((cell) => findColumn(cell) !== undefined);
  const isRow = known.length === 1 && findColumn(first) && findType(splitWords(second));
  return known.length > 0 && !isRow;
}

/** A line longer than this is none that people read. */
const maxLineLength = 5000;

/** Why a page is refused that has a line, or other lines than people write; checked before anything is read. */
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
  readonly rows: OpenRow[];
}

interface TextLine {
  readonly text: string;
  readonly line: number;
}

interface OpenRow extends Pick<OpenBlock, "line" | "texts"> {
  /** Whether its first two lines have an explanation, once they are there. */
  isExplained?: boolean;
}

/** What the lines above a line have opened. */
interface TextState {
  /** The blocks since the last blank line. */
  part: OpenBlock[];
  /** Of the newest table since the last heading. */
  header?: readonly string[] | undefined;
  isFirst: boolean;
}

/** The blocks of a page that was saved as plain text, where only blank lines, bullets and the words themselves part them; or why it is refused. */
export function readTextBlocks(text: string): readonly PageBlock[] | string {
  const refusal = refuseLines(text, refuseBody);
  if (refusal !== undefined) return refusal;
  const state: TextState = { part: [], isFirst: true };
  return splitChunks(text).flatMap((chunk) => {
    state.part = [];
    for (const line of chunk) readLine(line, state, chunk.length === 1);
    state.isFirst = false;
    return state.part.map(toBlock);
  });
}

/** Lines between blank ones. */
function splitChunks(text: string): readonly (readonly TextLine[])[] {
  const chunks: TextLine[][] = [[]];
  for (const [i, line] of text.split("\n").entries()) {
    // A line of dashes is a rule across the page.
    if (/^\s*(?:[-_=*–—]{3,}\s*)?$/.test(line)) chunks.push([]);
    else chunks.at(-1)?.push({ text: markLikeOthers(line), line: i + 1 });
  }
  return chunks.filter(({ length }) => length > 0);
}

/** A line whose mark behind a type is in round brackets, as most are. */
const markLikeOthers = (line: string): string =>
  line
    .replace(/^(\S+ \S+), (optional|optioneel|required|verplicht)\b/i, "$1 ($2)")
    .replace(/^(\S+ (?:\S+ )?)\[(optional|optioneel|required|verplicht)\]/i, "$1($2)");

function readLine({ text, line }: TextLine, state: TextState, isAlone: boolean): void {
  const { part } = state;
  const add = (kind: OpenBlock["kind"], more: Partial<OpenBlock> = {}): void =>
    void part.push({ kind, line, level: 0, texts: [text], header: [], rows: [], ...more });
  const [bullet = "", ...rest] = text.trimStart().split(/\s/, 2);
  const header = splitHeader(text);
  const level = isAlone ? findHeadingLevel(text, state.isFirst) : undefined;
  const last = part.at(-1);
  if (bulletSigns.has(bullet) && rest.length > 0)
    add("item", { texts: [text.trimStart().slice(bullet.length)] });
  else if (isAlone && /^[a-z]\w* (?:object|\([^()]*\))$/.test(text)) add("heading", { level: 3 });
  else if (header) {
    state.header = header;
    add("table", { header });
  } else if (state.header && beginsRow(text)) {
    const row = { line, texts: [text] };
    if (last?.kind === "table") last.rows.push(row);
    else add("table", { header: state.header, rows: [row] });
  } else if (level !== undefined) {
    state.header = undefined;
    add("heading", { level });
  } else if (last) continueBlock(last, { text, line });
  else add("paragraph");
}

/** Adds a line to the block before it; in a table, a sentence of its own is a row. */
function continueBlock({ kind, texts, rows }: OpenBlock, { text, line }: TextLine): void {
  const row = rows.at(-1);
  if (kind !== "table") texts.push(text);
  else if (!row || isApart(text, row)) rows.push({ line, texts: [text] });
  else row.texts.push(text);
}

/** Whether a line does not go on with the row above it, as far as one sees without a stop: that is explained, and the line begins anew. */
function isApart(text: string, above: OpenRow): boolean {
  const [first = "", second = ""] = splitWords(text);
  if (isPropertyName(first) && isVerb(second)) return true;
  if (above.isExplained === undefined || above.texts.length <= 2) {
    const cells = splitRow(above.texts.slice(0, 2).join(" "));
    above.isExplained = cells.length === 1 || (cells[2] ?? "") !== "";
  }
  return above.isExplained && !/^\p{Ll}/u.test(first);
}

const bulletSigns = new Set(["•", "◦", "▪", "‣", "·", "-", "*", "–"]);

/** Words that make a sentence of a short line, so that it is neither a heading nor the row of a table. */
const verbs = toSet(
  "is are was were has have been be may can will must added works work contains contain see zijn werd werden wordt worden kan kunnen moet toegevoegd werkt werken bevat zie",
);

const isVerb = (word: string): boolean => verbs.has(word.toLowerCase());

/**
 * The level of a line that stands alone, if it is a heading: the first of the page is its title; a single name stands below a heading of
 * several words, which has neither verbs nor digits nor signs, for such are notes.
 */
function findHeadingLevel(line: string, isFirst: boolean): number | undefined {
  const text = dropStop(line.trim());
  const words = splitWords(text);
  const [first = ""] = words;
  if (words.some(isVerb) || /[!?…]$/.test(text)) return undefined;
  if (text.endsWith(":")) return /^(?:[a-z]\w*|(?:request|response) objec\w+):$/i.test(text) ? 3 : undefined;
  if (isFirst) return words.length > 8 ? undefined : 1;
  if (words.length === 1) return isPropertyName(first) && parseRelease(first) === undefined ? 3 : undefined;
  // Somebody may have ended a heading with a stop.
  const isShort = words.length <= (text === line.trim() ? 5 : 2);
  return isShort && /^[\p{L}\s'’&/-]+$/u.test(text) ? 2 : undefined;
}

/** The columns of a line that names nothing else; undefined if it is no header. */
function splitHeader(line: string): readonly string[] | undefined {
  const names = makeHeader(line.includes("\t") ? line.split("\t") : splitWords(line));
  const isAll = line.includes("\t") || names.every((name) => findColumn(name) !== undefined);
  return names.length > 1 && isAll && isHeader(names) ? names : undefined;
}

/**
 * Whether a line of a table begins a row: its first word is the name of something. A name that might be a word of a sentence needs a type
 * behind it, or one word that may be a type.
 */
function beginsRow(line: string): boolean {
  if (line.includes("\t")) return true;
  const [name = "", ...rest] = splitWords(dropStop(line));
  const [second, third] = rest;
  if (!isPropertyName(cleanName(name)) || (second !== undefined && isVerb(second))) return false;
  if (/[.[]/.test(name) || isMark(second ?? "")) return true;
  const hasHump = /[a-z][A-Z]/.test(name);
  if (second === undefined || /^[A-Z][a-z]+$/.test(name)) return false;
  if (findType(rest)) return true;
  return hasHump && (third === undefined || /^[(\p{Lu}]/u.test(third));
}

/** A type of several words, or with more than a mark behind it. */
const optionalType = /^(?:\S+ ){1,3}\((?:optional|optioneel|required|verplicht)\b[^()]*\)/i;

/** The cells of a row: a name, a type, which may say that it is optional, and the rest. A sentence has one cell. */
function splitRow(line: string): readonly string[] {
  if (line.includes("\t")) return line.split("\t");
  if (!beginsRow(line)) return [line];
  const [name = "", ...rest] = splitWords(line);
  const words = rest.map((word, i) => (i === rest.length - 1 ? dropStop(word) : word));
  const typeText = optionalType.exec(rest.join(" "))?.[0];
  if (typeText !== undefined) return [name, typeText, rest.join(" ").slice(typeText.length).trim()];
  const [first = "", second = ""] = words;
  // “Title will be …” begins an explanation.
  const isProse = /^\p{Lu}/u.test(first) && /^\p{Ll}/u.test(second);
  const length = isMark(first) || isProse ? 0 : 1;
  const typeLength = findType(words)?.length ?? length;
  const end = isMark(words[typeLength] ?? "") ? typeLength + 1 : typeLength;
  return [name, words.slice(0, end).join(" "), rest.slice(end).join(" ")];
}

function toBlock({ kind, line, level, texts, header, rows }: OpenBlock): PageBlock {
  const text = cleanText(texts.join(" "));
  if (kind === "table")
    return { kind, line, header, rows: rows.map((row) => makeRow(row.line, splitRow(row.texts.join(" ")))) };
  if (kind === "heading") return { kind, line, level, text: dropStop(text) };
  return { kind, line, text };
}
