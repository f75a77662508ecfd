import type { ObjectTree, PropertyTree } from "../tree.js";
import { found, under, type Finding } from "./change.js";
import { compareProse } from "./compare-prose.js";
import { retitled } from "./compare-strings.js";
import { compareTypes } from "./compare-types.js";
import type { Comparer, Comparison } from "./comparer.js";

/** A comparer that works through objects, each pair once. */
export function createComparer(comparison: Comparison): Comparer {
  const memo = new WeakMap<ObjectTree, WeakMap<ObjectTree, readonly Finding[]>>();
  const comparer: Comparer = {
    ...comparison,
    objects: (old, now) => {
      const pairs = memo.get(old) ?? new WeakMap<ObjectTree, readonly Finding[]>();
      memo.set(old, pairs);
      const findings = pairs.get(now) ?? compareObjects(old, now, comparer);
      pairs.set(now, findings);
      return findings;
    },
  };
  return comparer;
}

function compareObjects(old: ObjectTree, now: ObjectTree, comparer: Comparer): readonly Finding[] {
  const [mine, theirs] = [old.model, now.model];
  return [
    ...compareProse(mine.prose, theirs.prose, comparer.spans),
    ...(mine === theirs ? [] : [...retitled(mine, theirs), ...planned(old, now)]),
    ...(old.open === now.open ? [] : [found(now.open ? "object-opened" : "object-closed")]),
    ...compareProperties(old, now, comparer),
  ];
}

function planned(old: ObjectTree, now: ObjectTree): Finding[] {
  const names = ({ model }: ObjectTree) =>
    model.properties.filter((property) => property.planned).map(({ name }) => name);
  const [before, after] = [names(old), names(now)];
  const withdrawn = before.filter((name) => !after.includes(name) && !now.properties.has(name));
  return [
    ...after.filter((name) => !before.includes(name)).map((name) => found("planned-added", name)),
    ...withdrawn.map((name) => found("planned-withdrawn", name)),
  ];
}

function compareProperties(old: ObjectTree, now: ObjectTree, comparer: Comparer): readonly Finding[] {
  const names = new Set([...now.properties.keys(), ...old.properties.keys()]);
  return [...names].flatMap((name) => {
    const [before, after] = [old.properties.get(name), now.properties.get(name)];
    if (before && after) {
      return under(name, [
        ...compareReach([before, old], [after, now], comparer),
        ...compareProperty(before, after, comparer),
      ]);
    }
    return under(name, after ? addedProperty(after, old, now) : removedProperty(before, now));
  });
}

/** What changed in a property that both sides have. */
export function compareProperty(
  old: PropertyTree,
  now: PropertyTree,
  comparer: Comparer,
): readonly Finding[] {
  return [
    ...(old.required === now.required ? [] : [found(now.required ? "became-required" : "became-optional")]),
    ...compareProse(old.model.prose, now.model.prose, comparer.spans),
    ...compareLegacyNames(old.model.legacyNames, now.model.legacyNames),
    ...compareTypes(old.type, now.type, comparer),
  ];
}

const compareLegacyNames = (old: readonly string[], now: readonly string[]): Finding[] => [
  ...now.filter((name) => !old.includes(name)).map((name) => found("legacy-name-added", name)),
  ...old.filter((name) => !now.includes(name)).map((name) => found("legacy-name-removed", name)),
];

type Held = readonly [property: PropertyTree, holder: ObjectTree];

/** Whether every shop that knows the object knows the property too. What we answer, every shop knows anyway. */
export function compareReach(old: Held, now: Held, { direction }: Comparer): readonly Finding[] {
  const [before, after] = [isEverywhere(old), isEverywhere(now)];
  if (direction === "response" || before === after) return [];
  return [found(after ? "in-every-shop" : "not-in-every-shop")];
}

/** What every event has exists where the event does not, too. */
const isEverywhere = ([property, holder]: Held): boolean =>
  holder.steps.every((step) => property.steps.includes(step));

/** A property whose old spelling is still read is the old one under a new name. */
function addedProperty({ required, model }: PropertyTree, old: ObjectTree, now: ObjectTree): Finding[] {
  const former = model.legacyNames.find((name) => old.properties.has(name) && !now.properties.has(name));
  if (former !== undefined) return [found("property-renamed", former)];
  return [found(required ? "required-property-added" : "property-added")];
}

function removedProperty(property: PropertyTree | undefined, now: ObjectTree): Finding[] {
  const name = property?.model.name ?? "";
  if ([...now.properties.values()].some(({ model }) => model.legacyNames.includes(name))) return [];
  return [found(property?.required ? "required-property-removed" : "property-removed")];
}
