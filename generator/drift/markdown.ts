import { Lexer, Parser, Renderer, type Token, type Tokens } from "../text/markdown-tokens.js";
import { readHtmlBlocks } from "./html.js";
import type { Block } from "./block.js";
import { refuseLines } from "./text.js";

/** What no page of a documentation reaches: a lexer of Markdown reads all that is within a list or quotation once more. */
const limits = { together: 1000, markers: 10, indent: 40, text: 10_000, marks: 60 } as const;

/** The blocks of a page of Markdown, or why it is refused: before the lexer sees it. */
export function readMarkdownBlocks(markdown: string): readonly Block[] | string {
  let together = 0;
  const refusal = refuseLines(markdown, (line) => {
    together = line.trim() === "" ? 0 : together + 1;
    if (together > limits.together)
      return `has ${limits.together} lines above it and no blank one among them`;
    return isNested(line) ? "begins too many lists or quotations" : undefined;
  });
  if (refusal !== undefined) return refusal;
  const lexer = new Lexer();
  const page: Html = { lexer, parts: [], line: 1 };
  writeTokens(lexer.blockTokens(dropFrontMatter(markdown)), 1, page);
  return readHtmlBlocks(page.parts.join(""));
}

/** A text whose first lines are blank where a program has its own notes there: names with values, between lines of dashes. */
function dropFrontMatter(markdown: string): string {
  const lines = markdown.split("\n");
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  const isNotes = lines.slice(1, Math.max(1, end)).every((line) => /^(?:[\w-]+:|\s|- |#|$)/.test(line));
  return end > 0 && isNotes ? lines.fill("", 0, end + 1).join("\n") : markdown;
}

/** Whether a line begins too many lists and quotations within one another, or may go on with as many; a rule across the page has none. */
function isNested(line: string): boolean {
  if (line.length - line.trimStart().length > limits.indent) return true;
  const [begin = ""] = /^(?:[\s>]|[-*+](?=[\s>]|$)|\d{1,9}[.)](?=\s))*/.exec(line) ?? [];
  const markers = begin.replace(/[\s\d]/g, "");
  const isRule = begin.length === line.length && /^(?:-+|\*+)$/.test(markers);
  return markers.length > limits.markers && !isRule;
}

/** A page as HTML, whose every line says what that of the Markdown does. */
interface Html {
  readonly lexer: Lexer;
  readonly parts: string[];
  /** In which it goes on. */
  line: number;
}

const countLines = (text: string): number => text.split("\n").length - 1;

/** Writes HTML in the line where the Markdown has it. */
function write(html: string, line: number, page: Html): void {
  const missing = Math.max(0, line - page.line);
  page.parts.push("\n".repeat(missing), html);
  page.line += missing + countLines(html);
}

/** Writes tokens, of which each begins where the one before ends. */
function writeTokens(tokens: readonly Token[], first: number, page: Html): void {
  let line = first;
  for (const token of tokens) {
    writeToken(token, line, page);
    line += countLines(token.raw);
  }
}

function writeToken(token: Tokens.Generic, line: number, page: Html): void {
  switch (token.type) {
    case "heading":
    case "paragraph":
    case "text": {
      const name = token.type === "heading" ? `h${Number(token["depth"])}` : "p";
      write(`<${name}>${toHtml(token["text"], page)}</${name}>`, line, page);
      break;
    }
    case "blockquote":
      writeTokens(token.tokens ?? [], line, page);
      break;
    case "list":
      writeList(token as Tokens.List, line, page);
      break;
    case "table":
      writeTable(token as Tokens.Table, line, page);
      break;
    case "html":
      write(token.raw, line, page);
      break;
    case "code":
      write(`<pre>${escape(String(token["text"]))}</pre>`, line, page);
  }
}

function writeList({ items }: Tokens.List, first: number, page: Html): void {
  let line = first;
  write("<ul>", line, page);
  for (const item of items) {
    write("<li>", line, page);
    writeTokens(item.tokens, line, page);
    write("</li>", line, page);
    line += countLines(item.raw);
  }
  write("</ul>", line, page);
}

function writeTable({ raw }: Tokens.Table, line: number, page: Html): void {
  write("<table>", line, page);
  raw
    .trimEnd()
    .split("\n")
    .forEach((row, i) => {
      const name = i === 0 ? "th" : "td";
      const cells = splitCells(row).map((cell) => `<${name}>${toHtml(cell, page)}`);
      if (i !== 1) write(`<tr>${cells.join("")}</tr>`, line + i, page);
    });
  write("</table>", line, page);
}

/** The cells of a row, however many: the lexer leaves out those beyond the header. */
function splitCells(row: string): readonly string[] {
  const cells = row.replaceAll("\\|", "\u0000").split("|");
  const inner = cells.slice(cells[0]?.trim() === "" ? 1 : 0, cells.at(-1)?.trim() === "" ? -1 : undefined);
  return inner.map((cell) => cell.replaceAll("\u0000", "|").trim());
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const renderer = new Renderer();
renderer.html = ({ text }) => (/^<\/?(?:br|del|s|strike)\b/i.test(text) ? text : "");
const parser = new Parser({ renderer });

/** A text with its marks as tags, unless people write no such text: then the marks stay. Of the tags in it, few say something. */
function toHtml(text: unknown, { lexer }: Html): string {
  const source = String(text);
  const marks = source.match(/(?<![a-z\d])[*_~]|[*_~](?![a-z\d])/gi) ?? [];
  return source.length > limits.text || marks.length > limits.marks
    ? escape(source)
    : parser.parseInline(lexer.inlineTokens(source));
}
