import { back } from "../spec/dialect.js";
import { promised } from "../spec/promised.js";
import type { FlowEdgeModel, FlowModel, FlowStepModel, FlowTarget } from "./flow-model.js";

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
