import { createHash } from "node:crypto";
import type { Direction } from "../contract/model/model.js";
import type { ReviewedClaim, ReviewedSentence } from "../contract/read/dialect.js";
import { dropArrays } from "../contract/read/values.js";
import type { Release } from "../base/time/release.js";

/** The kind of a source. */
export type SourceKind = "page" | "WSDL" | "recording";

/** Where in a source something stands. */
export interface SourcePlace {
  /** The file, as it was named in the call. */
  readonly file: string;
  /** The headings above it, outermost first, joined by " > "; "" at the top. */
  readonly section: string;
  /** From 1. */
  readonly line: number;
}

/** A type of JSON, or a format of a string that answers are checked by; `text` is a string of whatever format. */
export type ItemType =
  | "boolean"
  | "integer"
  | "int64"
  | "number"
  | "string"
  | "text"
  | "uuid"
  | "date"
  | "date-time"
  | "object"
  | "null";

/** The meaning of a source's word for a type, whatever its spelling there; the items of an `array` are not stated. */
export type RowType = ItemType | `${ItemType}[]` | "array";

/** A part of a body (`form.fields[].separator`), an event or a release. */
export interface SpecSubject {
  readonly side: Direction | "event" | "release";
  /** A path from the root of the body, with `[]` behind each array; the name of an event; a release. */
  readonly path: string;
}

/** What one row of a table, element of a WSDL or property of a body says of a part. */
export interface SourceRow extends SpecSubject {
  readonly place: SourcePlace;
  /** The row as it stands there: only a printed report quotes it. */
  readonly text: string;
  /** Each of these. */
  readonly type?: readonly RowType[] | undefined;
  readonly optional?: boolean | undefined;
  readonly since?: Release | undefined;
  /** All values that it may have. */
  readonly values?: readonly string[] | undefined;
  /** The only events whose requests or answers have it. */
  readonly events?: readonly string[] | undefined;
}

/** A sentence, a heading or a cell of prose: it is not parsed, but reviewed by a person. */
export interface Sentence {
  readonly place: SourcePlace;
  readonly text: string;
  /** The part in whose row it stands, or else the object of its section. */
  readonly of?: SpecSubject | undefined;
  /** On what its meaning hangs, too: the paragraph above its list, or the row that comes next. */
  readonly context?: string | undefined;
  /** What of it is known to be wrong: an unknown word for a type, a column without a name. */
  readonly why?: string | undefined;
}

/** Of a row that says nothing but its name and its type: all of it is the sentence. */
export const unexplained = "nothing explains it";

/** The content of one source: every row and every sentence of it is there. */
export interface SourceContent {
  readonly kind: SourceKind;
  /** As it was named in the call. */
  readonly file: string;
  /** What the source calls itself: the title of a page, the namespace of a WSDL. Reviews know it by that. */
  readonly title: string;
  readonly rows: readonly SourceRow[];
  readonly sentences: readonly Sentence[];
  /** The faults of recorded bodies. */
  readonly faults?: readonly BodyFault[] | undefined;
  /** How many rows and sentences, or bodies, there were. */
  readonly count: number;
  /** The newest release that it names. */
  readonly newest?: Release | undefined;
  /** How `x-seen` names the source, before a release: what was seen there is no news there. */
  readonly seenAs?: string | undefined;
}

/** A fault that a schema finds in a part of recorded bodies, in words that repeat no value of theirs. */
export interface BodyFault extends SpecSubject {
  readonly about: Aspect;
  readonly event: string;
  readonly message: string;
  /** Of the first body that has it. */
  readonly place: SourcePlace;
}

/** An aspect of a subject that a row can state and a review is about. */
export type Aspect = "existence" | "type" | "optional" | "since" | "values" | "events";

