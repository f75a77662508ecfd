import { getOrCreate } from "../base/once.js";
import { isEmptyTree, isRequired, type ObjectTree, type PropertyTree } from "../contract/lattice/tree.js";
import { covers } from "../base/time/spans.js";
import type { Prose } from "../contract/model/model.js";
import { optionalRelease } from "../contract/read/dialect.js";
import type { Fleet } from "../base/time/fleet.js";
import type { Release } from "../base/time/release.js";
import { toFinding, type Findings, toFindings, compareFlags, nestFindings, listMissing } from "./change.js";
import { type Comparer, compareTypes, compareTitles } from "./compare-types.js";

/** A comparer that works through objects, each pair once. */
export function createComparer(options: Omit<Comparer, "objects" | "toCode">): Comparer {
  const known = new Map<ObjectTree, Map<ObjectTree, Findings>>();
  const comparer: Comparer = {
    ...options,
    toCode: (change, _, isRequired) => `${isRequired ? "required-" : ""}property-${change}`,
    objects: (old, now) => {
      const pairs = getOrCreate(known, old, () => new Map<ObjectTree, Findings>());
      return getOrCreate(pairs, now, () => compareObjects(old, now, comparer));
    },
  };
  return comparer;
}

const compareObjects = (old: ObjectTree, now: ObjectTree, comparer: Comparer): Findings => [
  ...compareProse(old.model.prose, now.model.prose, comparer.fleets),
  ...compareTitles(old.model, now.model),
  ...comparePlanned(old, now),
  ...compareFlags(old.open, now.open, ["object-opened", "object-closed"]),
  ...compareProperties(old, now, comparer),
];

function comparePlanned(old: ObjectTree, now: ObjectTree): Findings {
  const listPlanned = ({ model }: ObjectTree) =>
    model.properties.filter(({ exclusion }) => exclusion?.kind === "planned").map(({ name }) => name);
  const [before, after] = [listPlanned(old), listPlanned(now)];
  return [
    ...toFindings("planned-added", listMissing(after, before)),
    ...toFindings("planned-withdrawn", listMissing(before, [...after, ...now.properties.keys()])),
  ];
}

