import type { TillActName } from "../../contract/read/dialect.js";
import { contains } from "../../contract/read/values.js";
import { findTarget, isForAllElse } from "../../contract/model/flow-model.js";
import type { FlowEdgeModel, FlowModel, FlowStepModel } from "../../contract/model/flow-model.js";
import type { EventModel } from "../../contract/model/model.js";
import { getAt, merge, putAt, without, type JsonObject } from "../../base/json.js";
import type { Finding } from "./till.js";
import { placeParts, type Order } from "./request.js";
import { asksToPoll, isBlocking, whyNotSent, type TillSetUp } from "./till-set-up.js";
import type { Sale } from "./sale.js";

/** How far the till is in every flow, and what it will send by itself. */
export interface Plans {
  courses: readonly Course[];
  pending: readonly Pending[];
}

/** How far the till is in a flow. */
interface Course {
  readonly flow: FlowModel;
  readonly step: FlowStepModel;
  /** The request of the step, for those that follow. */
  readonly request: JsonObject;
}

/** Something that the till will send by itself. */
export interface Pending {
  /** What it goes on with: a flow, or an event that polls. */
  readonly key: string;
  readonly order: Order;
  /** In milliseconds of the till's clock. */
  readonly at: number;
  /** Whether an answer can bring it to an end. */
  readonly canEnd: boolean;
}

/** One request and the answer to it. */
interface Turn {
  readonly event: EventModel;
  readonly request: JsonObject;
  readonly answer: JsonObject;
}

/** How far the till is in every flow, and what it will send by itself, after an answer. */
export function proceed(plans: Plans, turn: Turn, setUp: TillSetUp, now: number) {
  const { event, request } = turn;
  const { flows, events } = setUp.model;
  const at = findNextTime(setUp, now);
  const moves = flows.flatMap((flow) => follow(flow, turn, plans.courses));
  const nexts = moves.flatMap(({ flow, next }): readonly Pending[] => {
    const following = next && events.find(({ name }) => name === next.event);
    // What a till of this release or product does not send, it does not go on with.
    if (!following || whyNotSent(following, setUp) !== undefined) return [];
    const order = { ...repeatOrder(following, request), isAgain: following === event };
    return [{ key: flow.name, order, at, canEnd: canEnd(flow, next) }];
  });
  const again = { key: event.name, order: repeatOrder(event, request), at, canEnd: true };
  const done = [event.name, ...moves.flatMap(({ flow, isBack }) => (isBack ? [] : flow.name))];
  return {
    courses: [
      ...plans.courses.filter(({ flow }) => !moves.some((move) => move.flow.name === flow.name)),
      ...moves.flatMap(({ course }) => course ?? []),
    ],
    pending: [
      ...plans.pending.filter(({ key }) => !done.includes(key)),
      ...eachEventOnce([...nexts, ...(pollsOn(turn, setUp) ? [again] : [])]),
    ],
    /** Whether the answer by itself brings a flow to its end. */
    settles: moves.some(({ settles }) => settles),
    /** Why the till cannot go on by this answer. */
    findings: moves.flatMap(({ findings }) => findings),
  };
}

/** What an answer leads to in a flow, if the event is a step of it. */
function follow(flow: FlowModel, turn: Turn, courses: readonly Course[]) {
  const { event, request, answer } = turn;
  const course = courses.find((each) => each.flow.name === flow.name);
  const step = findStep(flow, event, course);
  if (!step) return [];
  const decided = step.next.filter((edge) => isDecided(edge, answer));
  // What happens at the till is for a user to say.
  const edge = decided[0] ?? step.next.find(isForAllElse);
  const target = edge && findTarget(flow, edge);
  const here = target?.kind === "end" ? undefined : { flow, step, request };
  // Then all comes that would have come without the event.
  const isBack = target?.kind === "back";
  return [
    {
      /** Without a course, the flow is over. */
      flow,
      isBack,
      course: isBack ? course : here,
      next: target?.kind === "step" ? target.step : undefined,
      settles: decided.some((each) => findTarget(flow, each).kind === "end"),
      findings: findContradictions(flow, step, answer, decided),
    },
  ];
}

/**
 * The flow's step that the event is, given how far the till is; undefined if it is none. A user may do anything at any time:
 * an event that does not follow is the first step that it can be.
 */
function findStep(flow: FlowModel, event: EventModel, course: Course | undefined): FlowStepModel | undefined {
  const steps = flow.anyEvent ? [] : flow.steps.filter((step) => step.event === event.name && !step.isReport);
  const follows = (step: FlowStepModel): boolean =>
    course !== undefined &&
    (course.step.next.some(({ to }) => to === step.id) ||
      step.between.includes(course.step.id) ||
      step === course.step);
  return steps.find(follows) ?? steps[0];
}

const isDecided = ({ answer: part, till }: FlowEdgeModel, answer: JsonObject): boolean =>
  part !== undefined && till === undefined && contains(answer, part);

