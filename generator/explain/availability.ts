import { isKnown, listParts, type Album } from "../lattice/snapshot.js";
import { createShapes } from "../lattice/shapes.js";
import { objectsIn, type ObjectTree, type PropertyTree } from "../lattice/tree.js";
import type { Model, PropertyModel } from "../model/model.js";
import { listEvents, type BodyProperty } from "../model/paths.js";
import { createFleet, listFleet, type Coverage, type Fleet } from "../time/fleet.js";
import { untilChange } from "../time/history.js";
import { baseline, formatRelease, type Release } from "../time/release.js";
import { covers, existsAt, existsInEvery, existsInSome, uniteAll, type Spans } from "../time/spans.js";

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
  return listInner(property, release).flatMap((inner) => listEnds(inner, rest, release));
}

/** The properties of each object that a property may hold at a release. */
const listInner = (property: PropertyModel, release: Release): readonly (readonly PropertyModel[])[] =>
  listParts(property, release).flatMap((part) => ("values" in part ? [] : [part.properties]));

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

interface Divided {
  /** The properties, with the events with which every shop has them. */
  readonly everywhere: readonly BodyProperty[];
  /** The same with the other events. One that the fleet does not know, or cannot answer, is in neither. */
  readonly elsewhere: readonly BodyProperty[];
  /** Whether every shop has it with every event. */
  readonly isWhole: boolean;
}

function divide(properties: readonly BodyProperty[], fleet: Fleet, album: Album): Divided {
  const { events, envelope } = album.model;
  const options = { album, releases: fleet.releases };
  const shapes = {
    request: createShapes({ ...options, direction: "request", bound: "join" }),
    response: createShapes({ ...options, direction: "response", bound: "meet" }),
  };
  const divided = { everywhere: new Array<BodyProperty>(), elsewhere: new Array<BodyProperty>() };
  for (const property of properties) {
    const { direction, chain } = property;
    const isShared = envelope[direction].properties.some(({ name }) => name === chain[0]?.name);
    for (const event of events.filter(({ name }) => property.events.includes(name))) {
      const isThere = existsInSome(event.exists, fleet.releases);
      const root = isThere ? shapes[direction].body(event) : undefined;
      if (!root) continue;
      // What is in the envelope is every shop's, even if the event came later.
      const isHeld = isEverywhere(property, root, isShared ? fleet.spans : root.exists);
      divided[isHeld ? "everywhere" : "elsewhere"].push({ ...property, events: [event.name] });
    }
  }
  const { everywhere, elsewhere } = divided;
  return { ...divided, isWhole: everywhere.length > 0 && elsewhere.length === 0 };
}

/** Whether every shop that has its holder has the property; the body itself is there in some spans. */
const isEverywhere = ({ names }: BodyProperty, root: ObjectTree, spans: Spans): boolean =>
  names.every((_, i) => {
    const found = findHeld(root, names.slice(0, i + 1));
    return found !== undefined && covers(found.property.exists, i === 0 ? spans : found.holder.exists);
  });

interface Held {
  readonly property: PropertyTree;
  readonly holder: ObjectTree;
}

/** The property that these names lead to, through objects and arrays of them, and the object that has it. */
function findHeld(holder: ObjectTree, [name = "", ...rest]: readonly string[]): Held | undefined {
  const property = holder.properties.get(name);
  if (!property || rest.length === 0) return property && { property, holder };
  return objectsIn(property.type)
    .map((object) => findHeld(object, rest))
    .find((found) => found !== undefined);
}

/** The option with the smallest change after which every shop has it: a higher minimum, otherwise a lower maximum. */
function findFlag(properties: readonly BodyProperty[], fleet: Fleet, album: Album): string | undefined {
  const { model } = album;
  const { min, max } = fleet;
  // A fleet with a release that lacks it need not be tried, which takes long.
  const without = new Set([...fleet.releases, ...model.changes].filter(atReleases(properties, false, model)));
  const has = (other: OtherFleet): boolean => {
    if (other.fleet.releases.some((release) => without.has(release))) return false;
    return divide(properties, other.fleet, album).isWhole;
  };
  const later = model.changes.filter((release) => release > min);
  const earlier = model.changes.filter((release) => min <= release && release < max);
  const found =
    later.map((release) => from(release, fleet, model)).find(has) ??
    earlier.map((release) => upTo(release, fleet, model)).findLast(has);
  return found?.flag;
}

/** A fleet that differs from another one at one end, and the option that asks for it. */
interface OtherFleet {
  readonly fleet: Fleet;
  readonly flag: string;
}

/** The fleet after all older shops have moved to a release. */
export function from(release: Release, { max, releases, isList }: Fleet, model: Model): OtherFleet {
  if (isList) return listed([release, ...releases.filter((each) => each > release)], model);
  const fleet = createFleet({ min: release, max: Math.max(release, max) as Release, label: "" }, model);
  return { fleet, flag: `--min-version ${formatRelease(release)}` };
}

function upTo(release: Release, { min, releases, isList }: Fleet, model: Model): OtherFleet {
  if (isList) return listed([release, ...releases.filter((each) => each < release)], model);
  const fleet = createFleet({ min, max: release, label: "" }, model);
  return { fleet, flag: `--max-version ${formatRelease(release)}` };
}

function listed(releases: readonly [Release, ...Release[]], model: Model): OtherFleet {
  const fleet = listFleet(releases, model);
  return { fleet, flag: `--versions ${fleet.releases.map(formatRelease).join(",")}` };
}
