import type { TillActName } from "../../contract/read/dialect.js";
import { contains } from "../../contract/read/values.js";
import { findEdgeTarget, isForAllElse } from "../../contract/model/flow-model.js";
import type { FlowEdgeModel, FlowModel, FlowStepModel } from "../../contract/model/flow-model.js";
import type { EventModel } from "../../contract/model/model.js";
import { getAt, merge, putAt, omitProperties, type JsonObject } from "../../base/json.js";
import type { Finding } from "./till-types.js";
import { placeParts, type EventOrder } from "./request.js";
import { asksToPoll, isBlocking, whyNotSent, type TillSetUp } from "./till-set-up.js";
import type { Sale } from "./sale.js";

export interface TillPlans {
  flowProgress: readonly FlowProgress[];
  pending: readonly PendingOrder[];
}

export interface FlowProgress {
  readonly flow: FlowModel;
  readonly step: FlowStepModel;
  readonly request: JsonObject;
}

export interface PendingOrder {
  /** The flow or the polling event that it continues. */
  readonly key: string;
  readonly order: EventOrder;
  /** In milliseconds on the till's clock. */
  readonly at: number;
  /** True if an answer can end it. */
  readonly canEnd: boolean;
  /** Tells whether what it reports still holds. Absent if it always does. */
  readonly isCurrent?: (sale: Sale) => boolean;
}

export interface AnsweredRequest {
  readonly event: EventModel;
  readonly request: JsonObject;
  readonly answer: JsonObject;
}

export function advanceFlows(plans: TillPlans, turn: AnsweredRequest, setUp: TillSetUp, now: number) {
  const { event, request } = turn;
  const { flows, events } = setUp.model;
  const at = findNextTime(setUp, now);
  const moves = flows.flatMap((flow) => advanceFlow(flow, turn, plans.flowProgress));
  const nexts = moves.flatMap(({ flow, next }): readonly PendingOrder[] => {
    const following = next && events.find(({ name }) => name === next.event);
    if (!following || whyNotSent(following, setUp) !== undefined) return [];
    const order = { ...repeatOrder(following, request), isAgain: following === event };
    return [{ key: flow.name, order, at, canEnd: canEnd(flow, next) }];
  });
  const again = { key: event.name, order: repeatOrder(event, request), at, canEnd: true };
  const done = [event.name, ...moves.flatMap(({ flow, isBack }) => (isBack ? [] : flow.name))];
  return {
    flowProgress: [
      ...plans.flowProgress.filter(({ flow }) => !moves.some((move) => move.flow.name === flow.name)),
      ...moves.flatMap(({ progress }) => progress ?? []),
    ],
    pending: [
      ...plans.pending.filter(({ key }) => !done.includes(key)),
      ...eachEventOnce([...nexts, ...(pollsOn(turn, setUp) ? [again] : [])]),
    ],
    settles: moves.some(({ settles }) => settles),
    findings: moves.flatMap(({ findings }) => findings),
  };
}

/** Empty if the event is not a step of the flow. */
export function advanceFlow(flow: FlowModel, turn: AnsweredRequest, flowProgress: readonly FlowProgress[]) {
  const { event, request, answer } = turn;
  const progress = flowProgress.find((each) => each.flow.name === flow.name);
  const step = findStep(flow, event, progress);
  if (!step) return [];
  const decided = step.next.filter((edge) => isDecided(edge, answer));
  // The user decides about steps at the till.
  const edge = decided[0] ?? step.next.find(isForAllElse);
  const target = edge && findEdgeTarget(flow, edge);
  const here = target?.kind === "end" ? undefined : { flow, step, request };
  // Continue as if the event had not happened.
  const isBack = target?.kind === "back";
  return [
    {
      /** Without progress, the flow is over. */
      flow,
      isBack,
      progress: isBack ? progress : here,
      next: target?.kind === "step" ? target.step : undefined,
      settles: decided.some((each) => findEdgeTarget(flow, each).kind === "end"),
      findings: findContradictions(flow, step, answer, decided),
    },
  ];
}

/**
 * Finds the step that an event represents. Users may do anything at any time, so an event out of sequence counts
 * as the first step that it matches.
 */
function findStep(
  flow: FlowModel,
  event: EventModel,
  progress: FlowProgress | undefined,
): FlowStepModel | undefined {
  const steps = flow.anyEvent ? [] : flow.steps.filter((step) => step.event === event.name && !step.isReport);
  const follows = (step: FlowStepModel): boolean =>
    progress !== undefined &&
    (progress.step.next.some(({ to }) => to === step.id) ||
      step.between.includes(progress.step.id) ||
      step === progress.step);
  return steps.find(follows) ?? steps[0];
}

