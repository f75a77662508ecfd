import { createShapes } from "../contract/lattice/shapes.js";
import type { Snapshots } from "../contract/lattice/snapshot.js";
import type { ObjectTree } from "../contract/lattice/tree.js";
import type { Direction, EventModel } from "../contract/model/model.js";
import { errorRequestName } from "../contract/read/files.js";
import type { Fleet } from "../base/time/fleet.js";
import { existsInEvery } from "../base/time/spans.js";
import { toFinding, compareFlags, nestFindings, type Findings, type EventFinding } from "./change.js";
import type { ChangeCode } from "./kinds.js";
import { compareProperties, compareProse, createComparer } from "./compare-objects.js";
import type { Comparer } from "./compare-types.js";

/** One side of a comparison: the contract as a fleet sees it. A fleet of one release sees its snapshot. */
export type ContractSide = Readonly<ReturnType<typeof createSide>>;

interface EventSide {
  readonly model: EventModel;
  readonly request: ObjectTree;
  /** Undefined if no answer works in every shop. */
  readonly response: ObjectTree | undefined;
}

/** The shapes that any shop of a fleet may send, and those that all of them accept. */
export const createSideShapes = ({ releases }: Fleet, snapshots: Snapshots) => ({
  request: createShapes({ snapshots, releases, direction: "request", bound: "join" }),
  response: createShapes({ snapshots, releases, direction: "response", bound: "meet" }),
});

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
    errorCodes: errorCodes?.title,
    answers: new Set(sides.flatMap(listAnswerNames)),
  };
}

const listAnswerNames = ({ response }: EventSide): readonly string[] => [
  ...(response?.properties.keys() ?? []),
];

export const listCommonEvents = (old: ContractSide, now: ContractSide): readonly string[] =>
  [...now.events.keys()].filter((name) => old.events.has(name));

export function compareSides(old: ContractSide, now: ContractSide): readonly EventFinding[] {
  const toContext = (direction: Direction): SideComparison => {
    const fleets = [old.fleet, now.fleet] as const;
    return { old, now, comparer: createComparer({ direction, fleets, errorCodes: now.errorCodes }) };
  };
  const [requests, responses] = [toContext("request"), toContext("response")];
  const names = new Set([...now.events.keys(), ...old.events.keys()]);
  const [before, after] = [old.errorRequest, now.errorRequest];
  const errors = before && after ? requests.comparer.objects(before, after) : [];
  return [
    ...[...names].flatMap((event) => [
      ...toEventFindings("request", event, compareRequests(event, requests)),
      ...toEventFindings("response", event, compareResponses(event, responses)),
    ]),
    ...toEventFindings("request", errorRequestName, errors),
  ];
}

const toEventFindings = (direction: Direction, event: string, findings: Findings): readonly EventFinding[] =>
  findings.map((finding) => ({ ...finding, direction, event }));

/** A key that equal findings in the same event and direction share. */
export const toFindingKey = ({ event, direction, code, pointer, detail }: EventFinding): string =>
  JSON.stringify([event, direction, code, pointer, detail]);

interface SideComparison {
  readonly old: ContractSide;
  readonly now: ContractSide;
  readonly comparer: Comparer;
}

function compareRequests(event: string, { old, now, comparer }: SideComparison): Findings {
  const [before, after] = [old.events.get(event), now.events.get(event)];
  if (!before || !after) return [toFinding(after ? "event-added" : "event-removed")];
  const isEverywhere = ({ model }: EventSide, { releases }: Fleet) => existsInEvery(model.exists, releases);
  const reach = [isEverywhere(before, old.fleet), isEverywhere(after, now.fleet)] as const;
  const toCode: Comparer["toCode"] = (change, _, isRequired) =>
    `${isRequired ? "required-" : ""}object-${change}`;
  return [
    ...compareFlags(...reach, ["event-in-every-shop", "event-not-in-every-shop"]),
    ...compareProse(before.model.prose, after.model.prose, comparer.fleets),
    ...compareProperties(before.request, after.request, { ...comparer, toCode }),
  ];
}

function compareResponses(event: string, context: SideComparison): Findings {
  const { old, now } = context;
  const [before, after] = [old.events.get(event), now.events.get(event)];
  if (before && after) return compareAnswers(before, after, context);
  // An answer is added or removed together with the only events that accept it.
  const alone = (side: EventSide | undefined, other: ContractSide, code: ChangeCode): Findings =>
    (side ? listAnswerNames(side) : [])
      .filter((name) => !other.answers.has(name))
      .flatMap((name) => nestFindings(name, [toFinding(code)]));
  return [
    ...(after && !after.response ? [toFinding("event-unanswerable")] : []),
    ...alone(after, old, "answer-added"),
    ...alone(before, now, "answer-removed"),
  ];
}

function compareAnswers(before: EventSide, after: EventSide, context: SideComparison): Findings {
  const { old, now, comparer } = context;
  const [mine, theirs] = [before.response, after.response];
  const [isOptional, isOptionalNow] = [before.model.pollingOptional, after.model.pollingOptional];
  const toCode: Comparer["toCode"] = (change, name, isRequired) => {
    if (change === "removed") return now.answers.has(name) ? "answer-restricted" : "answer-removed";
    if (isRequired) return "required-answer-added";
    return old.answers.has(name) ? "answer-allowed" : "answer-added";
  };
  return [
    ...compareFlags(isOptional, isOptionalNow, ["polling-optional", "polling-required"]),
    ...compareFlags(mine !== undefined, theirs !== undefined, ["event-answerable", "event-unanswerable"]),
    ...(mine && theirs ? compareProperties(mine, theirs, { ...comparer, toCode }) : []),
    ...compareStandings(before, after),
  ];
}

/** A removed answer is reported as a different change. */
const compareStandings = (old: EventSide, now: EventSide): Findings =>
  now.model.takes.flatMap(({ name, standing }) => {
    const before = old.model.takes.find((known) => known.name === name)?.standing;
    const isTaken = [old, now].every(({ response }) => response?.properties.has(name));
    if (before === undefined || before === standing || !isTaken) return [];
    return nestFindings(name, [toFinding("standing-changed", `${standing}, was ${before}`)]);
  });
