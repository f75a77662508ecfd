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

/** Bodies as they go over the wire, which lint holds against the release that they name. */
export type ExampleModel = CheckedSpec["examples"][number];

/** How events follow one another: a graph whose nodes are steps and ends. */
export type FlowModel = Readonly<ReturnType<typeof buildFlow>>;

/** A request of the POS, and what the answer to it leads to. */
export type FlowStepModel = Readonly<ReturnType<typeof buildStep>>;

/** A condition under which a flow continues: an answer, something at the till, or both; neither: whatever else is answered. */
export type FlowEdgeModel = FlowStepModel["next"][number];

/** A thing that somebody wants from the till, and the program that does it. */
export type TaskModel = Readonly<ReturnType<typeof buildTask>>;

/** The settings that a shop fills in to have events sent. */
export type SubscriptionModel = Readonly<ReturnType<typeof buildSubscription>>;

export type SettingModel = SubscriptionModel["settings"][number];

/** Builds the flows and the tasks of a spec, in the order in which they are read, and what a shop fills in. */
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

function buildFlow(name: string, file: FlowFile, { examples }: CheckedSpec) {
  const { title, want, description, anyEvent = false, story, setUp, ends, notes = [] } = file;
  const [first, ...others] = file.steps.map((step) => buildStep(step, examples));
  return {
    name,
    title,
    description,
    ends,
    /** What somebody wants who needs it, in the words of “I want to …”; undefined if a task says so, or nobody would. */
    want,
    /** Whether it goes the same with any event that takes its answers. */
    anyEvent,
    /** Whether its samples tell of one and the same. */
    isStory: story !== undefined,
    setUp: setUp.map(({ blocking = false, polling = false, ...entry }) => ({ ...entry, blocking, polling })),
    /** It starts with the first of them. */
    steps: [defined(first, "the dialect lets no flow without a step pass"), ...others] as const,
    notes: notes.map((note): FlowNote => (typeof note === "string" ? { text: note } : note)),
  };
}

const buildStep = (
  { report = false, between = [], next, ...step }: FlowStepFile,
  examples: readonly ExampleModel[],
) => ({
  ...step,
  next: next.map(({ example: name, ...edge }) => ({
    ...edge,
    /** The example that shows the edge; undefined where none is named. */
    example: examples.find(({ path }) => name !== undefined && path === examplePath(name)),
  })),
  /** Whether it is no event but a report of a fault in an answer. */
  isReport: report,
  /** The steps after which it may come, at any time. */
  between,
});

/** A task, with its flow and its questions among these. */
function buildTask(name: string, flows: readonly FlowModel[], { tasks, handlers, questions }: CheckedSpec) {
  const { flow, unknown, ...file } = defined(tasks.get(name), "this is the name of a task");
  return {
    ...file,
    name,
    flow: defined(
      flows.find((each) => each.name === flow),
      "lint lets no task without its flow pass",
    ),
    /** The text of its handler, as it lies in its file. */
    handler: defined(handlers.get(name), "lint lets no task without a handler pass"),
    unknown: findQuestions(unknown, questions),
  };
}

/** The settings of a subscription, with their questions among these. */
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
      "lint lets no unknown question pass",
    ),
  );

/** Every edge of a flow, in order, with the step that it leaves. */
export const listFlowEdges = ({ steps }: FlowModel): { from: FlowStepModel; edge: FlowEdgeModel }[] =>
  steps.flatMap((from) => from.next.map((edge) => ({ from, edge })));

/** The step or the end that an edge of a flow leads to. */
export function findEdgeTarget({ steps, ends }: FlowModel, { to }: FlowEdgeModel) {
  if (to === back) return { kind: "back" } as const;
  const step = steps.find(({ id }) => id === to);
  if (step) return { kind: "step", step } as const;
  const end = defined(
    ends.find(({ id }) => id === to),
    "lint lets no edge pass that leads nowhere",
  );
  return { kind: "end", end } as const;
}

/** The steps that a step may come after at any time. */
export const listStepsBefore = ({ steps }: FlowModel, { between }: FlowStepModel): FlowStepModel[] =>
  steps.filter(({ id }) => between.includes(id));

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
      listFlowEdges(flow).some(
        ({ from, edge }) => from.event === event && !from.isReport && isForAllElse(edge),
      ),
  );
