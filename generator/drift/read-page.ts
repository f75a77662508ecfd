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
  { extension: /\.x?html?$/i, fits: (text) => text.trimStart().startsWith("<"), read: readHtmlBlocks },
  { extension: /\.(?:md|markdown)$/i, fits: (text) => /^(?:# |\|)/m.test(text), read: readMarkdownBlocks },
  { extension: /\.te?xt$/i, fits: () => true, read: readTextBlocks },
];

export function readPage(file: string, text: string): Outcome<SourcePage> {
  const lines = dropUnseen(text);
  const format =
    formats.find(({ extension }) => extension.test(file)) ?? formats.find(({ fits }) => fits(lines));
  const blocks = format?.read(lines) ?? [];
  const refuse = (detail: string) =>
    failure([report("source-too-tangled", { detail }, { file, pointer: "" })]);
  if (typeof blocks === "string") return refuse(blocks);
  const detail = refuseBlocks(blocks);
  return detail === undefined ? success({ title: findPageTitle(blocks), blocks }) : refuse(detail);
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
