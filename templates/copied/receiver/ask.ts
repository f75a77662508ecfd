import type { Problem, Result } from "../validators/results.js";
import { getRound, getSubject, isAwaited } from "./dedupe.js";
import { pickKnown, type KnownRequests } from "./evidence.js";
import type { Ask, QuestionKind } from "./handlers.js";
import { describeProblems, toFields, type Log } from "./log.js";
import { digest, findSlot, tryStore, type Store } from "./store.js";
import type { CheckedEvent, VerifiedEvent } from "./subscriptions.js";
import { getCause, ignoreRejections, isError, isObject, toReason, type JsonObject } from "./values.js";

/** How a user's answers are remembered from one round of an event to the next. */
export interface ConversationOptions {
  /** Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** How long a question may stay unanswered, in milliseconds. Default: an hour. */
  readonly keepFor?: number | undefined;
}

/**
 * Rejection of `ask` if the shop's release does not have the question, or is not known and some release does not have it.
 * A handler that catches it can continue without the answer.
 */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  readonly kind: QuestionKind;
  /** The shop's release as its subscription has it. */
  readonly version: string | undefined;
  /** The parts of the question that the shop does not have, and the release that added each of them. */
  readonly problems: readonly Problem[];

  constructor(kind: QuestionKind, version: string | undefined, problems: readonly Problem[]) {
    const isShops = problems.every(isOfShop);
    const shop =
      version === undefined ? "a shop without a version" : `a shop of v${version.replace(/^v/, "")}`;
    const shops = isShops ? shop : "the shops that this code was generated for";
    const advice = isShops ? "" : "; generate it with a later --min-version, or with --responses gated";
    super(`the ${kind} cannot be put to ${shops}: ${describeProblems(problems)}${advice}`);
    this.kind = kind;
    this.version = version;
    this.problems = problems;
  }
}

/** Whether another release of the shop has it; none changes the fleet that the code was generated for. */
const isOfShop = ({ code }: Problem): boolean => code.startsWith("unsupported-");

export interface Asking {
  readonly known: KnownRequests;
  readonly store: Store;
  readonly keepFor: number;
  readonly validate: (given: VerifiedEvent, answer: object) => Result<unknown>;
  readonly log: Log;
}

interface Question {
  readonly kind: QuestionKind;
  readonly question: unknown;
  /** The rest of the answer. */
  readonly beside: object;
}

interface UserAnswer {
  readonly kind: QuestionKind;
  readonly answer: JsonObject;
}

/**
 * Starts one round of an event.
 * @param isOver Whether the handler has timed out: nothing that it asks or answers later must be remembered.
 */
export function startRound(asking: Asking, given: CheckedEvent, isOver: () => boolean) {
  const { event, body } = given;
  let opened: OpenJournal | undefined;
  const asked: Promise<unknown>[] = [];
  const failed: unknown[] = [];
  /** Thrown where a handler waits for an answer that is not there yet. */
  let endOfRound: Error | undefined;
  let recalling: Promise<readonly UserAnswer[]> | undefined;
  let count = 0;
  /** The first question without an answer, and the answers before it. */
  let pending: (Question & { journal: OpenJournal; answered: readonly UserAnswer[] }) | undefined;

  const findAnswer = async (asks: Question): Promise<never> => {
    // Made here, for the line of the handler in its stack, in case that nobody catches it.
    endOfRound ??= new Error(sayRoundEnds(event));
    // Before it is counted: a question that cannot be asked never has an answer.
    checkQuestion(asking, given, asks);
    if (!isAwaited(body)) throw new Error(sayNotAwaited(event));
    const journal = (opened ??= openJournal(asking, given));
    // Questions that are asked at once are counted in the order of their calls.
    const index = count++;
    const answers = await (recalling ??= journal.recall());
    const known = answers[index];
    if (pending === undefined && known?.kind === asks.kind && isAnswerTo(asks, known.answer))
      return known.answer as never;
    pending ??= { journal, answered: answers.slice(0, index), ...asks };
    // Thrown, so that the handler's `finally` blocks run.
    throw endOfRound;
  };
  const ask =
    (kind: QuestionKind) =>
    (question: unknown, beside: object = {}): Promise<never> => {
      const answer = findAnswer({ kind, question, beside });
      // If the handler does not wait for it, its rejection must not end the process.
      asked.push(answer.catch((fault: unknown) => failed.push(fault)));
      return answer;
    };
  /** Ends the round. Returns the question that waits for the user, or else the handler's answer. */
  const conclude = async (answer: unknown): Promise<unknown> => {
    await Promise.all(asked);
    if (isOver()) return answer;
    if (pending === undefined) {
      // A QuestionError may be caught; any other fault is a mistake in the handler.
      for (const fault of failed.filter((each) => !(each instanceof QuestionError)))
        asking.log.error({ ...toFields(given), err: fault }, sayNotAsked(event, fault));
      // A failure does no harm: only a request with a user's answer reads what is left.
      if (opened) await tryStore("conversations", asking.log, opened.end);
      return answer;
    }
    const { kind, journal, answered } = pending;
    if ((answer ?? undefined) !== undefined) asking.log.warn(toFields(given), sayNotSent(event, kind));
    ignoreRejections(answer);
    await journal.suspend(answered, kind);
    return toAnswer(pending);
  };
  /** Returns the question that stopped the handler; throws any other fault. */
  const recover = async (fault: unknown): Promise<unknown> => {
    if (pending === undefined || !isCausedBy(fault, endOfRound)) throw fault;
    return await conclude(undefined);
  };
  const questions: Ask<unknown, unknown> = { dialog: ask("dialog"), form: ask("form") };
  return { ask: questions, conclude, recover };
}

