import { cleanText, makeRow, type Block } from "./page.js";
import { findHeadingLevel } from "./text-headings.js";
import { beginsRow, endsSentence, splitHeader, splitRow } from "./text-rows.js";

/** The blocks of a page that was saved as plain text, where only blank lines, bullets and the words themselves part them. */
export function readTextBlocks(text: string): readonly Block[] {
  const made: Made[] = [];
  const state: State = { header: undefined, indents: [] };
  for (const chunk of splitChunks(text)) {
    const part: Made[] = [];
    for (const line of chunk)
      readLine(line, { part, state, isAlone: chunk.length === 1, isFirst: made.length === 0 });
    for (const block of part) made.push(block);
  }
  return made.map(finish);
}

interface Line {
  readonly text: string;
  readonly line: number;
}

/** A block as it comes together: the lines of its text, or of its rows. */
type Made =
  | {
      readonly kind: "heading" | "item";
      readonly line: number;
      readonly level: number;
      readonly texts: string[];
    }
  | { readonly kind: "paragraph"; readonly line: number; readonly texts: string[] }
  | {
      readonly kind: "table";
      readonly line: number;
      readonly header: readonly string[];
      readonly rows: MadeRow[];
    };

interface MadeRow {
  readonly line: number;
  readonly texts: string[];
}

interface State {
  /** Of the newest table since the last heading. */
  header: readonly string[] | undefined;
  /** The indents of the lists that are open, outermost first. */
  indents: number[];
}

/** Lines between blank ones. */
function splitChunks(text: string): readonly (readonly Line[])[] {
  const chunks: Line[][] = [[]];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") chunks.push([]);
    else chunks.at(-1)?.push({ text: line, line: i + 1 });
  }
  return chunks.filter(({ length }) => length > 0);
}

interface Where {
  /** The blocks of this chunk. */
  readonly part: Made[];
  readonly state: State;
  readonly isAlone: boolean;
  readonly isFirst: boolean;
}

function readLine({ text, line }: Line, { part, state, isAlone, isFirst }: Where): void {
  const item = splitBullet(text);
  const header = splitHeader(text);
  const level = isAlone ? findHeadingLevel(text, isFirst) : undefined;
  const last = part.at(-1);
  if (item) part.push({ kind: "item", line, level: findLevel(item.indent, state), texts: [item.text] });
  else if (header) {
    state.header = header;
    part.push({ kind: "table", line, header, rows: [] });
  } else if (state.header && beginsRow(text, isFinished(last))) {
    const row = { line, texts: [text] };
    if (last?.kind === "table") last.rows.push(row);
    else part.push({ kind: "table", line, header: state.header, rows: [row] });
  } else if (level !== undefined) {
    state.header = undefined;
    state.indents = [];
    part.push({ kind: "heading", line, level, texts: [text] });
  } else if (last) goOn(last, { text, line });
  else part.push({ kind: "paragraph", line, texts: [text] });
}

/** Whether what the last line said has ended, as far as one sees. */
const isFinished = (last: Made | undefined): boolean =>
  last?.kind !== "table" || endsSentence(last.rows.at(-1)?.texts.at(-1) ?? ".");

/** Adds a line to the block before it; in a table, a sentence of its own is a row. */
function goOn(last: Made, { text, line }: Line): void {
  if (last.kind !== "table") last.texts.push(text);
  else if (isFinished(last)) last.rows.push({ line, texts: [text] });
  else last.rows.at(-1)?.texts.push(text);
}

const bullets = new Set(["•", "◦", "▪", "‣", "·", "-", "*", "–"]);

function splitBullet(line: string): { readonly indent: number; readonly text: string } | undefined {
  const text = line.trimStart();
  const [bullet = "", ...rest] = text.split(/\s/, 2);
  if (!bullets.has(bullet) || rest.length === 0) return undefined;
  return { indent: line.length - text.length, text: text.slice(bullet.length) };
}

/** How deep an item is, by the indents of the items before it. */
function findLevel(indent: number, state: State): number {
  state.indents = [...state.indents.filter((outer) => outer < indent), indent];
  return state.indents.length;
}

function finish(made: Made): Block {
  const { kind, line } = made;
  if (kind === "table") {
    const { header } = made;
    const rows = made.rows.map((row) => makeRow(row.line, splitRow(row.texts.join(" "))));
    return { kind, line, header, rows };
  }
  const text = cleanText(made.texts.join(" "));
  return kind === "paragraph" ? { kind, line, text } : { kind, line, level: made.level, text };
}
