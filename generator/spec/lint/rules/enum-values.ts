import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import { suggest } from "../../../text/words.js";
import { baseline, formatRelease, type Release } from "../../../time/release.js";
import type { Shape } from "../../dialect.js";
import { placeInside } from "../../pointer.js";
import { optionalRelease, toRelease } from "../../promised.js";
import type { Visit, VisitedSpec } from "../visit.js";
import { ownEntry } from "../../values.js";

/** Enum annotations name values of the enum, and some value exists at every release. */
export function enumsHaveValues(spec: VisitedSpec): Problem[] {
  return spec.visits.flatMap(({ shape, place, span }) => [
    ...unknownValues(shape, place),
    ...backwardValues(shape, place),
    ...findEmpty(shape, span).map((release) => report("empty-enum", { release }, placeInside(place, "enum"))),
  ]);
}

const valueKeywords = [
  "x-enum-added-in",
  "x-enum-removed-in",
  "x-enum-descriptions",
  "x-enum-advice",
] as const;

function unknownValues(shape: Shape, place: Place): Problem[] {
  const values = shape.enum ?? [];
  return valueKeywords.flatMap((keyword) =>
    Object.keys(shape[keyword] ?? {})
      .filter((value) => !values.includes(value))
      .map((value) => {
        const params = { keyword, value, suggestion: suggest(value, values) };
        return report("unknown-enum-value", params, placeInside(place, keyword));
      }),
  );
}

/** Values that were removed before they were added. */
function backwardValues(shape: Shape, place: Place): Problem[] {
  return Object.entries(shape["x-enum-removed-in"] ?? {}).flatMap(([value, removed]) => {
    const added = Object.entries(shape["x-enum-added-in"] ?? {}).find(([name]) => name === value)?.[1];
    if (added === undefined || toRelease(added) < toRelease(removed)) return [];
    const at = placeInside(place, "x-enum-removed-in", value);
    return [report("removed-before-added", { added, removed }, at)];
  });
}

/** The first moment in the span of an enum at which none of its values exists. */
function findEmpty(shape: Shape, { from, until }: Visit["span"]): string[] {
  if (shape.enum === undefined || shape["x-open"] === true) return [];
  const spans = shape.enum.map((value) => ({
    added: readDate(shape["x-enum-added-in"], value) ?? baseline,
    removed: readDate(shape["x-enum-removed-in"], value) ?? (Infinity as Release),
  }));
  const moments = [from, ...spans.map(({ removed }) => removed)].filter((at) => from <= at && at < until);
  const empty = moments.find((at) => !spans.some(({ added, removed }) => added <= at && at < removed));
  if (empty === undefined) return [];
  return [empty === baseline ? "the first release" : `v${formatRelease(empty)}`];
}

const readDate = (dates: Readonly<Record<string, string>> | undefined, value: string): Release | undefined =>
  optionalRelease(ownEntry(dates, value));
