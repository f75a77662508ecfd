import { isEmpty, type ObjectTree, type PropertyTree } from "../../lattice/tree.js";
import { covers } from "../../time/spans.js";
import { compareProse } from "./compare-prose.js";
import { retitled } from "./compare-scalars.js";
import { compareTypes } from "./compare-types.js";
import { found, under, type Comparer, type Comparison, type Finding } from "./comparison.js";

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
    ...compareProse(mine.prose, theirs.prose, comparer.fleets),
    ...(mine === theirs ? [] : [...retitled(mine, theirs), ...planned(old, now)]),
    ...(old.open === now.open ? [] : [found(now.open ? "object-opened" : "object-closed")]),
    ...compareProperties(old, now, comparer),
  ];
}

function planned(old: ObjectTree, now: ObjectTree): Finding[] {
  const names = ({ model }: ObjectTree) =>
    model.properties.filter(({ aside }) => aside?.kind === "planned").map(({ name }) => name);
  const [before, after] = [names(old), names(now)];
  const withdrawn = before.filter((name) => !after.includes(name) && !now.properties.has(name));
  return [
    ...after.filter((name) => !before.includes(name)).map((name) => found("planned-added", name)),
    ...withdrawn.map((name) => found("planned-withdrawn", name)),
  ];
}

function compareProperties(old: ObjectTree, now: ObjectTree, comparer: Comparer): readonly Finding[] {
  const names = new Set([...now.properties.keys(), ...old.properties.keys()]);
  const renames = renamesBetween(old, now);
  const gone = new Set(renames.values());
  return [...names].flatMap((name) => {
    if (gone.has(name)) return [];
    const former = renames.get(name);
    const findings = comparePresence(presenceIn(old, former ?? name), presenceIn(now, name), comparer);
    return under(name, former === undefined ? findings : renamed(former, findings, old.open && now.open));
  });
}

/**
 * Compares a renamed property; a new description is not reported with a new name. An open object took anything under the
 * new name before: now that has to fit.
 */
const renamed = (former: string, findings: readonly Finding[], wasPossible: boolean): readonly Finding[] => [
  found("property-renamed", former),
  ...(wasPossible ? [found("property-described")] : []),
  ...findings.filter(({ code }) => code !== "description-changed"),
];

/** The new name of each renamed property, by its old name: a new property with that legacy name is the old one. */
function renamesBetween(old: ObjectTree, now: ObjectTree): ReadonlyMap<string, string> {
  const isGone = (name: string) => old.properties.has(name) && !now.properties.has(name);
  const renames = new Map<string, string>();
  for (const [name, { model }] of now.properties) {
    const former = old.properties.has(name) ? undefined : model.legacyNames.find(isGone);
    if (former !== undefined) renames.set(name, former);
  }
  return renames;
}

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
function comparePresence(old: Presence, now: Presence, comparer: Comparer): readonly Finding[] {
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
  const [before, after] = [isRequired(old, comparer), isRequired(now, comparer)];
  return [
    ...(before === after ? [] : [found(after ? "became-required" : "became-optional")]),
    ...compareProse(old.model.prose, now.model.prose, comparer.fleets),
    ...compareLegacyNames(old, now, comparer),
    ...compareTypes(old.type, now.type, comparer),
  ];
}

/** In a request nothing is required that no page documents. */
const isRequired = ({ required, undocumented }: PropertyTree, { direction }: Comparer): boolean =>
  required && (direction === "response" || undocumented === "nothing");

/** The new canonical name of a property is no legacy name. Deployed code misses what it requires under a new spelling. */
function compareLegacyNames(old: PropertyTree, now: PropertyTree, comparer: Comparer): Finding[] {
  const [before, after] = [listSpellings(old), listSpellings(now)];
  const isMissed = comparer.direction === "request" && isRequired(old, comparer);
  const added = isMissed ? "required-legacy-name-added" : "legacy-name-added";
  return [
    ...now.model.legacyNames.filter((name) => !before.includes(name)).map((name) => found(added, name)),
    ...old.model.legacyNames
      .filter((name) => !after.includes(name))
      .map((name) => found("legacy-name-removed", name)),
  ];
}

const listSpellings = ({ model }: PropertyTree): readonly string[] => [model.name, ...model.legacyNames];

type Held = readonly [property: PropertyTree, holder: ObjectTree];

/** Whether every shop that knows the holder knows the property, too. Only requests can change here: answers are safe. */
export function compareReach(old: Held, now: Held, { direction }: Comparer): readonly Finding[] {
  const [before, after] = [isEverywhere(old), isEverywhere(now)];
  if (direction === "response" || before === after) return [];
  return [found(after ? "in-every-shop" : "not-in-every-shop")];
}

/** A part of the envelope exists in shops that lack the event, too. */
const isEverywhere = ([property, holder]: Held): boolean => covers(property.exists, holder.exists);
