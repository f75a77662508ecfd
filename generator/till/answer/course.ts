import type { JsonObject } from "../../json.js";
import { findTarget, isForAllElse } from "../../model/flow-model.js";
import type { FlowEdgeModel, FlowModel, FlowStepModel } from "../../model/flow-model.js";
import type { EventModel } from "../../model/model.js";
import { contains } from "../../spec/values.js";
import type { Finding } from "../api/till.js";

/** How far the till is in a flow. */
export interface Course {
  readonly flow: FlowModel;
  readonly step: FlowStepModel;
  /** The request of the step, for those that follow. */
  readonly request: JsonObject;
}

/** An event that a flow has the till send by itself. */
export interface Next {
  readonly flow: FlowModel;
  readonly event: string;
  readonly canEnd: boolean;
}

/** One request and the answer to it. */
export interface Turn {
  readonly event: EventModel;
  readonly request: JsonObject;
  readonly answer: JsonObject;
}

/** What an answer leads to in one flow. */
export interface Progress {
  /** Undefined: the flow is over. */
  readonly course: Course | undefined;
  /** `same`: what would have come without the event. */
  readonly next: Next | "same" | undefined;
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

/** A flow and the step of it that an event is, given how far the till is in it. */
export interface FlowStep {
  readonly flow: FlowModel;
  readonly step: FlowStepModel;
  /** Undefined: the flow begins with it. */
  readonly course: Course | undefined;
}

/** Every flow that an event is a step of. */
export const listSteps = (
  flows: readonly FlowModel[],
  event: EventModel,
  courses: readonly Course[],
): readonly FlowStep[] =>
  flows.flatMap((flow) => {
    const course = courses.find((each) => each.flow.name === flow.name);
    const step = findStep(flow, event, course);
    return step ? [{ flow, step, course }] : [];
  });

/** What a later step of a flow carries on: what the step before had, but for what somebody does anew at the till. */
export function findCarried(event: EventModel, courses: readonly Course[]): JsonObject {
  const anew = event.till.flatMap(({ at }) => at?.object ?? []);
  const course = courses.find((each) => {
    const step = findStep(each.flow, event, each);
    return step !== undefined && step !== each.flow.steps[0];
  });
  const carried = Object.entries(course ? carryOver(course.request, event) : {});
  return Object.fromEntries(carried.filter(([name]) => !anew.includes(name)));
}

/** What of a request another event can carry, but for what is made anew for each. */
export function carryOver(request: JsonObject, { request: { properties } }: EventModel): JsonObject {
  const names = properties.map(({ name }) => name).filter((name) => !madeAnew.includes(name));
  return Object.fromEntries(Object.entries(request).filter(([name]) => names.includes(name)));
}

const madeAnew = ["event", "sender", "session", "dialog", "form"];

/** Follows a flow by one answer. */
export function follow(
  flow: FlowModel,
  step: FlowStepModel,
  turn: Turn,
  course: Course | undefined,
): Progress {
  const here: Course = { flow, step, request: turn.request };
  const edge = findEdge(step, turn.answer);
  if (!edge) return { course: here, next: undefined };
  const target = findTarget(flow, edge);
  switch (target.kind) {
    case "back":
      return { course, next: "same" };
    case "end":
      return { course: undefined, next: undefined };
    case "step":
      return { course: here, next: { flow, event: target.step.event, canEnd: canEnd(flow, target.step) } };
  }
}

/** The edge that an answer takes by itself; what happens at the till is for a user to say. */
function findEdge({ next }: FlowStepModel, answer: JsonObject): FlowEdgeModel | undefined {
  const decided = next.filter((edge) => isDecided(edge, answer));
  return decided[0] ?? next.find(isForAllElse);
}

const isDecided = ({ answer: part, till }: FlowEdgeModel, answer: JsonObject): boolean =>
  part !== undefined && till === undefined && contains(answer, part);

/** Whether an answer by itself brings a flow to an end. */
export const isSettledBy = (flow: FlowModel, step: FlowStepModel, answer: JsonObject): boolean =>
  step.next.some((edge) => isDecided(edge, answer) && findTarget(flow, edge).kind === "end");

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

/** An answer that says two things at once, or what the flow expects at other steps, once it is over. */
export function findContradictions(
  flow: FlowModel,
  step: FlowStepModel,
  answer: JsonObject,
): readonly Finding[] {
  const decided = step.next.filter((edge) => isDecided(edge, answer));
  const ways = new Set(decided.map(({ to }) => to));
  if (ways.size > 1) {
    const parts = decided.map((edge) => describePart(edge)).join(" and ");
    return [{ code: "contradiction", message: `The answer says ${parts}: the till cannot do both.` }];
  }
  const ends = flow.ends.map(({ id }) => id);
  if (!step.next.every(({ to }) => ends.includes(to))) return [];
  const late = flow.steps
    .flatMap(({ next }) => next)
    .find(
      (edge) =>
        isDecided(edge, answer) && ends.includes(edge.to) && !step.next.some(({ to }) => to === edge.to),
    );
  if (!late) return [];
  const message = `The answer says ${describePart(late)}, and it is too late for that: the flow ends with \`${step.event}\`.`;
  return [{ code: "after-end", message }];
}

const describePart = ({ answer }: FlowEdgeModel): string => `\`${JSON.stringify(answer)}\``;
