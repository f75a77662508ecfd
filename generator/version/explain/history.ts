import type { Model } from "../../model/model.js";
import { baseline, type Release } from "../../schema/release.js";
import { livesAt, takeSnapshot } from "../snapshot.js";
import type { ObjectTree, PropertyTree, Tree } from "../tree.js";
import { namesOf, type Spot } from "./spots.js";

/** From when until when something exists; undefined: from the first release on, or still. */
export interface Times {
  readonly since: Release | undefined;
  readonly removed: Release | undefined;
}

/** When any of these events has the property. */
export function timesOf(spots: readonly Spot[], model: Model): Times {
  const history = [baseline, ...model.changes].map((release) => {
    const snapshot = takeSnapshot(release);
    const isThere = spots.some((spot) => {
      const event = model.events.find(({ name }) => name === spot.event);
      return (
        event &&
        livesAt(event.life, release) &&
        propertyAt(snapshot.object(event[spot.direction]), namesOf(spot))
      );
    });
    return { release, isThere };
  });
  const first = history.find(({ isThere }) => isThere)?.release;
  const last = history.findLast(({ isThere }) => isThere)?.release ?? baseline;
  return {
    since: first === baseline ? undefined : first,
    removed: first === undefined ? undefined : history.find(({ release }) => release > last)?.release,
  };
}

/** The property that these names lead to, through objects and arrays of them. */
export function propertyAt(root: ObjectTree, names: readonly string[]): PropertyTree | undefined {
  const [name = "", ...rest] = names;
  const property = root.properties.get(name);
  if (!property || rest.length === 0) return property;
  return objectsIn(property.type)
    .map((object) => propertyAt(object, rest))
    .find((found) => found !== undefined);
}

const objectsIn = (tree: Tree): ObjectTree[] => [
  ...(tree.object ? [tree.object] : []),
  ...(tree.array?.items ? objectsIn(tree.array.items) : []),
];
