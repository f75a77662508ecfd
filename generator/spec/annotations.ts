import type { Carried, Shape } from "./dialect.js";
import { toRelease } from "./promised.js";
import { capitalize } from "../text/words.js";
import { byRelease, type Release } from "../time/release.js";

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
