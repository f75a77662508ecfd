import { Lexer, Parser, Renderer, type Tokens } from "../base/text/markdown-tokens.js";
import { readHtmlBlocks } from "./html-blocks.js";
import type { PageBlock } from "./source-content.js";
import { refuseLines } from "./text-blocks.js";

/** The Markdown lexer reads the content of each list or quotation again. */
const limits = { markers: 10, indent: 40 } as const;

/** Returns the reason if the page is rejected, before the lexer reads it. */
export function readMarkdownBlocks(text: string): readonly PageBlock[] | string {
  const refusal = refuseLines(text, (line) =>
    isNested(line) ? "nests too many lists or quotations" : undefined,
  );
  if (refusal !== undefined) return refusal;
  let line = 1;
  const blocks: PageBlock[] = [];
  for (const token of new Lexer().lex(dropFrontMatter(text))) {
    // The renderer puts the tag of a list or quotation on its own line.
    const html = parser.parse([token]).replace(/^(<(?:[ou]l|blockquote)[^>]*>)\n/, "$1");
    const read = readHtmlBlocks(html);
    if (typeof read === "string") return read;
    for (const block of read) blocks.push(moveBlock(block, line - 1));
    line += token.raw.split("\n").length - 1;
  }
  return blocks;
}

const moveBlock = (block: PageBlock, by: number): PageBlock =>
  block.kind === "table"
    ? { ...block, line: block.line + by, rows: block.rows.map((row) => ({ ...row, line: row.line + by })) }
    : { ...block, line: block.line + by };

/** Front matter is lines of names and values between lines of dashes. */
function dropFrontMatter(text: string): string {
  const lines = text.split("\n");
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  const isNotes = lines.slice(1, Math.max(1, end)).every((line) => /^(?:[\w-]+:|\s|- |#|$)/.test(line));
  return end > 0 && isNotes ? lines.fill("", 0, end + 1).join("\n") : text;
}

/**
 * True if a line nests too many lists and quotations, or is indented enough to continue them. A horizontal rule
 * does not count.
 */
function isNested(line: string): boolean {
  if (line.length - line.trimStart().length > limits.indent) return true;
  const [begin = ""] = /^(?:[\s>]|[-*+](?=[\s>]|$)|\d{1,9}[.)](?=\s))*/.exec(line) ?? [];
  const markers = begin.replace(/[\s\d]/g, "");
  return markers.length > limits.markers && !(begin.length === line.length && /^(?:-+|\*+)$/.test(markers));
}

const renderer = new Renderer();
// Puts each row on its own line, as in the source.
renderer.table = function ({ header, rows }: Tokens.Table): string {
  const toRow = (cells: readonly Tokens.TableCell[], name: string): string =>
    `<tr>${cells.map(({ tokens }) => `<${name}>${this.parser.parseInline(tokens)}</${name}>`).join("")}</tr>`;
  return `<table>${toRow(header, "th")}\n\n${rows.map((cells) => toRow(cells, "td")).join("\n")}</table>`;
};
const parser = new Parser({ renderer });
