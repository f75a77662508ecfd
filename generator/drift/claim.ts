import type { Direction } from "../model/model.js";
import { dropArrays } from "../spec/values.js";
import type { Release } from "../time/release.js";

/** Where in a source something stands. */
export interface SourcePlace {
  /** The file, as it was named in the call. */
  readonly file: string;
  /** What the source calls itself: the title of a page, the namespace of a WSDL. */
  readonly title: string;
  /** The headings above it, outermost first, joined by " > "; "" at the top. */
  readonly section: string;
  /** From 1. */
  readonly line: number;
  /** Of a recording: which record of it, from 1. */
  readonly record?: number;
}

/** A sentence, a cell or a row of a source, which nothing but a printed report quotes. */
export interface Sentence {
  readonly text: string;
  readonly place: SourcePlace;
}

/** What a claim is about: a part of a body (`form.fields[].separator`), an event, a release. */
export interface Subject {
  /** `body`: of a request or of an answer; the source does not say which. */
  readonly side: Direction | "body" | "event" | "release";
  /** A path from the root of the body, with `[]` behind each array; the name of an event; a release. */
  readonly path: string;
  /** The events of whose bodies it is said; undefined: of all that have it. */
  readonly events?: readonly string[];
}

/** What a source's word for a type means, whatever its spelling there. */
export type ClaimedType =
  | "boolean"
  | "integer"
  | "int64"
  | "number"
  | "string"
  /** A string of whatever format: the source tells no formats apart. */
  | "text"
  | "uuid"
  | "date"
  | "date-time"
  | "null"
  | "object"
  | "array"
  | "array of objects"
  | "array of integers"
  | "array of strings";

/** What many of a type are; of one that nobody knows, too. */
export const toArray = (type: ClaimedType | undefined): ClaimedType =>
  (type === undefined ? undefined : arrays[type]) ?? "array";

const arrays: Partial<Record<ClaimedType, ClaimedType>> = {
  object: "array of objects",
  integer: "array of integers",
  int64: "array of integers",
  string: "array of strings",
  text: "array of strings",
};

/** One thing that a source says of a subject; `seen`: a body shows it, of whatever release. */
export type Statement =
  | { readonly about: "existence"; readonly seen?: true }
  /** Announced, for no release yet. */
  | { readonly about: "plan" }
  /** What is seen may be narrower than the type. */
  | { readonly about: "type"; readonly type: ClaimedType; readonly seen?: true }
  | { readonly about: "optional"; readonly optional: boolean; readonly seen?: true }
  | { readonly about: "since"; readonly release: Release }
  /**
   * Values of an enum: `all` of them, or some that there are among others, which may have come with a release. `unlisted`: how many
   * there are that the spec does not list, and that nobody may read, since a value may be a secret.
   */
  | {
      readonly about: "values";
      readonly values: readonly string[];
      readonly all: boolean;
      readonly since?: Release;
      readonly unlisted?: number;
      readonly seen?: true;
    }
  /** The only events whose requests or answers have it; `...` in a name stands for any letters. */
  | { readonly about: "events"; readonly events: readonly string[] }
  /** The day of a release, as `2024-11-19`. */
  | { readonly about: "date"; readonly date: string };

/** The most unlisted values that are told from one another. */
export const mostUnlisted = 20;

/** One statement of a source: the unit that is judged. */
export interface Claim {
  readonly subject: Subject;
  readonly says: Statement;
  readonly sentence: Sentence;
  /** In how many bodies it was seen. */
  readonly count?: number;
}

/** The name of a subject in `drift/reviewed.json`: `request sender.deviceType`. */
export const nameSubject = ({ side, path }: Pick<Subject, "side" | "path">): string => `${side} ${path}`;

/** The name of a claim there: `request sender.deviceType optional`. */
export const nameClaim = ({ subject, says }: NamedClaim): string => `${nameSubject(subject)} ${says.about}`;

interface NamedClaim {
  readonly subject: Pick<Subject, "side" | "path">;
  readonly says: Pick<Statement, "about">;
}

/** Under which a part is looked up: whether one of the names on its way is an array does not tell two parts apart. */
export const toKey = (subject: Pick<Subject, "side" | "path">): string => nameSubject(withoutArrays(subject));

/** A subject by the names on its way alone, without the marks of arrays. */
export const withoutArrays = <Of extends Pick<Subject, "path">>(subject: Of): Of => ({
  ...subject,
  path: dropArrays(subject.path),
});
