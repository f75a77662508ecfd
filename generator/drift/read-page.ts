import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import { toHtmlText } from "../base/text/escape.js";
import { Lexer, Parser, Renderer, type Token, type Tokens } from "../base/text/markdown-tokens.js";
import { readHtmlBlocks } from "./html-blocks.js";
import type { PageBlock, SourcePage } from "./source-content.js";
import { dropUnseen, readTextBlocks, refuseLines } from "./text-blocks.js";

/** How pages are saved: by the ends of their names, or, without such an end, by what is in them. */
const formats: readonly {
  readonly extensions: readonly string[];
  readonly fits: (text: string) => boolean;
  /** A text instead of blocks says why the page is refused. */
  readonly read: (text: string) => readonly PageBlock[] | string;
}[] = [
  {
    extensions: [".html", ".htm", ".xhtml"],
    fits: (text) => text.trimStart().startsWith("<"),
    read: readHtmlBlocks,
  },
  {
    extensions: [".md", ".markdown"],
    fits: (text) => text.split("\n").some((line) => line.startsWith("# ") || line.startsWith("|")),
    read: readMarkdownBlocks,
  },
  { extensions: [".txt", ".text"], fits: () => true, read: readTextBlocks },
];

/** Reads a page that was saved as HTML, as Markdown, or as plain text, as a browser does it. */
export function readPage(file: string, text: string): Outcome<SourcePage> {
  const lines = dropUnseen(text);
  const name = file.toLowerCase();
  const format =
    formats.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ??
    formats.find(({ fits }) => fits(lines));
  const blocks = format?.read(lines) ?? [];
  const refuse = (detail: string): Outcome<never> =>
    failure([report("source-too-tangled", { detail }, { file, pointer: "" })]);
  if (typeof blocks === "string") return refuse(blocks);
  const detail = refuseBlocks(blocks);
  return detail === undefined ? success({ title: findPageTitle(blocks), blocks }) : refuse(detail);
}

/** What a page has in all, of each part of it, and how much of that is some thirty times what the vendor's longest page has. */
const pageLimits: readonly (readonly [limit: number, of: (part: PagePart) => number, says: string])[] = [
  [2000, ({ isHeading }) => Number(isHeading), "is one of more than 2000 headings"],
  [20_000, () => 1, "begins more than 20000 paragraphs, items and rows"],
  [1_000_000, ({ text }) => text.length, "goes on after more than 1000000 characters of text"],
  [40_000, ({ text }) => text.match(/[.!?\n]/g)?.length ?? 0, "goes on after more than 40000 stops"],
];

/** In characters. */
const maxPartLength = 20_000;

/** A block that is no table, or a row of one. */
interface PagePart {
  readonly line: number;
  readonly text: string;
  readonly isHeading: boolean;
}

function listPageParts(block: PageBlock): readonly PagePart[] {
  const { line } = block;
  if (block.kind !== "table") return [{ line, text: block.text, isHeading: block.kind === "heading" }];
  // Columns that only say how wide a cell is are none.
  const rows = [{ line, cells: block.header.filter(Boolean) }, ...block.rows];
  return rows.map((row) => ({ line: row.line, text: row.cells.join(" "), isHeading: false }));
}

/** Why blocks are those of no page. */
function refuseBlocks(blocks: readonly PageBlock[]): string | undefined {
  const parts = blocks.flatMap(listPageParts);
  for (const [limit, measure, says] of pageLimits) {
    let sum = 0;
    const part = parts.find((each) => (sum += measure(each)) > limit);
    if (part) return `line ${part.line} ${says}`;
  }
  const long = parts.find(({ text }) => text.length > maxPartLength);
  return long && `line ${long.line} begins a text longer than ${maxPartLength} characters`;
}

function findPageTitle(blocks: readonly PageBlock[]): string {
  const headings = blocks.filter((block) => block.kind === "heading");
  const highest = Math.min(...headings.map(({ level }) => level));
  return headings.find(({ level }) => level === highest)?.text ?? "";
}

/** What no page of a documentation reaches: a lexer of Markdown reads all that is within a list or quotation once more. */
const markdownLimits = { together: 1000, markers: 10, indent: 40, text: 10_000, marks: 60 } as const;

