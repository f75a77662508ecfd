import type { CheckedSpec, CheckedFlow, CheckedTask } from "../spec/checked-spec.js";
import { type QuestionEntry, type SubscriptionsFile, toRelease } from "../spec/dialect.js";
import { errorCodesPath } from "../spec/files.js";
import { promised } from "../spec/values.js";
import { buildEvents, buildProducts, byName, toPropertyPath } from "./build-event.js";
import { createBuilder, fileType, type Builder } from "./build-type.js";
import type { FlowModel, FlowStepModel, SubscriptionModel, TaskModel } from "./flow-model.js";
import type { EnumModel, Model, ObjectModel } from "./model.js";
import { listChanges } from "./walk.js";

/** Builds the model of a checked spec. */
export function buildModel(spec: CheckedSpec): Model {
  const builder = createBuilder(spec);
  const events = buildEvents(builder);
  const { polling, startWith = [] } = spec.envelope;
  const flows = byName(spec.flows)
    .map(([name, file]) => buildFlow(name, file))
    .sort(byTitle);
  const model = {
    releases: spec.releases,
    ...events,
    errorRequest: buildErrorRequest(builder),
    polling: polling && { asks: toPropertyPath(polling.asks), ends: toPropertyPath(polling.ends) },
    startWith,
    errorCodes: buildErrorCodes(builder),
    examples: spec.examples,
    flows,
    tasks: byName(spec.tasks)
      .map(([name, file]) => buildTask(name, file, { flows, questions: spec.questions }))
      .sort(byTitle),
    subscription: spec.subscriptions && buildSubscription(spec.subscriptions, spec.questions),
    questions: spec.questions,
    sources: spec.sources,
    ...(spec.beyond && { beyond: spec.beyond }),
    glossary: spec.glossary.map(({ see = [], ...term }) => ({ ...term, see })),
    synonyms: spec.synonyms,
    products: buildProducts(spec, events.answers),
  };
  return { ...model, changes: listChanges(model) };
}

/** Flows and tasks in the order in which they are read. */
const byTitle = (a: { title: string }, b: { title: string }): number => (a.title < b.title ? -1 : 1);

function buildErrorRequest(builder: Builder): ObjectModel {
  const kinds = fileType(builder.spec.envelope.errorRequest, builder).map(({ kind }) => kind);
  const found = kinds.find((kind) => kind.kind === "object");
  return promised(found, "lint lets no error request pass that is no object").object;
}

/** Undefined if the spec lists no error codes. */
function buildErrorCodes(builder: Builder): EnumModel | undefined {
  if (!builder.spec.shapes.has(errorCodesPath)) return undefined;
  const kinds = fileType(errorCodesPath, builder).map(({ kind }) => kind);
  const found = kinds.find((kind) => kind.kind === "string");
  return promised(found?.enum, "lint lets no error codes pass that are no enum");
}

function buildFlow(name: string, file: CheckedFlow): FlowModel {
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

/** A task, with its flow and its questions among these. */
const buildTask = (
  name: string,
  { flow, unknown, ...file }: CheckedTask,
  { flows, questions }: Pick<Model, "flows" | "questions">,
): TaskModel => ({
  ...file,
  name,
  flow: promised(
    flows.find((each) => each.name === flow),
    "lint lets no task without its flow pass",
  ),
  unknown: findQuestions(unknown, questions),
});

/** The settings of a subscription, with their questions among these. */
const buildSubscription = (
  { settings, ...file }: SubscriptionsFile,
  questions: readonly QuestionEntry[],
): SubscriptionModel => ({
  ...file,
  settings: settings.map(({ added, unknown, ...setting }) => ({
    ...setting,
    ...(added !== undefined && { added: toRelease(added) }),
    unknown: findQuestions(unknown, questions),
  })),
});

const findQuestions = (ids: readonly string[] = [], questions: readonly QuestionEntry[]): QuestionEntry[] =>
  ids.map((wanted) =>
    promised(
      questions.find(({ id }) => id === wanted),
      "lint lets no unknown question pass",
    ),
  );