/** Why an answer cannot be: it says two things at once, or what the flow expects at other steps, once it is over. */
function findContradictions(
  flow: FlowModel,
  step: FlowStepModel,
  answer: JsonObject,
  decided: readonly FlowEdgeModel[],
): readonly Finding[] {
  const { next } = step;
  if (new Set(decided.map(({ to }) => to)).size > 1) {
    const parts = decided.map((edge) => describePart(edge)).join(" and ");
    return [{ code: "contradiction", message: `The answer says ${parts}: the till cannot do both.` }];
  }
  const isEnd = ({ to }: FlowEdgeModel): boolean => flow.ends.some(({ id }) => id === to);
  if (!next.every(isEnd)) return [];
  const late = flow.steps
    .flatMap((each) => each.next)
    .find((edge) => isDecided(edge, answer) && isEnd(edge) && !next.some(({ to }) => to === edge.to));
  if (!late) return [];
  const message = `The answer says ${describePart(late)}, and it is too late for that: the flow ends with \`${step.event}\`.`;
  return [{ code: "after-end", message }];
}

const describePart = ({ answer }: FlowEdgeModel): string => `\`${JSON.stringify(answer)}\``;

/** Whether a step comes to something: answers alone lead to an end, or at least not to the same step for ever. */
function canEnd(flow: FlowModel, start: FlowStepModel): boolean {
  const reached = new Set<FlowStepModel>();
  const left = [start];
  for (const step of left) {
    const targets = step.next.filter(({ till }) => till === undefined).map((edge) => findTarget(flow, edge));
    if (targets.some(({ kind }) => kind === "end")) return true;
    const steps = targets.flatMap((target) => (target.kind === "step" ? target.step : []));
    left.push(...steps.filter((each) => !reached.has(each)));
    steps.forEach((each) => reached.add(each));
  }
  return !reached.has(start);
}

/** When the till sends next by itself. Without any time between two requests, waiting would never end. */
const findNextTime = ({ settings }: TillSetUp, now: number): number => now + Math.max(settings.pollEvery, 1);

/** Whether the request says that the event polls, and the answer does not say that it is over. */
function pollsOn({ event, request, answer }: Turn, setUp: TillSetUp): boolean {
  const { polling } = setUp.model;
  if (!polling || event.pollingOptional || !isBlocking(event, setUp)) return false;
  const isOver = getAt(answer, [polling.ends.object, polling.ends.property]) === true;
  return !isOver && asksToPoll(request, setUp.model);
}

/** Several flows may go on with the same event: it is one request. */
const eachEventOnce = (pending: readonly Pending[]): readonly Pending[] =>
  pending.filter(
    ({ order }, index) => pending.findIndex((other) => other.order.event === order.event) === index,
  );

/** The same event once more, with all that it carried. */
export const repeatOrder = (event: EventModel, request: JsonObject, parts: JsonObject = {}): Order => ({
  event,
  said: merge(carryOver(request, event), placeParts(event, parts)),
  isAgain: true,
});

/** What of a request another event can carry, but for what is made anew for each. */
function carryOver(request: JsonObject, { request: { properties } }: EventModel): JsonObject {
  const others = Object.keys(request).filter((name) => !properties.some((each) => each.name === name));
  return without(request, new Set([...others, "event", "sender", "session", "dialog", "form"]));
}

/** What a later step of a flow carries on: what the step before had, but for what somebody does anew at the till. */
export function findCarried(event: EventModel, courses: readonly Course[]): JsonObject {
  const course = courses.find((each) => {
    const step = findStep(each.flow, event, each);
    return step !== undefined && step !== each.flow.steps[0];
  });
  const anew = event.till.flatMap(({ at }) => at?.object ?? []);
  return course ? without(carryOver(course.request, event), new Set(anew)) : {};
}

/** The events that tell of what an answer changed in a sale, if the till is set to send any. */
export function listFired(before: Sale, after: Sale, setUp: TillSetUp, now: number): readonly Pending[] {
  const { additionsFireAdd, relationFiresSelect } = setUp.settings;
  const { added, lines, relation } = after;
  const fresh = lines.filter(({ lineId = null }) => added.has(lineId) && !before.added.has(lineId));
  const changes: readonly (readonly [TillActName, JsonObject])[] = [
    ...(additionsFireAdd ? fresh.map((line) => ["putLine", line] as const) : []),
    ...(relationFiresSelect && relation && relation !== before.relation
      ? [["setRelation", relation] as const]
      : []),
  ];
  const at = findNextTime(setUp, now);
  const orders = changes.flatMap(([act, part]) => listTelling(act, part, setUp));
  return orders.map((order) => ({ key: JSON.stringify(order.said), order, at, canEnd: false }));
}

/** The spec says which event tells of which act. What was done is not done again. */
const listTelling = (act: TillActName, part: JsonObject, { model }: TillSetUp): readonly Order[] =>
  model.events.flatMap((event) =>
    event.till.flatMap(({ act: told, at }) =>
      told === act && at ? [{ event, said: putAt({}, [at.object, at.property], part), isAgain: true }] : [],
    ),
  );
