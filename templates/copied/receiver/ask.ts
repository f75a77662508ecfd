import type { Problem, Result } from "../validators/results.js";
import { getRound, getSubject, isAwaited } from "./dedupe.js";
import type { Rules } from "../validators/rules.js";
import { pickKnown } from "./evidence.js";
import type { Ask, QuestionKind } from "./handlers.js";
import { describeProblems, toFields, type Log } from "./log.js";
import { digest, findSlot, tryStore, type Store } from "./store.js";
import type { CheckedEvent, VerifiedEvent } from "./subscriptions.js";
import { getCause, ignoreRejections, isError, isObject, toReason, type JsonObject } from "./values.js";

/** Settings for remembering a user's answers between the rounds of an event. */
export interface ConversationOptions {
  /** Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** Time that a question may stay unanswered, in milliseconds. Default: one hour. */
  readonly keepFor?: number | undefined;
}

/**
 * Rejection of `ask` if the shop's release does not support the question, or is unknown. Catch it to continue without
 * the answer.
 */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  readonly kind: QuestionKind;
  /** The `version` of the shop's subscription. */
  readonly version: string | undefined;
  /** The unsupported parts of the question, each with the release that added it. */
  readonly problems: readonly Problem[];

  constructor(kind: QuestionKind, version: string | undefined, problems: readonly Problem[]) {
    const isShops = problems.every(isOfShop);
    const shop =
      version === undefined ? "a shop without a version" : `a shop on v${version.replace(/^v/, "")}`;
    const shops = isShops ? shop : "the shops that this code was generated for";
    const advice = isShops ? "" : "; generate the code with a later --min-version or with --responses gated";
    super(`${shops} cannot show this ${kind}: ${describeProblems(problems)}${advice}`);
    this.kind = kind;
    this.version = version;
    this.problems = problems;
  }
}

/** True for a problem that depends on the shop's release, not on the fleet that the code was generated for. */
const isOfShop = ({ code }: Problem): boolean => code.startsWith("unsupported-");

export interface Asking {
  readonly rules: Rules;
  readonly store: Store;
  readonly keepFor: number;
  readonly validate: (given: VerifiedEvent, answer: object) => Result<unknown>;
  readonly log: Log;
}

interface Question {
  readonly kind: QuestionKind;
  readonly question: unknown;
  readonly beside: object;
}

interface UserAnswer {
  readonly kind: QuestionKind;
  readonly answer: JsonObject;
}

/**
 * Starts one round of an event.
 * @param isOver True once the handler has timed out; after that, nothing that it asks or answers is remembered.
 */
export function startRound(asking: Asking, given: CheckedEvent, isOver: () => boolean) {
  const { event, body } = given;
  let opened: OpenJournal | undefined;
  const asked: Promise<unknown>[] = [];
  const failed: unknown[] = [];
  /** Thrown from `ask` while the user has not answered. */
  let endOfRound: Error | undefined;
  let recalling: Promise<readonly UserAnswer[]> | undefined;
  let count = 0;
  let pending: (Question & { journal: OpenJournal; answered: readonly UserAnswer[] }) | undefined;

  const findAnswer = async (asks: Question): Promise<never> => {
    // Created here, so that its stack shows the handler's line if nobody catches it.
    endOfRound ??= new Error(sayRoundEnds(event));
    // Checked before it is counted, because an invalid question never gets an answer.
    checkQuestion(asking, given, asks);
    if (!isAwaited(body)) throw new Error(sayNotAwaited(event));
    const journal = (opened ??= openJournal(asking, given));
    // Concurrent questions are counted in the order of their calls.
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
      // Without this, the rejection of a question that is not awaited would end the process.
      asked.push(answer.catch((fault: unknown) => failed.push(fault)));
      return answer;
    };
  /** Returns the question for the user, or the handler's answer. */
  const conclude = async (answer: unknown): Promise<unknown> => {
    await Promise.all(asked);
    if (isOver()) return answer;
    if (pending === undefined) {
      // A handler may catch a QuestionError; any other failure is a bug in the handler.
      for (const fault of failed.filter((each) => !(each instanceof QuestionError)))
        asking.log.error({ ...toFields(given), err: fault }, sayNotAsked(event, fault));
      // If this fails, the leftovers do no harm: only a request with a user's answer reads them.
      if (opened) await tryStore("conversations", asking.log, opened.end);
      return answer;
    }
    const { kind, question, beside, journal, answered } = pending;
    if ((answer ?? undefined) !== undefined) asking.log.warn(toFields(given), sayNotSent(event, kind));
    ignoreRejections(answer);
    await journal.suspend(answered, kind);
    return { ...beside, [kind]: question };
  };
  const recover = async (fault: unknown): Promise<unknown> => {
    if (pending === undefined || !isCausedBy(fault, endOfRound)) throw fault;
    return await conclude(undefined);
  };
  const questions: Ask<unknown, unknown> = { dialog: ask("dialog"), form: ask("form") };
  return { ask: questions, conclude, recover };
}

