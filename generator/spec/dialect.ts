import type * as written from "../../build/contract/dialect.js";
import { capitalize } from "../text/words.js";
import { byRelease, parseRelease, type Release } from "../time/release.js";
import { promised } from "./values.js";

/**
 * The spec's files as they are written, after the meta-schemas accepted them: the dialect of `spec/README.md`. What each part means stands
 * in the meta-schemas in `spec/dialect/`, of which the build makes the types.
 */
type Read<T> = T extends readonly (infer Item)[]
  ? readonly Read<Item>[]
  : T extends object
    ? { readonly [Key in keyof T as Exclude<Key, "$schema">]: Read<T[Key]> }
    : T;

/** Without the other keys that a meta-schema seems to allow where it says only which ones are required together. */
type Closed<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };

/** The files by their kinds. */
export type DialectFiles = Required<Omit<Read<written.Dialect>, "example">> & {
  readonly example: ExampleFile;
};

export type Provenance = Read<written.Provenance>;
export type Erratum = Read<written.Erratum>;
export type Note = Read<written.Note>;
export type Annotations = Read<written.Annotations>;
/** The formats that a text may have. */
export type TextFormat = NonNullable<Shape["x-format-hint"]>;
/** A shape: what a value may be. Every property, item, alternative and object file is one. */
export type Shape = Read<written.Shape>;
/** An entry of `carries` or `answers`: an object of the event, with annotations of its own. */
export type Carried = Read<written.Carried>;

export type EventFile = Read<written.EventFile>;
export type TillActName = written.TillActName;
export type StartFile = Read<written.StartFile>;
export type StartAnswer = StartFile["answer"];
export type EnvelopeFile = Read<written.EnvelopeFile>;
export type StoryFile = Read<written.StoryFile>;
export type ReleaseEntry = Read<written.ReleaseEntry>;
export type SourcesFile = Read<written.SourcesFile>;
export type SourceEntry = Read<written.SourceEntry>;
export type QuestionEntry = Read<written.QuestionEntry>;
export type OpenInSamples = Read<written.OpenInSamples>;
export type ExampleFile = Read<Closed<written.ExampleFile>>;
export type SampleBodyName = written.SampleBodyName;
export type TermEntry = Read<written.TermEntry>;
export type SynonymEntry = Read<written.SynonymEntry>;
export type SendsEntry = Read<written.SendsEntry>;
export type ProductEntry = Read<written.ProductEntry>;

export type FlowFile = Read<written.FlowFile>;
export type FlowStepFile = Read<written.FlowStepFile>;
export type FlowEdgeFile = Read<written.FlowEdgeFile>;
export type FlowCall = Read<written.FlowCall>;
export type FlowEnd = Read<written.FlowEnd>;
export type FlowNote = Pick<FlowStepFile, "text" | "provenance">;
/** What a body has to contain, see `contains`. */
export type BodyPart = Read<written.BodyPart>;

export type TaskFile = Read<written.TaskFile>;
export type SubscriptionsFile = Read<written.SubscriptionsFile>;
export type SettingEntry = Read<written.SettingEntry>;

export type ReviewedFile = Read<written.ReviewedFile>;
export type ReviewedClaim = Read<written.ReviewedClaim>;
export type ReviewedSentence = Read<Closed<written.ReviewedSentence>>;
export type SoapNamesFile = Read<written.SoapNamesFile>;
export type SoapRoot = Read<written.SoapRoot>;
export type NamesFile = Read<written.NamesFile>;

/** How well it is known that something works, best first. */
export const standings = [
  "documented",
  "seen",
  "unknown",
  "contradicted",
] as const satisfies readonly Standing[];
export type Standing = written.Standing;
/** A standing, and what it rests on. */
export type StandingEntry = Pick<Read<written.TakesEntry>, "standing" | "basis">;

/** Where a step leads that came between others: to what would have come without it. */
export const back = "back";

/** The release that a text of a checked file names. */
export const toRelease = (text: string): Release =>
  promised(parseRelease(text), `the dialect accepts no text as a release that names none (${text})`);

/** The release that a text of a checked file names; undefined without a text. */
export const optionalRelease = (text: string | undefined): Release | undefined =>
  text === undefined ? undefined : toRelease(text);

/** The releases at which a property became required (`to: true`) or optional, ascending. */
export function listSwitches(
  part: Pick<Carried, "x-required-since" | "x-optional-since">,
): { at: Release; to: boolean }[] {
  const to = (value: boolean, texts: readonly string[]) =>
    texts.map((text) => ({ at: toRelease(text), to: value }));
  return [...to(true, toList(part["x-required-since"])), ...to(false, toList(part["x-optional-since"]))].sort(
    (a, b) => byRelease(a.at, b.at),
  );
}

/** Whether a shape may have values of one of these kinds. */
export const hasType = ({ type = [] }: Shape, ...kinds: readonly string[]): boolean =>
  [type].flat().some((kind) => kinds.includes(kind));

/** The values of an annotation that may be written as one value or as a list. */
export const toList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

type Role = "carries" | "answers";

/** The title of an object as one event has it, where that is not as other events have it. */
export const heirTitle = (event: string, role: Role, title: string): string =>
  `${capitalize(event)}${role === "carries" ? title : "Answer"}`;

/** The events that have a property of an object in a way of their own. */
export const listHeirs = (property: Shape, role: Role): readonly string[] =>
  role === "answers" ? (property["x-only-for"] ?? []) : Object.keys(property["x-optional-for"] ?? {});
