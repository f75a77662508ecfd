import type { Direction } from "../contract/model/model.js";
import { dropArrays } from "../contract/read/values.js";
import {
  addNotes,
  endsWithName,
  findReleases,
  listSectionRows,
  readRowNote,
  toRowFields,
} from "./row-notes.js";
import type { DraftRow, SectionEntry } from "./row-notes.js";
import type { Contract, Root } from "./contract.js";
import {
  nameSubject,
  type SourcePage,
  type SourceContent,
  type SourceRow,
  type Sentence,
  type SpecSubject,
} from "./source-content.js";
import { isBelow, listRowNames, splitSections, type PageSection, type PropertyTable } from "./sections.js";
import { isPropertyName, splitSentences, type PropertyRow } from "./property-table.js";

/** A page that describes fewer objects is of one event, and does not list all there is. */
const fewest = 10;

/** Reads a page that defines objects and their properties, or lists events: each row and each sentence of it. */
export function readDefinitions(page: SourcePage, file: string, contract: Contract): SourceContent {
  const sections = splitSections(page, contract);
  const described = new Set(sections.flatMap(({ root }) => (root ? [nameSubject(root)] : [])));
  const [rows, sentences]: [DraftRow[], Sentence[]] = [[], []];
  const context: PageContext = { file, contract, isMoved: false, rows, sentences };
  for (const section of sections) readSection(section, context);
  const texts = page.blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.flatMap(({ cells }) => cells) : [block.text],
  );
  return {
    kind: "definitions",
    file,
    title: page.title,
    rows,
    sentences,
    count: rows.length + sentences.length,
    newest: findReleases(texts.join("\n")).at(-1),
    lists: described.size >= fewest ? "everything" : "some",
  };
}

/** The rows and sentences of a page so far, and what it is read by. */
interface PageContext {
  readonly file: string;
  readonly contract: Contract;
  /** Whether a sentence says already that a heading of a side is gone. */
  isMoved: boolean;
  readonly rows: DraftRow[];
  readonly sentences: Sentence[];
}

/** Reads the tables, the lists and the sentences below a heading. */
function readSection(section: PageSection, context: PageContext): void {
  const { root, text, note, side, isFrame, line } = section;
  const { rows, sentences, contract } = context;
  const place = (at: number): SourceRow["place"] => ({ file: context.file, section: section.name, line: at });
  const addSentence = (why: string): void =>
    void sentences.push({ place: place(line), text: text === "" ? why : text, why, of: root });
  const own: DraftRow | undefined = root && {
    ...root,
    ...(note && toRowFields(note, contract)),
    text,
    place: place(line),
  };
  const isOwn = own !== undefined && !section.isInner;
  if (isOwn) rows.push(own);
  else if (!isFrame && text !== "") addSentence("it is a heading that names nothing we know");
  if (root && text === "") addSentence(`no heading names ${root.path}, whose rows stand here`);
  else if (root && root.side !== side && !context.isMoved) {
    context.isMoved = true;
    addSentence(`no heading above it says that it is of a ${root.side}, as what it names is`);
  }
  const before = sentences.length;
  const entries = listSectionEntries(section, place, context);
  if (isOwn && sentences.length === before && entries.every((entry) => "isTable" in entry))
    addSentence("nothing is said of it");
  const { others, unclear } = addNotes(entries, own, contract);
  // A page may have more of these than a call takes arguments.
  for (const row of [...listSectionRows(entries), ...others]) rows.push(row);
  // A sentence below the heading of a new object explains that.
  const of = root && !contract.has(root) ? root : undefined;
  for (const { line: at, ...sentence } of unclear) sentences.push({ ...sentence, of, place: place(at) });
}

/** A row or an item, and what it is about. */
type RowStatement = Omit<PropertyRow, "name"> & { readonly of: SpecSubject };

