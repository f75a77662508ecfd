import { basename } from "node:path";
import { formatRelease } from "../base/time/release.js";
import { findReleases } from "./source-names.js";
import { dropArrays } from "../contract/read/values.js";
import type { Contract, Root } from "./contract.js";
import {
  findSide,
  isBelow,
  listNames,
  splitSections,
  type ObjectSection,
  type PropertyTable,
} from "./page-sections.js";
import { findColumn, isPropertyName, splitSentences } from "./property-table.js";
import { unexplained } from "./source-content.js";
import type { Sentence, SourceContent, SourcePage, SourceRow, SpecSubject } from "./source-content.js";

/** Reads a page that describes objects and their properties, or lists events: each row and each sentence of it. */
export function readPageRows(page: SourcePage, file: string, contract: Contract): SourceContent {
  const { title, blocks } = page;
  const [rows, sentences]: [SourceRow[], Sentence[]] = [[], []];
  const reading: PageReading = { file, title, contract, rows, sentences, isMoved: false };
  for (const section of splitSections(page, contract)) readSection(section, reading);
  const texts = blocks.flatMap((block) =>
    block.kind === "table" ? [...block.header, ...block.rows.flatMap(({ cells }) => cells)] : block.text,
  );
  const releases = [...findReleases(texts.join("\n"), "sure"), ...rows.flatMap(({ since }) => since ?? [])];
  const newest = releases.sort((a, b) => b - a)[0];
  const count = rows.length + sentences.length;
  // A review names its source in so many characters at most.
  const named = title.slice(0, 200).trim() || basename(file).slice(0, 200);
  // Where so many rows have no mark in words that we know, what has none need not be required.
  const isMarked = rows.length <= 20 || rows.some(({ optional }) => optional === true);
  const sure = isMarked ? rows : rows.map((row) => ({ ...row, optional: undefined }));
  return { kind: "page", file, title: named, rows: sure, sentences, count, newest };
}

/** The rows and sentences of a page so far, and what it is read by. */
interface PageReading {
  readonly file: string;
  readonly title: string;
  readonly contract: Contract;
  readonly rows: SourceRow[];
  readonly sentences: Sentence[];
  /** Whether a sentence says already that a heading of a side is gone. */
  isMoved: boolean;
}

/** A section that is read: where what it says is added. */
interface SectionReading extends PageReading {
  readonly section: ObjectSection;
  /** The names on the ways of its rows. */
  readonly names: ReadonlySet<string>;
  /** The way to each step of the paths of the rows so far. */
  readonly ways: Map<string, readonly string[]>;
  /** The sentences between rows: they may be about those that come next, unless they name others. */
  readonly between: Sentence[];
  readonly addRow: (row: Omit<SourceRow, "place">, line: number) => void;
  readonly addSentence: (line: number, text: string, why?: string, of?: SpecSubject) => void;
}

/** Reads the heading, the tables and the sentences of a section. */
function readSection(section: ObjectSection, page: PageReading): void {
  const { root, text, line, isNamed, blocks } = section;
  const { file, rows, sentences } = page;
  const place = (at: number): SourceRow["place"] => ({ file, section: section.name, line: at });
  const reading: SectionReading = {
    ...page,
    section,
    names: new Set(listNames(blocks).flatMap((name) => dropArrays(name).split("."))),
    ways: new Map(),
    between: [],
    addRow: (row, at) => void rows.push({ ...row, place: place(at) }),
    addSentence: (at, said, why, of = root) => void sentences.push({ place: place(at), text: said, why, of }),
  };
  readHeading(reading, page);
  const before = rows.length + sentences.length;
  const events = root ? undefined : findEvents(blocks, page.contract);
  let above = "";
  for (const block of blocks) {
    const event = events?.get(block);
    if (block.kind === "table") readTable(block, reading);
    else if (event) {
      const of = { side: "event", path: event.name } as const;
      reading.addRow({ ...of, text: block.text }, block.line);
      reading.addSentence(block.line, event.says, undefined, of);
    } else if (block.kind === "other") reading.addSentence(block.line, hideValues(block.text));
    else {
      const said = block.text.replaceAll("\n", " ");
      if (block.kind === "paragraph") above = said;
      if (block.kind === "item")
        sentences.push({ place: place(block.line), text: said, of: root, context: root ? undefined : above });
      else addProse(said, block.line, reading);
    }
  }
  if (root && isNamed && rows.length + sentences.length === before)
    reading.addSentence(line, text, "nothing is said of it");
}

/** Adds the sentences of a text, and notes those between rows that name none. */
function addProse(text: string, line: number, reading: SectionReading): void {
  const { names, ways, between, sentences, addSentence } = reading;
  for (const each of splitSentences(text)) {
    addSentence(line, each);
    const isNaming = (each.match(/\w+/g) ?? []).some((word) => names.has(word));
    const added = sentences.at(-1);
    if (added && ways.size > 0 && !isNaming) between.push(added);
  }
}

