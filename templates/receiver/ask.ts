import type { Problem } from "../validators/result.js";
import type { JsonObject } from "./json-body.js";
import { toSentence } from "./sentence.js";
import { getCause, getCode, isError } from "./thrown.js";

/**
 * Asks the user of the POS. The protocol has no memory: an answer of ours with a dialog or form ends the round, and
 * the same event comes again with what the user chose. So the handler runs from its top in every round; a question
 * that has been answered returns its answer, and the first one that has not ends the round. What must happen once
 * (a booking, say) belongs after the last question, and the way to a question must not depend on chance or time.
 */
export interface Ask<Request, Response> {
  /**
   * Shows a dialog; resolves, in a later round, to what the user selected.
   * @param beside What else to answer while the dialog is shown.
   */
  dialog(dialog: Part<Response, "dialog">, beside?: Beside<Response>): Promise<Part<Request, "dialog">>;
  /** Shows a form, known again by its `id`; resolves, in a later round, to what the user filled in. */
  form(form: Part<Response, "form">, beside?: Beside<Response>): Promise<Part<Request, "form">>;
}

/** What questions there are; a request names its answer as the response names the question. */
export type QuestionKind = "dialog" | "form";

/**
 * What `ask` rejects with where the shop's release does not have the question, or the release is not known and not every
 * shop has it. A handler that catches it can go on without the answer.
 */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  /** What was asked: `dialog` or `form`. */
  readonly kind: QuestionKind;
  /** The shop's release as its subscription has it. */
  readonly version: string | undefined;
  /** Which parts of it the shop does not have, and since when they exist. */
  readonly problems: readonly Problem[];

  constructor(kind: QuestionKind, version: string | undefined, problems: readonly Problem[]) {
    const shop =
      version === undefined ? "a shop without a version" : `a shop of v${version.replace(/^v/, "")}`;
    super(`the ${kind} cannot be put to ${shop}: ${toSentence(problems)}`);
    this.kind = kind;
    this.version = version;
    this.problems = problems;
  }
}

/** A property of one of these names; never where the type does not have it, or forbids it. */
export type Part<T, Name extends QuestionKind> =
  T extends Readonly<Partial<Record<Name, infer Value>>> ? NonNullable<Value> : never;

/** A response without its questions. */
export type Beside<Response> = Omit<Response, QuestionKind>;

/** A question that a round ended with. */
export interface Question {
  readonly kind: QuestionKind;
  readonly question: unknown;
  readonly beside: object;
}

/** The answers of earlier rounds and of this one, in the order of their questions. */
export interface Given {
  readonly kind: QuestionKind;
  readonly answer: JsonObject;
}

/** The questions of one round. */
export interface Questioner {
  readonly ask: Ask<unknown, unknown>;
  /** The question that ended the round, and how many were answered before it. */
  readonly pending: (Question & { readonly answered: readonly Given[] }) | undefined;
  /** Resolves when every question that was put has its answer, or has ended the round. */
  settle(): Promise<unknown>;
}

/** What the questions of a round need to know. */
export interface Circumstances {
  /** The answers given so far, asked for at the first question only. */
  readonly recall: () => Promise<readonly Given[]>;
  /** Why a question cannot be put to this shop; undefined where it can. */
  readonly findObstacle: (question: Question) => Error | undefined;
}

/** Makes the `ask` of one round. */
export function createQuestioner({ recall, findObstacle }: Circumstances): Questioner {
  let given: Promise<readonly Given[]> | undefined;
  let count = 0;
  let pending: Questioner["pending"];
  const put: Promise<unknown>[] = [];
  const answer = async (kind: QuestionKind, question: unknown, beside: object): Promise<never> => {
    // Before it takes its turn: to what cannot be put there is never an answer.
    const obstacle = findObstacle({ kind, question, beside });
    if (obstacle) throw obstacle;
    // Questions that are put at once take their turns as they were put.
    const index = count++;
    given ??= recall();
    const answers = await given;
    const known = answers[index];
    if (pending === undefined && known?.kind === kind && fits(kind, question, known.answer)) {
      return known.answer as never;
    }
    pending ??= { kind, question, beside, answered: answers.slice(0, index) };
    throw createEndOfRound();
  };
  const ask = (kind: QuestionKind, question: unknown, beside: object = {}): Promise<never> => {
    const answered = answer(kind, question, beside);
    // A handler that does not wait for its question must not bring the process down.
    put.push(answered.catch(() => undefined));
    return answered;
  };
  return {
    ask: {
      dialog: (dialog, beside) => ask("dialog", dialog, beside),
      form: (form, beside) => ask("form", form, beside),
    },
    settle: () => Promise.all(put),
    get pending() {
      return pending;
    },
  };
}

const endOfRound = "MPLUS_END_OF_ROUND";

/** Thrown, so that the handler's own `finally` blocks run; what catches it need not let it through. */
function createEndOfRound(): Error {
  const message = "the round ends here: the handler is called again with the answer";
  return Object.assign(new Error(message), { code: endOfRound });
}

/** Whether a handler was only stopped by its own question, in whatever errors of its own it has wrapped that. */
export function isEndOfRound(fault: unknown, depth = 0): boolean {
  if (!isError(fault) || depth > mostWrappings) return false;
  return getCode(fault) === endOfRound || isEndOfRound(getCause(fault), depth + 1);
}

const mostWrappings = 10;

/** Whether an answer can be one to this question: ids that the question does not have belong to another one. */
function fits(kind: QuestionKind, question: unknown, answer: JsonObject): boolean {
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
