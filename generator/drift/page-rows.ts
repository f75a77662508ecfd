import { basename } from "node:path";
import { formatRelease, type Release } from "../base/time/release.js";
import { findReleases } from "./source-names.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { findEnum, today, type Contract, type Root } from "./contract.js";
import { dateRows, readDateNote, readUnclearNote, type PlacedNote } from "./date-notes.js";
import { findListedNames } from "./name-lists.js";
import {
  findSide,
  isBelow,
  listNames,
  splitSections,
  type ObjectSection,
  type PropertyTable,
} from "./page-sections.js";
import { findColumn, isList, isPropertyName, readValues, splitSentences } from "./property-table.js";
import { nameSubject, unexplained } from "./source-content.js";
import type { Sentence, SourceContent, SourcePage, SourceRow, SpecSubject } from "./source-content.js";

/** Reads each row and sentence of a page that describes objects and properties, or lists events. */
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
  // The schema of reviews limits the name of a source to this length.
  const named = title.slice(0, 200).trim() || basename(file).slice(0, 200);
  // If some objects have a release, the others have none.
  const objects = rows.filter(({ path, side, events }) => !path.includes(".") && side !== "event" && !events);
  const undatedObjects = new Set(
    objects.some(({ since }) => since !== undefined)
      ? [...groupBy(objects, nameSubject).values()].flatMap((same) =>
          same.every(({ since }) => since === undefined) ? same.slice(0, 1) : [],
        )
      : [],
  );
  // If none of many rows has a known mark, an unmarked row may still be optional.
  const isMarked = rows.length <= 20 || rows.some(({ optional }) => optional === true);
  const sure = rows.map((row) => ({
    ...row,
    optional: isMarked ? row.optional : undefined,
    isUndated: row.isUndated ?? (undatedObjects.has(row) || undefined),
  }));
  return { kind: "page", file, title: named, rows: sure, sentences, count, newest };
}

interface PageReading {
  readonly file: string;
  readonly title: string;
  readonly contract: Contract;
  readonly rows: SourceRow[];
  readonly sentences: Sentence[];
  isMoved: boolean;
}

interface SectionReading extends PageReading {
  readonly section: ObjectSection;
  /** All names in the paths of its rows. */
  readonly names: ReadonlySet<string>;
  readonly ways: Map<string, readonly string[]>;
  /** Sentences between rows. They are about the next row unless they name other parts. */
  readonly between: Sentence[];
  readonly notes: PlacedNote[];
  /** Ignores a text that is no note. */
  readonly addNote: (text: string, of: Sentence | undefined) => void;
  readonly addRow: (row: Omit<SourceRow, "place">, line: number) => void;
  /** About the section's object, unless `more` has another part. */
  readonly addSentence: (
    line: number,
    text: string,
    why?: string,
    more?: Pick<Sentence, "of" | "isAstray" | "states">,
  ) => void;
}

function readSection(section: ObjectSection, page: PageReading): void {
  const { root, text, line, since, isNamed, blocks } = section;
  const { file, rows, sentences, contract } = page;
  const from = rows.length;
  const place = (at: number): SourceRow["place"] => ({ file, section: section.name, line: at });
  const reading: SectionReading = {
    ...page,
    section,
    names: new Set(listNames(blocks).flatMap((name) => dropArrays(name).split("."))),
    ways: new Map(),
    between: [],
    notes: since === undefined || isNamed ? [] : [{ names: [], since, at: 0 }],
    addNote: (said, of) => {
      const note = readDateNote(said) ?? readUnclearNote(said);
      if (note) reading.notes.push({ ...note, at: rows.length - from, of });
    },
    addRow: (row, at) => void rows.push({ ...row, place: place(at) }),
    addSentence: (at, said, why, more = {}) =>
      void sentences.push({ place: place(at), text: said, why, of: root, ...more }),
  };
  readHeading(reading, page);
  const before = rows.length + sentences.length;
  const names = root ? undefined : findListedNames(blocks, contract);
  let above = "";
  for (const block of blocks) {
    const listed = names?.get(block);
    if (block.kind === "table") readTable(block, reading);
    else if (block.kind === "other") reading.addSentence(block.line, hideValues(block.text));
    else {
      const said = block.text.replaceAll("\n", " ");
      if (block.kind === "paragraph") above = said;
      if (listed) reading.addRow({ ...listed.of, events: listed.events, text: block.text }, block.line);
      if (listed?.says !== undefined)
        reading.addSentence(block.line, listed.says, undefined, { of: listed.of });
      else if (block.kind === "item")
        sentences.push({ place: place(block.line), text: said, of: root, context: root ? undefined : above });
      else addProse(said, block.line, reading);
    }
  }
  if (root && isNamed && rows.length + sentences.length === before)
    reading.addSentence(line, text, "nothing describes it");
  const dated = dateRows(rows.splice(from), reading.notes, root);
  rows.push(...dated.rows);
  for (const { of } of dated.used) if (of) Object.assign(of, { states: "since", context: undefined });
}

