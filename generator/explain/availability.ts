import { createSideShapes } from "../diff/compare/compare-sides.js";
import { moveEnd } from "../diff/way.js";
import { isKnown, listParts, type Album } from "../lattice/snapshot.js";
import { objectsIn, type ObjectTree } from "../lattice/tree.js";
import type { EventModel, Model, PropertyModel, Prose } from "../model/model.js";
import { listEvents, type BodyProperty } from "../model/paths.js";
import type { Coverage, Fleet } from "../time/fleet.js";
import { untilChange } from "../time/history.js";
import { baseline, formatRelease, type Release } from "../time/release.js";
import { covers, existsAt, existsInEvery, firstIn, uniteAll, type Spans } from "../time/spans.js";

/** When any event has one of these properties. */
export function findExistence(properties: readonly BodyProperty[], model: Model): Spans {
  const isThere = atReleases(properties, true, model);
  return uniteAll(
    [baseline, ...model.changes].map((release) => (isThere(release) ? untilChange(release, model) : [])),
  );
}

/** Whether, at a release, the way to one of these properties ends so in an event that exists then. */
function atReleases(properties: readonly BodyProperty[], end: boolean, model: Model) {
  const ways = properties.map(({ names, chain, events }) => ({
    names,
    roots: chain.slice(0, 1),
    spans: uniteAll(model.events.filter(({ name }) => events.includes(name)).map(({ exists }) => exists)),
  }));
  return (release: Release): boolean =>
    ways.some(
      ({ names, roots, spans }) => existsAt(spans, release) && listEnds(roots, names, release).includes(end),
    );
}

/**
 * How the way of these names ends at a release, for each object that it leads through: with the property (true), or at an
 * object that lists the next name and does not have it then (false).
 */
function listEnds(
  properties: readonly PropertyModel[],
  [name, ...rest]: readonly string[],
  release: Release,
): readonly boolean[] {
  const property = properties.find((each) => each.name === name);
  if (!property) return [];
  if (!isKnown(property, release)) return [false];
  if (rest.length === 0) return [true];
  return listParts(property, release).flatMap((part) =>
    "values" in part ? [] : listEnds(part.properties, rest, release),
  );
}

/** How much of a fleet has a property, and which option would choose a fleet that has it everywhere. */
export interface FleetAvailability {
  readonly inFleet: Coverage;
  /** Set where every shop has it with some events, but not with all: those events. */
  readonly everywhereWith?: readonly string[];
  /** Why not in every shop: some run a release without it, or no value of it works in all of them. */
  readonly reason: "time" | "nothing-common" | undefined;
  /** When it is there, with the events that lack it in some shops; undefined where none does. */
  readonly lacking?: Spans;
  /** The option that chooses such a fleet. */
  readonly flag: string | undefined;
}

/** How much of the fleet has the same property of several events. */
export function findAvailability(
  properties: readonly BodyProperty[],
  fleet: Fleet,
  album: Album,
): FleetAvailability {
  const { model } = album;
  const { everywhere, elsewhere, isWhole } = divide(properties, fleet, album);
  if (isWhole) return { inFleet: "every shop", reason: undefined, flag: undefined };
  const lacking = findExistence(elsewhere.length > 0 ? elsewhere : properties, model);
  const isInSome = everywhere.length > 0 || fleet.releases.some(atReleases(properties, true, model));
  return {
    inFleet: isInSome ? "some shops" : "no shop",
    ...(everywhere.length > 0 && { everywhereWith: listEvents(everywhere) }),
    reason: existsInEvery(lacking, fleet.releases) ? "nothing-common" : "time",
    lacking,
    flag: findFlag(properties, fleet, album),
  };
}

/**
 * The properties with the events with which every shop has them, and the same with the other events. An event that the
 * fleet does not know, or cannot answer, is in neither.
 */
function divide(properties: readonly BodyProperty[], fleet: Fleet, album: Album) {
  const { events, envelope } = album.model;
  const shapes = createSideShapes(fleet, album);
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
function findFlag(properties: readonly BodyProperty[], fleet: Fleet, album: Album): string | undefined {
  const { model } = album;
  const { min, max } = fleet;
  // A fleet with a release that lacks it need not be tried, which takes long.
  const without = new Set([...fleet.releases, ...model.changes].filter(atReleases(properties, false, model)));
  const has = (other: Fleet): boolean =>
    !other.releases.some((release) => without.has(release)) && divide(properties, other, album).isWhole;
  const later = model.changes.filter((release) => release > min);
  const earlier = model.changes.filter((release) => min <= release && release < max);
  const least = later.find((release) => has(moveEnd("min", release, fleet, model)));
  if (least !== undefined) return formatFlag("min", least, fleet, model);
  const most = earlier.findLast((release) => has(moveEnd("max", release, fleet, model)));
  return most === undefined ? undefined : formatFlag("max", most, fleet, model);
}

/** The option that asks for a fleet with another end. */
export function formatFlag(end: "min" | "max", release: Release, fleet: Fleet, model: Model): string {
  if (!fleet.isList) return `--${end}-version ${formatRelease(release)}`;
  return `--versions ${moveEnd(end, release, fleet, model).releases.map(formatRelease).join(",")}`;
}

/** Whether no source tells which release brought an event: it is only taken to have always been there. */
export const isUndatedEvent = ({ exists, prose }: Pick<EventModel, "exists" | "prose">): boolean =>
  firstIn(exists) === undefined && isReleaseOpen(prose);

/** Whether a property is there in the first known release only because nothing says otherwise of it, or of what has it. */
export function isUndatedProperty(
  exists: Spans,
  properties: readonly BodyProperty[],
  { events }: Model,
): boolean {
  const open = new Set(events.filter(isUndatedEvent).map(({ name }) => name));
  return (
    firstIn(exists) === undefined &&
    properties.every(
      ({ events, chain }) =>
        events.every((event) => open.has(event)) || chain.some(({ prose }) => isReleaseOpen(prose)),
    )
  );
}

const isReleaseOpen = ({ provenance }: Prose): boolean =>
  provenance !== undefined &&
  provenance.kind !== "documented" &&
  (provenance.of ?? ["existence"]).some((part) => part === "existence" || part === "release");
