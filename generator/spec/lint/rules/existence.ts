import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { formatRelease } from "../../../time/release.js";
import { placeInside } from "../../pointer.js";
import { toRelease } from "../../promised.js";
import { readDates, type VisitedSpec } from "../visit-shapes.js";
import { listDated, listReleases, type Dated } from "./dates.js";

/** A part is not older than what it belongs to, does not outlive it, and is added before it is removed. */
export const partsLieWithinWholes = (spec: VisitedSpec): Problem[] =>
  listDated(spec).flatMap((dated) => [...tooEarly(dated), ...tooLate(dated), ...backwards(dated)]);

function tooEarly({ part, place, whole }: Dated): Problem[] {
  const { added } = readDates(part);
  if (added === undefined || whole.added === undefined || added >= whole.added) return [];
  const params = {
    release: formatRelease(added),
    parent: whole.label,
    parentRelease: formatRelease(whole.added),
  };
  return [report("older-than-parent", params, placeInside(place, "x-added-in"))];
}

function tooLate({ part, place, whole }: Dated): Problem[] {
  const { added, removed } = readDates(part);
  const end = whole.removed;
  if (end === undefined) return [];
  return [added, removed]
    .filter((date) => date !== undefined)
    .filter((date) => date > end || (date === end && date !== removed))
    .map((date) => {
      const params = { release: formatRelease(date), parent: whole.label, parentRelease: formatRelease(end) };
      return report("outlives-parent", params, place);
    });
}

function backwards({ part, place, whole }: Dated): Problem[] {
  const { added = whole.added, removed } = readDates(part);
  if (removed === undefined || removed > (added ?? -1)) return [];
  const params = { added: formatRelease(added ?? removed), removed: formatRelease(removed) };
  return [report("removed-before-added", params, placeInside(place, "x-removed-in"))];
}

/** An annotation dates something while it exists. Inside an old shape, where dates are clipped, it need not. */
export function datesLieWithin(spec: VisitedSpec): Problem[] {
  const current = listDated(spec).filter(({ place }) => !place.pointer.includes("/x-was/"));
  return current.flatMap(({ part, place, whole }) => {
    const { added = whole.added ?? -Infinity, removed = whole.removed ?? Infinity } = readDates(part);
    return listReleases(part)
      .filter(({ tokens: [keyword] }) => keyword !== "x-added-in" && keyword !== "x-removed-in")
      .filter(({ release }) => toRelease(release) < added || toRelease(release) >= removed)
      .map(({ release, tokens }) =>
        report("outside-life", { keyword: tokens[0], release }, placeInside(place, ...tokens)),
      );
  });
}
