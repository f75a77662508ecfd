import { Lexer, Parser, Renderer, type Tokens } from "../base/text/markdown-tokens.js";
import { readHtmlBlocks } from "./html-blocks.js";
import type { PageBlock } from "./source-content.js";
import { refuseLines } from "./text-blocks.js";

/**
 * Pages of documentation stay below these limits. The Markdown lexer reads the content of each list or quotation
 * again.
 */
const limits = { together: 1000, markers: 10, indent: 40, marks: 60, parts: 20_000 } as const;

/** Returns the reason if the page is rejected, before the lexer reads it. */
export function readMarkdownBlocks(text: string): readonly PageBlock[] | string {
  let together = 0;
  const refusal = refuseLines(text, (line) => {
    together = line.trim() === "" ? 0 : together + 1;
    if (together > limits.together) return `follows ${limits.together} lines with no blank line among them`;
    return isNested(line) ? "nests too many lists or quotations" : undefined;
  });
  if (refusal !== undefined) return refusal;
  let line = 1;
  const blocks: PageBlock[] = [];
  const tokens = new Lexer().lex(dropMarks(dropFrontMatter(text)));
  if (tokens.length > limits.parts) return `it has more than ${limits.parts} paragraphs, items and rows`;
  for (const token of tokens) {
    // The renderer puts the tag of a list or quotation on its own line.
    const html = parser.parse([token]).replace(/^(<(?:[ou]l|blockquote)[^>]*>)\n/, "$1");
    const read = readHtmlBlocks(html.replaceAll("\ufdd0", "@"));
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

/**
 * Removes marks from a line with more of them than people write, and hides "@" from the lexer, which would look for
 * an address.
 */
const dropMarks = (text: string): string =>
  text
    .replaceAll("@", "\ufdd0")
    .split("\n")
    .map((line) =>
      (line.match(/[*_~`[\]<&]|:\/\//g) ?? []).length > limits.marks
        ? line.replace(/[*_~`[\]<&:]/g, " ")
        : line,
    )
    .join("\n");

const renderer = new Renderer();
// Puts each row on its own line, as in the source.
renderer.table = function ({ header, rows }: Tokens.Table): string {
  const toRow = (cells: readonly Tokens.TableCell[], name: string): string =>
    `<tr>${cells.map(({ tokens }) => `<${name}>${this.parser.parseInline(tokens)}</${name}>`).join("")}</tr>`;
  return `<table>${toRow(header, "th")}\n\n${rows.map((cells) => toRow(cells, "td")).join("\n")}</table>`;
};
const parser = new Parser({ renderer });
