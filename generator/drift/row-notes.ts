import type { Direction } from "../contract/model/model.js";
import { sortReleases, parseRelease, type Release, formatRelease } from "../base/time/release.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import type { Contract } from "./contract.js";
import {
  toSubjectKey,
  type SpecSubject,
  nameSubject,
  type SourceRow,
  type Sentence,
} from "./source-content.js";
import { splitWords, toSet } from "./property-table.js";

/** Words that say that something came with a release. */
const addedWords = toSet(
  "added new since introduced available toegevoegd nieuw nieuwe vanaf sinds beschikbaar",
);
/** Words that make a plan of it. */
const futureWords = toSet("future later upcoming toekomstige latere");
/** Words that make it uncertain, or the news of another day. */
const unsureWords = toSet("may will can kan mogelijk wordt worden");
/** Beside another name these say something of that. */
const requiredWords = toSet("required optional verplicht optioneel");
/** Words that limit something to events. */
const limitWords = toSet("only alleen uitsluitend");
/** Words that say nothing more. */
const fillerWords = toSet(
  "the a an de het een is are was were has have been be heeft hebben zijn werd werden " +
    "in to aan op with met bij and en or of as from mpluskassa release version versie pos event events occurs komt works werkt voor " +
    "attention let property properties eigenschap eigenschappen field fields",
);
/** Behind these a number without a dot is a release, too. */
const beforeRelease = toSet("mpluskassa release version versie pos since vanaf sinds in v");
/** Behind one of these the subject is not named, but stands in the rows that follow. */
const groupWords = toSet("details gegevens");
const sideWords: readonly (readonly [Direction, ReadonlySet<string>])[] = [
  ["request", toSet("request requests verzoek")],
  ["response", toSet("response responses answer answers reply antwoord antwoorden")],
];

/** What a few words say of rows beside them, and nothing else: that they came with a release, will come, or are of some events only. */
export interface RowNote {
  readonly since?: Release;
  readonly planned?: true;
  /** With `...` for any letters. */
  readonly events?: readonly string[];
  /** What they name; nothing: what they stand beside. */
  readonly names: readonly string[];
  /** The side that they name. */
  readonly side: Direction | undefined;
  /** Whether they are about the rows that follow, as “details” are. */
  readonly isGroup: boolean;
}

/**
 * Reads a few words as a note. There is no grammar: but for names, one release, and a dozen words, nothing may be left over, and else it is a
 * sentence for people. Whether a word names a row beside it is asked by `isKnown`.
 */
export function readRowNote(text: string, isKnown: (name: string) => boolean): RowNote | undefined {
  const words = splitWords(text).map(bare).filter(Boolean);
  const small = words.map((word) => word.toLowerCase());
  const has = (kind: ReadonlySet<string>): boolean => small.some((word) => kind.has(word));
  const releases = words.filter((_, i) => isRelease(words, i));
  const group = small.findIndex((word) => groupWords.has(word));
  const isLimit = has(limitWords);
  const names: string[] = [];
  const events: string[] = [];
  const rest = words.filter((word, i) => {
    const known = small[i] ?? "";
    if (i <= group || releases.includes(word) || sideWords.some(([, kind]) => kind.has(known))) return false;
    if (isLimit && names.length + events.length > 0 && isEventName(word) && !fillerWords.has(known))
      events.push(word);
    else if (isLimit && !fillerWords.has(known) && isEventName(word) && !isKnown(word)) events.push(word);
    else if (isKnown(word) && !fillerWords.has(known)) names.push(word);
    else
      return ![addedWords, futureWords, unsureWords, limitWords, fillerWords].some((kind) => kind.has(known));
    return false;
  });
  if (rest.length > 0 || group > 3) return undefined;
  // Such a word names something only where no other does.
  const common = words.filter(
    (word, i) => fillerWords.has(word) && isKnown(word) && !isRelease(words, i + 1),
  );
  if (names.length === 0 && events.length === 0) names.push(...common);
  const side = small.flatMap((word) => sideWords.find(([, kind]) => kind.has(word))?.[0] ?? [])[0];
  const about = { names, isGroup: group >= 0, side };
  const [since] = releases.flatMap((release) => toNamedRelease(release) ?? []);
  if (names.length > 1 && names.some((name) => requiredWords.has(name))) return undefined;
  if (isLimit && (has(futureWords) || has(unsureWords))) return undefined;
  if (isLimit) return events.length > 0 && releases.length === 0 ? { ...about, events } : undefined;
  if (has(futureWords))
    return releases.length === 0 && has(addedWords) ? { ...about, planned: true } : undefined;
  // “To be added in v60” is no news of today, and “available to v60” says no beginning.
  const isTo = (word: string, i: number): boolean =>
    word === "to" && (small[i + 1] === "be" || isRelease(words, i + 1));
  const isPast = /available|beschikbaar/i.test(text) && /\b(?:was|were|been|werd|werden)\b/i.test(text);
  const isUnsure = has(unsureWords) || isPast || text.includes("?") || small.some(isTo);
  return has(addedWords) && !isUnsure && releases.length === 1 && since !== undefined
    ? { ...about, since }
    : undefined;
}

