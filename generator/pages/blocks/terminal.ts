import { showInvisible } from "../../base/text/quote.js";
import { paint, type Style } from "../../base/text/style.js";
import { measureWidth, wrapText } from "../../base/text/words.js";
import type { CodeBlock, List, ReportBlock, Table } from "./block.js";
import type { Text } from "./text.js";
import { toCellText } from "./builders.js";

export interface TerminalSize {
  /** Undefined if lines are never broken. */
  readonly columns?: number | undefined;
}

interface Margin extends TerminalSize {
  readonly indent: number;
}

/** Indents lists and tables below a heading. Code is indented but never broken, because users copy it. */
export function printForTerminal(blocks: readonly ReportBlock[], { columns }: TerminalSize = {}): string {
  const first = blocks.findIndex(({ kind }) => kind === "heading");
  return blocks
    .map((block, i) => {
      const isBelow = first >= 0 && i > first && (block.kind === "list" || block.kind === "table");
      const isNext = i > 0 && blocks[i - 1]?.kind !== "heading" && block.kind !== "code";
      const indent = isBelow || block.kind === "code" ? 2 : 0;
      return `${isNext ? "\n" : ""}${printBlock(block, { columns, indent })}`;
    })
    .join("");
}

function printBlock(block: ReportBlock, margin: Margin): string {
  switch (block.kind) {
    case "heading":
      return printText([{ kind: "strong", content: block.text }], margin);
    case "paragraph":
      return printText(block.text, margin);
    case "list":
      return printList(block, margin);
    case "table":
      return printTable(block, margin);
    case "code":
      return printCode(block, margin);
  }
}

/** Indents continuation lines further where that separates entries. */
function printText(text: Text, { columns = Infinity, indent }: Margin, hanging = 0): string {
  const pieces = toPieces(text);
  const isBroken = columns < Infinity && measureWidth(joinPieces(pieces)) > columns - indent;
  const lines = isBroken ? breakLines(pieces, columns - indent - hanging) : [pieces];
  return lines
    .map((line, i) => `${" ".repeat(indent + (i > 0 ? hanging : 0))}${paintPieces(line)}`.trimEnd() + "\n")
    .join("");
}

function printList({ items }: List, margin: Margin): string {
  const below = { ...margin, indent: margin.indent + 2 };
  const parts = items.flatMap(({ text, items: inner, blocks = [] }) => [
    printText(text, margin, inner.length + blocks.length > 0 ? 4 : 2),
    ...inner.map((item) => printText(item, below, 2)),
    ...blocks.map((block) => printBlock(block, below)),
  ]);
  return parts.join("");
}

function printCode({ code, title }: CodeBlock, { indent }: Margin): string {
  const lines = (title === undefined ? code : `${title}: ${code}`).split(/\r?\n/).map(showInvisible);
  return lines.map((line) => `${" ".repeat(indent)}${line}`.trimEnd() + "\n").join("");
}

/** Wraps columns if the terminal is too narrow. */
function printTable({ columns, rows, isOfEntries }: Table, margin: Margin): string {
  const cells = rows.map((row) => row.map(toCellText));
  if (!isOfEntries) return printRows(columns.length > 0 ? [columns, ...cells] : cells, margin).join("");
  const heads = printRows(
    cells.map((row) => row.slice(0, -1)),
    margin,
  );
  const first = measureWidest(cells.map(([cell = []]) => toShown(cell)));
  const below = { ...margin, indent: margin.indent + first + gap.length };
  const ends = cells.map((row) => row.at(-1) ?? []);
  return heads.map((head, i) => head + (ends[i]?.length ? printText(ends[i], below) : "")).join("");
}

function printRows(rows: readonly (readonly Text[])[], { columns, indent }: Margin): readonly string[] {
  const texts = rows.map((row) => row.map(toShown));
  const byColumn = (texts[0] ?? []).map((_, column) => texts.map((row) => row[column] ?? ""));
  const natural = byColumn.map(measureWidest);
  const least = byColumn.map((cells) => measureWidest(cells.flatMap((cell) => cell.split(" "))));
  const widths = columns === undefined ? natural : fitWidths(natural, least, columns - indent);
  return rows.map((row) => printRow(row, widths, " ".repeat(indent)));
}

const measureWidest = (texts: readonly string[]): number => Math.max(...texts.map(measureWidth));

const gap = "  ";

/**
 * No column becomes narrower than this or than its longest word. Lines that the terminal breaks are easier
 * to read than narrower columns.
 */
const narrowest = 24;

/** Narrows the widest column that can shrink until all columns fit. */
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

function printRow(row: readonly Text[], widths: readonly number[], margin: string): string {
  const cells = row.map((cell, column) => breakLines(toPieces(cell), widths[column] ?? 0));
  const height = Math.max(...cells.map(({ length }) => length));
  const pad = (pieces: readonly Piece[] = [], width = 0): string =>
    paintPieces(pieces) + " ".repeat(Math.max(0, width - measureWidth(joinPieces(pieces))));
  const lines = Array.from({ length: height }, (_, line) =>
    cells.map((cell, column) => pad(cell[line], widths[column])).join(gap),
  );
  return lines.map((line) => `${margin}${line}`.trimEnd() + "\n").join("");
}

interface Piece {
  readonly style: Style | undefined;
  readonly text: string;
}

const toShown = (text: Text): string => joinPieces(toPieces(text));

const joinPieces = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

/** Code has backticks, unless it is the whole text. */
const toPieces = (text: Text): readonly Piece[] =>
  text.flatMap((inline): readonly Piece[] => {
    if ("content" in inline) {
      const pieces = toPieces(inline.content);
      return inline.kind === "strong" ? pieces.map(({ style = "title", text }) => ({ style, text })) : pieces;
    }
    const shown = showInvisible(inline.text);
    const isQuoted = inline.kind === "code" && text.length > 1;
    return [
      { style: inline.kind === "styled" ? inline.style : undefined, text: isQuoted ? `\`${shown}\`` : shown },
    ];
  });

function breakLines(pieces: readonly Piece[], width: number): readonly (readonly Piece[])[] {
  const whole = joinPieces(pieces);
  if (measureWidth(whole) <= width) return [pieces];
  let start = 0;
  return wrapText(whole, width, measureWidth).map((line) => {
    const cut = cutPieces(pieces, start, start + line.length);
    // The line break replaced a space.
    start += line.length + 1;
    return cut;
  });
}

function cutPieces(pieces: readonly Piece[], start: number, end: number): readonly Piece[] {
  let at = 0;
  return pieces.map(({ style, text }) => {
    const from = at;
    at += text.length;
    return { style, text: text.slice(Math.max(0, start - from), Math.max(0, end - from)) };
  });
}

const paintPieces = (pieces: readonly Piece[]): string =>
  pieces.map(({ style, text }) => (style === undefined ? text : paint(style, text))).join("");
