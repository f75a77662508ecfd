import type {
  CheckedExample,
  CheckedFlow,
  CheckedFlowEdge,
  CheckedFlowStep,
  CheckedTask,
} from "../spec/checked-spec.js";
import { back } from "../spec/dialect.js";
import type { QuestionEntry, FlowEnd, FlowNote, SettingEntry, SubscriptionsFile } from "../spec/dialect.js";
import { promised } from "../spec/values.js";
import type { Release } from "../time/release.js";

/** Bodies as they go over the wire, which lint holds against the release that they name. */
export type ExampleModel = Omit<CheckedExample, BodyName> & Readonly<Partial<Record<BodyName, unknown>>>;

type BodyName = "request" | "response" | "errorRequest";

/** How events follow one another: a graph whose nodes are steps and ends. */
export interface FlowModel extends Pick<CheckedFlow, "title" | "description" | "ends"> {
  readonly name: string;
  /** What somebody wants who needs it, in the words of “I want to …”; undefined if a task says so, or nobody would. */
  readonly want: string | undefined;
  /** Whether it goes the same with any event that takes its answers. */
  readonly anyEvent: boolean;
  /** Whether its samples tell of one and the same. */
  readonly isStory: boolean;
  readonly setUp: readonly Required<CheckedFlow["setUp"][number]>[];
  /** It starts with the first of them. */
  readonly steps: readonly [FlowStepModel, ...FlowStepModel[]];
  readonly notes: readonly FlowNote[];
}

/** A request of the POS, and what the answer to it leads to. */
export interface FlowStepModel extends Omit<CheckedFlowStep, "report" | "next"> {
  /** Whether it is no event but a report of a fault in an answer. */
  readonly isReport: boolean;
  /** The steps after which it may come, at any time. */
  readonly between: readonly string[];
  readonly next: readonly FlowEdgeModel[];
}

/** What leads on: an answer, something at the till, or both; neither: whatever else is answered. */
export interface FlowEdgeModel extends Omit<CheckedFlowEdge, "example"> {
  readonly example?: ExampleModel;
}

/** Where an edge leads. */
export type FlowTarget =
  | { readonly kind: "step"; readonly step: FlowStepModel }
  | { readonly kind: "end"; readonly end: FlowEnd }
  | { readonly kind: "back" };

/** What somebody wants from the till, and the program that does it. */
export interface TaskModel extends Omit<CheckedTask, "flow" | "unknown"> {
  readonly name: string;
  readonly flow: FlowModel;
  readonly unknown: readonly QuestionEntry[];
}

/** What a shop fills in to have events sent. */
export interface SubscriptionModel extends Omit<SubscriptionsFile, "settings"> {
  readonly settings: readonly SettingModel[];
}

export interface SettingModel extends Omit<SettingEntry, "added" | "unknown"> {
  readonly added?: Release;
  readonly unknown: readonly QuestionEntry[];
}

/** An edge with the step that it leaves. */
export interface FlowArrow {
  readonly from: FlowStepModel;
  readonly edge: FlowEdgeModel;
}

/** Every edge of a flow, in its order. */
export const listArrows = ({ steps }: FlowModel): FlowArrow[] =>
  steps.flatMap((from) => from.next.map((edge) => ({ from, edge })));

/** Where an edge of a flow leads. */
export function findTarget({ steps, ends }: FlowModel, { to }: FlowEdgeModel): FlowTarget {
  if (to === back) return { kind: "back" };
  const step = steps.find(({ id }) => id === to);
  if (step) return { kind: "step", step };
  const end = promised(
    ends.find(({ id }) => id === to),
    "lint lets no edge pass that leads nowhere",
  );
  return { kind: "end", end };
}

/** The steps that a step may come after at any time. */
export const listBefore = ({ steps }: FlowModel, { between }: FlowStepModel): FlowStepModel[] =>
  steps.filter(({ id }) => between.includes(id));

/** The steps that may come after a step at any time. */
export const listBetween = ({ steps }: FlowModel, { id }: FlowStepModel): FlowStepModel[] =>
  steps.filter(({ between }) => between.includes(id));

/** Whether the answer alone decides that an edge is taken. */
const isDecidedByAnswer = ({ answer, till }: FlowEdgeModel): boolean =>
  answer !== undefined && till === undefined;

/** Whether an edge is for whatever else is answered. */
export const isForAllElse = ({ answer, till }: FlowEdgeModel): boolean =>
  answer === undefined && till === undefined;

/**
 * Whether an edge is taken whatever is answered. If an edge of its step is for all else, what happens at the till comes on
 * top of it; if none is, the till decides where no answer does.
 */
export function isForAnyAnswer(edge: FlowEdgeModel, { next }: Pick<FlowStepModel, "next">): boolean {
  if (edge.answer) return false;
  return isForAllElse(edge)
    ? next.every(({ answer }) => answer === undefined)
    : next.some(isForAllElse) || !next.some(isDecidedByAnswer);
}

/**
 * Whether a flow that goes the same with any event does so with this one: its own flows leave open what comes of answers
 * that they do not name.
 */
export const isOpenEvent = (event: string, flows: readonly FlowModel[]): boolean =>
  !flows.some(
    (flow) =>
      !flow.anyEvent &&
      listArrows(flow).some(({ from, edge }) => from.event === event && !from.isReport && isForAllElse(edge)),
  );