/** In characters. The journal is read in every round: a large one would make every small request expensive. */
const maxJournal = 16 * 1024;

interface Journal {
  /** Digest of the round that ended with a question. */
  readonly round: string | undefined;
  readonly answered: readonly UserAnswer[];
  /** The kind of the last question. */
  readonly kind: QuestionKind;
}

type OpenJournal = ReturnType<typeof openJournal>;

/** Opens an event's journal with the first question: a handler may change its request between questions. */
function openJournal({ known, store, keepFor }: Asking, given: CheckedEvent) {
  const { event, body, subscription, request } = given;
  const round = getRound(body);
  const opening = Promise.all([
    findSlot(store, given, ["conversation", event, getSubject(body, known.events[event]?.own ?? [])]),
    round && digest(subscription, ["round", ...round]),
  ]);
  // Only a handler that asks waits for it.
  opening.catch(() => undefined);
  const filled = { dialog: pickKnown(known, request, "dialog"), form: pickKnown(known, request, "form") };
  return {
    /** Reads the answers of earlier rounds, and the one in this request. */
    async recall(): Promise<readonly UserAnswer[]> {
      const [slot, round] = await opening;
      // A request without an answer starts again, whatever was asked before.
      if (!isObject(filled.dialog) && !isObject(filled.form)) return [];
      const text = await slot.add("", keepFor);
      const journal = text ? (JSON.parse(text) as Journal) : undefined;
      // A round that comes twice asks its question again.
      if (journal?.round !== undefined && journal.round === round) return journal.answered;
      // If nothing was kept (after a restart, say) the answer counts as one to the first question, if it fits.
      const kind = journal?.kind ?? (isObject(filled.form) ? "form" : "dialog");
      const answer = filled[kind];
      return isObject(answer) ? [...(journal?.answered ?? []), { kind, answer }] : [];
    },
    /** Remembers the answers before the question that ends this round. */
    async suspend(answered: readonly UserAnswer[], kind: QuestionKind): Promise<void> {
      const [slot, round] = await opening;
      const text = JSON.stringify({ round, answered, kind } satisfies Journal);
      const size = `${text.length} characters; at most ${maxJournal} are remembered`;
      if (text.length > maxJournal) throw new Error(`what the user has answered takes ${size}`);
      await slot.set(text, keepFor);
    },
    /** Forgets everything: the handler has finished. */
    end: async (): Promise<unknown> => await (await opening)[0].delete(),
  };
}

const toAnswer = ({ kind, question, beside }: Question): object => ({ ...beside, [kind]: question });

/** Compares ids: an answer with others belongs to another question. */
function isAnswerTo({ kind, question }: Question, answer: JsonObject): boolean {
  const { id, dialogOptions: options } = question as JsonObject;
  if (kind === "form") return answer["id"] === id;
  const selected = answer["selectedDialogOptionIds"];
  if (!Array.isArray(options) || !Array.isArray(selected)) return false;
  const ids = options.map((option) => (option as JsonObject)["optionId"]);
  return selected.every((id) => ids.includes(id));
}

/**
 * Checks a question like an answer, but the handler is told what the shop does not support, also with `omit`.
 * @throws QuestionError, or another error if no shop takes the question.
 */
function checkQuestion({ validate }: Asking, given: CheckedEvent, question: Question): void {
  const { kind } = question;
  const answer = toAnswer(question);
  // JSON leaves out undefined: the answer would be sent without its question.
  const result = validate(given, { ...answer, [kind]: question.question ?? null });
  if (result.ok && Object.hasOwn(result.value as object, kind)) return;
  const problems = "problems" in result ? result.problems : (result.omitted ?? []);
  if (result.ok || problems.every((problem) => problem.addedIn !== undefined || isOfShop(problem)))
    throw new QuestionError(kind, given.subscription.version, problems);
  throw new Error(`no shop takes this ${kind}: ${describeProblems(problems, answer)}`);
}

const sayRoundEnds = (event: string): string =>
  `the round of ${event} ends here, and its handler is called again with the answer; if this ends the process, await is missing before ask, or before a function that asks`;
const sayNotAwaited = (event: string): string =>
  `the POS does not wait for the answer to ${event}, so its user cannot be asked: make the event blocking in the back office`;
const sayNotAsked = (event: string, fault: unknown): string =>
  `the handler of ${event} asked without await, or caught its error: ${toReason(fault)}`;
const sayNotSent = (event: string, kind: QuestionKind): string =>
  `the handler of ${event} called ask.${kind} without await, or caught its error: the ${kind} is shown, and what the handler answered is not sent`;

/** Whether an error is this one, or wraps it. */
const isCausedBy = (fault: unknown, error: Error | undefined, depth = 0): boolean =>
  fault === error || (depth < 10 && isError(fault) && isCausedBy(getCause(fault), error, depth + 1));
