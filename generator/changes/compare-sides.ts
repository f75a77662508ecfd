import { createShapes } from "../contract/lattice/shapes.js";
import type { Snapshots } from "../contract/lattice/snapshot.js";
import type { ObjectTree } from "../contract/lattice/tree.js";
import type { Direction, EventModel } from "../contract/model/model.js";
import { errorRequestName } from "../contract/read/files.js";
import type { Fleet } from "../base/time/fleet.js";
import { existsInEvery } from "../base/time/spans.js";
import { found, switched, under, type Found, type Located } from "./change.js";
import type { ChangeCode } from "./kinds.js";
import { compareProperties, compareProse, createComparer } from "./compare-objects.js";
import type { Comparer } from "./compare-types.js";

/** One side of a comparison: the contract as a fleet sees it; a fleet of one release is its snapshot. */
export type Side = Readonly<ReturnType<typeof createSide>>;

interface EventSide {
  readonly model: EventModel;
  readonly request: ObjectTree;
  /** Undefined where no answer works in every shop. */
  readonly response: ObjectTree | undefined;
}

/** The shapes of what any shop of a fleet may send, and of what all of them take. */
export const createSideShapes = ({ releases }: Fleet, snapshots: Snapshots) => ({
  request: createShapes({ snapshots, releases, direction: "request", bound: "join" }),
  response: createShapes({ snapshots, releases, direction: "response", bound: "meet" }),
});

/** The side of a fleet. */
export function createSide(fleet: Fleet, snapshots: Snapshots) {
  const { events, errorRequest, errorCodes } = snapshots.model;
  const shapes = createSideShapes(fleet, snapshots);
  const sides = events.flatMap((model): EventSide[] => {
    const request = shapes.request.body(model);
    return request ? [{ model, request, response: shapes.response.body(model) }] : [];
  });
  return {
    fleet,
    events: new Map(sides.map((side) => [side.model.name, side] as const)),
    errorRequest: shapes.request.object(errorRequest),
    /** The title of the enum of the error codes. */
    errorCodes: errorCodes?.title,
    /** Every answer that some event takes. */
    answers: new Set(sides.flatMap(listAnswers)),
  };
}

/** The answers that an event takes. */
const listAnswers = ({ response }: EventSide): readonly string[] => [...(response?.properties.keys() ?? [])];

/** The events that two sides have in common. */
export const commonEvents = (old: Side, now: Side): readonly string[] =>
  [...now.events.keys()].filter((name) => old.events.has(name));

/** Everything that differs between two sides, event by event. */
export function compareSides(old: Side, now: Side): readonly Located[] {
  const toContext = (direction: Direction): Context => {
    const fleets = [old.fleet, now.fleet] as const;
    return { old, now, comparer: createComparer({ direction, fleets, errorCodes: now.errorCodes }) };
  };
  const [requests, responses] = [toContext("request"), toContext("response")];
  const names = new Set([...now.events.keys(), ...old.events.keys()]);
  const [before, after] = [old.errorRequest, now.errorRequest];
  const errors = before && after ? requests.comparer.objects(before, after) : [];
  return [
    ...[...names].flatMap((event) => [
      ...locate("request", event, compareRequests(event, requests)),
      ...locate("response", event, compareResponses(event, responses)),
    ]),
    ...locate("request", errorRequestName, errors),
  ];
}

const locate = (direction: Direction, event: string, findings: readonly Found[]): readonly Located[] =>
  findings.map((finding) => ({ ...finding, direction, event }));

/** Equal for the same finding in the same event and direction. */
export const locatedKey = ({ event, direction, code, pointer, detail }: Located): string =>
  JSON.stringify([event, direction, code, pointer, detail]);

interface Context {
  readonly old: Side;
  readonly now: Side;
  readonly comparer: Comparer;
}

function compareRequests(event: string, { old, now, comparer }: Context): readonly Found[] {
  const [before, after] = [old.events.get(event), now.events.get(event)];
  if (!before || !after) return [found(after ? "event-added" : "event-removed")];
  const isEverywhere = ({ model }: EventSide, { releases }: Fleet) => existsInEvery(model.exists, releases);
  const reach = [isEverywhere(before, old.fleet), isEverywhere(after, now.fleet)] as const;
  const toCode: Comparer["toCode"] = (change, _, isRequired) =>
    `${isRequired ? "required-" : ""}object-${change}`;
  return [
    ...switched(...reach, ["event-in-every-shop", "event-not-in-every-shop"]),
    ...compareProse(before.model.prose, after.model.prose, comparer.fleets),
    ...compareProperties(before.request, after.request, { ...comparer, toCode }),
  ];
}

function compareResponses(event: string, context: Context): readonly Found[] {
  const { old, now } = context;
  const [before, after] = [old.events.get(event), now.events.get(event)];
  if (before && after) return compareAnswers(before, after, context);
  // Answers come, or go, together with the only events that take them.
  const alone = (side: EventSide | undefined, other: Side, code: ChangeCode): readonly Found[] =>
    (side ? listAnswers(side) : [])
      .filter((name) => !other.answers.has(name))
      .flatMap((name) => under(name, [found(code)]));
  return [
    ...(after && !after.response ? [found("event-unanswerable")] : []),
    ...alone(after, old, "answer-added"),
    ...alone(before, now, "answer-removed"),
  ];
}

/** What changed in what an event may be answered with. */
function compareAnswers(before: EventSide, after: EventSide, context: Context): readonly Found[] {
  const { old, now, comparer } = context;
  const [mine, theirs] = [before.response, after.response];
  const [isOptional, isOptionalNow] = [before.model.pollingOptional, after.model.pollingOptional];
  const toCode: Comparer["toCode"] = (change, name, isRequired) => {
    if (change === "removed") return now.answers.has(name) ? "answer-restricted" : "answer-removed";
    if (isRequired) return "required-answer-added";
    return old.answers.has(name) ? "answer-allowed" : "answer-added";
  };
  return [
    ...switched(isOptional, isOptionalNow, ["polling-optional", "polling-required"]),
    ...switched(mine !== undefined, theirs !== undefined, ["event-answerable", "event-unanswerable"]),
    ...(mine && theirs ? compareProperties(mine, theirs, { ...comparer, toCode }) : []),
    ...compareStandings(before, after),
  ];
}

/** Whether something else is known of an answer than before; one that is not taken any more is another change. */
const compareStandings = (old: EventSide, now: EventSide): readonly Found[] =>
  now.model.takes.flatMap(({ name, standing }) => {
    const before = old.model.takes.find((known) => known.name === name)?.standing;
    const isTaken = [old, now].every(({ response }) => response?.properties.has(name));
    if (before === undefined || before === standing || !isTaken) return [];
    return under(name, [found("standing-changed", `${standing}, was ${before}`)]);
  });