/** The rows and sentences of a section in their order. What is understood only in part becomes a sentence at once. */
function listSectionEntries(
  section: PageSection,
  place: (line: number) => SourceRow["place"],
  context: PageContext,
): readonly SectionEntry[] {
  const { blocks, root } = section;
  const { contract, sentences } = context;
  const entries: SectionEntry[] = [];
  const known = new Set(listRowNames(blocks).flatMap((name) => [name, ...dropArrays(name).split(".")]));
  const isKnown = (name: string): boolean => known.has(name) || name === root?.path;
  const ways = new Map<string, readonly string[]>();
  const addSentence = (line: number, text: string, why: string | undefined, of?: SpecSubject): void =>
    void sentences.push({ place: place(line), text, why, of });
  const addText = (text: string, line: number): void => {
    // A line end in the middle of a sentence says nothing; notes may have a line each.
    const isNoted = text.includes("\n") && text.split("\n").some((part) => readRowNote(part, isKnown));
    for (const sentence of splitSentences(isNoted ? text : text.replaceAll("\n", " ")))
      entries.push({ text: sentence, line, note: root && readRowNote(sentence, isKnown) });
  };
  const addRow = ({ of, line, text, plain, says, explanation, why }: RowStatement): void => {
    const { note, rest } = takeNote(explanation, of);
    if (why.length > 0) addSentence(line, plain, why.join("; "), of);
    else if (rest !== "") addSentence(line, rest, undefined, of);
    entries.push({
      row: { ...of, ...says, ...(note && toRowFields(note, contract)), text, place: place(line) },
    });
  };
  const addTable = ({ isFirst, line, rows, unknown }: PropertyTable): void => {
    if (isFirst) entries.push({ isTable: true });
    for (const text of unknown) addSentence(line, text, "it is the name of a column that we do not know");
    for (const row of rows) {
      if (row.name === undefined) addText(row.text, row.line);
      else if (!root) addSentence(row.line, row.plain, "its table stands under the name of no object");
      else if (!isPropertyName(row.name)) addSentence(row.line, row.plain, row.why.join("; "), root);
      else {
        const path = resolvePath(row.name, root, ways, contract);
        for (const [name, way] of listWays(path)) ways.set(name, way);
        addRow({ ...row, of: { side: root.side, path } });
      }
    }
  };
  let above = "";
  let listed: SpecSubject["side"] | undefined;
  for (const [i, block] of blocks.entries()) {
    const { line } = block;
    if (block.kind === "table") {
      addTable(block);
      continue;
    }
    const text = block.text.replaceAll("\n", " ");
    if (block.kind !== "item") above = text.toLowerCase();
    else if (blocks[i - 1]?.kind !== "item") listed = findListedSide(blocks.slice(i), above, contract);
    const item = block.kind === "item" && !root ? readListedName(text, listed, contract) : undefined;
    if (item) addRow({ ...item, line, text, plain: text, why: [] });
    else if (block.kind === "other") entries.push({ text: hideValues(block.text), line });
    else addText(block.text, line);
  }
  return entries;
}

/** A sample of JSON without its values: they may be anybody's. */
const hideValues = (code: string): string =>
  code.replace(/("[^"\n]*"\s*:\s*)(?:"[^"\n]*"|-?\d[\d.]*)/g, "$1…");

/** Takes out of an explanation the one sentence that only says since when, or with which events, its own row is there. */
function takeNote(explanation: string, { path }: SpecSubject) {
  const [, before = "", inner = ""] = /^(.+) \(([^()]+)\)\.?$/.exec(explanation) ?? [];
  // Behind a list of values it may be of one of them.
  const isNoted = inner !== "" && !before.includes(",") && readRowNote(inner, () => false) !== undefined;
  const texts = isNoted ? [...splitSentences(before), inner] : splitSentences(explanation);
  const sentences = texts.map((text) => ({
    text,
    note: readRowNote(text, (name) => endsWithName(path, name)),
  }));
  const [only, ...others] = sentences.filter(({ note }) => note && !note.isGroup);
  if (!only?.note || others.length > 0) return { rest: explanation };
  const rest = sentences.flatMap((each) => (each === only ? [] : each.text));
  return { note: only.note, rest: rest.join(" ") };
}

