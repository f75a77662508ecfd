import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import type { Block, Page } from "./block.js";
import { readHtmlBlocks } from "./html.js";
import { readMarkdownBlocks } from "./markdown.js";
import { dropUnseen, readTextBlocks } from "./text.js";

/** How pages are saved: by the ends of their names, or, without such an end, by what is in them. */
const formats: readonly {
  readonly extensions: readonly string[];
  readonly fits: (text: string) => boolean;
  /** A text instead of blocks says why the page is refused. */
  readonly read: (text: string) => readonly Block[] | string;
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
export function readPage(file: string, text: string): Outcome<Page> {
  const lines = dropUnseen(text.replaceAll("\r\n", "\n").replaceAll("\r", "\n"));
  const name = file.toLowerCase();
  const format =
    formats.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ??
    formats.find(({ fits }) => fits(lines));
  const blocks = format?.read(lines) ?? [];
  const refuse = (detail: string): Outcome<never> =>
    failure([report("source-too-tangled", { detail }, { file, pointer: "" })]);
  if (typeof blocks === "string") return refuse(blocks);
  const detail = refuseBlocks(blocks);
  return detail === undefined ? success({ title: findTitle(blocks), blocks }) : refuse(detail);
}

/** Some thirty times what the vendor's longest page has. */
const limits = { headings: 2000, parts: 20_000, text: 20_000, stops: 40_000, letters: 1_000_000 } as const;

/** Why blocks are those of no page. */
function refuseBlocks(blocks: readonly Block[]): string | undefined {
  const parts = blocks.flatMap((block) =>
    block.kind === "table"
      ? [
          // Columns that only say how wide a cell is are none.
          { line: block.line, text: block.header.filter(Boolean).join(" ") },
          ...block.rows.map(({ line, cells }) => ({ line, text: cells.join(" ") })),
        ]
      : [{ line: block.line, text: block.text }],
  );
  const heading = blocks.filter(({ kind }) => kind === "heading")[limits.headings];
  if (heading) return `line ${heading.line} is one of more than ${limits.headings} headings`;
  const next = parts[limits.parts];
  if (next) return `line ${next.line} begins more than ${limits.parts} paragraphs, items and rows`;
  let [stops, letters] = [0, 0];
  const end = parts.find(({ text }) => (letters += text.length) > limits.letters);
  if (end) return `line ${end.line} goes on after more than ${limits.letters} characters of text`;
  const last = parts.find(({ text }) => (stops += text.match(/[.!?\n]/g)?.length ?? 0) > limits.stops);
  if (last) return `line ${last.line} goes on after more than ${limits.stops} stops`;
  const long = parts.find(({ text }) => text.length > limits.text);
  return long && `line ${long.line} begins a text longer than ${limits.text} characters`;
}

function findTitle(blocks: readonly Block[]): string {
  const headings = blocks.filter((block) => block.kind === "heading");
  const highest = headings.reduce((level, heading) => Math.min(level, heading.level), Infinity);
  return headings.find(({ level }) => level === highest)?.text ?? "";
}
