import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { parseRelease } from "../../../time/release.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { placeInside } from "../../pointer.js";
import { toRelease } from "../../promised.js";
import type { VisitedSpec } from "../visit-shapes.js";
import { listDated, listReleases } from "./dates.js";

/** `releases.json` ascends. */
export function releasesAscend(spec: LinkedSpec): Problem[] {
  return spec.releases.flatMap(({ release }, index) => {
    const previous = spec.releases[index - 1]?.release;
    const place = { file: "releases.json", pointer: `/releases/${index}/release` };
    return previous !== undefined && toRelease(previous) >= toRelease(release)
      ? [report("release-order", { release, previous }, place)]
      : [];
  });
}

/** An annotation names releases that `releases.json` lists. */
export function releasesAreListed(spec: VisitedSpec): Problem[] {
  if (spec.releases.length === 0) return []; // the file is missing or broken, which has been reported
  const listed = new Set(spec.releases.map(({ release }) => parseRelease(release)));
  return listDated(spec).flatMap(({ part, place }) =>
    listReleases(part)
      .filter(({ release }) => !listed.has(toRelease(release)))
      .map(({ release, tokens }) => report("unlisted-release", { release }, placeInside(place, ...tokens))),
  );
}

/** What lies beyond the sources begins before it ends. */
export function beyondAscends({ sources }: LinkedSpec): Problem[] {
  const beyond = sources?.seenBeyond;
  if (!beyond || toRelease(beyond.from) <= toRelease(beyond.to)) return [];
  const place = { file: "sources.json", pointer: "/seenBeyond/to" };
  return [report("invalid-value", { expected: "must be `from` or a later release" }, place)];
}
