import { isEmpty, once, type ObjectTree, type PropertyTree } from "../../lattice/tree.js";
import { covers } from "../../time/spans.js";
import { found, foundEach, switched, under, without, type Found } from "../change.js";
import { compareProse } from "./compare-prose.js";
import { compareTypes, retitled, type Comparer } from "./compare-types.js";

/** A comparer that works through objects, each pair once. */
export function createComparer(options: Omit<Comparer, "objects" | "toCode">): Comparer {
  const known = new Map<ObjectTree, Map<ObjectTree, readonly Found[]>>();
  const comparer: Comparer = {
    ...options,
    toCode: (change, _, isRequired) => `${isRequired ? "required-" : ""}property-${change}`,
    objects: (old, now) => {
      const pairs = once(known, old, () => new Map<ObjectTree, readonly Found[]>());
      return once(pairs, now, () => compareObjects(old, now, comparer));
    },
  };
  return comparer;
}

const compareObjects = (old: ObjectTree, now: ObjectTree, comparer: Comparer): readonly Found[] => [
  ...compareProse(old.model.prose, now.model.prose, comparer.fleets),
  ...retitled(old.model, now.model),
  ...comparePlanned(old, now),
  ...switched(old.open, now.open, ["object-opened", "object-closed"]),
  ...compareProperties(old, now, comparer),
];

function comparePlanned(old: ObjectTree, now: ObjectTree): readonly Found[] {
  const listPlanned = ({ model }: ObjectTree) =>
    model.properties.filter(({ aside }) => aside?.kind === "planned").map(({ name }) => name);
  const [before, after] = [listPlanned(old), listPlanned(now)];
  return [
    ...foundEach("planned-added", without(after, before)),
    ...foundEach("planned-withdrawn", without(before, [...after, ...now.properties.keys()])),
  ];
}

/** What changed in the properties of two objects. */
export function compareProperties(old: ObjectTree, now: ObjectTree, comparer: Comparer): readonly Found[] {
  const renames = findRenames(old, now);
  const gone = new Set(renames.values());
  const names = new Set([...now.properties.keys(), ...old.properties.keys()]);
  return [...names].flatMap((name) => {
    if (gone.has(name)) return [];
    const former = renames.get(name);
    const pair = [presenceIn(old, former ?? name), presenceIn(now, name)] as const;
    const findings = comparePresence(...pair, comparer);
    return under(name, former === undefined ? findings : renamed(former, findings, old.open && now.open));
  });
}

/** The old name of each renamed property, by its new name: a new property with that legacy name is the old one. */
function findRenames(old: ObjectTree, now: ObjectTree): ReadonlyMap<string, string> {
  const isGone = (name: string) => old.properties.has(name) && !now.properties.has(name);
  const renames = new Map<string, string>();
  for (const [name, { model }] of now.properties) {
    const former = old.properties.has(name) ? undefined : model.legacyNames.find(isGone);
    if (former !== undefined) renames.set(name, former);
  }
  return renames;
}

/**
 * The findings of a renamed property; a new description is not reported with a new name. An open object took anything under
 * the new name before: now that has to fit.
 */
const renamed = (former: string, findings: readonly Found[], wasPossible: boolean): readonly Found[] => [
  found("property-renamed", former),
  ...(wasPossible ? [found("property-described")] : []),
  ...findings.filter(({ code }) => code !== "description-changed"),
];

/** What an object says of a name: it describes a property, takes anything under it, or takes nothing. */
interface Presence {
  readonly holder: ObjectTree;
  readonly property: PropertyTree | undefined;
  /** Whether the object takes anything under this name. */
  readonly undescribed: boolean;
}

/** What an object says of a name. A property whose type is empty stands there only to be refused. */
function presenceIn(holder: ObjectTree, name: string): Presence {
  const property = holder.properties.get(name);
  if (!property) return { holder, property, undescribed: holder.open };
  return { holder, property: isEmpty(property.type) ? undefined : property, undescribed: false };
}

/** What changed in what an object says of a name. */
function comparePresence(old: Presence, now: Presence, comparer: Comparer): readonly Found[] {
  const [before, after] = [old.property, now.property];
  if (before && after)
    return [...compareReach(old, now, comparer), ...compareProperty(before, after, comparer)];
  if (after) {
    // An object that was and still is open took anything under this name before.
    const wasPossible = old.undescribed && now.holder.open;
    if (!wasPossible) return [found(comparer.toCode("added", after.model.name, after.required))];
    return [...(after.required ? [found("became-required")] : []), found("property-described")];
  }
  if (now.undescribed)
    return [...(before?.required ? [found("became-optional")] : []), found("property-undescribed")];
  if (before) return [found(comparer.toCode("removed", before.model.name, before.required))];
  return old.undescribed ? [found("property-removed")] : [];
}

/** Whether every shop that knows the holder knows the property, too. Only requests can change here: answers are safe. */
function compareReach(old: Presence, now: Presence, { direction }: Comparer): readonly Found[] {
  if (direction === "response") return [];
  // A part of the envelope exists in shops that lack the event, too.
  const isEverywhere = ({ property, holder }: Presence) => covers(property?.exists ?? [], holder.exists);
  return switched(isEverywhere(old), isEverywhere(now), ["in-every-shop", "not-in-every-shop"]);
}

function compareProperty(old: PropertyTree, now: PropertyTree, comparer: Comparer): readonly Found[] {
  const [wasRequired, isRequiredNow] = [isRequired(old, comparer), isRequired(now, comparer)];
  return [
    ...switched(wasRequired, isRequiredNow, ["became-required", "became-optional"]),
    ...compareProse(old.model.prose, now.model.prose, comparer.fleets),
    ...compareLegacyNames(old, now, comparer),
    ...compareTypes(old.type, now.type, comparer),
  ];
}

/** In a request nothing is required that no page documents. */
const isRequired = ({ required, undocumented }: PropertyTree, { direction }: Comparer): boolean =>
  required && (direction === "response" || undocumented === "nothing");

/** The new canonical name of a property is no legacy name. Deployed code misses what it requires under a new spelling. */
function compareLegacyNames(old: PropertyTree, now: PropertyTree, comparer: Comparer): readonly Found[] {
  const [before, after] = [old.model, now.model];
  const isMissed = comparer.direction === "request" && isRequired(old, comparer);
  const added = without(after.legacyNames, [before.name, ...before.legacyNames]);
  const removed = without(before.legacyNames, [after.name, ...after.legacyNames]);
  return [
    ...foundEach(isMissed ? "required-legacy-name-added" : "legacy-name-added", added),
    ...foundEach("legacy-name-removed", removed),
  ];
}
