import type { CheckedTask } from "../spec/checked-spec.js";
import type { QuestionEntry } from "../spec/dialect.js";
import { promised, toRelease } from "../spec/promised.js";
import type { SubscriptionsFile } from "../spec/dialect.js";
import type { FlowModel } from "./flow-model.js";
import type { SubscriptionModel, TaskModel } from "./task-model.js";

/** What a task names. */
interface Named {
  readonly flows: readonly FlowModel[];
  readonly questions: readonly QuestionEntry[];
}

/** Builds the model of a task, with its flow and its questions among these. */
export const buildTask = (
  name: string,
  { flow, unknown, ...file }: CheckedTask,
  { flows, questions }: Named,
): TaskModel => ({
  ...file,
  name,
  flow: promised(
    flows.find((each) => each.name === flow),
    "lint lets no task without its flow pass",
  ),
  unknown: findQuestions(unknown, questions),
});

/** Builds the model of the settings of a subscription, with their questions among these. */
export const buildSubscription = (
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
