import type { Cell } from "../../docs/blocks/block.js";
import { toPlainString } from "../../docs/blocks/text.js";
import { toCellText } from "../../docs/blocks/write.js";
import { pagePaths, type Page, type PageGroup } from "../../docs/page.js";
import type { SynonymEntry } from "../../spec/dialect.js";
import { toScriptText } from "../../text/escape.js";
import type { AnchoredBlock, AnchoredHeading, AnchoredRow, AnchoredTable } from "./anchored-blocks.js";
import type { Article } from "./article.js";
import { formatEnds } from "./attributes.js";
import { groupTitles } from "./navigation.js";

/**
 * What the search knows, as a script: pages may not fetch anything, and those opened from a folder could not. The
 * browser makes its index of it. Each line has one entry, so that a small change of the spec is a small diff.
 */
export function printSearchIndex(articles: readonly Article[], synonyms: readonly SynonymEntry[]): string {
  // The matrix only repeats the names that other pages explain.
  const searched = articles.filter(({ page }) => page.path !== pagePaths.matrix);
  const index = {
    synonyms: synonyms.map(({ word, typed }) => [word, ...typed]),
    pages: searched.map(toPageEntry),
    entries: joinSame(searched.flatMap(listEntries)),
  };
  const lists = Object.entries(index).map(([name, list]) => `"${name}":${printList(list.map(toScriptText))}`);
  return `var mplusSearchIndex = {${lists.join(",")}};\n`;
}

const printList = (lines: readonly string[]): string =>
  lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`;

const toPageEntry = ({ page, file, title, blocks }: Article): Entry => ({
  kind: pageKinds[page.group],
  path: file,
  name: title.text,
  group: groupTitles[page.group],
  about: listTexts(blocks.slice(0, findHeadings(blocks)[0])).join(" "),
  ...formatEnds(page.availability),
});

const pageKinds: Readonly<Record<PageGroup, string>> = {
  tasks: "task",
  guide: "guide",
  flows: "flow",
  events: "event",
  received: "object",
  answers: "object",
  reference: "reference",
};

/** Something that can be found. */
type Entry = Readonly<Record<string, string>>;

/** What stands on pages, and where: the same on several pages is one entry. */
interface PlacedEntry {
  readonly entry: Entry;
  readonly place: string;
}

function joinSame(all: readonly PlacedEntry[]): object[] {
  const places = new Map<string, { entry: Entry; at: string[] }>();
  for (const { entry, place } of all) {
    const key = JSON.stringify(entry);
    const same = places.get(key) ?? { entry, at: [] };
    places.set(key, { entry, at: [...same.at, place] });
  }
  return [...places.values()].map(({ entry, at }) => ({ ...entry, at }));
}

/** The headings of a page, each with what it says, and the rows of its tables that are about a name. */
function listEntries({ page, file, blocks }: Article): PlacedEntry[] {
  const starts = findHeadings(blocks);
  return blocks.flatMap((block, index) => {
    if (block.kind === "table") return block.rows.flatMap((row) => toRowEntry(row, block, file));
    if (block.kind !== "heading") return [];
    const next = starts.find((start) => start > index);
    const about = listTexts(blocks.slice(index, next)).join(" ");
    const entry = { kind: toKind(block, page), name: toPlainString(block.text), about };
    return [{ entry, place: toPlace(file, block.anchor) }];
  });
}

const findHeadings = (blocks: readonly AnchoredBlock[]): number[] =>
  blocks.flatMap(({ kind }, index) => (kind === "heading" ? [index] : []));

const toPlace = (file: string, anchor: string): string => `${file}#${anchor}`;

/** What blocks say, without code, and without the rows that are entries of their own. */
const listTexts = (blocks: readonly AnchoredBlock[]): string[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
        return [toPlainString(block.text)];
      case "list":
        return block.items.flatMap(({ text, items }) => [text, ...items].map(toPlainString));
      case "table":
        return block.rows
          .filter(({ subject }) => subject === undefined)
          .map(({ cells }) => listCellTexts(cells).join(" · "));
      case "choices":
        return block.choices.map(({ about }) => toPlainString(about));
      case "heading":
      case "code":
      case "diagram":
      // Beside a schema stand samples.
      case "aside":
        return [];
    }
  });

const listCellTexts = (cells: readonly Cell[]): string[] =>
  cells.map((cell) => toPlainString(toCellText(cell))).filter((text) => text !== "");

function toRowEntry(
  { cells, availability, subject }: AnchoredRow,
  { names: kind = "" }: AnchoredTable,
  file: string,
): PlacedEntry[] {
  if (!subject) return [];
  const about = listCellTexts(cells.slice(-1)).join("");
  // What a term is called elsewhere.
  const also = kind === "term" ? listCellTexts(cells.slice(1, -1)).join(" ") : "";
  const entry = {
    kind,
    name: subject.name,
    about,
    ...(also !== "" && { also }),
    ...formatEnds(availability),
  };
  return [{ entry, place: toPlace(file, subject.anchor) }];
}

/** On some pages each heading is the name of something. Every error code is such; a heading in words is something else. */
function toKind({ level, text }: AnchoredHeading, { path }: Page): string {
  const isCode = path !== pagePaths.errorCodes || !/[a-z]/.test(toPlainString(text));
  return (isCode ? headingKinds[path] : undefined) ?? (level === 2 ? "section" : "subsection");
}

const headingKinds: Readonly<Record<string, string>> = {
  [pagePaths.errorCodes]: "error code",
  [pagePaths.openQuestions]: "open question",
  [pagePaths.enums]: "enum",
  [pagePaths.errata]: "erratum",
};
