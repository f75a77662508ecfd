import { describeType } from "../describe.js";
import { createSideShapes } from "../diff/compare/compare-sides.js";
import { createSnapshots, type Snapshots } from "../lattice/snapshot.js";
import { once } from "../lattice/tree.js";
import type { Aside, EventModel, Model, ProductModel, Prose, StandingModel } from "../model/model.js";
import {
  createPaths,
  findTitle,
  groupByPath,
  listEvents,
  newestType,
  splitPath,
  type BodyProperty,
  type BodyPropertyGroup,
  type Paths,
} from "../model/paths.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { standings as order, type QuestionEntry } from "../spec/dialect.js";
import { suggest } from "../text/words.js";
import { getCoverage, newTo, type Fleet } from "../time/fleet.js";
import { formatRelease, type Release } from "../time/release.js";
import { existsStill, firstIn, goneIn, type Spans } from "../time/spans.js";
import { formatReason } from "../view/reasons.js";
import { describeAbsence, findAvailability, findExistence, formatFlag } from "./availability.js";
import type { FleetAvailability } from "./availability.js";

/** What there is to say about one thing that a path names. */
export interface Explanation extends FleetAvailability {
  readonly kind: "event" | "request" | "response";
  readonly path: string;
  readonly description: string;
  /** Undefined for an event. */
  readonly type: string | undefined;
  /** Whether all of these events have it always. */
  readonly required: boolean;
  readonly aside: Aside | undefined;
  readonly events: readonly string[];
  /** Whether every event of the spec is among them. */
  readonly isShared: boolean;
  readonly exists: Spans;
  /** Whether no source tells which release brought it. */
  readonly isUndated: boolean;
  /** What no source answers about it. */
  readonly questions: readonly QuestionEntry[];
  /** Of an event every answer, of an answer every event: how well it is known that they work together. */
  readonly standings: readonly StandingModel[];
  /** How well it is known which products send an event, or take an answer. */
  readonly products: readonly StandingModel[];
  /** Why an event is left out of what is generated; undefined where some answer fits in every shop. */
  readonly leftOut?: string;
}

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

function explainProperties(properties: BodyPropertyGroup, fleet: Fleet, snapshots: Snapshots): Explanation {
  const [{ direction, path, model, chain }] = properties;
  const spec = snapshots.model;
  const exists = findExistence(properties, spec);
  const events = listEvents(properties);
  // Nothing is known of the parts of an answer, and of what the POS sends.
  const isAnswer = direction === "response" && chain.length === 1;
  const listTakers = (all: readonly (EventModel | ProductModel)[]) =>
    isAnswer ? all.flatMap(({ name, takes }) => renameTo(name, path, takes)) : [];
  return {
    kind: direction,
    path,
    description: model.prose.description,
    type: describeType(newestType(model)),
    required: properties.every(({ model: { required } }) => existsStill(required)),
    aside: chain.find(({ aside }) => aside)?.aside,
    events,
    isShared: events.length === spec.events.length,
    exists,
    isUndated: isUndatedProperty(exists, properties, spec),
    questions: listQuestions(properties[0], spec),
    standings: listTakers(spec.events),
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
    ...(isUnanswerable && { leftOut: formatReason({ kind: "no-safe-response" }, fleet) }),
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
