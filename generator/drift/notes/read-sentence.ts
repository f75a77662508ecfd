import type { Direction } from "../../model/model.js";
import { parseRelease, type Release } from "../../time/release.js";
import type { Claim, Subject } from "../claim.js";
import { toLexemes, type Lexeme, type Names } from "./lexemes.js";
import { findDeed, hints, sideWords, type Deed } from "./words.js";

/** Where a sentence stands. */
export interface Standing {
  /** The release of its entry. */
  readonly release: Release | undefined;
  /** What the heading above it says was done, and on which side. */
  readonly deed: Deed | undefined;
  readonly side: Direction | undefined;
  readonly names: Names;
}

/** What a sentence says, and why some of it is not said by that. */
export interface ReadSentence {
  readonly says: readonly Pick<Claim, "subject" | "says">[];
  readonly unread?: string;
}

/** Reads a sentence of release notes. Only what is added makes claims; whatever is not understood is told. */
export function readSentence(sentence: string, standing: Standing): ReadSentence {
  const lexemes = toLexemes(sentence, standing.names);
  const deed = findDeed(lexemes.map(({ token }) => token.word)) ?? standing.deed;
  if (deed === undefined) return { says: [], unread: "no word that we know says what was done" };
  if (deed !== "added") return { says: [], unread: hints[deed] };
  const named = listReleases(lexemes);
  const release = standing.release ?? named[0];
  if (named.some((each) => each !== release))
    return { says: [], unread: "it names another release than its entry" };
  const used = new Set<number>();
  const reading = { lexemes, used, ...standing, release, side: findSide(lexemes) ?? standing.side };
  const says = [readValues, readHeld, readEvents, readPaths].flatMap((read) => read(reading));
  const isAllRead = lexemes.every(({ kind }, i) => used.has(i) || !meaningful.has(kind));
  if (says.length === 0)
    return { says, unread: "it names nothing that was added, by a path or a name that we know" };
  if (isAllRead) return { says };
  // Outside of an entry, the release may be that of what was not read.
  return { says: release === standing.release ? says : [], unread: "it says more than was read of it" };
}

/** The releases that a sentence names itself. */
const listReleases = (lexemes: readonly Lexeme[]): readonly Release[] =>
  lexemes.flatMap(({ kind, token }) => (kind === "release" ? (parseRelease(token.word) ?? []) : []));

/** Words that say something; all others only hold a sentence together. */
const meaningful: ReadonlySet<Lexeme["kind"]> = new Set(["path", "name", "word", "value"]);

const findSide = (lexemes: readonly Lexeme[]): Standing["side"] =>
  lexemes.flatMap(({ kind, token }) => (kind === "side" ? (sideWords.get(token.word) ?? []) : []))[0];

interface Ongoing extends Standing {
  readonly lexemes: readonly Lexeme[];
  /** Those that were read. */
  readonly used: Set<number>;
}

type Said = ReadSentence["says"];

/** Values of a part: “the field type x”, “new value x for a.path”, “a.path (values x and y)”. */
function readValues({ lexemes, used, release, side }: Ongoing): Said {
  return lexemes.flatMap((lexeme, i): Said => {
    if (!lexeme.ofValues && lexeme.kind !== "value") return [];
    const list = readList(lexemes, i + 1);
    const [first, last] = [list[0], list.at(-1)];
    if (first === undefined || last === undefined) return [];
    const home = lexeme.ofValues ? i : findHome(lexemes, i, last);
    if (home === undefined) return [];
    // “With the values x and y” tells of a part that is new as a whole.
    const isNew = lexeme.ofValues || home > i || lexemes[i - 1]?.kind === "deed";
    [i, ...list, ...(isNew ? [home] : [])].forEach((index) => used.add(index));
    const values = list.map((index) => lexemes[index]?.token.text ?? "");
    const since = isNew && release !== undefined ? { since: release } : {};
    return toSubjects(lexemes[home], side).map((subject) => ({
      subject,
      says: { about: "values", values, all: false, ...since },
    }));
  });
}

/** The words of a list that begins somewhere, by their indexes. */
function readList(lexemes: readonly Lexeme[], start: number): readonly number[] {
  const list: number[] = [];
  let i = skip(lexemes, start, ["filler", "value"]);
  while (lexemes[i]?.kind === "word") {
    list.push(i);
    const isParted = lexemes[i]?.token.isParted === true;
    const next = skip(lexemes, i + 1, ["conjunction"]);
    if (!isParted && next === i + 1) break;
    i = next;
  }
  return list;
}

