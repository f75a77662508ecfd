import type { Ask, QuestionKind } from "../api/ask.js";
import type { JsonObject } from "../values/json-object.js";
import { createEndOfRound } from "./end-of-round.js";

/** A question, and what else to answer with it. */
export interface Question {
  readonly kind: QuestionKind;
  readonly question: unknown;
  readonly beside: object;
}

/** A user's answer to a question. */
export interface UserAnswer {
  readonly kind: QuestionKind;
  readonly answer: JsonObject;
}

/** The question that ended a round, with the answers before it. */
export interface PendingQuestion extends Question {
  readonly answered: readonly UserAnswer[];
}

/** The questions of one round. */
export interface Questions {
  readonly ask: Ask<unknown, unknown>;
  readonly pending: PendingQuestion | undefined;
  /** Resolves when every question has its answer or has ended the round. */
  settle(): Promise<unknown>;
}

/** What the questions of a round need. */
export interface QuestionOptions {
  /** Reads the answers given so far, in the order of their questions; called at the first question only. */
  readonly recall: () => Promise<readonly UserAnswer[]>;
  /** Returns why this shop cannot be asked a question; undefined if it can. */
  readonly findObstacle: (question: Question) => Error | undefined;
}

/** Creates the `ask` of one round. */
export function createQuestions({ recall, findObstacle }: QuestionOptions): Questions {
  let recalled: Promise<readonly UserAnswer[]> | undefined;
  let count = 0;
  let pending: PendingQuestion | undefined;
  const asked: Promise<unknown>[] = [];
  const findAnswer = async (kind: QuestionKind, question: unknown, beside: object): Promise<never> => {
    // Before it is counted: a question that cannot be asked never has an answer.
    const obstacle = findObstacle({ kind, question, beside });
    if (obstacle) throw obstacle;
    // Questions that are asked at once are counted in the order of their calls.
    const index = count++;
    recalled ??= recall();
    const answers = await recalled;
    const known = answers[index];
    if (pending === undefined && known?.kind === kind && isAnswerTo(kind, question, known.answer)) {
      return known.answer as never;
    }
    pending ??= { kind, question, beside, answered: answers.slice(0, index) };
    throw createEndOfRound();
  };
  const ask = (kind: QuestionKind, question: unknown, beside: object = {}): Promise<never> => {
    const answer = findAnswer(kind, question, beside);
    // If the handler does not await its question, an unhandled rejection must not end the process.
    asked.push(answer.catch(() => undefined));
    return answer;
  };
  return {
    ask: {
      dialog: (dialog, beside) => ask("dialog", dialog, beside),
      form: (form, beside) => ask("form", form, beside),
    },
    settle: () => Promise.all(asked),
    get pending() {
      return pending;
    },
  };
}

/** Whether an answer can belong to this question: an answer with other ids belongs to another question. */
function isAnswerTo(kind: QuestionKind, question: unknown, answer: JsonObject): boolean {
  const asked = question as Readonly<Record<string, unknown>>;
  if (kind === "form") return answer["id"] === asked["id"];
  const options = asked["dialogOptions"];
  const selected = answer["selectedDialogOptionIds"];
  if (!Array.isArray(options) || !Array.isArray(selected)) return false;
  const ids = new Set(
    (options as readonly { readonly optionId?: unknown }[]).map(({ optionId }) => optionId),
  );
  return selected.every((id) => ids.has(id));
}
