import type { Annotations } from "../spec/dialect.js";
import { optionalRelease } from "../spec/promised.js";
import { toList } from "../spec/annotations.js";
import { spanBetween, type Spans } from "../time/spans.js";
import type { Aside, Prose } from "./model.js";

/** When annotations say that something exists. */
export const readSpans = (part: Annotations): Spans =>
  spanBetween(optionalRelease(part["x-added-in"]), optionalRelease(part["x-removed-in"]));

/** The prose in annotations. */
export function readProse(part: Annotations): Prose {
  const since = optionalRelease(part["x-deprecated-in"]);
  const replacedBy = part["x-replaced-by"];
  return {
    description: part.description ?? "",
    notes: part["x-notes"] ?? [],
    errata: toList(part["x-erratum"]),
    ...((since ?? replacedBy) !== undefined && { deprecated: defined({ since, replacedBy }) }),
    ...defined({ setting: part["x-setting"], provenance: part["x-provenance"] }),
  };
}

/** Why annotations keep something out of every view. */
export function readAside(part: Annotations): Aside | undefined {
  const where = part["x-seen"];
  if (where !== undefined) return { kind: "seen", where };
  return part["x-planned"] === true ? { kind: "planned" } : undefined;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without its undefined properties. */
export const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
