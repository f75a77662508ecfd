import { isEmpty, type ObjectTree, type PropertyTree } from "../../lattice/tree.js";
import { covers } from "../../time/spans.js";
import { found, type Finding } from "../change.js";
import { compareProse } from "./compare-prose.js";
import { compareTypes } from "./compare-types.js";
import type { Comparer } from "./comparer.js";

/** What an object says of a name: it describes a property, takes anything under it, or takes nothing. */
export interface Presence {
  readonly holder: ObjectTree;
  readonly property: PropertyTree | undefined;
  /** Whether the object takes anything under this name. */
  readonly undescribed: boolean;
}

/** What an object says of a name. A property whose type is empty stands there only to be refused. */
export function presenceIn(holder: ObjectTree, name: string): Presence {
  const property = holder.properties.get(name);
  if (!property) return { holder, property, undescribed: holder.open };
  return { holder, property: isEmpty(property.type) ? undefined : property, undescribed: false };
}

/** What changed in what an object says of a name. */
export function comparePresence(old: Presence, now: Presence, comparer: Comparer): readonly Finding[] {
  const [before, after] = [old.property, now.property];
  if (before && after) {
    const reach = compareReach([before, old.holder], [after, now.holder], comparer);
    return [...reach, ...compareProperty(before, after, comparer)];
  }
  if (after) return described(after, old.undescribed && now.holder.open);
  if (now.undescribed) return undescribed(before);
  if (before) return [found(before.required ? "required-property-removed" : "property-removed")];
  return old.undescribed ? [found("property-removed")] : [];
}

/** A newly described property; `wasPossible`: an object that was and still is open took anything under its name before. */
function described({ required }: PropertyTree, wasPossible: boolean): Finding[] {
  if (!wasPossible) return [found(required ? "required-property-added" : "property-added")];
  return [...(required ? [found("became-required")] : []), found("property-described")];
}

const undescribed = (before: PropertyTree | undefined): Finding[] => [
  ...(before?.required ? [found("became-optional")] : []),
  found("property-undescribed"),
];

/** What changed in a property that both sides have. */
export function compareProperty(
  old: PropertyTree,
  now: PropertyTree,
  comparer: Comparer,
): readonly Finding[] {
  return [
    ...(old.required === now.required ? [] : [found(now.required ? "became-required" : "became-optional")]),
    ...compareProse(old.model.prose, now.model.prose, comparer.fleets),
    ...compareLegacyNames(listSpellings(old), listSpellings(now)),
    ...compareTypes(old.type, now.type, comparer),
  ];
}

const listSpellings = ({ model }: PropertyTree): readonly string[] => [model.name, ...model.legacyNames];

/** The new canonical name of a property is no legacy name. */
const compareLegacyNames = (old: readonly string[], [name, ...now]: readonly string[]): Finding[] => [
  ...now.filter((legacy) => !old.includes(legacy)).map((legacy) => found("legacy-name-added", legacy)),
  ...old
    .filter((legacy) => legacy !== name && !now.includes(legacy))
    .map((legacy) => found("legacy-name-removed", legacy)),
];

type Held = readonly [property: PropertyTree, holder: ObjectTree];

/** Whether every shop that knows the holder knows the property, too. Only requests can change here: answers are safe. */
export function compareReach(old: Held, now: Held, { direction }: Comparer): readonly Finding[] {
  const [before, after] = [isEverywhere(old), isEverywhere(now)];
  if (direction === "response" || before === after) return [];
  return [found(after ? "in-every-shop" : "not-in-every-shop")];
}

/** A part of the envelope exists in shops that lack the event, too. */
const isEverywhere = ([property, holder]: Held): boolean => covers(property.exists, holder.exists);
