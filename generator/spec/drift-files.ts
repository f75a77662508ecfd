import type { CheckedSpec } from "./checked-spec.js";
import type { ParsedFile } from "./read/parse-source.js";
import { findFileKind, type FileKind } from "./spec-files.js";

/** A spec with what people have reviewed of its sources: what `lint` and `drift` read. The contract is complete without it. */
export interface ReviewedSpec extends CheckedSpec, ReviewFiles {}

/** The files of `drift/`. Each of them may be missing. */
export interface ReviewFiles {
  readonly reviewed: ReviewedFile;
  readonly soapNames: SoapNamesFile;
  readonly names: NamesFile;
}

/** Sorts the parsed files of `drift/`. */
export function sortReviews(files: readonly ParsedFile[]): ReviewFiles {
  const find = (kind: FileKind) => files.find(({ path }) => findFileKind(path) === kind)?.value;
  return {
    reviewed: (find("reviewed") as ReviewedFile | undefined) ?? { claims: [], sentences: [] },
    soapNames: (find("soap-names") as SoapNamesFile | undefined) ?? noSoapNames,
    names: (find("names") as NamesFile | undefined) ?? { names: [] },
  };
}

/** Of a spec that says nothing of a WSDL. */
export const noSoapNames: SoapNamesFile = {
  source: "",
  seenAs: "",
  roots: [],
  elements: {},
  leftOut: {},
  concerns: [],
};

/** What people have reviewed of the vendor's sources: `drift/reviewed.json`. It holds none of their sentences. */
export interface ReviewedFile {
  /** Claims that differ from the spec, or that the spec has and a source does not. */
  readonly claims: readonly ReviewedClaim[];
  /** Sentences that say no claim. */
  readonly sentences: readonly ReviewedSentence[];
}

export interface ReviewedClaim {
  /** What the source calls itself. */
  readonly source: string;
  /** The headings above it, joined by " > ". */
  readonly place?: string;
  /** Such as `request sender.deviceType optional`. */
  readonly claim: string;
  /** The hash of the sentence; left out where the source says nothing. */
  readonly hash?: string;
  /** The erratum that it is. */
  readonly erratum?: string;
  /** Why it may differ, in our words. */
  readonly why: string;
}

export interface ReviewedSentence {
  readonly source: string;
  readonly place?: string;
  /** What it explains: `request sender.deviceType`. Its description says it in our words. */
  readonly of?: string;
  readonly hash: string;
  /** What it says, in our words, and where the spec has it; left out where the description of `of` says it. */
  readonly words?: string;
}

/** How a WSDL names what bodies have: `drift/soap-names.json`. */
export interface SoapNamesFile {
  /** What the source is called in `sources.json`. */
  readonly source: string;
  /** How `x-seen` names it, before the release. */
  readonly seenAs: string;
  readonly roots: readonly SoapRoot[];
  /** Elements that are elsewhere in JSON, by `Type.element`. */
  readonly elements: Readonly<Record<string, SoapElement>>;
  /** Types, and elements as `Type.element`, that are none of the bodies' business, and why. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** Parts of names: a type with one of them that no body has, and that is not left out, is news. */
  readonly concerns: readonly string[];
}

/** A type that is a body, or the part of one at `path`. An enum is what `path` holds, or the events. */
export interface SoapRoot {
  readonly type: string;
  readonly side: "request" | "response" | "event";
  /** "" is the whole body, or all events. */
  readonly path: string;
}

export interface SoapElement {
  /** From where its type is, with `/` between steps; `..` leads out. */
  readonly path: string;
  readonly erratum?: string;
  readonly why: string;
}

/** How the vendor's prose calls parts of bodies, where it names no path: `drift/names.json`. */
export interface NamesFile {
  readonly names: readonly {
    /** In small letters, in whatever language. */
    readonly called: readonly string[];
    /** Such as `response dialog.dialogOptions[]`; several where the prose names them in one breath. */
    readonly parts: readonly string[];
    /** Whether what follows the name is a value of the part. */
    readonly ofValues?: boolean;
  }[];
}
