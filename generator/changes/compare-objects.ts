import { getOrCreate } from "../base/once.js";
import { isEmptyTree, isRequired, type ObjectTree, type PropertyTree } from "../contract/lattice/tree.js";
import { covers } from "../base/time/spans.js";
import type { Prose } from "../contract/model/model.js";
import { optionalRelease } from "../contract/read/dialect.js";
import type { Fleet } from "../base/time/fleet.js";
import type { Release } from "../base/time/release.js";
import { toFinding, type Findings, toFindings, compareFlags, nestFindings, listMissing } from "./change.js";
import { type Comparer, compareTypes, compareTitles } from "./compare-types.js";

/** Compares each pair of objects once. */
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

/**
 * The old name of each renamed property, by its new name. A new property replaces the old one that it lists as a
 * legacy name.
 */
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
 * The findings of a renamed property, without its new description. An open object accepted anything under the new
 * name before; now the value must fit.
 */
const toRenameFindings = (former: string, findings: Findings, wasPossible: boolean): Findings => [
  toFinding("property-renamed", former),
  ...(wasPossible ? [toFinding("property-described")] : []),
  ...findings.filter(({ code }) => code !== "description-changed"),
];

/** An object's rule for a name: it describes a property, accepts anything, or accepts nothing. */
interface Presence {
  readonly holder: ObjectTree;
  readonly property: PropertyTree | undefined;
  /** True if the object accepts any value under this name. */
  readonly undescribed: boolean;
}

/** A property with an empty type exists only to be rejected. */
function presenceIn(holder: ObjectTree, name: string): Presence {
  const property = holder.properties.get(name);
  if (!property) return { holder, property, undescribed: holder.open };
  return { holder, property: isEmptyTree(property.type) ? undefined : property, undescribed: false };
}

function comparePresence(old: Presence, now: Presence, comparer: Comparer): Findings {
  const [before, after] = [old.property, now.property];
  if (before && after)
    return [...compareReach(old, now, comparer), ...compareProperty(before, after, comparer)];
  if (after) {
    // If the object was open and still is, the object already accepted anything under this name.
    const wasPossible = old.undescribed && now.holder.open;
    if (!wasPossible) return [toFinding(comparer.toCode("added", after.model.name, after.required))];
    return [...(after.required ? [toFinding("became-required")] : []), toFinding("property-described")];
  }
  if (now.undescribed)
    return [...(before?.required ? [toFinding("became-optional")] : []), toFinding("property-undescribed")];
  if (before) return [toFinding(comparer.toCode("removed", before.model.name, before.required))];
  return old.undescribed ? [toFinding("property-removed")] : [];
}

/**
 * Reports that the property is now in every shop with its parent, or no longer in all of them. Answers are safe, so
 * only requests can change in this way.
 */
function compareReach(old: Presence, now: Presence, { direction }: Comparer): Findings {
  if (direction === "response") return [];
  // Properties of the envelope also exist in shops that lack the event.
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

/**
 * Ignores the new name of a renamed property, which is not a legacy name. Deployed code cannot find a required
 * property under a new spelling.
 */
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

export const compareProse = (old: Prose, now: Prose, fleets: Fleets): Findings => [
  ...compareNotes(old, now, fleets),
  ...compareDeprecation(old, now, fleets),
  ...(old === now ? [] : compareUndatedProse(old, now)),
];

/** Counts the shops of a fleet that have something with a start release: none (0), some (1) or all (2). */
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

/** Text without a release differs only between two states of the spec. */
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
