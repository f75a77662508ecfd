import type { FlowModel, FlowStepModel } from "../../model/flow-model.js";
import type { Model } from "../../model/model.js";

/** By the path of an example, higher for one that should come earlier; an example that is not in it counts as 0. */
export type FlowRanks = ReadonlyMap<string, number>;

/**
 * Ranks the examples that flows show, those of tasks first: they show what an event is for. One that only goes on with
 * what another began, such as the answer to a question or a report, comes behind all others.
 */
export function rankByFlows({ tasks, flows }: Pick<Model, "tasks" | "flows">): FlowRanks {
  const all = [...tasks.map(({ flow }) => flow), ...flows];
  const begins = (step: FlowStepModel): boolean => step.with === undefined && !step.isReport;
  const first = listExamples(all, begins).reverse();
  const last = listExamples(all, (step) => !begins(step));
  return new Map([
    ...last.map((path) => [path, -1] as const),
    ...first.map((path, index) => [path, index + 1] as const),
  ]);
}

const listExamples = (flows: readonly FlowModel[], isWanted: (step: FlowStepModel) => boolean): string[] =>
  flows
    .flatMap(({ steps }) => steps.filter(isWanted))
    .flatMap(({ next }) => next.flatMap(({ example }) => example?.path ?? []));
