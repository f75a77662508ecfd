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
 * The spec's files after the meta-schemas accepted them, in the dialect of `spec/README.md`. The meta-schemas in
 * `spec/dialect/` document each part, and the build derives the types from them.
 */
// eslint-disable-next-line no-restricted-syntax -- The build writes the types into a file that nobody reads.
export type * from "../../../build/contract/dialect.js";

export type DialectFiles = Required<Dialect>;
export type TextFormat = NonNullable<Shape["x-format-hint"]>;
export type StartAnswer = StartFile["answer"];
/** A note of a flow, or the text of a step, which may have no provenance. */
export type FlowNote = Pick<FlowStepFile, "text" | "provenance">;

/** The certainty that something works, highest first. */
export const standings = [
  "documented",
  "general",
  "seen",
  "unknown",
  "contradicted",
] as const satisfies readonly Standing[];
export type StandingEntry = Pick<TakesEntry, "standing" | "basis">;

/** The target of a step that may interrupt others: it continues where the flow would have gone without it. */
export const back = "back";

export const toRelease = (text: string): Release =>
  defined(parseRelease(text), `the dialect accepts no text as a release that names none (${text})`);

export const optionalRelease = (text: string | undefined): Release | undefined =>
  text === undefined ? undefined : toRelease(text);

/** The releases at which a property became required (`to: true`) or optional, in order. */
export function listSwitches(
  part: Pick<Carried, "x-required-since" | "x-optional-since">,
): { at: Release; to: boolean }[] {
  const to = (value: boolean, texts: readonly string[]) =>
    texts.map((text) => ({ at: toRelease(text), to: value }));
  return [...to(true, toList(part["x-required-since"])), ...to(false, toList(part["x-optional-since"]))].sort(
    (a, b) => byRelease(a.at, b.at),
  );
}

export const hasType = ({ type = [] }: Shape, ...kinds: readonly string[]): boolean =>
  [type].flat().some((kind) => kinds.includes(kind));

export const toList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** The list that an object is in: `carries` for requests, `answers` for answers. */
export type ObjectRole = "carries" | "answers";

export const variantTitle = (event: string, role: ObjectRole, title: string): string =>
  `${capitalize(event)}${role === "carries" ? title : "Answer"}`;

export const listVariantEvents = (property: Shape, role: ObjectRole): readonly string[] =>
  role === "answers" ? (property["x-only-for"] ?? []) : Object.keys(property["x-optional-for"] ?? {});
