import { createHash } from "node:crypto";
import type { Direction } from "../contract/model/model.js";
import type { ReviewedClaim, ReviewedSentence } from "../contract/read/dialect.js";
import { dropArrays } from "../contract/read/values.js";
import type { SourceLocation } from "../base/problem/problem.js";
import type { Release } from "../base/time/release.js";
import type { SeenShape, Sighting } from "./seen-shape.js";

export type SourceKind = "page" | "WSDL" | "recording";

export interface SourcePlace {
  readonly file: string;
  /** The headings above, outermost first, joined by " > ". "" at the top. */
  readonly section: string;
  /** 1-based. */
  readonly line: number;
}

/** A JSON type, or a string format that answers are checked against. `text` is a string in any format. */
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

/** Independent of spelling. The items of an `array` are not stated. */
export type RowType = ItemType | `${ItemType}[]` | "array";

/** A part of a body (`form.fields[].separator`), an event or a release. */
export interface SpecSubject {
  readonly side: Direction | "event" | "release";
  /** A path from the top of the body with `[]` after each array, the name of an event, or a release. */
  readonly path: string;
}

/** A part as stated by one table row, WSDL element or body property. */
export interface SourceRow extends SpecSubject {
  readonly place: SourcePlace;
  /** As written. Only printed reports quote it. */
  readonly text: string;
  readonly type?: readonly RowType[] | undefined;
  readonly optional?: boolean | undefined;
  readonly since?: Release | undefined;
  /** True if its section only has releases for other parts. */
  readonly isUndated?: boolean | undefined;
  readonly values?: readonly string[] | undefined;
  /** The only events whose requests or answers have it. */
  readonly events?: readonly string[] | undefined;
}

/** A sentence, heading or cell of prose. It is not parsed. A person reviews it. */
export interface Sentence {
  readonly place: SourcePlace;
  readonly text: string;
  readonly of?: SpecSubject | undefined;
  /** Text that determines its meaning: the paragraph above its list, or the next row. */
  readonly context?: string | undefined;
  /** A known problem, such as an unknown type or a column without a name. */
  readonly why?: string | undefined;
  /** True if its row is in the section of another object. Only a review for this section settles it. */
  readonly isAstray?: boolean | undefined;
  /** The claim of rows that is all it says. The rows are judged by themselves. */
  readonly states?: "values" | "since" | undefined;
}

/** For a row with only a name and a type. The whole row is the sentence. */
export const unexplained = "nothing explains it";

export interface SourceContent {
  readonly kind: SourceKind;
  /** As given on the command line. */
  readonly file: string;
  /** Reviews recognize the source by its own title: the title of a page, the namespace of a WSDL. */
  readonly title: string;
  readonly rows: readonly SourceRow[];
  readonly sentences: readonly Sentence[];
  readonly faults?: readonly BodyFault[] | undefined;
  /** Of rows and sentences, or of bodies. */
  readonly count: number;
  readonly newest?: Release | undefined;
  /** The source's name in `x-seen`, before a release. Parts that were seen in it are not new in it. */
  readonly seenAs?: string | undefined;
}

/** A schema error in recorded bodies, in words that quote none of their values. */
export interface BodyFault extends SpecSubject {
  readonly about: Aspect;
  readonly event: string;
  readonly message: string;
  /** In the first body that has the fault. */
  readonly place: SourcePlace;
}

export type Aspect = "existence" | "type" | "optional" | "since" | "values" | "events";

/**
 * The result for a statement of a source. The first four need no action.
 *
 * - `agrees`: the spec says the same.
 * - `erratum`: the spec knows that the source is wrong.
 * - `reviewed`: a person accepted the difference and wrote down why.
 * - `no claim`: a person read the sentence, and the spec covers it.
 * - `new`: the spec does not have it yet.
 * - `contradicts`: the spec says something else.
 * - `vanished`: the spec has it, or a person reviewed it, and the source no longer says it.
 * - `unread`: nobody has read the sentence yet.
 */