/** A word without the marks around it. */
const bare = (word: string): string => {
  const inner = word.replace(/^[("'“‘`*]+/, "").replace(/(?<![)"'”’`*:;,!?])[)"'”’`*:;,!?]+$/, "");
  return /[^.]\.$/.test(inner) ? inner.slice(0, -1) : inner;
};

/** The names of events have a hump, or `...` for any letters. */
const isEventName = (word: string): boolean =>
  /^[a-z.][a-z]*(?:[A-Z]|\.\.\.)[A-Za-z]*$/.test(word) || word.startsWith("...");

const toNamedRelease = (word: string): Release | undefined => parseRelease(word.toLowerCase());

function isRelease(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (toNamedRelease(word) === undefined) return false;
  return /^v|\./i.test(word) || beforeRelease.has((words[at - 1] ?? "").toLowerCase());
}

/** The releases that a text mentions: `59.6`, `v60`, `MplusKASSA 50`. */
export function findReleases(text: string): readonly Release[] {
  const words = splitWords(text).map(bare);
  return sortReleases(words.flatMap((word, i) => (isRelease(words, i) ? (toNamedRelease(word) ?? []) : [])));
}

/** More are not named in a report. */
const maxNamedParts = 6;

/** A word of prose that so few parts are called is one of their names. */
const rare = 3;

/** The parts of the contract that a text names: by paths, by names, or by words that the spec says they are called by. */
export function findNamedParts(text: string, contract: Contract): readonly SpecSubject[] {
  const words = splitWords(text).map(bare);
  const phrases = words.flatMap((_, i) => [1, 2, 3, 4].map((length) => words.slice(i, i + length).join(" ")));
  const found = phrases.flatMap((phrase) => {
    const parts = contract.named(phrase);
    return /[. [\]]|[a-z][A-Z]/.test(phrase) || (parts.length <= rare && phrase.length > rare) ? parts : [];
  });
  return [...new Map(found.map((subject) => [toSubjectKey(subject), subject])).values()].slice(
    0,
    maxNamedParts,
  );
}

/** A row as it comes together: notes beside it say more of it. */
export type DraftRow = { -readonly [Key in keyof SourceRow]: SourceRow[Key] };

/** A row or a sentence of a section, in its order. */
export type SectionEntry =
  | { readonly row: DraftRow }
  /** A table begins here. */
  | { readonly isTable: true }
  | { readonly text: string; readonly line: number; readonly note?: RowNote | undefined };

/** A sentence that is no note, or whose note is not clear. */
type UnclearSentence = Pick<Sentence, "text" | "why"> & { readonly line: number };

/**
 * Says of the rows of a section what the notes beside them say. What is left are sentences for people, and rows of what notes name and no
 * row does.
 */
export function addNotes(entries: readonly SectionEntry[], root: DraftRow | undefined, contract: Contract) {
  const rows = listSectionRows(entries);
  const named = { byName: groupBy(rows, ({ path }) => lastName(path)), holders: indexHolders(rows) };
  const known = new Set([root, ...rows]);
  const groups = listGroups(entries);
  const first = entries.findIndex((entry) => "row" in entry);
  const others = new Set<DraftRow>();
  const notes = entries.flatMap((entry, at) => ("text" in entry ? [{ ...entry, at }] : []));
  const isOfSome = (note: RowNote | undefined): boolean => (note?.names.length ?? 0) > 0;
  const unclear = new Map<number, UnclearSentence>();
  // What a note says of one row is truer of that than what another says of many.
  const sorted = [...notes].sort((a, b) => Number(isOfSome(b.note)) - Number(isOfSome(a.note)));
  for (const { text, line, note, at } of sorted) {
    if (!note) {
      unclear.set(at, { text, line });
      continue;
    }
    const isWhole = note.names.length === 0 && !note.isGroup && (first < 0 || at < first);
    const group = isWhole && root ? [root] : (groups.get(at) ?? []);
    const isHere = note.side === undefined || note.side === root?.side;
    const about = root && isHere ? findRows(note, group, named, root) : [];
    const free = about.filter(({ since }) => since === undefined || isWhole || isOfSome(note));
    const why = about.length === 0 ? "what it is about is not clear" : addNote(note, free, contract);
    for (const row of about) if (!known.has(row)) others.add(row);
    if (why !== undefined) unclear.set(at, { text, line, why });
  }
  return { unclear: notes.flatMap(({ at }) => unclear.get(at) ?? []), others: [...others] };
}

/** The rows of a section. */
export const listSectionRows = (entries: readonly SectionEntry[]): readonly DraftRow[] =>
  entries.flatMap((entry) => ("row" in entry ? entry.row : []));

/** The rows behind each note, up to the next one and within one table, by the index of the note. */
function listGroups(entries: readonly SectionEntry[]): ReadonlyMap<number, readonly DraftRow[]> {
  const groups = new Map<number, DraftRow[]>();
  let open: number[] = [];
  let isBegun = false;
  for (const [at, entry] of entries.entries()) {
    const isNote = "note" in entry && entry.note !== undefined;
    if (isBegun && (isNote || "isTable" in entry)) [open, isBegun] = [[], false];
    if (isNote) {
      open = [...open, at].slice(-maxOpenNotes);
      groups.set(at, []);
    }
    if (!("row" in entry)) continue;
    isBegun = true;
    for (const note of open) groups.get(note)?.push(entry.row);
  }
  return groups;
}

/** So many notes above one another are about the rows below them. */
const maxOpenNotes = 10;

/** Rows by the last of their names, and what holds rows. */
interface RowIndex {
  readonly byName: ReadonlyMap<string, readonly DraftRow[]>;
  readonly holders: ReadonlyMap<string, readonly DraftRow[]>;
}

/** The rows that a note is about: those that it names, or all that follow up to the next note. */
function findRows(
  { names }: RowNote,
  group: readonly DraftRow[],
  index: RowIndex,
  root: DraftRow,
): readonly DraftRow[] {
  if (names.length === 0) return group;
  const found = names.map((name) => (name === root.path ? [root] : findRowsByName(name, index)));
  return found.every(({ length }) => length === 1) ? found.flat() : [];
}

const lastName = (path: string): string => dropArrays(path.slice(path.lastIndexOf(".") + 1));

/** Whether a path ends with a name, or with a path of names. */
export const endsWithName = (path: string, name: string): boolean =>
  `.${dropArrays(path)}`.endsWith(`.${dropArrays(name)}`);

/** The rows whose path ends with a name; without any, what holds rows under that name. */
function findRowsByName(name: string, { byName, holders }: RowIndex): readonly DraftRow[] {
  const isNamed = ({ path }: DraftRow): boolean => endsWithName(path, name);
  const own = (byName.get(lastName(name)) ?? []).filter(isNamed);
  return own.length > 0 ? own : (holders.get(lastName(name)) ?? []).filter(isNamed);
}

/** What holds rows, each once, by the last of its names. */
function indexHolders(rows: readonly DraftRow[]): ReadonlyMap<string, readonly DraftRow[]> {
  const holders = new Map<string, DraftRow>();
  for (const { side, path, place } of rows)
    for (let end = path.indexOf("."); end >= 0; end = path.indexOf(".", end + 1)) {
      const holder = path.slice(0, end);
      if (!holders.has(holder)) holders.set(holder, { side, path: holder, text: holder, place });
    }
  return groupBy([...holders.values()], ({ path }) => lastName(path));
}

/** Adds what a note says to rows; if one of them has another release, it returns that instead. */
function addNote(note: RowNote, rows: readonly DraftRow[], contract: Contract): string | undefined {
  const { since } = note;
  const other = rows.find((row) => since !== undefined && row.since !== undefined && row.since !== since);
  if (other?.since !== undefined)
    return `another sentence gives ${nameSubject(other)} to v${formatRelease(other.since)}`;
  for (const row of rows) Object.assign(row, toRowFields(note, contract));
  return undefined;
}

/** The fields that a note adds to a row. */
export const toRowFields = ({ since, planned, events }: RowNote, contract: Contract): Partial<DraftRow> => ({
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
