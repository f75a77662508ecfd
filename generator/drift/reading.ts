import type { Outcome } from "../problem/problem.js";
import type { NamesFile, SoapNamesFile } from "../spec/dialect.js";
import type { Release } from "../time/release.js";
import type { Claim, Sentence, Subject } from "./claim.js";
import type { Known } from "./judge/known.js";

/** What kind of source a reader reads. */
export type SourceKind = "definitions" | "release notes" | "WSDL" | "traffic";

/** A file, as its bytes come. */
export interface Source {
  /** As it was named in the call. */
  readonly file: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What a reader made of one source. Every row and every sentence of it is in `claims` or in `remarks`, or in both. */
export interface Reading {
  readonly kind: SourceKind;
  /** As it was named in the call. */
  readonly file: string;
  /** What the source calls itself. */
  readonly title: string;
  readonly claims: readonly Claim[];
  readonly remarks: readonly Remark[];
  /** How many rows, list items and sentences there were. */
  readonly count: number;
  /** The newest release that it names. */
  readonly newest?: Release;
  /** The day that it gives itself, as `2024-11-19`. */
  readonly date?: string;
  /** Whether it lists all there is, or all parts without their history, so that what it does not say has vanished from it. */
  readonly lists: "everything" | "parts" | "some";
  /** How `x-seen` names the source, before a release: what was seen there is no news there. */
  readonly seenAs?: string;
}

/** A sentence that says no claim: a person has reviewed it, or it is unread. */
export interface Remark {
  readonly sentence: Sentence;
  /** What it explains, if it stands in the row of that. */
  readonly of?: Subject;
  /** Why it could not be read, if it should have been: an unknown word for a type, a column without a name. */
  readonly unread?: string;
}

/** One kind of source. */
export interface Reader {
  readonly kind: SourceKind;
  /** Whether a file is for this reader, from its name and the beginning of its text. */
  readonly recognizes: (file: string, beginning: string) => boolean;
  /** A hostile or broken source is a failure, with the line. */
  readonly read: (source: Source, context: ReaderContext) => Promise<Outcome<Reading>>;
}

/** What a reader may have to know of the spec. */
export interface ReaderContext {
  readonly soapNames: SoapNamesFile;
  /** What says which event a body is of, under which name it has a part, and which of its values are words of the spec. */
  readonly known: Known;
  readonly names: NamesFile;
}
