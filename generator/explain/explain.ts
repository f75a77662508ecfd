import { createSides } from "../diff/side.js";
import { createAlbum, type Album } from "../lattice/album.js";
import type { Aside, EventModel, Model, StandingModel } from "../model/model.js";
import { newestType } from "../model/walk.js";
import { success, type Outcome } from "../problem/problem.js";
import type { QuestionEntry } from "../spec/dialect.js";
import { getCoverage, newTo, type Fleet } from "../time/fleet.js";
import { existsStill, goneIn, type Spans } from "../time/spans.js";
import { findAvailability, from, type FleetAvailability } from "./availability.js";
import { describeType } from "./describe-type.js";
import { createHistory } from "./history.js";
import { findTitle, lookUp } from "./lookup.js";
import { isUndatedEvent, isUndatedProperty } from "./undated.js";
import { groupByPath, type EventProperty, type EventPropertyGroup } from "./event-properties.js";

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
  /** Set for an event that no answer fits in every shop: it is left out of what is generated. */
  readonly isUnanswerable?: true;
}

/** What a path names, once for what is received and once for what is answered. */
export function explain(path: string, fleet: Fleet, model: Model): Outcome<readonly Explanation[]> {
  const named = lookUp(path, model);
  if (!named.ok) return named;
  const { event, properties } = named.value;
  const album = createAlbum(model);
  return success([
    ...(event ? [explainEvent(event, fleet, album)] : []),
    ...groupByPath(properties).map((group) => explainProperties(group, fleet, album)),
  ]);
}

function explainProperties(properties: EventPropertyGroup, fleet: Fleet, album: Album): Explanation {
  const [{ direction, path, model, chain }] = properties;
  const exists = createHistory(album)(properties);
  const events = properties.map(({ event }) => event);
  return {
    kind: direction,
    path,
    description: model.prose.description,
    type: describeType(newestType(model)),
    required: properties.every(({ model: { required } }) => existsStill(required)),
    aside: chain.find(({ aside }) => aside)?.aside,
    events,
    isShared: events.length === album.model.events.length,
    exists,
    isUndated: isUndatedProperty(exists, properties, album.model),
    questions: listQuestions(properties[0], album.model),
    ...explainAnswer(properties, album.model),
    ...findAvailability(properties, exists, fleet, album),
  };
}

/** What is asked about a property: as one of its type, as the type that it holds, or by its name in a request or an answer. */
function listQuestions(
  { model, chain, holders }: EventProperty,
  { events, questions }: Model,
): QuestionEntry[] {
  const isOutermost = chain.length === 1 && !events.some(({ name }) => name === model.name);
  const holder = holders.at(-1);
  // The spec knows an object as one event has it by the name of its base.
  const title = (holder?.base ?? holder)?.title ?? "";
  const names = [isOutermost ? model.name : `${title}.${model.name}`, findTitle(model)];
  return questions.filter(({ about = [] }) => about.some((name) => names.includes(name)));
}

type Known = Pick<Explanation, "standings" | "products">;

/** What is known of an answer as a whole; nothing of its parts, and of what the POS sends. */
function explainAnswer([{ direction, chain, path }]: EventPropertyGroup, model: Model): Known {
  if (direction === "request" || chain.length > 1) return { standings: [], products: [] };
  return {
    standings: model.events.flatMap(({ name, takes }) => renameTo(name, path, takes)),
    products: model.products.flatMap(({ name, takes }) => renameTo(name, path, takes)),
  };
}

/** The standing of one name, by the name of what it is the standing of. */
const renameTo = (name: string, known: string, standings: readonly StandingModel[]): StandingModel[] =>
  standings.filter((standing) => standing.name === known).map((standing) => ({ ...standing, name }));

function explainEvent({ name, exists, prose, takes }: EventModel, fleet: Fleet, album: Album): Explanation {
  const inFleet = getCoverage(fleet, exists);
  // Set if some shops lack it only because they are too old.
  const late = (goneIn(exists) ?? Infinity) > fleet.max ? newTo(fleet, exists) : undefined;
  const side = createSides(album)(fleet).events.get(name);
  return {
    ...(side && !side.response && { isUnanswerable: true }),
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
    questions: album.model.questions.filter(({ about }) => about?.includes(name)),
    standings: takes,
    products: album.model.products.flatMap((product) => renameTo(product.name, name, product.sends)),
    inFleet,
    reason: inFleet === "every shop" ? undefined : "time",
    flag: late === undefined ? undefined : from(late, fleet, album.model).flag,
  };
}