export type DriftVerdict = (typeof driftVerdicts)[number];

/** These need action. In the order of the reports. */
export const openVerdicts = ["new", "contradicts", "vanished", "unread"] as const;

export type OpenVerdict = (typeof openVerdicts)[number];

export const driftVerdicts = ["agrees", "erratum", "reviewed", "no claim", ...openVerdicts] as const;

export const isOpenVerdict = (verdict: DriftVerdict): verdict is OpenVerdict =>
  openVerdicts.some((open) => open === verdict);

export interface DriftFinding {
  readonly verdict: DriftVerdict;
  /** In our words. Quotes names and values of the source, but no sentences. "" if there is no difference. */
  readonly message: string;
  readonly subject?: SpecSubject | undefined;
  readonly about?: Aspect | undefined;
  readonly row?: SourceRow | undefined;
  /** Undefined for vanished parts. */
  readonly place?: SourcePlace | undefined;
  readonly text?: string | undefined;
  /** Identifies a sentence or the statement of a claim in reviews. */
  readonly hash?: string | undefined;
  readonly parts?: readonly SpecSubject[] | undefined;
  readonly releases?: readonly Release[] | undefined;
  readonly reviewed?: ReviewedClaim | ReviewedSentence | undefined;
  readonly renamed?: SpecSubject | undefined;
  /** In recordings. */
  readonly seen?: Sighting | undefined;
  /** True if the spec has an event whose name differs only by case. */
  readonly isAlike?: boolean | undefined;
  /** True if the spec does not list all parts of this object. */
  readonly isInOpen?: boolean | undefined;
  /** What a new event carries that the spec has. */
  readonly carries?: readonly string[] | undefined;
  /** Short texts that the spec does not list, if they are few and repeat. */
  readonly seenValues?: readonly string[] | undefined;
  /** The object of the spec that lacks the parts. Undefined for an object of its own. */
  readonly home?: SourceLocation | undefined;
  /** The unknown parts. */
  readonly shapes?: readonly SeenShape[] | undefined;
  /** Reviews that match nothing in the source. */
  readonly lost?: readonly (ReviewedClaim | ReviewedSentence)[] | undefined;
}

export interface JudgedSource extends Omit<SourceContent, "rows" | "sentences" | "faults"> {
  readonly findings: readonly DriftFinding[];
  /** Reviews that match nothing. */
  readonly replaced?: readonly (ReviewedClaim | ReviewedSentence)[] | undefined;
}

/** As in `drift/reviewed.json`: `request sender.deviceType`. */
export const nameSubject = ({ side, path }: SpecSubject): string => `${side} ${path}`;

/** Omits array marks, which do not distinguish parts. */
export const toSubjectKey = ({ side, path }: SpecSubject): string => `${side} ${dropArrays(path)}`;

/**
 * Reviews recognize a sentence by its hash without keeping it. Spaces, quotes, dashes and the closing do not
 * count.
 */
export function hashSentence(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, "-")
    .replace(/[\s\p{Cf}]+/gu, " ")
    .replace(/(?<![ .<])[ .<]+$/, "")
    .trim();
  return createHash("sha256").update(plain).digest("hex").slice(0, 16);
}

/** Blocks are in reading order. A line break in a text is a newline. */
export interface SourcePage {
  /** The first heading of the highest level. "" without headings. */
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

/** `line` is the first line of the block (1-based). */
export type PageBlock =
  | { readonly kind: "heading"; readonly line: number; readonly level: number; readonly text: string }
  /** `other` is code, which is not prose. */
  | { readonly kind: "paragraph" | "item" | "other"; readonly line: number; readonly text: string }
  /** A table with an empty `header` continues the one above. */
  | {
      readonly kind: "table";
      readonly line: number;
      readonly header: readonly string[];
      readonly rows: readonly TableRow[];
    };

/** A cell that spans all columns, or stands alone, is the only one of its row. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}
