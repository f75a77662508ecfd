import { byRelease, type Release } from "../time/release.js";
import type { Carried } from "./dialect.js";
import { toRelease } from "./promised.js";

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
