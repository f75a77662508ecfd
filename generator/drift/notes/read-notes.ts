import { ascending, formatRelease, parseRelease } from "../../time/release.js";
import type { Claim, Sentence, Statement } from "../claim.js";
import type { Page } from "../pages/page.js";
import type { Reading, Remark } from "../reading.js";
import type { Names } from "./lexemes.js";
import { listPieces, type Piece } from "./list-pieces.js";
import { beginsAsHead, readHead } from "./read-head.js";
import { isSection, readHeading, type Heading } from "./read-heading.js";
import { readSentence, type Standing } from "./read-sentence.js";
import { splitSentences } from "../words/split-sentences.js";
import { toTokens } from "./tokens.js";
import { findDeed, sideWords } from "./words.js";

/** Where a page stands while it is read from its top. */
interface Progress extends Standing {
  /** The headings above, outermost first. */
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** The level of the heading of this entry; undefined if none named its release. */
  readonly level: number | undefined;
}

/** What was read of one piece. */
interface Step {
  readonly progress: Progress;
  readonly claims: readonly Claim[];
  readonly remarks: readonly Remark[];
  readonly count: number;
}

/** Reads a page of release notes: entries with a release each, however they are laid out. */
export function readNotes(file: string, page: Page, names: Names): Reading {
  const pieces = listPieces(page).flatMap(splitPiece);
  const titlePiece = pieces.find(({ level, text }) => level !== undefined && !readHeading(text));
  const title = titlePiece?.text ?? "Release notes";
  const nothing = { level: undefined, release: undefined, deed: undefined, side: undefined };
  const steps: Step[] = [];
  for (const piece of pieces.filter((each) => each !== titlePiece)) {
    const progress = steps.at(-1)?.progress ?? { ...nothing, names, headings: [] };
    steps.push(readPiece(piece, progress, { file, title }));
  }
  const claims = steps.flatMap((step) => step.claims);
  return {
    ...{ kind: "release notes", file, title, claims, lists: "some" },
    remarks: steps.flatMap((step) => step.remarks),
    count: steps.reduce((sum, step) => sum + step.count, 0),
    ...findLatest(claims),
  };
}

/** The newest release that there is an entry of, and the newest day. */
function findLatest(claims: readonly Claim[]): Pick<Reading, "newest" | "date"> {
  const releases = claims.flatMap(({ subject: { side, path } }) =>
    side === "release" ? (parseRelease(path) ?? []) : [],
  );
  const newest = ascending(releases).at(-1);
  const date = claims
    .flatMap(({ says }) => (says.about === "date" ? [says.date] : []))
    .sort()
    .at(-1);
  return { ...(newest !== undefined && { newest }), ...(date !== undefined && { date }) };
}

function readPiece(
  piece: Piece,
  above: Progress,
  page: { readonly file: string; readonly title: string },
): Step {
  const { line, text, label, level } = piece;
  const progress = level === undefined ? above : leaveSections(above, { level, text });
  const section = progress.headings.map((heading) => heading.text).join(" > ");
  const toSentence = (sentence: string): Sentence => ({ text: sentence, place: { ...page, section, line } });
  const sentence = toSentence(text);
  if (piece.isOther) {
    const remarks = [{ sentence, unread: "code, or a picture: nobody reads it as prose" }];
    return { progress, claims: [], remarks, count: 1 };
  }
  const head = level === undefined ? readHead(`${label} ${text}`) : readHeading(text);
  if (head) return beginEntry(head, piece, progress, sentence);
  if (beginsAsHead(text)) return loseRelease(progress, sentence);
  if (level !== undefined) return beginSection(text, progress, sentence);
  const read = splitSentences(text).map((each) => ({
    ...readSentence(each, progress),
    sentence: toSentence(each),
  }));
  return {
    progress,
    claims: read.flatMap((each) => each.says.map((said) => ({ ...said, sentence: each.sentence }))),
    remarks: read.flatMap((each) =>
      each.unread === undefined ? [] : [{ sentence: each.sentence, unread: each.unread }],
    ),
    count: read.length,
  };
}

/** Where a heading stands: what those of its level or below said is over, and the entry with its own heading. */
function leaveSections(
  progress: Progress,
  heading: { readonly level: number; readonly text: string },
): Progress {
  const headings = [...progress.headings.filter(({ level }) => level < heading.level), heading];
  // “Fixes” at the level of a release is still about that release.
  const isOver = progress.level !== undefined && heading.level <= progress.level && !isSection(heading.text);
  const { release, level } = isOver ? { release: undefined, level: undefined } : progress;
  return { ...progress, headings, release, level, deed: undefined, side: undefined };
}

/** A line that says of which release what follows is, or on which day that was. */
function beginEntry(head: Heading, piece: Piece, above: Progress, sentence: Sentence): Step {
  const { release = above.release, date, deed } = head;
  const isNew = head.release !== undefined;
  // “New in 60.1” below the heading of 60.1 is a section of that entry.
  const level = deed !== undefined && release === above.release ? above.level : piece.level;
  const progress = isNew ? { ...above, release, level, deed, side: undefined } : above;
  if (release === undefined) {
    const remarks = [{ sentence, unread: "it names a number or a day, and no release" }];
    return { progress, claims: [], remarks, count: 1 };
  }
  const subject = { side: "release" as const, path: formatRelease(release) };
  const says: readonly Statement[] = [
    { about: "existence" },
    ...(date === undefined ? [] : [{ about: "date" as const, date }]),
  ];
  return { progress, claims: says.map((each) => ({ subject, says: each, sentence })), remarks: [], count: 1 };
}

/** A line that names a release in some other way: what follows is of that one, and not of the one before. */
function loseRelease(above: Progress, sentence: Sentence): Step {
  const remarks = [{ sentence, unread: "it begins with a release, and says more than a release and a day" }];
  const progress = { ...above, release: undefined, level: undefined };
  return { progress, claims: [], remarks, count: 1 };
}

/** “59.3.4: what is new” is a line for the release, and one for what is new. */
function splitPiece(piece: Piece): readonly Piece[] {
  const { text, label, level } = piece;
  const parts = [": ", " – ", " — ", " - "].flatMap((mark) => {
    const at = text.indexOf(mark);
    return at > 0 ? [[text.slice(0, at), text.slice(at + mark.length)] as const] : [];
  });
  const [head, rest] = parts.find(([start]) => readHead(start)?.release !== undefined) ?? [];
  if (level !== undefined || head === undefined || rest === undefined || readHead(`${label} ${text}`))
    return [piece];
  return [
    { ...piece, text: head },
    { ...piece, text: rest, label: "" },
  ];
}

/** A heading that says what was done to all that stands below it, or on which side that is. */
function beginSection(text: string, above: Progress, sentence: Sentence): Step {
  const words = toTokens(text).map(({ word }) => word);
  const side = words.flatMap((word) => sideWords.get(word) ?? [])[0];
  const progress = { ...above, deed: findDeed(words), side };
  const remarks = isSection(text)
    ? []
    : [{ sentence, unread: "a heading that says nothing we know of what is below it" }];
  return { progress, claims: [], remarks, count: remarks.length };
}
