import type { Album } from "../lattice/album.js";
import type { Model } from "../model/model.js";
import { formatRelease, type Release } from "../time/release.js";
import { fleetBetween } from "../diff/way.js";
import { createSides, type Side } from "../diff/side.js";
import { listFleet, type Coverage, type Fleet } from "../time/fleet.js";
import { covers, existsInEvery, type Spans } from "../time/spans.js";
import { objectsIn, type ObjectTree } from "../lattice/tree.js";
import { propertyAt } from "./history.js";
import { listNames, type EventProperty } from "./event-properties.js";

/** How much of a fleet has a property, and which option would choose a fleet that has it everywhere. */
export interface FleetAvailability {
  readonly inFleet: Coverage;
  /** Why not in every shop: some run a release without it, or no value of it works in all of them. */
  readonly reason: "time" | "nothing-common" | undefined;
  /** The option that chooses such a fleet. */
  readonly flag: string | undefined;
}

/** How much of the fleet has the same property of several events, which exists in these spans. */
export function findAvailability(
  properties: readonly EventProperty[],
  exists: Spans,
  fleet: Fleet,
  album: Album,
): FleetAvailability {
  const toSide = createSides(album);
  const { model } = album;
  if (isEverywhere(properties, toSide(fleet), model))
    return { inFleet: "every shop", reason: undefined, flag: undefined };
  const some = fleet.releases.some((release) =>
    isEverywhere(properties, toSide(fleetBetween(model, release, release)), model),
  );
  return {
    inFleet: some ? "some shops" : "no shop",
    reason: existsInEvery(exists, fleet.releases) ? "nothing-common" : "time",
    flag: flagFor((other) => isEverywhere(properties, toSide(other), model), fleet, model),
  };
}

/**
 * Whether some event has the property in every shop that has its holder. The holder of a part of the envelope is every
 * shop's, even if the event came later.
 */
const isEverywhere = (properties: readonly EventProperty[], side: Side, { envelope }: Model): boolean =>
  properties.some((property) => {
    const { event, direction } = property;
    const root = side.events.get(event)?.[direction];
    const names = listNames(property);
    if (!root || !propertyAt(root, names)) return false;
    const isShared = envelope[direction].properties.some(({ name }) => name === names[0]);
    return names.every((_, i) => {
      const path = names.slice(0, i + 1);
      const holder = i === 0 && isShared ? side.fleet.spans : existenceOfHolder(root, path);
      return covers(propertyAt(root, path)?.exists ?? [], holder);
    });
  });

function existenceOfHolder(root: ObjectTree, names: readonly string[]): Spans {
  const holder = propertyAt(root, names.slice(0, -1));
  if (!holder) return root.exists;
  const last = names.at(-1) ?? "";
  return objectsIn(holder.type).find(({ properties }) => properties.has(last))?.exists ?? [];
}

/** The option with the smallest change after which every shop has it: a higher minimum, otherwise a lower maximum. */
function flagFor(has: (fleet: Fleet) => boolean, fleet: Fleet, model: Model): string | undefined {
  const { min, max } = fleet;
  const later = model.changes
    .filter((release) => release > min)
    .map((release) => from(release, fleet, model));
  const earlier = model.changes
    .filter((release) => min <= release && release < max)
    .map((release) => upTo(release, fleet, model));
  const found = later.find((other) => has(other.fleet)) ?? earlier.findLast((other) => has(other.fleet));
  return found?.flag;
}

/** A fleet that differs from another one at one end, and the option that asks for it. */
interface OtherFleet {
  readonly fleet: Fleet;
  readonly flag: string;
}

/** The fleet after all older shops have moved to a release. */
export function from(release: Release, { max, releases, isList }: Fleet, model: Model): OtherFleet {
  if (isList) return listed([release, ...releases.filter((each) => each > release)], model);
  const fleet = fleetBetween(model, release, Math.max(release, max) as Release);
  return { fleet, flag: `--min-version ${formatRelease(release)}` };
}

function upTo(release: Release, { min, releases, isList }: Fleet, model: Model): OtherFleet {
  if (isList) return listed([release, ...releases.filter((each) => each < release)], model);
  return { fleet: fleetBetween(model, min, release), flag: `--max-version ${formatRelease(release)}` };
}

function listed(releases: readonly [Release, ...Release[]], model: Model): OtherFleet {
  const fleet = listFleet(releases, model);
  return { fleet, flag: `--versions ${fleet.releases.map(formatRelease).join(",")}` };
}
