import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { readHtmlBlocks } from "./html-blocks.js";
import { readMarkdownBlocks } from "./markdown-blocks.js";
import { makePage, type Block, type Page } from "./page.js";
import { readTextBlocks } from "./text-blocks.js";

/** Reads the blocks of a page; a text instead says why it is refused. */
type ReadBlocks = (text: string) => readonly Block[] | string;

/** How pages are saved: by the ends of their names, or, without such an end, by what is in them. */
const formats: readonly {
  readonly extensions: readonly string[];
  readonly fits: (text: string) => boolean;
  readonly read: ReadBlocks;
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
  {
    extensions: [".txt", ".text"],
    fits: () => true,
    read: (text) => refuseBodies(text) ?? readTextBlocks(text),
  },
];

/** A log is no page: what it recorded is nobody's to print. */
function refuseBodies(text: string): string | undefined {
  const index = text.split("\n").findIndex((line) => /\{\s?"/.test(line));
  return index === -1
    ? undefined
    : `there is JSON in its line ${index + 1}. Recorded bodies are read from JSON, NDJSON or HAR, with nothing else between them`;
}

/** Reads a page that was saved as HTML, as Markdown, or as plain text, as a browser does it. */
export function readPage(file: string, text: string): Outcome<Page> {
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const name = file.toLowerCase();
  const format =
    formats.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ??
    formats.find(({ fits }) => fits(lines));
  const blocks = format?.read(lines) ?? [];
  return typeof blocks === "string"
    ? failure([report("source-too-tangled", { detail: blocks }, { file, pointer: "" })])
    : success(makePage(blocks));
}
