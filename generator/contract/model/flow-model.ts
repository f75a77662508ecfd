import type { CheckedSpec } from "../read/checked-spec.js";
import {
  back,
  type FlowFile,
  type FlowNote,
  type FlowStepFile,
  type SubscriptionsFile,
  toRelease,
} from "../read/dialect.js";
import { examplePath } from "../read/files.js";
import { defined } from "../read/values.js";

/** Bodies as sent over the network. Lint checks them against the release that they name. */
export type ExampleModel = CheckedSpec["examples"][number];

/** The order of events: a graph of steps and ends. */
export type FlowModel = Readonly<ReturnType<typeof buildFlow>>;

/** A request of the POS, and the steps that its answer leads to. */
export type FlowStepModel = Readonly<ReturnType<typeof buildStep>>;

/**
 * The condition for continuing a flow: an answer, something at the till, or both. A condition with neither covers
 * every other answer.
 */
export type FlowEdgeModel = FlowStepModel["next"][number];

/** A goal for the POS, and the program that achieves it. */
export type TaskModel = Readonly<ReturnType<typeof buildTask>>;

/** The settings that a shop fills in to subscribe to events. */
export type SubscriptionModel = Readonly<ReturnType<typeof buildSubscription>>;

export type SettingModel = SubscriptionModel["settings"][number];

export function buildFlows(spec: CheckedSpec) {
  const flows = [...spec.flows].map(([name, file]) => buildFlow(name, file, spec)).sort(byTitle);
  const tasks = [...spec.tasks.keys()].map((name) => buildTask(name, flows, spec)).sort(byTitle);
  return {
    flows,
    tasks,
    subscription: spec.subscriptions && buildSubscription(spec.subscriptions, spec.questions),
  };
}

type TitledModel = Pick<FlowModel, "title" | "name">;

const byTitle = (a: TitledModel, b: TitledModel): number =>
  a.title < b.title || (a.title === b.title && a.name < b.name) ? -1 : 1;

function buildFlow(name: string, file: FlowFile, { examples, questions }: CheckedSpec) {
  const { title, want, description, anyEvent = false, story, setUp, ends, notes = [], unknown } = file;
  const [first, ...others] = file.steps.map((step) => buildStep(step, examples));
  return {
    name,
    title,
    description,
    ends,
    /** The goal, worded to follow “I want to …”; undefined if a task states it or nobody has such a goal. */
    want,
    /** True if the flow works the same with any event that accepts its answers. */
    anyEvent,
    /** True if the flow's samples tell one story. */
    isStory: story !== undefined,
    setUp: setUp.map(({ blocking = false, polling = false, ...entry }) => ({ ...entry, blocking, polling })),
    /** The first one is the start. */
    steps: [defined(first, "the dialect rejects a flow without a step"), ...others] as const,
    notes: notes.map((note): FlowNote => (typeof note === "string" ? { text: note } : note)),
    unknown: findQuestions(unknown, questions),
  };
}

const buildStep = (
  { report = false, between = [], next, ...step }: FlowStepFile,
  examples: readonly ExampleModel[],
) => ({
  ...step,
  next: next.map(({ example: name, ...edge }) => ({
    ...edge,
    example: examples.find(({ path }) => name !== undefined && path === examplePath(name)),
  })),
  /** True for the report of an error in an answer, which is not an event. */
  isReport: report,
  between,
});

function buildTask(name: string, flows: readonly FlowModel[], { tasks, handlers, questions }: CheckedSpec) {
  const { flow, unknown, ...file } = defined(tasks.get(name), "this is the name of a task");
  return {
    ...file,
    name,
    flow: defined(
      flows.find((each) => each.name === flow),
      "lint rejects a task without its flow",
    ),
    handler: defined(handlers.get(name), "lint rejects a task without a handler"),
    unknown: findQuestions(unknown, questions),
  };
}

const buildSubscription = ({ settings, ...file }: SubscriptionsFile, questions: Questions) => ({
  ...file,
  settings: settings.map(({ added, unknown, ...setting }) => ({
    ...setting,
    ...(added !== undefined && { added: toRelease(added) }),
    unknown: findQuestions(unknown, questions),
  })),
});

type Questions = CheckedSpec["questions"];

const findQuestions = (ids: readonly string[] = [], questions: Questions): Questions =>
  ids.map((wanted) =>
    defined(
      questions.find(({ id }) => id === wanted),
      "lint rejects an unknown question",
    ),
  );

export const listFlowEdges = ({ steps }: FlowModel): { from: FlowStepModel; edge: FlowEdgeModel }[] =>
  steps.flatMap((from) => from.next.map((edge) => ({ from, edge })));

export function findEdgeTarget({ steps, ends }: FlowModel, { to }: FlowEdgeModel) {
  if (to === back) return { kind: "back" } as const;
  const step = steps.find(({ id }) => id === to);
  if (step) return { kind: "step", step } as const;
  const end = defined(
    ends.find(({ id }) => id === to),
    "lint rejects an edge that leads nowhere",
  );
  return { kind: "end", end } as const;
}

export const listStepsBefore = ({ steps }: FlowModel, { between }: FlowStepModel): FlowStepModel[] =>
  steps.filter(({ id }) => between.includes(id));

const isDecidedByAnswer = ({ answer, till }: FlowEdgeModel): boolean =>
  answer !== undefined && till === undefined;

/** True if an edge covers all other answers. */
export const isForAllElse = ({ answer, till }: FlowEdgeModel): boolean =>
  answer === undefined && till === undefined;

/**
 * True if an edge may follow any answer. Such an edge has no answer of its own. Either the till follows it in
 * addition to an edge for all other answers, or no answer decides the step.
 */
export function isForAnyAnswer(edge: FlowEdgeModel, { next }: Pick<FlowStepModel, "next">): boolean {
  if (edge.answer) return false;
  return isForAllElse(edge)
    ? next.every(({ answer }) => answer === undefined)
    : next.some(isForAllElse) || !next.some(isDecidedByAnswer);
}

/** True if flows for any event also apply to this one: no flow of its own has an edge for all other answers. */
export const isOpenEvent = (event: string, flows: readonly FlowModel[]): boolean =>
  !flows.some(
    (flow) =>
      !flow.anyEvent &&
      listFlowEdges(flow).some(
        ({ from, edge }) => from.event === event && !from.isReport && isForAllElse(edge),
      ),
  );
