import { Lexer, type Token, type Tokens } from "../../text/markdown-tokens.js";
import { readHtmlBlocks } from "./html-blocks.js";
import { decodeEntities } from "./html-text.js";
import { findNesting } from "./markdown-nesting.js";
import { cleanText, makeRow, type Block } from "./page.js";

/** A line or text longer than this is none that people read, and its marks would take the lexer too long. */
const longest = 5000;

/** The blocks of a page of Markdown, or why it is refused. */
export function readMarkdownBlocks(markdown: string): readonly Block[] | string {
  const nested = findNesting(markdown);
  if (nested !== undefined) return `line ${nested} begins too many lists or quotations`;
  const long = markdown.split("\n").findIndex(({ length }) => length > longest);
  if (long !== -1) return `line ${long + 1} is longer than ${longest} characters`;
  const lexer = new Lexer();
  try {
    return arrange(lexer.blockTokens(markdown), { lexer, line: 1, level: 0 });
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    // The lexer's expressions go down the stack once for each line of a text.
    if (error instanceof RangeError) return "one of its texts has too many lines";
    throw error;
  }
}

/** Why a source is refused: thrown out of the walk over its tokens. */
class Refusal extends Error {}

interface Where {
  readonly lexer: Lexer;
  readonly line: number;
  /** How many lists are around it. */
  readonly level: number;
}

/** Arranges tokens into blocks; each token begins where the one before ends. */
function arrange(tokens: readonly Token[], where: Where): Block[] {
  const blocks: Block[] = [];
  let { line } = where;
  for (const token of tokens) {
    for (const block of readToken(token, { ...where, line })) blocks.push(block);
    line += countLines(token.raw);
  }
  return blocks;
}

const countLines = (raw: string): number => raw.split("\n").length - 1;

/** The blocks of one token; what holds nothing that is read as prose is "other". */
function readToken(token: Tokens.Generic, where: Where): readonly Block[] {
  const { line } = where;
  switch (token.type) {
    case "space":
    case "hr":
    case "def":
      return [];
    case "heading":
      return [
        {
          kind: "heading",
          line,
          level: Number(token["depth"]),
          text: toLine(readInline(token["text"], where)),
        },
      ];
    case "paragraph":
    case "text":
      return readParagraph(readInline(token["text"], where), line);
    case "blockquote":
      return arrange(token.tokens ?? [], where);
    case "list":
      return readList(token as Tokens.List, where);
    case "table":
      return [readTable(token as Tokens.Table, where)];
    case "html":
      return readHtml(token.raw, line);
    default:
      return [{ kind: "other", line, text: token.raw.trim() }];
  }
}

const toLine = (text: string): string => text.replaceAll("\n", " ");

const readParagraph = (text: string, line: number): Block[] =>
  text === "" ? [] : [{ kind: "paragraph", line, text }];

function readHtml(html: string, line: number): readonly Block[] {
  const blocks = readHtmlBlocks(html);
  if (typeof blocks === "string") throw new Refusal(blocks);
  return blocks.map((block) => moveBlock(block, line - 1));
}

/** The block with its lines counted from further up. */
function moveBlock(block: Block, lines: number): Block {
  const moved = { ...block, line: block.line + lines };
  if (moved.kind !== "table") return moved;
  return { ...moved, rows: moved.rows.map((row) => ({ ...row, line: row.line + lines })) };
}

/** The items of a list: the paragraphs of each as one text, and then what else is in it. */
function readList(list: Tokens.List, { lexer, line, level: outer }: Where): Block[] {
  const level = outer + 1;
  let at = line;
  return list.items.flatMap((item): Block[] => {
    const begin = at;
    at += countLines(item.raw);
    const blocks = arrange(item.tokens, { lexer, line: begin, level });
    const text = cleanText(
      blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : [])).join("\n"),
    );
    return [
      ...(text === "" ? [] : [{ kind: "item" as const, line: begin, level, text }]),
      ...blocks.filter(({ kind }) => kind !== "paragraph"),
    ];
  });
}

function readTable(table: Tokens.Table, where: Where): Block {
  const [header = "", , ...rows] = table.raw.trimEnd().split("\n");
  const read = (row: string): readonly string[] => splitCells(row).map((text) => readInline(text, where));
  return {
    kind: "table",
    line: where.line,
    header: read(header).map(toLine),
    rows: rows.map((row, i) => makeRow(where.line + 2 + i, read(row))),
  };
}

/** The cells of a row, however many: marked leaves out those beyond the header. */
function splitCells(row: string): readonly string[] {
  const cells = row.replaceAll("\\|", "\u0000").split("|");
  const inner = cells.slice(cells[0]?.trim() === "" ? 1 : 0, cells.at(-1)?.trim() === "" ? -1 : undefined);
  return inner.map((cell) => cell.replaceAll("\u0000", "|").trim());
}

/** A text without its marks. */
function readInline(text: unknown, { lexer, line }: Where): string {
  const source = String(text);
  if (source.length > longest)
    throw new Refusal(`the text in line ${line} is longer than ${longest} characters`);
  return cleanText(lexer.inlineTokens(source).map(flatten).join(""));
}

/** The text of an inline token, with its entities decoded where they are no code. */
function flatten(token: Token): string {
  if (token.type === "br") return "\n";
  if (token.type === "html") return token.raw.toLowerCase().startsWith("<br") ? "\n" : "";
  if (token.type === "codespan") return toLine((token as Tokens.Codespan).text);
  if (token.type === "del") return `~~${(token as Tokens.Del).tokens.map(flatten).join("")}~~`;
  if ("tokens" in token) return token.tokens.map(flatten).join("");
  const text = toLine("text" in token ? String(token.text) : token.raw);
  return text.includes("&") ? decodeEntities(text) : text;
}