const isDecided = ({ answer: part, till }: FlowEdgeModel, answer: JsonObject): boolean =>
  part !== undefined && till === undefined && contains(answer, part);

/** Rejects an answer that says two things at once, or decides a flow that is already over. */
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
  const message = `The answer says ${describePart(late)}, which is too late: the flow ends with \`${step.event}\`.`;
  return [{ code: "after-end", message }];
}

const describePart = ({ answer }: FlowEdgeModel): string => `\`${JSON.stringify(answer)}\``;

/** True if answers alone can lead from a step to an end, or at least not back to the same step forever. */
function canEnd(flow: FlowModel, start: FlowStepModel): boolean {
  const reached = new Set<FlowStepModel>();
  const left = [start];
  for (const step of left) {
    const targets = step.next
      .filter(({ till }) => till === undefined)
      .map((edge) => findEdgeTarget(flow, edge));
    if (targets.some(({ kind }) => kind === "end")) return true;
    const steps = targets.flatMap((target) => (target.kind === "step" ? target.step : []));
    left.push(...steps.filter((each) => !reached.has(each)));
    steps.forEach((each) => reached.add(each));
  }
  return !reached.has(start);
}

/** At least 1 ms later, because waiting would never end otherwise. */
const findNextTime = ({ settings }: TillSetUp, now: number): number => now + Math.max(settings.pollEvery, 1);

function pollsOn({ event, request, answer }: AnsweredRequest, setUp: TillSetUp): boolean {
  const { polling } = setUp.model;
  if (!polling || event.pollingOptional || !isBlocking(event, setUp)) return false;
  const isOver = getAt(answer, [polling.ends.object, polling.ends.property]) === true;
  return !isOver && asksToPoll(request, setUp.model);
}

/** Several flows may continue with the same event, which is one request. */
const eachEventOnce = (pending: readonly PendingOrder[]): readonly PendingOrder[] =>
  pending.filter(
    ({ order }, index) => pending.findIndex((other) => other.order.event === order.event) === index,
  );

export const repeatOrder = (event: EventModel, request: JsonObject, parts: JsonObject = {}): EventOrder => ({
  event,
  parts: merge(carryOver(request, event), placeParts(event, parts)),
  isAgain: true,
});

/** Excludes properties that are new in each event. */
function carryOver(request: JsonObject, { request: { properties } }: EventModel): JsonObject {
  const others = Object.keys(request).filter((name) => !properties.some((each) => each.name === name));
  return omitProperties(request, new Set([...others, "event", "sender", "session", "dialog", "form"]));
}

/** Excludes the objects in which the event reports what the user does now. */
export function findCarriedParts(event: EventModel, flowProgress: readonly FlowProgress[]): JsonObject {
  const progress = flowProgress.find((each) => {
    const step = findStep(each.flow, event, each);
    return step !== undefined && step !== each.flow.steps[0];
  });
  const anew = event.till.flatMap(({ at }) => at?.object ?? []);
  return progress ? omitProperties(carryOver(progress.request, event), new Set(anew)) : {};
}

/** Empty if the till's settings turn these events off. */
export function listChangeEvents(
  before: Sale,
  after: Sale,
  setUp: TillSetUp,
  now: number,
): readonly PendingOrder[] {
  const { additionsFireAdd, relationFiresSelect } = setUp.settings;
  const { added, lines, relation } = after;
  const fresh = lines.filter(({ lineId = null }) => added.has(lineId) && !before.added.has(lineId));
  const changes: readonly Change[] = [
    ...(additionsFireAdd
      ? fresh.map((line): Change => ["putLine", line, (sale) => hasLine(sale, line)])
      : []),
    ...(relationFiresSelect && relation && relation !== before.relation
      ? [["setRelation", relation, (sale: Sale) => sale.relation === relation] as const]
      : []),
  ];
  const at = findNextTime(setUp, now);
  return changes.flatMap(([act, part, isCurrent]) =>
    listEventsOfAct(act, part, setUp).map((order) => {
      const key = JSON.stringify(order.parts);
      return { key, order, at, canEnd: false, isCurrent };
    }),
  );
}

type Change = readonly [TillActName, JsonObject, isCurrent: (sale: Sale) => boolean];

const hasLine = ({ lines }: Sale, { lineId }: JsonObject): boolean =>
  lines.some((line) => line["lineId"] === lineId);

/** Lists events that report the act without performing it again. */
const listEventsOfAct = (act: TillActName, part: JsonObject, { model }: TillSetUp): readonly EventOrder[] =>
  model.events.flatMap((event) =>
    event.till.flatMap(({ act: reported, at }) =>
      reported === act && at
        ? [{ event, parts: putAt({}, [at.object, at.property], part), isAgain: true }]
        : [],
    ),
  );
