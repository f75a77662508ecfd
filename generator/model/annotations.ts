import type { Annotations } from "../spec/dialect.js";
import { baseline, parseRelease, type Release } from "../time/release.js";
import type { Prose } from "./model.js";
import { spanBetween, type Spans } from "../time/spans.js";

/** When annotations say that something exists. */
export const spansOf = (part: Annotations): Spans =>
  spanBetween(optionalRelease(part["x-added-in"]), optionalRelease(part["x-removed-in"]));

/** What annotations tell a person. */
export function proseOf(part: Annotations): Prose {
  const since = optionalRelease(part["x-deprecated-in"]);
  const replacedBy = part["x-replaced-by"];
  const erratum = part["x-erratum"];
  return {
    description: part.description ?? "",
    notes: part["x-notes"] ?? [],
    errata:
      erratum === undefined
        ? []
        : Array.isArray(erratum)
          ? erratum
          : [erratum as Exclude<typeof erratum, readonly unknown[]>],
    ...((since ?? replacedBy) !== undefined && { deprecated: defined({ since, replacedBy }) }),
    ...defined({ setting: part["x-setting"], provenance: part["x-provenance"] }),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without its undefined properties. */
export const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;

/** The release that a text names, if it is there. */
export const optionalRelease = (text: string | undefined): Release | undefined =>
  text === undefined ? undefined : parseRelease(text);

/** The release that a text names, which lint has seen to. */
export const toRelease = (text: string): Release => parseRelease(text) ?? baseline;
