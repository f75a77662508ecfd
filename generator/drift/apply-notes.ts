import { dropArrays, groupBy } from "../spec/values.js";
import { formatRelease } from "../time/release.js";
import type { Contract } from "./contract.js";
import type { Note } from "./note.js";
import { nameSubject, type Row, type Sentence } from "./row.js";

/** A row as it comes together: notes beside it say more of it. */
export type Draft = { -readonly [Key in keyof Row]: Row[Key] };

/** A row or a sentence of a section, in its order. */
export type Entry =
  | { readonly row: Draft }
  /** A table begins here. */
  | { readonly isTable: true }
  | { readonly text: string; readonly line: number; readonly note?: Note | undefined };

/** A sentence that is no note, or whose note is not clear. */
interface Unclear extends Pick<Sentence, "text" | "why"> {
  readonly line: number;
}

/**
 * Says of the rows of a section what the notes beside them say. What is left are sentences for people, and rows of what notes name and no
 * row does.
 */
export function applyNotes(entries: readonly Entry[], root: Draft | undefined, contract: Contract) {
  const rows = listRows(entries);
  const byName = groupBy(rows, ({ path }) => lastName(path));
  const known = new Set([root, ...rows]);
  const groups = listGroups(entries);
  const holders = indexHolders(rows);
  const first = entries.findIndex((entry) => "row" in entry);
  const others = new Set<Draft>();
  const notes = entries.flatMap((entry, at) => ("text" in entry ? [{ ...entry, at }] : []));
  const isOfSome = ({ note }: { readonly note?: Note | undefined }): boolean => (note?.names.length ?? 0) > 0;
  const told = new Map<number, Unclear>();
  // What a note says of one row is truer of that than what another says of many.
  for (const { text, line, note, at } of [
    ...notes.filter(isOfSome),
    ...notes.filter((each) => !isOfSome(each)),
  ]) {
    const isWhole = note?.names.length === 0 && !note.isGroup && (first < 0 || at < first);
    const isHere = note?.side === undefined || note.side === root?.side;
    const about =
      !root || !isHere || !note
        ? []
        : isWhole
          ? [root]
          : findRows(note, groups.get(at) ?? [], { byName, holders }, root);
    const free =
      note && isOfSome({ note }) ? about : about.filter(({ since }) => since === undefined || isWhole);
    const why = !note
      ? undefined
      : about.length === 0
        ? "what it is about is not clear"
        : applyNote(note, free, contract);
    for (const row of about) if (!known.has(row)) others.add(row);
    if (!note || why !== undefined) told.set(at, { text, line, ...(why !== undefined && { why }) });
  }
  const unclear = notes.flatMap(({ at }) => told.get(at) ?? []);
  return { unclear, others: [...others] };
}

/** The rows of a section. */
export const listRows = (entries: readonly Entry[]): readonly Draft[] =>
  entries.flatMap((entry) => ("row" in entry ? entry.row : []));

/** The rows behind each note, up to the next one and within one table, by the index of the note. */
function listGroups(entries: readonly Entry[]): ReadonlyMap<number, readonly Draft[]> {
  const groups = new Map<number, Draft[]>();
  let open: number[] = [];
  let isBegun = false;
  for (const [at, entry] of entries.entries()) {
    const isNote = "note" in entry && entry.note !== undefined;
    if (isBegun && (isNote || "isTable" in entry)) [open, isBegun] = [[], false];
    if (isNote) {
      open = [...open, at].slice(-mostNotes);
      groups.set(at, []);
    }
    if (!("row" in entry)) continue;
    isBegun = true;
    for (const note of open) groups.get(note)?.push(entry.row);
  }
  return groups;
}

/** So many notes above one another are about the rows below them. */
const mostNotes = 10;

/** Rows by the last of their names, and what holds rows. */
interface Named {
  readonly byName: ReadonlyMap<string, readonly Draft[]>;
  readonly holders: ReadonlyMap<string, readonly Draft[]>;
}

/** The rows that a note is about: those that it names, or all that follow up to the next note. */
function findRows({ names }: Note, group: readonly Draft[], named: Named, root: Draft): readonly Draft[] {
  if (names.length === 0) return group;
  const found = names.map((name) => (name === root.path ? [root] : findNamed(name, named)));
  return found.every(({ length }) => length === 1) ? found.flat() : [];
}

const lastName = (path: string): string => dropArrays(path.slice(path.lastIndexOf(".") + 1));

/** Whether a path ends with a name, or with a path of names. */
export const endsWithName = (path: string, name: string): boolean =>
  `.${dropArrays(path)}`.endsWith(`.${dropArrays(name)}`);

/** The rows whose path ends with a name; without any, what holds rows under that name. */
function findNamed(name: string, { byName, holders }: Named): readonly Draft[] {
  const isNamed = ({ path }: Draft): boolean => endsWithName(path, name);
  const own = (byName.get(lastName(name)) ?? []).filter(isNamed);
  return own.length > 0 ? own : (holders.get(lastName(name)) ?? []).filter(isNamed);
}

/** What holds rows, each once, by the last of its names. */
function indexHolders(rows: readonly Draft[]): ReadonlyMap<string, readonly Draft[]> {
  const holders = new Map<string, Draft>();
  for (const { side, path, place } of rows)
    for (let end = path.indexOf("."); end >= 0; end = path.indexOf(".", end + 1)) {
      const holder = path.slice(0, end);
      if (!holders.has(holder)) holders.set(holder, { side, path: holder, text: holder, place });
    }
  return groupBy([...holders.values()], ({ path }) => lastName(path));
}

/** Adds what a note says to rows; if one of them has another release, that is told instead. */
function applyNote(note: Note, rows: readonly Draft[], contract: Contract): string | undefined {
  const { since } = note;
  const other = rows.find((row) => since !== undefined && row.since !== undefined && row.since !== since);
  if (other?.since !== undefined)
    return `another sentence gives ${nameSubject(other)} to v${formatRelease(other.since)}`;
  for (const row of rows) Object.assign(row, sayNote(note, contract));
  return undefined;
}

/** What a note says of a row. */
export const sayNote = ({ since, planned, events }: Note, contract: Contract): Partial<Draft> => ({
  ...(since !== undefined && { since }),
  ...(planned && { planned }),
  ...(events && { events: nameEvents(events, contract) }),
});

/** The events of the contract in the place of names with `...` for any letters; one that fits no event stays. */
function nameEvents(names: readonly string[], { model }: Contract): readonly string[] {
  const fits = (name: string): readonly string[] => {
    const [before = "", after] = name.split("...");
    const isMeant = (each: string): boolean => each.startsWith(before) && each.endsWith(after ?? "");
    const found = after === undefined ? [] : model.events.map((event) => event.name).filter(isMeant);
    return found.length > 0 ? found : [name];
  };
  return [...new Set(names.flatMap(fits))];
}
