import type { CheckedFlow } from "../spec/checked-spec.js";
import { promised } from "../spec/promised.js";
import type { FlowModel, FlowStepModel } from "./flow-model.js";

/** Builds the model of a flow. */
export function buildFlow(name: string, file: CheckedFlow): FlowModel {
  const { title, want, description, anyEvent = false, story, setUp, ends, notes = [] } = file;
  const [first, ...others] = file.steps.map(buildStep);
  return {
    ...{ name, title, want, description, anyEvent, isStory: story !== undefined, ends },
    setUp: setUp.map(({ blocking = false, polling = false, ...entry }) => ({ ...entry, blocking, polling })),
    steps: [promised(first, "the dialect lets no flow without a step pass"), ...others],
    notes: notes.map((note) => (typeof note === "string" ? { text: note } : note)),
  };
}

const buildStep = ({
  report = false,
  between = [],
  ...step
}: CheckedFlow["steps"][number]): FlowStepModel => ({ ...step, isReport: report, between });
