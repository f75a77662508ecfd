import type { Model } from "../model/model.js";
import { formatRelease, type Release } from "../time/release.js";
import { fleetBetween } from "../diff/moments.js";
import { createSides, type Side } from "../diff/side.js";
import { listFleet, type Fleet } from "../time/fleet.js";
import { isWithin } from "../time/spans.js";
import { objectsIn, type ObjectTree } from "../lattice/tree.js";
import { propertyAt, type Times } from "./history.js";
import { namesOf, type Spot } from "./spots.js";

/** How a fleet stands to a property: whether every shop, some or none of them has it, and what would change that. */
export interface Standing {
  readonly inFleet: "every shop" | "some shops" | "no shop";
  /** Why not in every shop: some run a release at which it is not there, or they have nothing in common. */
  readonly reason: "life" | "nothing-common" | undefined;
  /** The option that would let it in. */
  readonly flag: string | undefined;
}

const everywhere: Standing = { inFleet: "every shop", reason: undefined, flag: undefined };

/** How the fleet stands to the same property of several events. */
export function standingOf(spots: readonly Spot[], times: Times, fleet: Fleet, model: Model): Standing {
  const sideOf = createSides(model);
  if (isEverywhere(spots, sideOf(fleet))) return everywhere;
  const some = fleet.steps.some((step) => isEverywhere(spots, sideOf(fleetBetween(model, step, step))));
  return {
    inFleet: some ? "some shops" : "no shop",
    reason: reasonFor(times, fleet),
    flag: flagFor((other) => isEverywhere(spots, sideOf(other)), fleet, model),
  };
}

/**
 * Whether some event has it in every shop that has what holds it; what every event may have is held by all shops, though
 * an event came later.
 */
const isEverywhere = (spots: readonly Spot[], side: Side): boolean =>
  spots.some((spot) => {
    const root = side.events.get(spot.event)?.[spot.direction];
    const names = namesOf(spot);
    if (!root || !propertyAt(root, names)) return false;
    const isOwn = root.model.properties.some(({ name }) => name === names[0]);
    return names.every((_, i) => {
      const property = propertyAt(root, names.slice(0, i + 1));
      const steps =
        i === 0 ? (isOwn ? root.steps : side.fleet.steps) : stepsOfHolder(root, names.slice(0, i + 1));
      return steps.every((step) => property?.steps.includes(step));
    });
  });

const stepsOfHolder = (root: ObjectTree, names: readonly string[]): readonly Release[] => {
  const holder = propertyAt(root, names.slice(0, -1));
  const last = names.at(-1) ?? "";
  return holder
    ? (objectsIn(holder.type).find(({ properties }) => properties.has(last))?.steps ?? [])
    : root.steps;
};

const reasonFor = ({ lives }: Times, { steps }: Fleet): Standing["reason"] =>
  steps.every((step) => isWithin(step, lives)) ? "nothing-common" : "life";

/** The smallest step up from the oldest shop, else down from the newest, after which every shop has it. */
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

/** The fleet without shops that are older than a release, to which they go. */
export function from(release: Release, { max, steps, isList }: Fleet, model: Model): OtherFleet {
  if (isList) return listed([release, ...steps.filter((step) => step > release)], model);
  const fleet = fleetBetween(model, release, Math.max(release, max) as Release);
  return { fleet, flag: `--min-version ${formatRelease(release)}` };
}

function upTo(release: Release, { min, steps, isList }: Fleet, model: Model): OtherFleet {
  if (isList) return listed([...steps.filter((step) => step < release), release], model);
  return { fleet: fleetBetween(model, min, release), flag: `--max-version ${formatRelease(release)}` };
}

const listed = (releases: readonly Release[], model: Model): OtherFleet => ({
  fleet: listFleet(releases, model),
  flag: `--versions ${releases.map(formatRelease).join(",")}`,
});