/**
 * What became of something that a source says. The first four are quiet: nobody has to do anything.
 *
 * - `agrees`: the spec says the same.
 * - `erratum`: the spec knows that the source is wrong there.
 * - `reviewed`: a person has seen the difference, and wrote down why it may stay.
 * - `no claim`: a person has read the sentence, and the spec has what it says.
 * - `new`: the spec does not have it yet.
 * - `contradicts`: the spec says something else.
 * - `vanished`: the spec has it, or a person reviewed it, and the source no longer says it.
 * - `unread`: a sentence that nobody has read.
 */
export type DriftVerdict = (typeof driftVerdicts)[number];

/** The verdicts after which there is something to do, in the order of the reports. */
export const openVerdicts = ["new", "contradicts", "vanished", "unread"] as const;

export type OpenVerdict = (typeof openVerdicts)[number];

export const driftVerdicts = ["agrees", "erratum", "reviewed", "no claim", ...openVerdicts] as const;

/** Whether there is something to do after a verdict. */
export const isOpenVerdict = (verdict: DriftVerdict): verdict is OpenVerdict =>
  openVerdicts.some((open) => open === verdict);

/** One aspect of a row, or one sentence, with its verdict. */
export interface DriftFinding {
  readonly verdict: DriftVerdict;
  /** What differs, in our words; it quotes names and values of the source, never its sentences. "" if nothing does. */
  readonly message: string;
  readonly subject?: SpecSubject | undefined;
  readonly about?: Aspect | undefined;
  /** The row that says it. */
  readonly row?: SourceRow | undefined;
  /** Undefined for what has vanished. */
  readonly place?: SourcePlace | undefined;
  /** The source's own words. */
  readonly text?: string | undefined;
  /** By which a review knows a sentence, or what a claim says. */
  readonly hash?: string | undefined;
  readonly parts?: readonly SpecSubject[] | undefined;
  readonly releases?: readonly Release[] | undefined;
  readonly reviewed?: ReviewedClaim | ReviewedSentence | undefined;
  /** The part that this one may be under another name. */
  readonly renamed?: SpecSubject | undefined;
  /** Reviews that fit nothing in the source any more: the patch drops them. */
  readonly lost?: readonly (ReviewedClaim | ReviewedSentence)[] | undefined;
}

/** A source, and what became of everything in it. */
export interface JudgedSource extends Omit<SourceContent, "rows" | "sentences" | "faults"> {
  readonly findings: readonly DriftFinding[];
}

/** The name of a subject in `drift/reviewed.json`: `request sender.deviceType`. */
export const nameSubject = ({ side, path }: SpecSubject): string => `${side} ${path}`;

/** Under which a part is looked up: whether one of the names on its way is an array does not make two parts of one. */
export const toSubjectKey = ({ side, path }: SpecSubject): string => `${side} ${dropArrays(path)}`;

/** The hash by which a sentence is known without being kept. Its spaces, its quotes and dashes, and the stop at its end do not count. */
export function hashSentence(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, "-")
    .replace(/[\s\p{Cf}]+/gu, " ")
    .replace(/(?<![ .])[ .]+$/, "")
    .trim();
  return createHash("sha256").update(plain).digest("hex").slice(0, 16);
}

/** A page of prose, whatever it was saved as: its blocks in reading order. A forced break in a text is a line end. */
export interface SourcePage {
  /** The first heading of the highest level that there is; "" if there is no heading. */
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

/** A part of a page, with the line where it begins, from 1. */
export type PageBlock =
  | { readonly kind: "heading"; readonly line: number; readonly level: number; readonly text: string }
  /** Of these, `other` is code, which nobody reads as prose. */
  | { readonly kind: "paragraph" | "item" | "other"; readonly line: number; readonly text: string }
  /** Without a header, `header` is empty: it goes on with the table above. */
  | {
      readonly kind: "table";
      readonly line: number;
      readonly header: readonly string[];
      readonly rows: readonly TableRow[];
    };

/** A row of a table. A cell that spans all columns, or that has nothing beside it, is the only one of its row. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}
