import type { Block, Cell, Heading, Sample, Table } from "../../pages/blocks/block.js";
import { findRowName, formatEnds, type Anchors } from "../../pages/blocks/html.js";
import { toPlainString } from "../../pages/blocks/text.js";
import { isAvailability, toCellText } from "../../pages/blocks/builders.js";
import { pageGroups, pagePaths, type Page } from "../../pages/page.js";
import type { Model } from "../../contract/model/model.js";
import { groupBy } from "../../contract/read/values.js";
import { toScriptText } from "../../base/text/escape.js";

export interface Article {
  readonly page: Page;
  /** Relative to the root of the site: `events/scanCode.html`. */
  readonly file: string;
  readonly title: string;
  readonly anchor: string;
  readonly anchors: Anchors;
}

/**
 * The search data as a script, because pages opened from a folder cannot fetch files. Each entry has its own line,
 * to keep diffs small.
 */
export function printSearchIndex(
  articles: readonly Article[],
  { synonyms, keywords }: Pick<Model, "synonyms" | "keywords">,
): string {
  const keywordsOf = new Map(keywords.map(({ page, words }) => [page, words]));
  const index = {
    synonyms: synonyms.map(({ word, typed }) => [word, ...typed]),
    pages: articles.map((article) => toPageEntry(article, keywordsOf.get(article.page.path) ?? [])),
    entries: joinSame(articles.flatMap(listSearchEntries)),
  };
  const lists = Object.entries(index).map(
    ([name, list]) => `"${name}":[\n${list.map(toScriptText).join(",\n")}\n]`,
  );
  return `var mplusSearchIndex = {${lists.join(",")}};\n`;
}

const toPageEntry = ({ page, file, title }: Article, keywords: readonly string[]): SearchEntry => ({
  kind: pageGroups[page.group].kind,
  path: file,
  name: title,
  group: pageGroups[page.group].title,
  about: listBlockTexts(page.blocks.slice(0, findHeadings(page.blocks)[0])).join(" "),
  also: keywords.join(" ") || undefined,
  ...formatEnds(page.availability),
});

type SearchEntry = Readonly<Record<string, string | undefined>>;

/** The same entry on several pages becomes one. */
interface PlacedEntry {
  readonly entry: SearchEntry;
  readonly place: string;
}

const joinSame = (all: readonly PlacedEntry[]): object[] =>
  Array.from(groupBy(all, ({ entry }) => JSON.stringify(entry)).values(), (same) => ({
    ...same[0].entry,
    at: same.map(({ place }) => place),
  }));

/** The headings with their text, the table rows with a name, and the samples. */
function listSearchEntries({ page, file, anchors }: Article): PlacedEntry[] {
  const { blocks } = page;
  const starts = findHeadings(blocks);
  const place = (part: Block | readonly Cell[] | Sample, entry: SearchEntry): PlacedEntry[] => {
    const anchor = anchors.get(part);
    return anchor === undefined ? [] : [{ entry, place: `${file}#${anchor}` }];
  };
  return blocks.flatMap((block, index) => {
    if (block.kind === "table") return block.rows.flatMap((row) => place(row, toRowEntry(row, block)));
    if (block.kind === "samples")
      return block.samples.flatMap((sample) =>
        place(sample, { kind: "sample", name: sample.title, about: toPlainString(sample.intro) }),
      );
    if (block.kind !== "heading") return [];
    const next = starts.find((start) => start > index);
    const about = listBlockTexts(blocks.slice(index, next)).join(" ");
    return place(block, { kind: toKind(block, page), name: toPlainString(block.text), about });
  });
}

const findHeadings = (blocks: readonly Block[]): number[] =>
  blocks.flatMap(({ kind }, index) => (kind === "heading" ? [index] : []));

/** Leaves out code, and rows that have their own entries. */
const listBlockTexts = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [toPlainString(block.text)];
    if (block.kind === "list")
      return block.items.flatMap(({ text, items }) => [text, ...items].map(toPlainString));
    // Asides are code, and samples are entries of their own.
    if (block.kind !== "table") return [];
    const unnamed = block.rows.filter((row) => findRowName(row, block) === undefined);
    return unnamed.map((row) => listCellTexts(row).join(" · "));
  });

const listCellTexts = (cells: readonly Cell[]): string[] =>
  cells.map((cell) => toPlainString(toCellText(cell))).filter((text) => text !== "");

function toRowEntry(row: readonly Cell[], table: Table): SearchEntry {
  const kind = table.names ?? "";
  // Other names of the term.
  const also = kind === "term" ? listCellTexts(row.slice(1, -1)).join(" ") : "";
  return {
    kind,
    name: findRowName(row, table) ?? "",
    about: listCellTexts(row.slice(-1)).join(""),
    also: also || undefined,
    ...formatEnds(row.find(isAvailability)),
  };
}

/**
 * On some pages each heading is a name. On the page of error codes, headings with lower-case letters are ordinary sections.
 */
function toKind({ level, text }: Heading, { path }: Page): string {
  const isCode = path !== pagePaths.errorCodes || !/[a-z]/.test(toPlainString(text));
  return (isCode ? headingKinds[path] : undefined) ?? (level === 2 ? "section" : "subsection");
}

const headingKinds: Readonly<Record<string, string>> = {
  [pagePaths.errorCodes]: "error code",
  [pagePaths.openQuestions]: "open question",
  [pagePaths.enums]: "enum",
  [pagePaths.errata]: "erratum",
};
