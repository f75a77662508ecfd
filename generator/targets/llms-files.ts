import { toMarkdownProse } from "../base/text/escape.js";
import { banner } from "../base/text/source-file.js";
import { capitalize, firstSentence } from "../base/text/words.js";
import { describeKnownReleases } from "../base/time/fleet.js";
import type { View } from "../contract/view/view.js";
import type { Block } from "../pages/blocks/block.js";
import { printBlocks, printText } from "../pages/blocks/markdown.js";
import { encodeSegment, plain, toPlainString, type Text } from "../pages/blocks/text.js";
import { fleetText } from "../pages/prose/fleet-text.js";
import { pageGroups, pagePaths, type Page, type PageGroup } from "../pages/page.js";
import type { OutputFile } from "./target.js";

interface PageFiles {
  readonly folder: string;
  /** Relative to the folder. */
  readonly toFile: (page: string) => string;
}

/** `llms.txt`, a list of all pages for language models (see llmstxt.org), and `llms-full.txt`, the text of these pages. */
export function printLlmsFiles(pages: readonly Page[], view: View, files: PageFiles): OutputFile[] {
  const head = printHead(pages[0], view);
  return [
    { path: `${files.folder}/llms.txt`, content: printList(pages, head, files) },
    { path: `${files.folder}/llms-full.txt`, content: printFullText(pages, head) },
  ];
}

function printList(pages: readonly Page[], head: string, { toFile }: PageFiles): string {
  const [home] = pages;
  const described = listDescriptions(home?.blocks ?? []);
  const sections = (Object.keys(pageGroups) as PageGroup[]).flatMap((group) => {
    const links = pages
      .filter((page) => page.group === group && page !== home)
      .map(({ path, title, blocks }) => {
        const href = toFile(path).split("/").map(encodeSegment).join("/");
        const about = described.get(path) ?? describeBlocks(blocks);
        return `- [${printText(title, home?.path ?? "")}](${href})${about === "" ? "" : `: ${about}`}\n`;
      });
    return links.length === 0 ? [] : [`## ${pageGroups[group].title}\n\n${links.join("")}`];
  });
  return [head, "`llms-full.txt`, beside this file, has the text of these pages.\n", ...sections].join("\n");
}

/** The title, and as a quote: the first paragraph of the home page, the fleet and the known releases. */
function printHead(home: Page | undefined, view: View): string {
  const title = home ? printText(home.title, home.path) : "";
  const known =
    view.releases.length > 0 ? ` The webhooks are known up to ${describeKnownReleases(view)}.` : "";
  const scope = `These unofficial docs are for ${toPlainString(fleetText(view.fleet))}.${known}`;
  const about = [toPlainString(findParagraph(home?.blocks ?? [])), scope].join(" ").trim();
  return `# ${title}\n\n[//]: # "${banner}"\n\n> ${printText(plain(about), "")}\n`;
}

/** The descriptions on the home page, by page: list entries such as `[Enums](enums.md): properties with …`. */
const listDescriptions = (blocks: readonly Block[]): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap((block) =>
      (block.kind === "list" ? block.items : []).flatMap(({ text: [first, ...rest] }) => {
        const [, about] = /^: (.*[^.])\.?$/s.exec(toPlainString(rest)) ?? [];
        if (first?.kind !== "link" || first.page === undefined || about === undefined) return [];
        return [[first.page, `${toMarkdownProse(capitalize(about))}.`] as const];
      }),
    ),
  );

const findParagraph = (blocks: readonly Block[]): Text =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []))[0] ?? [];

const describeBlocks = (blocks: readonly Block[]): string =>
  toMarkdownProse(firstSentence(toPlainString(findParagraph(blocks))));

/** These pages only list what other pages explain. */
const leftOut: readonly string[] = [pagePaths.index, pagePaths.eventsAndAnswers];

const isFolded = (block: Block): boolean => block.kind === "table" && block.fold !== undefined;

/** All pages as one text. Links are relative to its folder. */
function printFullText(pages: readonly Page[], head: string): string {
  const note =
    "The pages of these docs, one after another. Links are relative to this file. " +
    `Left out: the pages ${leftOut.join(", ")}, diagrams, samples of objects, ` +
    "all but the first sample of each event, and, after the first event, " +
    "the table of answers that are documented in general.";
  const firstFolded = pages.find(({ blocks }) => blocks.some(isFolded));
  const texts = pages
    .filter(({ path }) => !leftOut.includes(path))
    .map((page) => {
      const title = printText(page.title, pagePaths.index);
      const blocks = shorten(page).filter((block) => page === firstFolded || !isFolded(block));
      return `# ${title}\n\nPage: \`${page.path}\`\n\n${printBlocks(blocks, pagePaths.index)}`;
    });
  return [`${head}\n${note}\n`, ...texts.map(withoutPadding)].join("\n");
}

/** Leaves the columns of tables unaligned. */
const withoutPadding = (markdown: string): string =>
  markdown.replace(/^\| .*$/gm, (row) => row.replace(/ {2,}/g, " ").replace(/-{3,}/g, "---"));

/** Drops drawings, and text that other pages show too. */
const shorten = ({ group, blocks }: Page): readonly Block[] =>
  blocks
    .filter(({ kind }) => kind !== "diagram" && !(kind === "aside" && pageGroups[group].kind === "object"))
    .map((block) => (block.kind === "samples" ? { ...block, samples: block.samples.slice(0, 1) } : block));