/** Reads the heading of a section, and says where one is missing. */
function readHeading({ section, title, addRow, addSentence }: SectionReading, page: PageReading): void {
  const { root, text, side, line, since, isNamed } = section;
  if (root && isNamed) {
    addRow({ ...root, since, text }, line);
    if (since !== undefined) addSentence(line, `since v${formatRelease(since)}`);
    if (root.side === side || page.isMoved) return;
    page.isMoved = true;
    addSentence(
      line,
      `the heading above ${root.path}`,
      `none says that it is of a ${root.side}, as what it names is`,
    );
  } else if (root && text === "")
    addSentence(line, `the heading of ${root.path}`, "no heading names it, but its rows stand here");
  else if (text !== "" && text !== title && findSide(text) === undefined)
    addSentence(line, text, "it is a heading that names nothing we know");
}

/** Reads a table of properties. */
function readTable(table: PropertyTable, reading: SectionReading): void {
  const { section, contract, ways, between, addRow, addSentence } = reading;
  const { root } = section;
  for (const name of table.header.filter((each) => each !== "" && !findColumn(each)))
    addSentence(table.line, name, "it is the name of a column that we do not know");
  for (const { name, line, says, sentence, why, text } of table.rows) {
    const path =
      root && name !== undefined && isPropertyName(name) ? resolvePath(name, root, ways, contract) : "";
    if (name === undefined) addProse(sentence, line, reading);
    else if (!root) addSentence(line, text, "its table stands under the name of no object");
    else if (path === "") addSentence(line, text, why[0] ?? "its name is that of several parts");
    else {
      const of = { side: root.side, path };
      for (const [step, way] of listWays(path)) ways.set(step, way);
      addRow({ ...of, ...says, text }, line);
      for (const each of between.splice(0)) Object.assign(each, { context: name });
      addSentence(line, sentence || text, why.join("; ") || (sentence ? undefined : unexplained), of);
    }
  }
}

type SectionBlock = ObjectSection["blocks"][number];
type Entry = readonly [SectionBlock, { readonly name: string; readonly says: string }];

/** The entries of lists that name events: most of a list are known, and none is an object of a body. */
function findEvents(
  blocks: ObjectSection["blocks"],
  { has, roots }: Contract,
): ReadonlyMap<Entry[0], Entry[1]> {
  const lists: { readonly entries: Entry[]; count: number }[] = [{ entries: [], count: 0 }];
  for (const block of blocks) {
    const last = lists.at(-1);
    const text = block.kind === "item" ? block.text : "";
    const [, name, says = ""] = /^([a-z]\w*)(?:\s+[–—-]|:)\s+(.*)$/s.exec(text) ?? [];
    if (block.kind !== "item" || !last) lists.push({ entries: [], count: 0 });
    else last.count += 1;
    if (name !== undefined) last?.entries.push([block, { name, says }]);
  }
  const isEvent = ([, { name }]: Entry): boolean => has({ side: "event", path: name });
  const isObject = (entry: Entry): boolean =>
    !isEvent(entry) && roots.some(({ path }) => path === entry[1].name);
  return new Map(
    lists.flatMap(({ entries, count }) =>
      entries.filter(isEvent).length * 2 > count && !entries.some(isObject) ? entries : [],
    ),
  );
}

/** A sample of JSON without its values: they may be anybody's. */
const hideValues = (code: string): string =>
  code.replace(/("[^"\n]*"\s*:)|"[^"\n]*"|(?<![\w./])-?\d[\d.]*/g, (_, key = "...") => String(key));

/**
 * The path from the root of the body of a name in a row. It may begin at the root, with the object of its section or of another one, or at
 * a step of a row above it. Any other is a property of the object of its section. "" if it may be that of several parts.
 */
function resolvePath(
  name: string,
  root: Root,
  ways: ReadonlyMap<string, readonly string[]>,
  { find, named }: Contract,
): string {
  const { side, path: object } = root;
  const [first = "", ...rest] = name.split(".").map(dropArrays);
  const own = `${object}.${name}`;
  if (first === object) return object + name.slice(first.length);
  const way = rest.length > 0 ? ways.get(first) : undefined;
  const path = way && [...way, name].join(".");
  if (path !== undefined && path.length <= longestPath) return path;
  const known = find({ side, path: own })?.[0].path.split(".") ?? [];
  // What the name leaves out of the way is as the contract has it.
  if (known.length > 0) return [...known.slice(0, -1 - rest.length), name].join(".");
  if (rest.length === 0) return own;
  const inside = named(name).filter((part) => isBelow(part, root));
  if (inside.length > 0) return inside.length === 1 ? (inside[0]?.path ?? "") : "";
  return find({ side, path: first }) ? name : own;
}

/** No path of a body is as long as this. */
const longestPath = 200;

/** Lists the way to each step of a path. */
const listWays = (path: string): readonly (readonly [string, readonly string[]])[] =>
  path.split(".").map((step, i, steps) => [dropArrays(step), steps.slice(0, i)]);