/** The part that values belong to: the next one behind them, or the last one before. */
function findHome(lexemes: readonly Lexeme[], start: number, end: number): number | undefined {
  const behind = skip(lexemes, end + 1, ["preposition", "filler", "property", "deed"]);
  if (behind > end + 1 && leads(lexemes[behind])) return behind;
  const before = lexemes.findLastIndex((lexeme, i) => i < start && leads(lexeme));
  return before < 0 ? undefined : before;
}

/** A property and what got it: “the property x was added to dialog options and a.path”. */
function readHeld({ lexemes, used, release, side }: Ongoing): Said {
  return lexemes.flatMap((lexeme, i): Said => {
    if (used.has(i) || !isPropertyName(lexeme, lexemes[i - 1])) return [];
    const preposition = skip(lexemes, i + 1, ["property", "filler", "deed"]);
    if (lexemes[preposition]?.kind !== "preposition") return [];
    const holders = listHolders(lexemes, preposition);
    if (holders.length === 0) return [];
    [i, ...holders].forEach((index) => used.add(index));
    return holders
      .flatMap((index) => toSubjects(lexemes[index], side))
      .flatMap((holder) => arrive({ ...holder, path: `${holder.path}.${lexeme.token.text}` }, release));
  });
}

/** A word that is written as a name, or follows “property”. */
const isPropertyName = ({ kind, token }: Lexeme, before: Lexeme | undefined): boolean =>
  (kind === "path" && !token.text.includes(".") && !token.text.includes("[")) ||
  (kind === "word" &&
    /^[a-z][A-Za-z0-9]*$/.test(token.text) &&
    (token.isMarked || before?.kind === "property"));

function listHolders(lexemes: readonly Lexeme[], preposition: number): readonly number[] {
  const holders: number[] = [];
  for (let i = preposition; ;) {
    i = skip(lexemes, i, ["preposition", "conjunction", "filler", "property"]);
    if (!leads(lexemes[i])) return holders;
    holders.push(i);
    i += 1;
  }
}

/** Events, which are called so. */
const readEvents = ({ lexemes, used, release }: Ongoing): Said =>
  lexemes.flatMap((lexeme, i): Said => {
    const { kind, token } = lexeme;
    const isCalled = [lexemes[i - 1], lexemes[i + 1]].some((near) => near?.kind === "event");
    const isName = !token.text.includes(".") && (kind === "path" || (kind === "word" && token.isMarked));
    if (used.has(i) || !isCalled || !isName) return [];
    used.add(i);
    return arrive({ side: "event", path: token.text }, release);
  });

/** Whatever else is named by its path, unless something was done in it, and not to it. */
const readPaths = ({ lexemes, used, release, side }: Ongoing): Said =>
  lexemes.flatMap((lexeme, i): Said => {
    if (used.has(i) || lexeme.kind !== "path" || isWithin(lexemes, i)) return [];
    used.add(i);
    return toSubjects(lexeme, side).flatMap((subject) => arrive(subject, release));
  });

/** Whether a word such as “in” stands before something. */
function isWithin(lexemes: readonly Lexeme[], index: number): boolean {
  const before = lexemes.findLastIndex(
    ({ kind }, i) => i < index && kind !== "filler" && kind !== "property",
  );
  return lexemes[before]?.kind === "preposition";
}

const arrive = (subject: Subject, release: Release | undefined): Said => [
  { subject, says: { about: "existence" } },
  ...(release === undefined ? [] : [{ subject, says: { about: "since" as const, release } }]),
];

/** What a path or a name leads to, on the side that the sentence says. */
const toSubjects = (lexeme: Lexeme | undefined, side: Standing["side"]): readonly Subject[] =>
  (lexeme?.parts ?? []).map((part) => (part.side === "body" && side ? { ...part, side } : part));

const leads = (lexeme: Lexeme | undefined): boolean => lexeme?.kind === "path" || lexeme?.kind === "name";

/** The first place from one on with another kind of word. */
function skip(lexemes: readonly Lexeme[], start: number, kinds: readonly Lexeme["kind"][]): number {
  let i = start;
  for (let kind = lexemes[i]?.kind; kind && kinds.includes(kind); kind = lexemes[i]?.kind) i += 1;
  return i;
}
