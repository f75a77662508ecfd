import type { Model } from "../model/model.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { baseline, formatRelease, parseRelease, type Release } from "../schema/release.js";

/** The releases that a user's shops run: everything from `min` to `max`. */
export interface Fleet {
  readonly min: Release;
  readonly max: Release;
  /** How the user wrote it: `48..`, `48..59`, `..`. */
  readonly label: string;
  /** The releases in the range that can differ: the first, and each later one that changed something. */
  readonly steps: readonly Release[];
}

export interface FleetOptions {
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
}

/** The fleet that `--min-version` and `--max-version` name (versioning.md, "Releases" and "Views"). */
export function parseFleet(options: FleetOptions, model: Model): Outcome<Fleet> {
  const asked = [
    ["--min-version", options.minVersion] as const,
    ["--max-version", options.maxVersion] as const,
  ];
  const malformed = asked.filter(([, value]) => value !== undefined && parseRelease(value) === undefined);
  if (malformed.length > 0) {
    return failure(malformed.map(([option, value = ""]) => report("malformed-release", { option, value })));
  }
  const [lower, upper] = asked.map(([, value]) => (value === undefined ? undefined : parseRelease(value)));
  const latest = model.releases.at(-1)?.release ?? baseline;
  const min = lower ?? baseline;
  const max = upper ?? (Math.max(latest, min) as Release);
  if (min > max)
    return failure([report("empty-range", { min: formatRelease(min), max: formatRelease(max) })]);
  const ahead = [lower, upper].filter((release) => release !== undefined && release > latest).at(-1);
  const warnings =
    ahead === undefined
      ? stopsShort(options.maxVersion, model)
      : [report("ahead-of-spec", { release: formatRelease(ahead), latest: formatRelease(latest) })];
  return success(createFleet({ min, max, label: labelOf(lower, upper) }, model), warnings);
}

/** `59` is 59.0.0, which whoever writes it may not mean where 59.3.2 came after. */
function stopsShort(text: string | undefined, model: Model): Problem[] {
  const release = text === undefined ? undefined : parseRelease(text);
  if (release === undefined || text?.split(".").length === 3) return [];
  const start = `${formatRelease(release)}.`;
  const later = model.releases
    .map((known) => formatRelease(known.release))
    .filter((known) => known.startsWith(start));
  return later.length > 0 ? [report("stops-short", { release: formatRelease(release), later })] : [];
}

/** The fleet of shops that all run one release. */
export const fleetOf = (release: Release, model: Model): Fleet =>
  createFleet({ min: release, max: release, label: formatRelease(release) }, model);

const createFleet = (range: Omit<Fleet, "steps">, model: Model): Fleet => ({
  ...range,
  steps: [range.min, ...model.changes.filter((release) => range.min < release && release <= range.max)],
});

const labelOf = (min: Release | undefined, max: Release | undefined): string =>
  `${min === undefined ? "" : formatRelease(min)}..${max === undefined ? "" : formatRelease(max)}`;
