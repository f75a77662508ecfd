import { Lexer, Parser, Renderer, type Tokens } from "../base/text/markdown-tokens.js";
import { readHtmlBlocks } from "./html-blocks.js";
import type { PageBlock } from "./source-content.js";
import { refuseLines } from "./text-blocks.js";

/** More than a page of a documentation has. A lexer of Markdown reads all that is within a list or quotation once more. */
const limits = { together: 1000, markers: 10, indent: 40, marks: 60, parts: 20_000 } as const;

/** The blocks of a page of Markdown, or why it is refused: before the lexer sees it. */
export function readMarkdownBlocks(text: string): readonly PageBlock[] | string {
  let together = 0;
  const refusal = refuseLines(text, (line) => {
    together = line.trim() === "" ? 0 : together + 1;
    if (together > limits.together)
      return `has ${limits.together} lines above it and no blank one among them`;
    return isNested(line) ? "begins too many lists or quotations" : undefined;
  });
  if (refusal !== undefined) return refusal;
  let line = 1;
  const blocks: PageBlock[] = [];
  const tokens = new Lexer().lex(dropMarks(dropFrontMatter(text)));
  if (tokens.length > limits.parts) return `it begins more than ${limits.parts} paragraphs, items and rows`;
  for (const token of tokens) {
    // The renderer gives the tag of a list or quotation a line of its own.
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

/** A text whose first lines are blank where a program has its own notes there: names with values, between lines of dashes. */
function dropFrontMatter(text: string): string {
  const lines = text.split("\n");
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  const isNotes = lines.slice(1, Math.max(1, end)).every((line) => /^(?:[\w-]+:|\s|- |#|$)/.test(line));
  return end > 0 && isNotes ? lines.fill("", 0, end + 1).join("\n") : text;
}

/** Whether a line begins too many lists and quotations within one another, or may go on with as many; a rule across the page has none. */
function isNested(line: string): boolean {
  if (line.length - line.trimStart().length > limits.indent) return true;
  const [begin = ""] = /^(?:[\s>]|[-*+](?=[\s>]|$)|\d{1,9}[.)](?=\s))*/.exec(line) ?? [];
  const markers = begin.replace(/[\s\d]/g, "");
  return markers.length > limits.markers && !(begin.length === line.length && /^(?:-+|\*+)$/.test(markers));
}

/** A text in which lines with more marks than people write have none, and no "@" makes the lexer look for an address. */
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
// Each row has a line of its own, as in the source.
renderer.table = function ({ header, rows }: Tokens.Table): string {
  const toRow = (cells: readonly Tokens.TableCell[], name: string): string =>
    `<tr>${cells.map(({ tokens }) => `<${name}>${this.parser.parseInline(tokens)}</${name}>`).join("")}</tr>`;
  return `<table>${toRow(header, "th")}\n\n${rows.map((cells) => toRow(cells, "td")).join("\n")}</table>`;
};
const parser = new Parser({ renderer });
