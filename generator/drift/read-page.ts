import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import { readHtmlBlocks } from "./html-blocks.js";
import { cleanHeading } from "./page-sections.js";
import { isFurniture, isNavigation } from "./page-furniture.js";
import { isSameTitle } from "./reviews.js";
import { readMarkdownBlocks } from "./markdown-blocks.js";
import type { PageBlock, SourcePage } from "./source-content.js";
import { dropUnseen, readTextBlocks } from "./text-blocks.js";

const formats: readonly {
  readonly extension: RegExp;
  readonly fits: (text: string) => boolean;
  /** A string says why the page is rejected. */
  readonly read: (text: string) => readonly PageBlock[] | string;
}[] = [
  { extension: /\.x?html?$/i, fits: (text) => text.trimStart().startsWith("<"), read: readHtmlBlocks },
  { extension: /\.(?:md|markdown)$/i, fits: (text) => /^(?:# |\|)/m.test(text), read: readMarkdownBlocks },
  { extension: /\.te?xt$/i, fits: () => true, read: readTextBlocks },
];

/** `titles` are those of reviewed pages. */
export function readPage(file: string, text: string, titles: readonly string[] = []): Outcome<SourcePage> {
  const isTitle = (line: string): boolean => titles.some((title) => isSameTitle(title, toTitle(line)));
  const lines = dropAround(dropFrontMatter(dropUnseen(text)), isTitle);
  const format =
    formats.find(({ extension }) => extension.test(file)) ?? formats.find(({ fits }) => fits(lines));
  const blocks = format?.read(lines) ?? [];
  const refuse = (detail: string) =>
    failure([report("source-too-tangled", { detail }, { file, pointer: "" })]);
  if (typeof blocks === "string") return refuse(blocks);
  const detail = refuseBlocks(blocks);
  if (detail !== undefined) return refuse(detail);
  const first = findTitle(
    blocks.map((block) => (block.kind === "table" ? "a table" : block.text)),
    isTitle,
  );
  const inner = blocks.flatMap((block, i): readonly PageBlock[] => {
    if (block.kind === "table" || block.kind === "other") return [block];
    if (i === first) return [{ kind: "heading", level: 1, line: block.line, text: block.text }];
    const isAround = block.text.split("\n").every(i < first ? isNavigation : isFurniture);
    return isAround ? [] : [block];
  });
  const title = blocks[first];
  return success({
    title: title && "text" in title ? toTitle(title.text) : findPageTitle(inner),
    blocks: inner,
  });
}

/** In blocks or lines. More of them are no menu. */
const maxAbove = 30;

/** The first text, or else the last title among the first texts, because a menu may name other pages. */
function findTitle(texts: readonly string[], isTitle: (text: string) => boolean): number {
  const start = texts.findIndex((text) => text.trim() !== "");
  return isTitle(texts[start] ?? "") ? start : texts.slice(0, maxAbove).findLastIndex(isTitle);
}

const toTitle = (line: string): string => cleanHeading(line.replace(/^#+ /, "").trim());

/** Empties the lines of the metadata with which a Markdown file may begin. */
const dropFrontMatter = (text: string): string =>
  text.replace(/^---\n(?:(?!---\n)\w[^\n]*\n)+---\n/, (found) => found.replace(/[^\n]/g, ""));

/** Empties the lines of a text around its content. An element of HTML is a block, which is read first. */
function dropAround(text: string, isTitle: (line: string) => boolean): string {
  const lines = text.split("\n");
  const first = findTitle(lines, isTitle);
  const isAround = (line: string, i: number): boolean => (i < first ? isNavigation : isFurniture)(line);
  return lines.map((line, i) => (isAround(line, i) ? "" : line)).join("\n");
}

/** Some thirty times as many as the vendor's longest page has. A larger page takes minutes. */
const maxParts = 20_000;

/** In characters. */
const maxPartLength = 20_000;

function refuseBlocks(blocks: readonly PageBlock[]): string | undefined {
  const parts = blocks.flatMap((block) =>
    block.kind === "table"
      ? block.rows.map(({ line, cells }) => ({ line, text: cells.join(" ") }))
      : { line: block.line, text: block.text },
  );
  const [over] = parts.slice(maxParts);
  if (over) return `line ${over.line} exceeds the limit of ${maxParts} paragraphs, items and rows`;
  const long = parts.find(({ text }) => text.length > maxPartLength);
  return long && `line ${long.line} starts a text longer than ${maxPartLength} characters`;
}

function findPageTitle(blocks: readonly PageBlock[]): string {
  const headings = blocks.filter((block) => block.kind === "heading");
  const highest = Math.min(...headings.map(({ level }) => level));
  return cleanHeading(headings.find(({ level }) => level === highest)?.text ?? "");
}
