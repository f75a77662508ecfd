import type { Model } from "../model/model.js";
import { isInFleet, type Fleet } from "../time/fleet.js";
import { baseline, formatRelease } from "../time/release.js";

/** The oldest and the newest release of a fleet that are known; if it has none, the newest of all. */
export function listReleasesToPlay(fleet: Fleet, { releases }: Model): readonly string[] {
  const known = releases.map(({ release }) => release);
  const newest = known.at(-1) ?? baseline;
  const oldest = fleet.min > baseline && fleet.min <= newest ? [fleet.min] : [];
  const inFleet = [...oldest, ...known.filter((release) => isInFleet(release, fleet))];
  const ends = [inFleet.at(0) ?? newest, inFleet.at(-1) ?? newest];
  return [...new Set(ends)].map(formatRelease);
}