function addProse(text: string, line: number, reading: SectionReading): void {
  const { names, ways, between, sentences, addSentence, addNote } = reading;
  const from = sentences.length;
  for (const each of splitSentences(text)) {
    addSentence(line, each);
    const isNaming = (each.match(/\w+/g) ?? []).some((word) => names.has(word));
    const added = sentences.at(-1);
    if (added && ways.size > 0 && !isNaming) between.push(added);
  }
  addNote(text, sentences.length === from + 1 ? sentences[from] : undefined);
}

function readHeading({ section, title, addRow, addSentence }: SectionReading, page: PageReading): void {
  const { root, text, side, line, since, isNamed } = section;
  if (root && isNamed) {
    addRow({ ...root, since, text }, line);
    if (since !== undefined)
      addSentence(line, `since v${formatRelease(since)}`, undefined, { states: "since" });
    if (root.side === side || page.isMoved) return;
    page.isMoved = true;
    addSentence(
      line,
      `the heading above ${root.path}`,
      `it does not say that the part belongs to a ${root.side}`,
    );
  } else if (root && text === "")
    addSentence(line, `the heading of ${root.path}`, "no heading names it, but its rows are here");
  else if (text !== "" && text !== title && findSide(text) === undefined)
    addSentence(line, withRelease(text, since), "the heading names nothing known");
}

function readTable(table: PropertyTable, reading: SectionReading): void {
  const { section, contract, ways, between, addRow, addSentence } = reading;
  const { root } = section;
  for (const name of table.header.filter((each) => each !== "" && !findColumn(each)))
    addSentence(table.line, name, "the column is unknown");
  for (const { name, line, says, explanation, sentence, why, text } of table.rows) {
    const path =
      root && name !== undefined && isPropertyName(name) ? resolvePath(name, root, ways, contract) : "";
    if (name === undefined) addProse(sentence, line, reading);
    else if (!root) addSentence(line, text, "its table is not under the name of an object");
    else if (path === "") addSentence(line, text, why[0] ?? "its name fits several parts");
    else {
      const of = { side: root.side, path };
      for (const [step, way] of listWays(path)) ways.set(step, way);
      const values = readKnownValues(explanation, of, contract);
      addRow({ ...of, ...says, values, text }, line);
      for (const each of between.splice(0)) Object.assign(each, { context: name });
      const [top = ""] = path.split(".").map(dropArrays);
      const astray = top === root.path ? [] : [`it belongs to ${top}, and is in the section of ${root.path}`];
      const faults = [...astray, ...why].join("; ") || (sentence ? undefined : unexplained);
      const states = values && isList(explanation) && sentence === explanation ? "values" : undefined;
      addSentence(line, sentence || text, faults, { of, isAstray: astray.length > 0, states });
    }
  }
}

const withRelease = (text: string, since: Release | undefined): string =>
  since === undefined ? text : `${text} | since v${formatRelease(since)}`;

function readKnownValues(explanation: string, of: SpecSubject, { find }: Contract) {
  const group = find(of);
  const values = (group && findEnum(group, today))?.values.map(({ value }) => value);
  return values && readValues(explanation, values);
}

/** Removes the values of a JSON sample, because they may be personal data. */
const hideValues = (code: string): string =>
  code.replace(/("[^"\n]*"\s*:)|"[^"\n]*"|(?<![\w./])-?\d[\d.]*/g, (_, key = "...") => String(key));

/**
 * Returns the path from the top of the body, or "" if several parts fit. A name may start at the top, at an
 * object, or at a step of an earlier row. Any other name is a property of the section's object.
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
  // The contract supplies the steps that the name omits.
  if (known.length > 0) return [...known.slice(0, -1 - rest.length), name].join(".");
  if (rest.length === 0) return own;
  const inside = named(name).filter((part) => isBelow(part, root));
  if (inside.length > 0) return inside.length === 1 ? (inside[0]?.path ?? "") : "";
  return find({ side, path: first }) ? name : own;
}

/** In characters. No path of a body is longer. */
const longestPath = 200;

const listWays = (path: string): readonly (readonly [string, readonly string[]])[] =>
  path.split(".").map((step, i, steps) => [dropArrays(step), steps.slice(0, i)]);