/** In characters. Every round reads the journal, so a large journal would make each small request expensive. */
const maxJournal = 16 * 1024;

interface Journal {
  /** Digest of the round that ended with the question. */
  readonly round: string | undefined;
  readonly answered: readonly UserAnswer[];
  readonly kind: QuestionKind;
}

type OpenJournal = ReturnType<typeof openJournal>;

/** Called at the first question, because a handler may change its request between questions. */
function openJournal({ rules, store, keepFor }: Asking, given: CheckedEvent) {
  const { event, body, subscription, request } = given;
  const round = getRound(body);
  const opening = Promise.all([
    findSlot(store, given, ["conversation", event, getSubject(body, rules.events.get(event)?.own ?? [])]),
    round && digest(subscription, ["round", ...round]),
  ]);
  // Avoids an unhandled rejection before `recall` awaits it.
  opening.catch(() => undefined);
  const filled = { dialog: pickKnown(rules, request, "dialog"), form: pickKnown(rules, request, "form") };
  return {
    async recall(): Promise<readonly UserAnswer[]> {
      const [slot, round] = await opening;
      // A request without an answer starts the conversation over.
      if (!isObject(filled.dialog) && !isObject(filled.form)) return [];
      const text = await slot.add("", keepFor);
      const journal = text ? (JSON.parse(text) as Journal) : undefined;
      // A repeated round asks its question again.
      if (journal?.round !== undefined && journal.round === round) return journal.answered;
      // If the journal is lost (after a restart, say), treat the answer as the answer to the first question.
      const kind = journal?.kind ?? (isObject(filled.form) ? "form" : "dialog");
      const answer = filled[kind];
      return isObject(answer) ? [...(journal?.answered ?? []), { kind, answer }] : [];
    },
    async suspend(answered: readonly UserAnswer[], kind: QuestionKind): Promise<void> {
      const [slot, round] = await opening;
      const text = JSON.stringify({ round, answered, kind } satisfies Journal);
      const size = `${text.length} characters, more than the limit of ${maxJournal}`;
      if (text.length > maxJournal) throw new Error(`the user's answers take ${size}`);
      await slot.set(text, keepFor);
    },
    end: async (): Promise<unknown> => await (await opening)[0].delete(),
  };
}

/** An answer with other ids belongs to another question. */
function isAnswerTo({ kind, question }: Question, answer: JsonObject): boolean {
  const { id, dialogOptions: options } = question as JsonObject;
  if (kind === "form") return answer["id"] === id;
  const selected = answer["selectedDialogOptionIds"];
  if (!Array.isArray(options) || !Array.isArray(selected)) return false;
  const ids = options.map((option) => (option as JsonObject)["optionId"]);
  return selected.every((id) => ids.includes(id));
}

/**
 * Checks a question as part of an answer. Unsupported parts are problems even with `omit`.
 * @throws QuestionError, or Error if no release supports the question.
 */
function checkQuestion({ validate }: Asking, given: CheckedEvent, question: Question): void {
  const { kind, beside } = question;
  // JSON drops undefined, so the answer would be sent without its question.
  const result = validate(given, { ...beside, [kind]: question.question ?? null });
  if (result.ok && Object.hasOwn(result.value as object, kind)) return;
  const problems = "problems" in result ? result.problems : (result.omitted ?? []);
  if (result.ok || problems.every((problem) => problem.addedIn !== undefined || isOfShop(problem)))
    throw new QuestionError(kind, given.subscription.version, problems);
  throw new Error(`no release accepts this ${kind}: ${describeProblems(problems)}`);
}

const sayRoundEnds = (event: string): string =>
  `the ${event} handler stops here and runs again once the user has answered; if this error ends the process, an await is missing before ask or before a function that calls it`;
const sayNotAwaited = (event: string): string =>
  `cannot ask the user, because the POS does not wait for the answer to ${event}; switch on Blocking for it in the back office`;
const sayNotAsked = (event: string, fault: unknown): string =>
  `the ${event} handler called ask without await or caught its error: ${toReason(fault)}`;
const sayNotSent = (event: string, kind: QuestionKind): string =>
  `the ${event} handler called ask.${kind} without await or caught its error; the ${kind} is shown instead of the handler's answer`;

const isCausedBy = (fault: unknown, error: Error | undefined, depth = 0): boolean =>
  fault === error || (depth < 10 && isError(fault) && isCausedBy(getCause(fault), error, depth + 1));