/**
 * The path from the root of the body of a name in a row. It may begin at the root, with the object of its section or of another one, or at
 * a step of a row above it. Any other is a property of the object of its section.
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
  if (first.toLowerCase() === object.toLowerCase()) return object + name.slice(first.length);
  const way = rest.length > 0 ? ways.get(first) : undefined;
  const path = way && [...way, name].join(".");
  if (path !== undefined && path.length <= longestPath) return path;
  const known = find({ side, path: own })?.[0].path.split(".") ?? [];
  // What the name leaves out of the way is as the contract has it.
  if (known.length > 0) return [...known.slice(0, -1 - rest.length), name].join(".");
  if (rest.length === 0) return own;
  const [inside, ...others] = named(name).filter((part) => isBelow(part, root));
  if (inside && others.length === 0) return inside.path;
  return find({ side, path: first }) ? name : own;
}

/** No path of a body is as long as this. */
const longestPath = 200;

/** Lists the way to each step of a path. */
const listWays = (path: string): readonly (readonly [string, readonly string[]])[] =>
  path.split(".").map((step, i, steps) => [dropArrays(step), steps.slice(0, i)]);

/** Words of the paragraph above a list that say what it lists, where its names are of several kinds; the first that it has. */
const introductions: readonly (readonly [Direction | "event", readonly string[]])[] = [
  ["event", ["following events", "volgende events"]],
  ["response", ["replying", "reply with", "you can answer", "beantwoorden"]],
  ["request", ["webhook request", "following request", "webhooks", "objects", "objecten"]],
];

/** What the items of the list name with which blocks begin, by what the contract has under their names, and then by the paragraph above. */
function findListedSide(
  blocks: PageSection["blocks"],
  above: string,
  { has }: Contract,
): Direction | "event" | undefined {
  const end = blocks.findIndex(({ kind }) => kind !== "item");
  const items = blocks.slice(0, end < 0 ? undefined : end);
  const names = items.map((block) => (block.kind === "item" ? itemName(block.text) : ""));
  const introduced = introductions.find(([, words]) => words.some((word) => above.includes(word)))?.[0];
  const scored = listedSides.map((side) => {
    const count = names.filter((path) => has({ side, path })).length;
    return [count * 2 + (side === introduced ? 1 : 0), side] as const;
  });
  const [score, best] = scored.reduce((one, other) => (other[0] > one[0] ? other : one));
  return score > 0 ? best : undefined;
}

const listedSides = ["event", "request", "response"] as const;

const itemName = (text: string): string => dropArrays((text.split(/\s/)[0] ?? "").replace(/[:,]$/, ""));

/** An item that begins with a name, and perhaps says in brackets with which events that comes. */
function readListedName(text: string, side: SpecSubject["side"] | undefined, contract: Contract) {
  const path = itemName(text);
  if (side === undefined || !isPropertyName(path)) return undefined;
  const behind = text.slice(path.length).replace(/^[:\s]+/, "");
  const inner = behind.startsWith("(") ? behind.slice(1, behind.indexOf(")")) : "";
  const note = inner === "" || side === "event" ? undefined : readRowNote(inner, () => false);
  const rest = (note ? behind.slice(inner.length + 2) : behind).replace(/^[\s–—-]+/, "");
  // A name with nothing behind it, as in a table of contents, may be of the other side.
  const others = behind === "" ? ([side, "request", "response", "event"] as const) : [side];
  const of = { side: others.find((each) => contract.has({ side: each, path })) ?? side, path };
  return { of, says: note ? toRowFields(note, contract) : {}, explanation: rest };
}
