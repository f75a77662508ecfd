import type { Model, ObjectModel, PropertyModel, TypeModel } from "../model/model.js";
import type { Direction } from "../model/model.js";

/** A property as one event holds it: the way to it from the root of the request, or of the answer. */
export interface Spot {
  readonly direction: Direction;
  readonly event: string;
  readonly chain: readonly PropertyModel[];
  /** The titles of the objects that hold each property of the chain. */
  readonly holders: readonly string[];
  /** As a person writes it: `form.fields[].separator`. */
  readonly path: string;
}

/** Every property of every event, whenever it existed, planned ones included. */
export const findSpots = (model: Model): readonly Spot[] =>
  model.events.flatMap(({ name, request, response }) => [
    ...spotsIn(request, { direction: "request", event: name, chain: [], holders: [], path: "" }),
    ...spotsIn(response, { direction: "response", event: name, chain: [], holders: [], path: "" }),
  ]);

function spotsIn(object: ObjectModel, holder: Spot): Spot[] {
  return object.properties.flatMap((property) => {
    const spot = {
      ...holder,
      chain: [...holder.chain, property],
      holders: [...holder.holders, object.title],
      path: holder.path === "" ? property.name : `${holder.path}.${property.name}`,
    };
    return [
      spot,
      ...unique(
        below(property).flatMap(({ object, suffix }) =>
          spotsIn(object, { ...spot, path: spot.path + suffix }),
        ),
      ),
    ];
  });
}

interface Below {
  readonly object: ObjectModel;
  /** `[]` for each array on the way. */
  readonly suffix: string;
}

/** The objects that a property holds or held, the plain one before those in arrays. */
const below = ({ eras }: PropertyModel): Below[] =>
  [...eras]
    .reverse()
    .flatMap(({ type }) => objectsIn(type, ""))
    .sort((a, b) => a.suffix.length - b.suffix.length);

const objectsIn = (type: TypeModel, suffix: string): Below[] =>
  type.flatMap(({ kind }) => {
    if (kind.kind === "object") return [{ object: kind.object, suffix }];
    return kind.kind === "array" ? objectsIn(kind.items, `${suffix}[]`) : [];
  });

/** An object that may stand alone or in an array counts once. */
const unique = (spots: readonly Spot[]): Spot[] => {
  const byNames = new Map<string, Spot>();
  for (const spot of spots) {
    const key = namesOf(spot).join(".");
    if (!byNames.has(key)) byNames.set(key, spot);
  }
  return [...byNames.values()];
};

/** The names on the way to a spot, without its arrays. */
export const namesOf = ({ chain }: Spot): readonly string[] => chain.map(({ name }) => name);

/** The same property at the same path, in however many events. */
export type SpotGroup = readonly [Spot, ...Spot[]];

/** Spots that differ in their event only, together. */
export function groupSpots(spots: readonly Spot[]): readonly SpotGroup[] {
  const groups = new Map<string, [Spot, ...Spot[]]>();
  for (const spot of spots) {
    const key = `${spot.direction} ${spot.path}`;
    const known = groups.get(key);
    if (known) known.push(spot);
    else groups.set(key, [spot]);
  }
  return [...groups.values()];
}