/** The changes in the properties of two objects. */
export function compareProperties(old: ObjectTree, now: ObjectTree, comparer: Comparer): Findings {
  const renames = findRenames(old, now);
  const gone = new Set(renames.values());
  const names = new Set([...now.properties.keys(), ...old.properties.keys()]);
  return [...names].flatMap((name) => {
    if (gone.has(name)) return [];
    const former = renames.get(name);
    const pair = [presenceIn(old, former ?? name), presenceIn(now, name)] as const;
    const findings = comparePresence(...pair, comparer);
    return nestFindings(
      name,
      former === undefined ? findings : toRenameFindings(former, findings, old.open && now.open),
    );
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
const toRenameFindings = (former: string, findings: Findings, wasPossible: boolean): Findings => [
  toFinding("property-renamed", former),
  ...(wasPossible ? [toFinding("property-described")] : []),
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
  return { holder, property: isEmptyTree(property.type) ? undefined : property, undescribed: false };
}

/** The changes in what an object says of a name. */
function comparePresence(old: Presence, now: Presence, comparer: Comparer): Findings {
  const [before, after] = [old.property, now.property];
  if (before && after)
    return [...compareReach(old, now, comparer), ...compareProperty(before, after, comparer)];
  if (after) {
    // An object that was and still is open took anything under this name before.
    const wasPossible = old.undescribed && now.holder.open;
    if (!wasPossible) return [toFinding(comparer.toCode("added", after.model.name, after.required))];
    return [...(after.required ? [toFinding("became-required")] : []), toFinding("property-described")];
  }
  if (now.undescribed)
    return [...(before?.required ? [toFinding("became-optional")] : []), toFinding("property-undescribed")];
  if (before) return [toFinding(comparer.toCode("removed", before.model.name, before.required))];
  return old.undescribed ? [toFinding("property-removed")] : [];
}

/** Whether every shop that knows the holder knows the property, too. Only requests can change here: answers are safe. */
function compareReach(old: Presence, now: Presence, { direction }: Comparer): Findings {
  if (direction === "response") return [];
  // A part of the envelope exists in shops that lack the event, too.
  const isEverywhere = ({ property, holder }: Presence) => covers(property?.exists ?? [], holder.exists);
  return compareFlags(isEverywhere(old), isEverywhere(now), ["in-every-shop", "not-in-every-shop"]);
}

function compareProperty(old: PropertyTree, now: PropertyTree, comparer: Comparer): Findings {
  const { direction } = comparer;
  const [wasRequired, isRequiredNow] = [isRequired(old, direction), isRequired(now, direction)];
  return [
    ...compareFlags(wasRequired, isRequiredNow, ["became-required", "became-optional"]),
    ...compareProse(old.model.prose, now.model.prose, comparer.fleets),
    ...compareLegacyNames(old, now, comparer),
    ...compareTypes(old.type, now.type, comparer),
  ];
}

/** The new canonical name of a property is no legacy name. Deployed code misses what it requires under a new spelling. */
function compareLegacyNames(old: PropertyTree, now: PropertyTree, comparer: Comparer): Findings {
  const [before, after] = [old.model, now.model];
  const isMissed = comparer.direction === "request" && isRequired(old, comparer.direction);
  const added = listMissing(after.legacyNames, [before.name, ...before.legacyNames]);
  const removed = listMissing(before.legacyNames, [after.name, ...after.legacyNames]);
  return [
    ...toFindings(isMissed ? "required-legacy-name-added" : "legacy-name-added", added),
    ...toFindings("legacy-name-removed", removed),
  ];
}

type Fleets = Comparer["fleets"];

/** The changes in the prose of one thing. */
export const compareProse = (old: Prose, now: Prose, fleets: Fleets): Findings => [
  ...compareNotes(old, now, fleets),
  ...compareDeprecation(old, now, fleets),
  ...(old === now ? [] : compareUndatedProse(old, now)),
];

/** Whether something that may hold from a release on concerns no shop of a fleet (0), some (1), or all (2). */
function getReach(known: { readonly since?: Release | undefined } | undefined, { min, max }: Fleet): number {
  if (!known) return 0;
  if (known.since === undefined || known.since <= min) return 2;
  return known.since <= max ? 1 : 0;
}

function compareNotes(old: Prose, now: Prose, fleets: Fleets): Findings {
  const getNoteReach = ({ notes }: Prose, wanted: string, fleet: Fleet) => {
    const note = notes.find(({ text }) => text === wanted);
    return getReach(note && { since: optionalRelease(note.since) }, fleet);
  };
  const texts = new Set([...old.notes, ...now.notes].map(({ text }) => text));
  return [...texts].flatMap((text) => {
    const [before, after] = [getNoteReach(old, text, fleets[0]), getNoteReach(now, text, fleets[1])];
    return before === after ? [] : [toFinding(before < after ? "note-added" : "note-removed", text)];
  });
}

function compareDeprecation(old: Prose, now: Prose, fleets: Fleets): Findings {
  const [before, after] = [getReach(old.deprecated, fleets[0]), getReach(now.deprecated, fleets[1])];
  const replacement = now.deprecated?.replacedBy;
  const advice = replacement === undefined ? "" : `: use ${replacement} instead`;
  if (before < after) return [toFinding("deprecated", advice)];
  if (before > after) return [toFinding("undeprecated")];
  const isReplacementChanged = before > 0 && old.deprecated?.replacedBy !== replacement;
  return isReplacementChanged ? [toFinding("replacement-changed", advice)] : [];
}

/** Compares what carries no release, and so differs only between two states of the spec. */
function compareUndatedProse(old: Prose, now: Prose): Findings {
  const listErrata = ({ errata }: Prose) => errata.map(({ id }) => id);
  const [before, after] = [listErrata(old), listErrata(now)];
  const getCertainty = ({ provenance }: Prose) => provenance?.kind ?? "documented";
  const certainty = getCertainty(now);
  return [
    ...(old.description === now.description ? [] : [toFinding("description-changed")]),
    ...(old.setting === now.setting ? [] : [toFinding("setting-changed", now.setting ?? "none")]),
    ...(getCertainty(old) === certainty ? [] : [toFinding("provenance-changed", certainty)]),
    ...toFindings("erratum-added", listMissing(after, before)),
    ...toFindings("erratum-removed", listMissing(before, after)),
  ];
}