/** The blocks of a page of Markdown, or why it is refused: before the lexer sees it. */
function readMarkdownBlocks(text: string): readonly PageBlock[] | string {
  let together = 0;
  const refusal = refuseLines(text, (line) => {
    together = line.trim() === "" ? 0 : together + 1;
    if (together > markdownLimits.together)
      return `has ${markdownLimits.together} lines above it and no blank one among them`;
    return isNested(line) ? "begins too many lists or quotations" : undefined;
  });
  if (refusal !== undefined) return refusal;
  const lexer = new Lexer();
  const html: Html = { lexer, parts: [], line: 1 };
  writeTokens(lexer.blockTokens(dropFrontMatter(text)), 1, html);
  return readHtmlBlocks(html.parts.join(""));
}

/** A text whose first lines are blank where a program has its own notes there: names with values, between lines of dashes. */
function dropFrontMatter(text: string): string {
  const lines = text.split("\n");
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  const isNotes = lines.slice(1, Math.max(1, end)).every((line) => /^(?:[\w-]+:|\s|- |#|$)/.test(line));
  return end > 0 && isNotes ? lines.fill("", 0, end + 1).join("\n") : text;
}

/** Whether a line begins too many lists and quotations within one another, or may go on with as many; a rule across the page has none. */
function isNested(line: string): boolean {
  if (line.length - line.trimStart().length > markdownLimits.indent) return true;
  const [begin = ""] = /^(?:[\s>]|[-*+](?=[\s>]|$)|\d{1,9}[.)](?=\s))*/.exec(line) ?? [];
  const markers = begin.replace(/[\s\d]/g, "");
  const isRule = begin.length === line.length && /^(?:-+|\*+)$/.test(markers);
  return markers.length > markdownLimits.markers && !isRule;
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

/** Writes tokens, or the items of a list, of which each begins where the one before ends. */
function writeTokens(tokens: readonly (Token | Tokens.ListItem)[], first: number, page: Html): void {
  let line = first;
  for (const token of tokens) {
    writeToken(token, line, page);
    line += countLines(token.raw);
  }
}

/** The tags around what tokens hold. */
const tags: Readonly<Record<string, string>> = { blockquote: "div", list: "ul", list_item: "li" };

function writeToken(token: Tokens.Generic, line: number, page: Html): void {
  const { type, raw } = token;
  const text = String(token["text"]);
  const tag = tags[type];
  if (tag !== undefined) {
    write(`<${tag}>`, line, page);
    writeTokens((token["items"] as Tokens.ListItem[] | undefined) ?? token.tokens ?? [], line, page);
    write(`</${tag}>`, line, page);
  } else if (type === "heading") {
    const name = `h${Number(token["depth"])}`;
    write(`<${name}>${toHtml(text, page)}</${name}>`, line, page);
  } else if (type === "paragraph" || type === "text") write(`<p>${toHtml(text, page)}</p>`, line, page);
  else if (type === "table") writeTable(raw, line, page);
  else if (type === "html") write(raw, line, page);
  else if (type === "code") write(`<pre>${toHtmlText(text)}</pre>`, line, page);
}

function writeTable(raw: string, first: number, page: Html): void {
  write("<table>", first, page);
  for (const [i, row] of raw.trimEnd().split("\n").entries()) {
    const name = i === 0 ? "th" : "td";
    const cells = splitCells(row).map((cell) => `<${name}>${toHtml(cell, page)}`);
    if (i !== 1) write(`<tr>${cells.join("")}</tr>`, first + i, page);
  }
  write("</table>", first, page);
}

/** The cells of a row, however many: the lexer leaves out those beyond the header. */
function splitCells(row: string): readonly string[] {
  const cells = row.replaceAll("\\|", "\u0000").split("|");
  const inner = cells.slice(cells[0]?.trim() === "" ? 1 : 0, cells.at(-1)?.trim() === "" ? -1 : undefined);
  return inner.map((cell) => cell.replaceAll("\u0000", "|").trim());
}

const renderer = new Renderer();
renderer.html = ({ text }) => (/^<\/?(?:br|del|s|strike)\b/i.test(text) ? text : "");
const parser = new Parser({ renderer });

/** A text with its marks as tags, unless people write no such text: then the marks stay. Of the tags in it, few say something. */
function toHtml(source: string, { lexer }: Html): string {
  const marks = source.match(/(?<![a-z\d])[*_~]|[*_~](?![a-z\d])/gi) ?? [];
  return source.length > markdownLimits.text || marks.length > markdownLimits.marks
    ? toHtmlText(source)
    : parser.parseInline(lexer.inlineTokens(source));
}
