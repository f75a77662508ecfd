import { describeShops, describeSpans, describeType } from "../describe.js";
import { createSideShapes } from "../diff/compare-sides.js";
import { createSnapshots, isKnown, listParts, type Snapshots } from "../lattice/snapshot.js";
import { objectsIn, type ObjectTree, once } from "../lattice/tree.js";
import type {
  Direction,
  EventModel,
  Model,
  ProductModel,
  PropertyModel,
  Prose,
  StandingModel,
} from "../model/model.js";
import {
  type BodyProperty,
  type BodyPropertyGroup,
  createPaths,
  findTitle,
  groupByPath,
  listEvents,
  newestType,
  type Paths,
  splitPath,
} from "../model/paths.js";
import { report } from "../problem/catalogue.js";
import { failure, type Outcome, success } from "../problem/problem.js";
import { type QuestionEntry, standings as order } from "../spec/dialect.js";
import { suggest } from "../text/words.js";
import { type Fleet, getCoverage, newTo, releaseFleet, untilChange } from "../time/fleet.js";
import { baseline, formatRelease, type Release } from "../time/release.js";
import {
  covers,
  existsAt,
  existsInEvery,
  existsInSome,
  existsStill,
  firstIn,
  goneIn,
  type Spans,
  uniteAll,
} from "../time/spans.js";
import { formatReason } from "../view/reasons.js";
import { moveEnd } from "../diff/way.js";

/** What there is to say about one thing that a path names. */
export type Explanation = Readonly<ReturnType<typeof explainProperties>>;

/**
 * What a path names, once for what is received and once for what is answered: `form.fields[].separator`,
 * `/form/fields/*\/separator`, `FormField.separator`, `FormField`, or an event.
 */
export function explain(path: string, fleet: Fleet, model: Model): Outcome<readonly Explanation[]> {
  const asked = path.replace(/^event\s+/, "");
  const names = splitPath(asked);
  const paths = createPaths(model);
  const properties = paths.find(asked);
  const event = model.events.find(({ name }) => name === names.join("."));
  if (!event && properties.length === 0) {
    const suggestion = suggestPath(path, names, { ...model, ...paths });
    const isProduct = model.products.some(({ id }) => id === path);
    return failure([report("unknown-path", { path, suggestion, isProduct })]);
  }
  const snapshots = createSnapshots(model);
  return success([
    ...(event ? [explainEvent(event, fleet, snapshots)] : []),
    ...groupByPath(properties).map((group) => explainProperties(group, fleet, snapshots)),
  ]);
}

/** The path that was probably meant: one that ends like this text, or one with a similar spelling or last name. */
function suggestPath(
  text: string,
  names: readonly string[],
  { properties, events }: Pick<Paths, "properties"> & Pick<Model, "events">,
): string | undefined {
  const endingWith = (last: readonly string[]) =>
    properties.find((property) => property.names.slice(-last.length).join(".") === last.join("."))?.path;
  const paths = new Set([...properties.map(({ path }) => path), ...events.map(({ name }) => name)]);
  const lastNames = new Set(names.length === 1 ? properties.flatMap((property) => property.names) : []);
  const last = suggest(text, lastNames);
  return endingWith(names) ?? suggest(text, paths) ?? (last === undefined ? undefined : endingWith([last]));
}

function explainProperties(properties: BodyPropertyGroup, fleet: Fleet, snapshots: Snapshots) {
  const [{ direction, path, model, chain }] = properties;
  const spec = snapshots.model;
  const exists = findExistence(properties, spec);
  const events = listEvents(properties);
  // Nothing is known of the parts of an answer, and of what the POS sends.
  const isAnswer = direction === "response" && chain.length === 1;
  const listTakers = (all: readonly (EventModel | ProductModel)[]) =>
    isAnswer ? all.flatMap(({ name, takes }) => renameTo(name, path, takes)) : [];
  return {
    kind: direction as Direction | "event",
    path,
    description: model.prose.description,
    /** Undefined for an event. */
    type: describeType(newestType(model)) as string | undefined,
    /** Whether all of these events have it always. */
    required: properties.every(({ model: { required } }) => existsStill(required)),
    aside: chain.find(({ aside }) => aside)?.aside,
    events,
    /** Whether every event of the spec is among them. */
    isShared: events.length === spec.events.length,
    exists,
    /** Whether no source tells which release brought it. */
    isUndated: isUndatedProperty(exists, properties, spec),
    /** What no source answers about it. */
    questions: listQuestions(properties[0], spec),
    /** Of an event every answer, of an answer every event: how well it is known that they work together. */
    standings: listTakers(spec.events) as readonly StandingModel[],
    /** Why an event is left out of what is generated; undefined where some answer fits in every shop. */
    leftOut: undefined as string | undefined,
    /** How well it is known which products send an event, or take an answer. */
    products: listTakers(spec.products),
    ...findAvailability(properties, fleet, snapshots),
  };
}

/** What is asked about a property: as one of its type, as the type that it holds, or by its name in a request or an answer. */
function listQuestions({ model, chain, holders }: BodyProperty, spec: Model): QuestionEntry[] {
  const isOutermost = chain.length === 1 && !spec.events.some(({ name }) => name === model.name);
  const holder = holders.at(-1);
  // The spec knows an object as one event has it by the name of its base.
  const title = (holder?.base ?? holder)?.title ?? "";
  const names = [isOutermost ? model.name : `${title}.${model.name}`, findTitle(model)];
  return spec.questions.filter(({ about = [] }) => about.some((name) => names.includes(name)));
}

