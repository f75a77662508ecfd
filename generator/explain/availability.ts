import { describeShops, describeSpans } from "../describe.js";
import { createSideShapes } from "../diff/compare/compare-sides.js";
import { moveEnd } from "../diff/way.js";
import { isKnown, listParts, type Snapshots } from "../lattice/snapshot.js";
import { objectsIn, type ObjectTree } from "../lattice/tree.js";
import type { Model, PropertyModel } from "../model/model.js";
import { listEvents, type BodyProperty } from "../model/paths.js";
import { getCoverage, releaseFleet, type Coverage, type Fleet } from "../time/fleet.js";
import { untilChange } from "../time/history.js";
import { baseline, formatRelease, type Release } from "../time/release.js";
import { covers, existsAt, existsInEvery, existsInSome, uniteAll, type Spans } from "../time/spans.js";
import { formatReason } from "../view/reasons.js";

/** When any event has one of these properties. */
export function findExistence(properties: readonly BodyProperty[], model: Model): Spans {
  const ways = properties.map(({ names, chain, events }) => ({
    names,
    roots: chain.slice(0, 1),
    spans: uniteAll(model.events.filter(({ name }) => events.includes(name)).map(({ exists }) => exists)),
  }));
  const isThere = (release: Release) =>
    ways.some(({ names, roots, spans }) => existsAt(spans, release) && leadsTo(roots, names, release));
  const having = [baseline, ...model.changes].filter(isThere);
  return uniteAll(having.map((release) => untilChange(release, model)));
}

/** Whether there is a property at a release to which these names lead from one of the properties. */
function leadsTo(
  properties: readonly PropertyModel[],
  [name, ...rest]: readonly string[],
  release: Release,
): boolean {
  const property = properties.find((each) => each.name === name);
  if (!property || !isKnown(property, release)) return false;
  if (rest.length === 0) return true;
  const objects = listParts(property, release).flatMap((part) => ("values" in part ? [] : [part]));
  return objects.some((object) => leadsTo(object.properties, rest, release));
}

/** How much of a fleet has a property, and which option would choose a fleet that has it everywhere. */
export interface FleetAvailability {
  readonly inFleet: Coverage;
  /** Set where every shop has it with some events, but not with all: those events, and how much has it with others. */
  readonly everywhereWith?: readonly string[];
  readonly inFleetElsewhere?: Coverage;
  /** Why not in every shop. */
  readonly reason: string | undefined;
  /** The option that chooses such a fleet. */
  readonly flag: string | undefined;
}

/** How much of the fleet has the same property of several events. */
export function findAvailability(
  properties: readonly BodyProperty[],
  fleet: Fleet,
  snapshots: Snapshots,
): FleetAvailability {
  const { everywhere, elsewhere, isWhole } = divide(properties, fleet, snapshots);
  if (isWhole) return { inFleet: "every shop", reason: undefined, flag: undefined };
  const isDivided = everywhere.length > 0;
  const exists = findExistence(properties, snapshots.model);
  const lacking = elsewhere.length > 0 ? findExistence(elsewhere, snapshots.model) : exists;
  return {
    inFleet: isDivided || existsInSome(exists, fleet.releases) ? "some shops" : "no shop",
    ...(isDivided && {
      everywhereWith: listEvents(everywhere),
      inFleetElsewhere: getCoverage(fleet, lacking),
    }),
    reason: describeAbsence(lacking, fleet),
    flag: findFlag(properties, fleet, snapshots),
  };
}

/** Why not every shop has what exists in these spans: some run a release without it, or no value works in all of them. */
export const describeAbsence = (exists: Spans, fleet: Fleet): string =>
  existsInEvery(exists, fleet.releases)
    ? formatReason({ kind: "nothing-common" }, fleet)
    : `${describeSpans(exists)}: not in ${describeShops(fleet)}`;

/**
 * The properties with the events with which every shop has them, and the same with the other events. An event that the
 * fleet does not know, or cannot answer, is in neither.
 */
function divide(properties: readonly BodyProperty[], fleet: Fleet, snapshots: Snapshots) {
  const { events, envelope } = snapshots.model;
  const shapes = createSideShapes(fleet, snapshots);
  const parts = properties.flatMap((property) => {
    const { direction, names } = property;
    const isShared = envelope[direction].properties.some(({ name }) => name === names[0]);
    return events.flatMap((event) => {
      const root = property.events.includes(event.name) ? shapes[direction].body(event) : undefined;
      if (!root) return [];
      // What is in the envelope is every shop's, even if the event came later.
      const isEverywhere = isHeld(names, root, isShared ? fleet.spans : root.exists);
      return [{ ...property, events: [event.name], isEverywhere }];
    });
  });
  const everywhere = parts.filter(({ isEverywhere }) => isEverywhere);
  const elsewhere = parts.filter(({ isEverywhere }) => !isEverywhere);
  return { everywhere, elsewhere, isWhole: everywhere.length > 0 && elsewhere.length === 0 };
}

/** Whether every shop that has an object, in these spans, has the property in it that these names lead to. */
function isHeld([name = "", ...rest]: readonly string[], { properties }: ObjectTree, spans: Spans): boolean {
  const property = properties.get(name);
  if (!property || !covers(property.exists, spans)) return false;
  return rest.length === 0 || objectsIn(property.type).some((object) => isHeld(rest, object, object.exists));
}

/** The option with the smallest change after which every shop has it: a higher minimum, otherwise a lower maximum. */
function findFlag(
  properties: readonly BodyProperty[],
  fleet: Fleet,
  snapshots: Snapshots,
): string | undefined {
  const { model } = snapshots;
  const isLacking = (release: Release) =>
    divide(properties, releaseFleet(release, model), snapshots).elsewhere.length > 0;
  // A fleet with a release that lacks it need not be tried, which takes long.
  const without = new Set([...fleet.releases, ...model.changes].filter(isLacking));
  const has = (other: Fleet): boolean =>
    !other.releases.some((release) => without.has(release)) && divide(properties, other, snapshots).isWhole;
  const later = model.changes.filter((release) => release > fleet.min);
  // The newest that will do may be one that changes nothing.
  const earlier = model.releases
    .map(({ release }) => release)
    .filter((release) => fleet.min <= release && release < fleet.max);
  const ends = [
    ...later.map((release) => ({ end: "min", release }) as const),
    ...earlier.reverse().map((release) => ({ end: "max", release }) as const),
  ];
  const found = ends.find(({ end, release }) => has(moveEnd(end, release, fleet, model)));
  return found && formatFlag(found.end, found.release, fleet, model);
}

/** The option that asks for a fleet with another end. */
export function formatFlag(end: "min" | "max", release: Release, fleet: Fleet, model: Model): string {
  if (!fleet.isList) return `--${end}-version ${formatRelease(release)}`;
  return `--versions ${moveEnd(end, release, fleet, model).releases.map(formatRelease).join(",")}`;
}
