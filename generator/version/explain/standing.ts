import type { Model } from "../../model/model.js";
import { formatRelease, type Release } from "../../schema/release.js";
import { fleetBetween } from "../diff/moments.js";
import { createSides, type Side } from "../diff/side.js";
import type { Fleet } from "../fleet.js";
import { isWithin } from "../spans.js";
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
    flag: flagFor(
      (range) => isEverywhere(spots, sideOf(fleetBetween(model, range.min, range.max))),
      fleet,
      model,
    ),
  };
}

/** Whether some event has it in every shop of the side that knows the event. */
const isEverywhere = (spots: readonly Spot[], side: Side): boolean =>
  spots.some((spot) => {
    const root = side.events.get(spot.event)?.[spot.direction];
    const names = namesOf(spot);
    if (!root || !propertyAt(root, names)) return false;
    return names.every((_, i) => {
      const property = propertyAt(root, names.slice(0, i + 1));
      return property?.steps.length === root.steps.length;
    });
  });

const reasonFor = ({ lives }: Times, { steps }: Fleet): Standing["reason"] =>
  steps.every((step) => isWithin(step, lives)) ? "nothing-common" : "life";

/** The smallest step up from the oldest shop, else down from the newest, after which every shop has it. */
function flagFor(
  has: (range: { min: Release; max: Release }) => boolean,
  { min, max }: Fleet,
  { changes }: Model,
): string | undefined {
  const floor = changes.find(
    (release) => release > min && has({ min: release, max: Math.max(release, max) as Release }),
  );
  if (floor !== undefined) return `--min-version ${formatRelease(floor)}`;
  const ceiling = changes.findLast(
    (release) => release < max && release >= min && has({ min, max: release }),
  );
  return ceiling === undefined ? undefined : `--max-version ${formatRelease(ceiling)}`;
}