/** The standing of one name, by the name of what it is the standing of. */
const renameTo = (name: string, known: string, standings: readonly StandingModel[]): StandingModel[] =>
  standings.filter((standing) => standing.name === known).map((standing) => ({ ...standing, name }));

function explainEvent(event: EventModel, fleet: Fleet, snapshots: Snapshots): Explanation {
  const { name, exists, prose, takes } = event;
  const inFleet = getCoverage(fleet, exists);
  // Set if some shops lack it only because they are too old.
  const late = (goneIn(exists) ?? Infinity) > fleet.max ? newTo(fleet, exists) : undefined;
  const isUnanswerable = inFleet !== "no shop" && !createSideShapes(fleet, snapshots).response.body(event);
  return {
    leftOut: isUnanswerable ? formatReason({ kind: "no-safe-response" }, fleet) : undefined,
    kind: "event",
    path: name,
    description: prose.description,
    type: undefined,
    required: false,
    aside: undefined,
    events: [name],
    isShared: false,
    exists,
    isUndated: isUndatedEvent({ exists, prose }),
    questions: snapshots.model.questions.filter(({ about }) => about?.includes(name)),
    standings: takes,
    products: snapshots.model.products.flatMap((product) => renameTo(product.name, name, product.sends)),
    inFleet,
    ...{ everywhereWith: undefined, inFleetElsewhere: undefined },
    reason: inFleet === "every shop" ? undefined : describeAbsence(exists, fleet),
    flag: late === undefined ? undefined : formatFlag("min", late, fleet, snapshots.model),
  };
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
  const isOpen = ({ events, chain }: BodyProperty) =>
    events.every((event) => open.has(event)) || chain.some(({ prose }) => isReleaseOpen(prose));
  return firstIn(exists) === undefined && properties.every(isOpen);
}

const isReleaseOpen = ({ provenance }: Prose): boolean =>
  provenance !== undefined &&
  provenance.kind !== "documented" &&
  (provenance.of ?? ["existence"]).some((part) => part === "existence" || part === "release");

type Standing = Pick<StandingModel, "standing" | "basis">;

/** Sorts what is documented first, and what is contradicted last. */
export const byStanding = (a: Pick<Standing, "standing">, b: Pick<Standing, "standing">): number =>
  order.indexOf(a.standing) - order.indexOf(b.standing);

/** What is known equally well, for the same reason, with its names; what is documented comes first. */
export function groupStandings(standings: readonly StandingModel[]) {
  const groups = new Map<string, Standing & { readonly names: string[] }>();
  for (const { name, standing, basis } of standings) {
    const key = JSON.stringify([standing, basis]);
    once(groups, key, () => ({ standing, basis, names: [] })).names.push(name);
  }
  return [...groups.values()].sort(byStanding);
}

/** What there is to say about one thing, as JSON; null for a release where there is none. */
export type ExplanationJson = ReturnType<typeof explanationToJson>;

/** An explanation as JSON. */
export const explanationToJson = (match: Explanation) => ({
  kind: match.kind,
  path: match.path,
  events: match.events,
  description: match.description,
  ...(match.type !== undefined && { type: match.type, required: match.required }),
  planned: match.aside?.kind === "planned",
  ...(match.aside?.kind === "seen" && { seen: match.aside.where }),
  since: toText(firstIn(match.exists)),
  removed: toText(goneIn(match.exists)),
  lives: match.exists.map(({ from, until }) => ({ since: toText(from), removed: toText(until) })),
  inFleet: match.inFleet,
  ...(match.everywhereWith && { everywhereWith: match.everywhereWith }),
  ...(match.reason !== undefined && { reason: match.reason }),
  ...(match.leftOut !== undefined && { reason: match.leftOut }),
  ...(match.flag !== undefined && { flag: match.flag }),
  ...(match.isUndated && { undated: true }),
  ...(match.questions.length > 0 && {
    open: match.questions.map(({ id, question }) => ({ id, question })),
  }),
  ...(match.standings.length > 0 && { standings: match.standings }),
  ...(match.products.length > 0 && { products: match.products }),
});

const toText = (release: Release | undefined): string | null =>
  release === undefined ? null : formatRelease(release);

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

/** How much of a fleet has the same property of several events, why not every shop, and which option would choose a fleet that has it everywhere. */
function findAvailability(properties: readonly BodyProperty[], fleet: Fleet, snapshots: Snapshots) {
  const { everywhere, elsewhere, isWhole } = divide(properties, fleet, snapshots);
  const isDivided = !isWhole && everywhere.length > 0;
  const exists = findExistence(properties, snapshots.model);
  const lacking = elsewhere.length > 0 ? findExistence(elsewhere, snapshots.model) : exists;
  const inSome = isDivided || existsInSome(exists, fleet.releases);
  return {
    inFleet: isWhole ? "every shop" : inSome ? "some shops" : "no shop",
    /** Set where every shop has it with some events, but not with all: those events, and how much has it with others. */
    everywhereWith: isDivided ? listEvents(everywhere) : undefined,
    inFleetElsewhere: isDivided ? getCoverage(fleet, lacking) : undefined,
    reason: isWhole ? undefined : describeAbsence(lacking, fleet),
    flag: isWhole ? undefined : findFlag(properties, fleet, snapshots),
  };
}

/** Why not every shop has what exists in these spans: some run a release without it, or no value works in all of them. */
const describeAbsence = (exists: Spans, fleet: Fleet): string =>
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
function formatFlag(end: "min" | "max", release: Release, fleet: Fleet, model: Model): string {
  if (!fleet.isList) return `--${end}-version ${formatRelease(release)}`;
  return `--versions ${moveEnd(end, release, fleet, model).releases.map(formatRelease).join(",")}`;
}
