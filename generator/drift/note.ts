import type { Direction } from "../model/model.js";
import { ascending, parseRelease, type Release } from "../time/release.js";
import type { Contract } from "./contract.js";
import { toKey, type Subject } from "./row.js";
import { splitWords } from "./words.js";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that say that something came with a release. */
const added = set("added new since introduced available toegevoegd nieuw nieuwe vanaf sinds beschikbaar");
/** Words that make a plan of it. */
const future = set("future later upcoming toekomstige latere");
/** Words that make it uncertain, or the news of another day. */
const unsure = set("may will can kan mogelijk wordt worden");
/** Beside another name these say something of that. */
const needs = set("required optional verplicht optioneel");
/** Words that limit something to events. */
const only = set("only alleen uitsluitend");
/** Words that say nothing more. */
const filler = set(
  "the a an de het een is are was were has have been be heeft hebben zijn werd werden " +
    "in to aan op with met bij and en or of as from mpluskassa release version versie pos event events occurs komt works werkt voor " +
    "attention let property properties eigenschap eigenschappen field fields",
);
/** Behind these a number without a dot is a release, too. */
const beforeRelease = set("mpluskassa release version versie pos since vanaf sinds in v");
/** Behind one of these the subject is not named, but stands in the rows that follow. */
const groups = set("details gegevens");
const sides: ReadonlyMap<string, Direction> = new Map([
  ..."request requests verzoek".split(" ").map((word) => [word, "request"] as const),
  ..."response responses answer answers reply antwoord antwoorden"
    .split(" ")
    .map((word) => [word, "response"] as const),
]);

/** What a few words say of rows beside them, and nothing else: that they came with a release, will come, or are of some events only. */
export interface Note {
  readonly since?: Release;
  readonly planned?: true;
  /** With `...` for any letters. */
  readonly events?: readonly string[];
  /** What they name; nothing: what they stand beside. */
  readonly names: readonly string[];
  /** The side that they name. */
  readonly side?: Direction;
  /** Whether they are about the rows that follow, as “details” are. */
  readonly isGroup: boolean;
}

/**
 * Reads a few words as a note. There is no grammar: but for names, one release, and a dozen words, nothing may be left over, and else it is a
 * sentence for people. Whether a word names a row beside it is asked by `isKnown`.
 */
export function readNote(text: string, isKnown: (name: string) => boolean): Note | undefined {
  const words = splitWords(text).map(bare).filter(Boolean);
  const small = words.map((word) => word.toLowerCase());
  const has = (kind: ReadonlySet<string>): boolean => small.some((word) => kind.has(word));
  const releases = words.filter((_, i) => isRelease(words, i));
  const group = small.findIndex((word) => groups.has(word));
  const isLimit = has(only);
  const names: string[] = [];
  const events: string[] = [];
  const rest = words.filter((word, i) => {
    const known = small[i] ?? "";
    if (i <= group || releases.includes(word) || sides.has(known)) return false;
    if (isLimit && names.length + events.length > 0 && isEventName(word) && !filler.has(known))
      events.push(word);
    else if (isLimit && !filler.has(known) && isEventName(word) && !isKnown(word)) events.push(word);
    else if (isKnown(word) && !filler.has(known)) names.push(word);
    else return ![added, future, unsure, only, filler].some((kind) => kind.has(known));
    return false;
  });
  if (rest.length > 0 || group > 3) return undefined;
  // Such a word names something only where no other does.
  const common = words.filter((word, i) => filler.has(word) && isKnown(word) && !isRelease(words, i + 1));
  if (names.length === 0 && events.length === 0) names.push(...common);
  const side = small.flatMap((word) => sides.get(word) ?? [])[0];
  const about = { names, isGroup: group >= 0, ...(side && { side }) };
  const [since] = releases.flatMap((release) => toRelease(release) ?? []);
  if (names.length > 1 && names.some((name) => needs.has(name))) return undefined;
  if (isLimit && (has(future) || has(unsure))) return undefined;
  if (isLimit) return events.length > 0 && releases.length === 0 ? { ...about, events } : undefined;
  if (has(future)) return releases.length === 0 && has(added) ? { ...about, planned: true } : undefined;
  // “To be added in v60” is no news of today, and “available to v60” says no beginning.
  const isTo = (word: string, i: number): boolean =>
    word === "to" && (small[i + 1] === "be" || isRelease(words, i + 1));
  const isPast = /available|beschikbaar/i.test(text) && /\b(?:was|were|been|werd|werden)\b/i.test(text);
  const isUnsure = has(unsure) || isPast || text.includes("?") || small.some(isTo);
  return has(added) && !isUnsure && releases.length === 1 && since !== undefined
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

const toRelease = (word: string): Release | undefined => parseRelease(word.toLowerCase());

function isRelease(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (toRelease(word) === undefined) return false;
  return /^v|\./i.test(word) || beforeRelease.has((words[at - 1] ?? "").toLowerCase());
}

/** The releases that a text mentions: `59.6`, `v60`, `MplusKASSA 50`. */
export function findReleases(text: string): readonly Release[] {
  const words = splitWords(text).map(bare);
  return ascending(words.flatMap((word, i) => (isRelease(words, i) ? (toRelease(word) ?? []) : [])));
}

/** More are not named in a report. */
const mostParts = 6;

/** A word of prose that so few parts are called is one of their names. */
const rare = 3;

/** The parts of the contract that a text names: by paths, by names, or by words that the spec says they are called by. */
export function findParts(text: string, contract: Contract): readonly Subject[] {
  const words = splitWords(text).map(bare);
  const phrases = words.flatMap((_, i) => [1, 2, 3, 4].map((length) => words.slice(i, i + length).join(" ")));
  const found = phrases.flatMap((phrase) => {
    const parts = contract.named(phrase);
    return /[. [\]]|[a-z][A-Z]/.test(phrase) || (parts.length <= rare && phrase.length > rare) ? parts : [];
  });
  return [...new Map(found.map((subject) => [toKey(subject), subject])).values()].slice(0, mostParts);
}
