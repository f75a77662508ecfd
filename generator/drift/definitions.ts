import type { Direction } from "../contract/model/model.js";
import { dropArrays } from "../contract/read/values.js";
import { applyNotes, endsWithName, findReleases, listRows, readNote, sayNote } from "./row-notes.js";
import type { Draft, Entry } from "./row-notes.js";
import type { Contract, Root } from "./contract.js";
import {
  nameSubject,
  type Page,
  type Reading,
  type Row,
  type Sentence,
  type Subject,
} from "./source-content.js";
import { isBelow, listNames, splitSections, type Section, type Table } from "./sections.js";
import { isName, splitSentences, type PropertyRow } from "./property-table.js";

/** A page that describes fewer objects is of one event, and does not list all there is. */
const fewest = 10;

/** Reads a page that defines objects and their properties, or lists events: each row and each sentence of it. */
export function readDefinitions(page: Page, file: string, contract: Contract): Reading {
  const sections = splitSections(page, contract);
  const described = new Set(sections.flatMap(({ root }) => (root ? [nameSubject(root)] : [])));
  const [rows, sentences]: [Draft[], Sentence[]] = [[], []];
  const walk: Walk = { file, contract, isMoved: false, rows, sentences };
  for (const section of sections) readSection(section, walk);
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

/** What is read of a page, and what it is read by. */
interface Walk {
  readonly file: string;
  readonly contract: Contract;
  /** Whether it was told that a heading of a side is gone. */
  isMoved: boolean;
  readonly rows: Draft[];
  readonly sentences: Sentence[];
}

/** Reads the tables, the lists and the sentences below a heading. */
function readSection(section: Section, walk: Walk): void {
  const { root, text, note, side, isFrame, line } = section;
  const { rows, sentences, contract } = walk;
  const place = (at: number): Row["place"] => ({ file: walk.file, section: section.name, line: at });
  const tell = (why: string): void =>
    void sentences.push({ place: place(line), text: text === "" ? why : text, why, of: root });
  const own: Draft | undefined = root && {
    ...root,
    ...(note && sayNote(note, contract)),
    text,
    place: place(line),
  };
  const isOwn = own !== undefined && !section.isInner;
  if (isOwn) rows.push(own);
  else if (!isFrame && text !== "") tell("it is a heading that names nothing we know");
  if (root && text === "") tell(`no heading names ${root.path}, whose rows stand here`);
  else if (root && root.side !== side && !walk.isMoved) {
    walk.isMoved = true;
    tell(`no heading above it says that it is of a ${root.side}, as what it names is`);
  }
  const before = sentences.length;
  const entries = listEntries(section, place, walk);
  if (isOwn && sentences.length === before && entries.every((entry) => "isTable" in entry))
    tell("nothing is said of it");
  const { others, unclear } = applyNotes(entries, own, contract);
  // A page may have more of these than a call takes arguments.
  for (const row of [...listRows(entries), ...others]) rows.push(row);
  // What is said below the heading of a new object explains that.
  const of = root && !contract.has(root) ? root : undefined;
  for (const { line: at, ...said } of unclear) sentences.push({ ...said, of, place: place(at) });
}

/** What a row or an item says of something. */
type Told = Omit<PropertyRow, "name"> & { readonly of: Subject };

/** The rows and sentences of a section in their order. What is understood only in part is told at once. */
function listEntries(section: Section, place: (line: number) => Row["place"], walk: Walk): readonly Entry[] {
  const { blocks, root } = section;
  const { contract, sentences } = walk;
  const entries: Entry[] = [];
  const known = new Set(listNames(blocks).flatMap((name) => [name, ...dropArrays(name).split(".")]));
  const isKnown = (name: string): boolean => known.has(name) || name === root?.path;
  const ways = new Map<string, readonly string[]>();
  const tell = (line: number, text: string, why: string | undefined, of?: Subject): void =>
    void sentences.push({ place: place(line), text, why, of });
  const addText = (text: string, line: number): void => {
    // A line end in the middle of a sentence says nothing; notes may have a line each.
    const isNoted = text.includes("\n") && text.split("\n").some((part) => readNote(part, isKnown));
    for (const sentence of splitSentences(isNoted ? text : text.replaceAll("\n", " ")))
      entries.push({ text: sentence, line, note: root && readNote(sentence, isKnown) });
  };
  const addRow = ({ of, line, text, plain, says, explanation, why }: Told): void => {
    const { note, rest } = takeNote(explanation, of);
    if (why.length > 0) tell(line, plain, why.join("; "), of);
    else if (rest !== "") tell(line, rest, undefined, of);
    entries.push({ row: { ...of, ...says, ...(note && sayNote(note, contract)), text, place: place(line) } });
  };
  const addTable = ({ isFirst, line, rows, unknown }: Table): void => {
    if (isFirst) entries.push({ isTable: true });
    for (const text of unknown) tell(line, text, "it is the name of a column that we do not know");
    for (const row of rows) {
      if (row.name === undefined) addText(row.text, row.line);
      else if (!root) tell(row.line, row.plain, "its table stands under the name of no object");
      else if (!isName(row.name)) tell(row.line, row.plain, row.why.join("; "), root);
      else {
        const path = resolvePath(row.name, root, ways, contract);
        for (const [name, way] of listWays(path)) ways.set(name, way);
        addRow({ ...row, of: { side: root.side, path } });
      }
    }
  };
  let above = "";
  let listed: Subject["side"] | undefined;
  for (const [i, block] of blocks.entries()) {
    const { line } = block;
    if (block.kind === "table") {
      addTable(block);
      continue;
    }
    const text = block.text.replaceAll("\n", " ");
    if (block.kind !== "item") above = text.toLowerCase();
    else if (blocks[i - 1]?.kind !== "item") listed = findListed(blocks.slice(i), above, contract);
    const item = block.kind === "item" && !root ? readItem(text, listed, contract) : undefined;
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
function takeNote(explanation: string, { path }: Subject) {
  const [, before = "", inner = ""] = /^(.+) \(([^()]+)\)\.?$/.exec(explanation) ?? [];
  // Behind a list of values it may be of one of them.
  const isNoted = inner !== "" && !before.includes(",") && readNote(inner, () => false) !== undefined;
  const texts = isNoted ? [...splitSentences(before), inner] : splitSentences(explanation);
  const sentences = texts.map((text) => ({
    text,
    note: readNote(text, (name) => endsWithName(path, name)),
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
function findListed(
  blocks: Section["blocks"],
  above: string,
  { has }: Contract,
): Direction | "event" | undefined {
  const end = blocks.findIndex(({ kind }) => kind !== "item");
  const items = blocks.slice(0, end < 0 ? undefined : end);
  const names = items.map((block) => (block.kind === "item" ? itemName(block.text) : ""));
  const introduced = introductions.find(([, words]) => words.some((word) => above.includes(word)))?.[0];
  const scored = sides.map((side) => {
    const count = names.filter((path) => has({ side, path })).length;
    return [count * 2 + (side === introduced ? 1 : 0), side] as const;
  });
  const [score, best] = scored.reduce((one, other) => (other[0] > one[0] ? other : one));
  return score > 0 ? best : undefined;
}

const sides = ["event", "request", "response"] as const;

const itemName = (text: string): string => dropArrays((text.split(/\s/)[0] ?? "").replace(/[:,]$/, ""));

/** An item that begins with a name, and perhaps says in brackets with which events that comes. */
function readItem(text: string, side: Subject["side"] | undefined, contract: Contract) {
  const path = itemName(text);
  if (side === undefined || !isName(path)) return undefined;
  const behind = text.slice(path.length).replace(/^[:\s]+/, "");
  const inner = behind.startsWith("(") ? behind.slice(1, behind.indexOf(")")) : "";
  const note = inner === "" || side === "event" ? undefined : readNote(inner, () => false);
  const rest = (note ? behind.slice(inner.length + 2) : behind).replace(/^[\s–—-]+/, "");
  // A name with nothing behind it, as in a table of contents, may be of the other side.
  const others = behind === "" ? ([side, "request", "response", "event"] as const) : [side];
  const of = { side: others.find((each) => contract.has({ side: each, path })) ?? side, path };
  return { of, says: note ? sayNote(note, contract) : {}, explanation: rest };
}
