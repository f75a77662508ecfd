import type { Problem, Result } from "../validators/results.js";
import { getRound, getSubject, isAwaited } from "./dedupe.js";
import { pickKnown, type KnownRequests } from "./evidence.js";
import type { Ask, QuestionKind } from "./handlers.js";
import { describeProblems, toFields, type Log } from "./log.js";
import { digest, findSlot, type Store } from "./store.js";
import type { CheckedEvent, VerifiedEvent } from "./subscriptions.js";
import {
  getCause,
  getCode,
  ignoreRejections,
  isError,
  isObject,
  toReason,
  type JsonObject,
} from "./values.js";

/** How the answers of a user are remembered from one round of an event to the next. */
export interface ConversationOptions {
  /** Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** How long a question may stay unanswered, in milliseconds. Default: an hour. */
  readonly keepFor?: number | undefined;
}

/**
 * What `ask` rejects with if the shop's release does not have the question, or if the release is not known and not every
 * shop has the question. A handler that catches it can go on without the answer.
 */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  /** What was asked: `dialog` or `form`. */
  readonly kind: QuestionKind;
  /** The shop's release as its subscription has it. */
  readonly version: string | undefined;
  /** Which parts of the question the shop does not have, and since when they exist. */
  readonly problems: readonly Problem[];

  constructor(kind: QuestionKind, version: string | undefined, problems: readonly Problem[]) {
    // What the code was not generated for, no release of the shop changes.
    const isShops = problems.every(({ code }) => isOfShop(code));
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

/** Whether a problem is that the shop's release lacks something. */
const isOfShop = (code: string): boolean => code.startsWith("unsupported-");

/** How questions are asked, checked and remembered. */
export interface Asking {
  readonly known: KnownRequests;
  readonly store: Store;
  /** How long a question may stay unanswered, in milliseconds. */
  readonly keepFor: number;
  /** Checks an answer as it is checked before it is sent. */
  readonly validate: (given: VerifiedEvent, answer: object) => Result<unknown>;
  readonly log: Log;
}

/** A user's answer to a question. */
interface UserAnswer {
  readonly kind: QuestionKind;
  readonly answer: JsonObject;
}

/** What is remembered from one round of an event to the next: its repeat with an answer of the user. */
interface Journal {
  /** A digest of the round that ended with a question: what a user fills in may be long. */
  readonly round: string | undefined;
  readonly answered: readonly UserAnswer[];
  /** The kind of the last question. */
  readonly kind: QuestionKind;
}

/** In characters. It is read in every round, so a large one would make every small request expensive. */
const maxJournal = 16 * 1024;

/** Finds the journal of an event. Parts of a user's answer that the types do not know are not kept. */
function findJournal({ known, store, keepFor }: Asking, given: CheckedEvent) {
  const { event, body, subscription, request } = given;
  const filled = { dialog: pickKnown(known, request, "dialog"), form: pickKnown(known, request, "form") };
  const open = async () => {
    const round = getRound(body);
    return {
      // The same in every round.
      slot: await findSlot(store, given, [
        "conversation",
        event,
        getSubject(body, known.events[event]?.own ?? []),
      ]),
      round: round && (await digest(subscription, ["round", ...round])),
    };
  };
  let opened: ReturnType<typeof open> | undefined;
  // Once, at the first question, because a handler may change its request between questions.
  const openOnce = () => (opened ??= open());
  return {
    /** Reads the answers of earlier rounds, and the one in this request. */
    async recall(): Promise<readonly UserAnswer[]> {
      const { slot, round } = await openOnce();
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
      const { slot, round } = await openOnce();
      // The spec has no 64-bit integers in a user's answer; other integers that are too large for JSON are kept as text.
      const text = JSON.stringify({ round, answered, kind } satisfies Journal, (_name, part: unknown) =>
        typeof part === "bigint" ? String(part) : part,
      );
      if (text.length > maxJournal)
        throw new Error(
          `what the user has answered takes ${text.length} characters; at most ${maxJournal} are remembered`,
        );
      await slot.set(text, keepFor);
    },
    /** Forgets everything: the handler has finished. */
    async end(): Promise<void> {
      await (await openOnce()).slot.delete();
    },
  };
}

/** A question, and what else to answer with it. */
interface Question {
  readonly kind: QuestionKind;
  readonly question: unknown;
  readonly beside: object;
}

/** One round of an event whose handler asks, and how its questions change the handler's answer. */
export interface Round {
  readonly ask: Ask<unknown, unknown>;
  /** Ends the round: returns the question that waits for the user; the handler's answer if there is none. */
  conclude(answer: unknown): Promise<unknown>;
  /**
   * Returns the question that stopped the handler.
   * @throws The fault, if the handler threw it for another reason.
   */
  recover(fault: unknown): Promise<unknown>;
}

/**
 * Starts a round.
 * @param isOver Whether the handler has timed out: what it asks or answers after that must not be remembered.
 */
export function startRound(asking: Asking, given: CheckedEvent, isOver: () => boolean): Round {
  const { event, body } = given;
  const journal = findJournal(asking, given);
  let recalled: Promise<readonly UserAnswer[]> | undefined;
  let pending: (Question & { readonly answered: readonly UserAnswer[] }) | undefined;
  const asked: Asked[] = [];
  let count = 0;

  const findAnswer = async (asks: Question): Promise<never> => {
    // Before it is counted: a question that cannot be asked never has an answer.
    const obstacle = findObstacle(asking, given, asks);
    if (obstacle) throw obstacle;
    // Questions that are asked at once are counted in the order of their calls.
    const index = count++;
    recalled ??= isAwaited(body) ? journal.recall() : Promise.reject(new Error(sayNotAwaited(event)));
    const answers = await recalled;
    const known = answers[index];
    if (pending === undefined && known?.kind === asks.kind && isAnswerTo(asks, known.answer))
      return known.answer as never;
    pending ??= { ...asks, answered: answers.slice(0, index) };
    throw createEndOfRound();
  };
  const ask =
    (kind: QuestionKind) =>
    (question: unknown, beside: object = {}): Promise<never> => {
      const answer = new Asked(kind, findAnswer({ kind, question, beside }));
      asked.push(answer);
      return answer;
    };
  const conclude = async (answer: unknown): Promise<unknown> => {
    // Every question has its answer, or has ended the round.
    await Promise.all(asked.map(({ settled }) => settled));
    if ((answer ?? undefined) !== undefined) warnOfForgotten(asked, given, pending !== undefined, asking.log);
    if (isOver()) return answer;
    if (pending === undefined) {
      await journal.end().catch((error: unknown) => {
        // The answer is still sent: what is left is only read by a request that has a user's answer.
        asking.log.error({ err: error }, `the store of conversations failed: ${toReason(error)}`);
      });
      return answer;
    }
    ignoreRejections(answer);
    const { kind, answered } = pending;
    await journal.suspend(answered, kind);
    return toAnswer(pending);
  };
  return {
    ask: { dialog: ask("dialog"), form: ask("form") },
    conclude,
    recover(fault) {
      if (pending === undefined || !isEndOfRound(fault)) throw fault;
      return conclude(undefined);
    },
  };
}

/** A question, which knows whether anybody waits for its answer. */
class Asked extends Promise<never> {
  readonly kind: QuestionKind;
  /** Resolves when it has its answer, or has ended the round: an unhandled rejection must not end the process. */
  readonly settled: Promise<unknown>;
  isAwaited = false;
  fault: unknown = undefined;

  constructor(kind: QuestionKind, answer: Promise<never>) {
    super((resolve) => resolve(answer));
    this.kind = kind;
    this.settled = super.then(undefined, (fault: unknown) => void (this.fault = fault));
  }

  // `await` calls this, as the class is not Promise itself.
  override then<A, B>(...reactions: Parameters<Promise<never>["then"]>): Promise<A | B> {
    this.isAwaited = true;
    return super.then(...reactions) as Promise<A | B>;
  }

  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }
}

