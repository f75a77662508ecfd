import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import { readHtmlBlocks } from "./html-blocks.js";
import { cleanHeading } from "./page-sections.js";
import { readMarkdownBlocks } from "./markdown-blocks.js";
import type { PageBlock, SourcePage } from "./source-content.js";
import { dropUnseen, readTextBlocks } from "./text-blocks.js";

const formats: readonly {
  readonly extension: RegExp;
  readonly fits: (text: string) => boolean;
  /** A string says why the page is rejected. */
  readonly read: (text: string) => readonly PageBlock[] | string;
}[] = [
  {
    extension: /\.x?html?$/i,
    fits: (text) => text.trimStart().startsWith("<"),
    read: readHtmlBlocks,
  },
  { extension: /\.(?:md|markdown)$/i, fits: (text) => /^(?:# |\|)/m.test(text), read: readMarkdownBlocks },
  { extension: /\.te?xt$/i, fits: () => true, read: readTextBlocks },
];

export function readPage(file: string, text: string): Outcome<SourcePage> {
  const lines = dropUnseen(text);
  const format =
    formats.find(({ extension }) => extension.test(file)) ?? formats.find(({ fits }) => fits(lines));
  const blocks = format?.read(lines) ?? [];
  const detail = typeof blocks === "string" ? blocks : refuseBlocks(blocks);
  if (detail !== undefined) return failure([report("source-too-tangled", { detail }, { file, pointer: "" })]);
  return success({
    title: findPageTitle(blocks as readonly PageBlock[]),
    blocks: blocks as readonly PageBlock[],
  });
}

/** Some thirty times as high as the vendor's longest page needs. */
const pageLimits: readonly (readonly [limit: number, of: (part: PagePart) => number, says: string])[] = [
  [2000, ({ isHeading }) => Number(isHeading), "exceeds the limit of 2000 headings"],
  [20_000, () => 1, "exceeds the limit of 20000 paragraphs, items and rows"],
  [1_000_000, ({ text }) => text.length, "exceeds the limit of 1000000 characters of text"],
  [
    40_000,
    ({ text }) => text.match(/[.!?\n]/g)?.length ?? 0,
    "exceeds the limit of 40000 sentences and lines",
  ],
];

/** In characters. */
const maxPartLength = 20_000;

interface PagePart {
  readonly line: number;
  readonly text: string;
  readonly isHeading: boolean;
}

function listPageParts(block: PageBlock): readonly PagePart[] {
  if (block.kind !== "table") return [{ ...block, isHeading: block.kind === "heading" }];
  const rows = [{ line: block.line, cells: block.header }, ...block.rows];
  return rows.map(({ line, cells }) => ({ line, text: cells.join(" "), isHeading: false }));
}

function refuseBlocks(blocks: readonly PageBlock[]): string | undefined {
  const parts = blocks.flatMap(listPageParts);
  for (const [limit, measure, says] of pageLimits) {
    let sum = 0;
    const part = parts.find((each) => (sum += measure(each)) > limit);
    if (part) return `line ${part.line} ${says}`;
  }
  const long = parts.find(({ text }) => text.length > maxPartLength);
  return long && `line ${long.line} starts a text longer than ${maxPartLength} characters`;
}

function findPageTitle(blocks: readonly PageBlock[]): string {
  const headings = blocks.filter((block) => block.kind === "heading");
  const highest = Math.min(...headings.map(({ level }) => level));
  return cleanHeading(headings.find(({ level }) => level === highest)?.text ?? "");
}
