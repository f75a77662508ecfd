import type { Annotations } from "../spec/dialect.js";
import { optionalRelease } from "../spec/promised.js";
import { toList } from "../spec/switches.js";
import { baseline, type Release } from "../time/release.js";
import type { Life } from "../time/spans.js";
import type { Prose } from "./model.js";

/** The life that annotations give something. */
export const lifeOf = (part: Annotations): Life =>
  defined({ added: optionalRelease(part["x-added-in"]), removed: optionalRelease(part["x-removed-in"]) });

/** The time that two lives share. */
export const within = (a: Life, b: Life): Life =>
  defined({
    added: a.added === undefined ? b.added : (Math.max(a.added, b.added ?? baseline) as Release),
    removed: a.removed === undefined ? b.removed : (Math.min(a.removed, b.removed ?? Infinity) as Release),
  });

/** What annotations tell a person. */
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

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without its undefined properties. */
export const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