function warnOfForgotten(asked: readonly Asked[], given: CheckedEvent, isPending: boolean, log: Log): void {
  const forgotten = asked.find(({ isAwaited, fault }) => !isAwaited && fault !== undefined);
  if (forgotten === undefined) return;
  const { kind, fault } = forgotten;
  const outcome = isPending
    ? `the ${kind} is shown, and what the handler answered is not sent`
    : `the ${kind} is not shown: ${toReason(fault)}`;
  log.warn(toFields(given), `the handler of ${given.event} called ask.${kind} without await: ${outcome}`);
}

const toAnswer = ({ kind, question, beside }: Question): object => ({ ...beside, [kind]: question });

/** Whether an answer can belong to this question: an answer with other ids belongs to another question. */
function isAnswerTo({ kind, question }: Question, answer: JsonObject): boolean {
  const asked = question as JsonObject;
  if (kind === "form") return answer["id"] === asked["id"];
  const options = asked["dialogOptions"];
  const selected = answer["selectedDialogOptionIds"];
  if (!Array.isArray(options) || !Array.isArray(selected)) return false;
  const ids = options.map((option) => (option as JsonObject)["optionId"]);
  return selected.every((id) => ids.includes(id));
}

/** Checks a question like an answer: if the shop does not support it, the handler must know, also with `omit`. */
function findObstacle({ validate }: Asking, given: CheckedEvent, question: Question): Error | undefined {
  const { kind } = question;
  const answer = toAnswer(question);
  // JSON leaves out what is undefined: the answer would be sent without its question.
  const result = validate(given, { ...answer, [kind]: question.question ?? null });
  if (result.ok && Object.hasOwn(result.value as object, kind)) return undefined;
  const problems = result.ok ? (result.omitted ?? []) : result.problems;
  // Otherwise the handler has a mistake, whatever the shop.
  return result.ok || problems.every(({ code, addedIn }) => addedIn !== undefined || isOfShop(code))
    ? new QuestionError(kind, given.subscription.version, problems)
    : new Error(`no shop takes this ${kind}: ${describeProblems(problems, answer)}`);
}

const sayNotAwaited = (event: string): string =>
  `the POS does not wait for the answer to ${event}, so its user cannot be asked: make the event blocking in the back office`;

const endOfRound = "MPLUS_END_OF_ROUND";

/** The error that ends a round. It is thrown so that the handler's `finally` blocks run; a handler may catch it. */
const createEndOfRound = (): Error =>
  Object.assign(new Error("the round ends here: the handler is called again with the answer"), {
    code: endOfRound,
  });

/** Whether a handler was stopped by its own question, also if it wrapped the error in others. */
const isEndOfRound = (fault: unknown, depth = 0): boolean =>
  isError(fault) &&
  depth <= 10 &&
  (getCode(fault) === endOfRound || isEndOfRound(getCause(fault), depth + 1));
