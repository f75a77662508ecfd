import type {
  Carried,
  Dialect,
  FlowStepFile,
  Shape,
  Standing,
  StartFile,
  TakesEntry,
} from "../../../build/contract/dialect.js";
import { capitalize } from "../../base/text/words.js";
import { byRelease, parseRelease, type Release } from "../../base/time/release.js";
import { defined } from "./values.js";

/**
 * The spec's files as they are written, after the meta-schemas accepted them: the dialect of `spec/README.md`. What each part means stands
 * in the meta-schemas in `spec/dialect/`, of which the build makes the types.
 */
// eslint-disable-next-line no-restricted-syntax -- The build declares them; nobody reads that file.
export type * from "../../../build/contract/dialect.js";

/** The files by their kinds. */
export type DialectFiles = Required<Dialect>;
/** The formats that a text may have. */
export type TextFormat = NonNullable<Shape["x-format-hint"]>;
export type StartAnswer = StartFile["answer"];
/** A note of a flow, or the text of a step, which may have no provenance. */
export type FlowNote = Pick<FlowStepFile, "text" | "provenance">;

/** How well it is known that something works, best first. */
export const standings = [
  "documented",
  "general",
  "seen",
  "unknown",
  "contradicted",
] as const satisfies readonly Standing[];
/** A standing, and what it rests on. */
export type StandingEntry = Pick<TakesEntry, "standing" | "basis">;

/** Where a step leads that came between others: to what would have come without it. */
export const back = "back";

/** Stands for a description that is not written yet. */
export const notDescribed = "Not described yet.";

/** The release that a text of a checked file names. */
export const toRelease = (text: string): Release =>
  defined(parseRelease(text), `the dialect accepts no text as a release that names none (${text})`);

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

/** The list of an event or the envelope that an object is in: objects of requests, or of answers. */
export type ObjectRole = "carries" | "answers";

/** The title of an object as one event has it, where that is not as other events have it. */
export const variantTitle = (event: string, role: ObjectRole, title: string): string =>
  `${capitalize(event)}${role === "carries" ? title : "Answer"}`;

/** The events that have a property of an object in a way of their own. */
export const listVariantEvents = (property: Shape, role: ObjectRole): readonly string[] =>
  role === "answers" ? (property["x-only-for"] ?? []) : Object.keys(property["x-optional-for"] ?? {});
