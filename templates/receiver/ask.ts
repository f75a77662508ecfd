import type { Problem, Result } from "../validators/results.js";
import { getRound, getSubject, type VerifiedEvent } from "./dedupe.js";
import { pickKnown, type KnownRequests } from "./evidence.js";
import type { Ask, QuestionKind } from "./handlers.js";
import { describeProblems, toFields, type Log } from "./log.js";
import { createKey, createMemoryStore, digest, sealStore, type SealedKey, type Store } from "./store.js";
import {
  getCause,
  getCode,
  ignoreRejections,
  isError,
  isObject,
  toReason,
  type Awaitable,
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
    const isOfShop = problems.every(({ code }) => code.startsWith("unsupported-"));
    const shop =
      version === undefined ? "a shop without a version" : `a shop of v${version.replace(/^v/, "")}`;
    const shops = isOfShop ? shop : "the shops that this code was generated for";
    const advice = isOfShop ? "" : "; generate it with a later --min-version, or with --responses gated";
    super(`the ${kind} cannot be put to ${shops}: ${describeProblems(problems)}${advice}`);
    this.kind = kind;
    this.version = version;
    this.problems = problems;
  }
}

/** The rounds of one event: the event, and its repeats with an answer of the user. */
export interface Conversation {
  /** Reads the answers of earlier rounds, and the one in this request. */
  recall(): Promise<readonly UserAnswer[]>;
  /** Remembers the answers before the question that ends this round. */
  suspend(answered: readonly UserAnswer[], kind: QuestionKind): Awaitable<unknown>;
  /** Forgets everything: the handler has finished. */
  end(): Awaitable<unknown>;
}

/** A user's answer to a question. */
interface UserAnswer {
  readonly kind: QuestionKind;
  readonly answer: JsonObject;
}

/** Finds the conversation that a request belongs to. `request` is the body under the canonical names of its properties. */
export type FindConversation = (given: VerifiedEvent, request: unknown) => Conversation;

interface Journal {
  /** A digest of the round that ended with a question: what a user fills in may be long. */
  readonly round: string | undefined;
  readonly answered: readonly UserAnswer[];
  /** The kind of the last question. */
  readonly kind: QuestionKind;
}

/** In milliseconds: an hour. */
const defaultKeepFor = 60 * 60 * 1000;

/** Remembers conversations. Parts of a user's answer that the types do not know are not kept. */
export function createConversations(
  known: KnownRequests,
  { store = createMemoryStore(), keepFor = defaultKeepFor }: ConversationOptions,
): FindConversation {
  const sealed = sealStore(store);
  return (event, request) => {
    let begun: ReturnType<typeof begin> | undefined;
    // Once, at the first question, because a handler may change its request between questions.
    const start = () => (begun ??= begin(event, known.events[event.event]?.own ?? []));
    const given = { dialog: pickKnown(known, request, "dialog"), form: pickKnown(known, request, "form") };
    return {
      async recall() {
        const { key, round } = await start();
        // A request without an answer starts again, whatever was asked before.
        if (!isObject(given.dialog) && !isObject(given.form)) return [];
        const text = await sealed.add(key, nothingKept, keepFor);
        return recallFrom(text ? (JSON.parse(text) as Journal) : undefined, round, given);
      },
      async suspend(answered, kind) {
        const { key, round } = await start();
        const text = toText({ round, answered, kind });
        if (text.length > maxJournal) throw new Error(sayTooLong(text.length));
        await sealed.set(key, text, keepFor);
      },
      async end() {
        await sealed.delete((await start()).key);
      },
    };
  };
}

/** The key of a conversation, the same in every round, and a digest of this round. */
async function begin(given: VerifiedEvent, ownObjects: readonly string[]) {
  const { event, body, subscription } = given;
  const key: SealedKey = {
    key: await createKey(given, ["conversation", event, getSubject(body, ownObjects)]),
    subscription,
  };
  const round = getRound(body);
  return { key, round: round && (await digest(subscription, ["round", ...round])) };
}

/** In characters. It is read in every round, so a large one would make every small request expensive. */
const maxJournal = 16 * 1024;

const sayTooLong = (length: number): string =>
  `what the user has answered takes ${length} characters; at most ${maxJournal} are remembered`;

const nothingKept = "";

/** The spec has no 64-bit integers in a user's answer; other integers that are too large for JSON are kept as text. */
const toText = (journal: Journal): string =>
  JSON.stringify(journal, (_name, part: unknown) => (typeof part === "bigint" ? String(part) : part));

/**
 * A round that comes twice asks its question again. If nothing was kept (after a restart, say) the answer counts as one
 * to the first question, if it fits.
 */
function recallFrom(
  journal: Journal | undefined,
  round: string | undefined,
  given: Readonly<Record<QuestionKind, unknown>>,
): readonly UserAnswer[] {
  if (journal?.round !== undefined && journal.round === round) return journal.answered;
  const kind = journal?.kind ?? (isObject(given.form) ? "form" : "dialog");
  const answer = given[kind];
  return isObject(answer) ? [...(journal?.answered ?? []), { kind, answer }] : [];
}

/** A question, and what else to answer with it. */
interface Question {
  readonly kind: QuestionKind;
  readonly question: unknown;
  readonly beside: object;
}

/** What a round needs. */
export interface RoundOptions {
  readonly event: string;
  readonly subscription: { readonly id: string; readonly version: string | undefined };
  readonly conversation: Conversation;
  /** Whether the POS waits for the answer; if it does not, asking is an error. */
  readonly isAwaited: boolean;
  /** Checks an answer as it is checked before it is sent. */
  readonly validate: (answer: object) => Result<unknown>;
  /** Whether the handler has timed out: what it asks or answers after that must not be remembered. */
  readonly isOver: () => boolean;
  readonly log: Log;
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

/** Starts a round. */
export function createRound(options: RoundOptions): Round {
  const { event, conversation, isAwaited, isOver, log } = options;
  let recalled: Promise<readonly UserAnswer[]> | undefined;
  let count = 0;
  let pending: (Question & { readonly answered: readonly UserAnswer[] }) | undefined;
  const asked: Asked[] = [];
  const recall = () => (isAwaited ? conversation.recall() : Promise.reject(new Error(sayNotAwaited(event))));

  const findAnswer = async (kind: QuestionKind, question: unknown, beside: object): Promise<never> => {
    // Before it is counted: a question that cannot be asked never has an answer.
    const obstacle = findObstacle(options, { kind, question, beside });
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
    const answer = new Asked(kind, findAnswer(kind, question, beside));
    asked.push(answer);
    return answer;
  };
  const end = async (answer: unknown): Promise<unknown> => {
    // Every question has its answer, or has ended the round.
    await Promise.all(asked.map(({ settled }) => settled));
    if (isOver()) return answer;
    if (pending === undefined) {
      await forget(conversation, log);
      return answer;
    }
    ignoreRejections(answer);
    const { kind, answered } = pending;
    await conversation.suspend(answered, kind);
    return toAnswer(pending);
  };
  return {
    ask: {
      dialog: (dialog, beside) => ask("dialog", dialog, beside),
      form: (form, beside) => ask("form", form, beside),
    },
    async conclude(answer) {
      const concluded = await end(answer);
      const forgotten = asked.find(({ isAwaited, fault }) => !isAwaited && fault !== undefined);
      if (forgotten && (answer ?? undefined) !== undefined) {
        const { kind, fault } = forgotten;
        const outcome = pending
          ? `the ${kind} is shown, and what the handler answered is not sent`
          : `the ${kind} is not shown: ${toReason(fault)}`;
        log.warn(toFields(options), `the handler of ${event} called ask.${kind} without await: ${outcome}`);
      }
      return concluded;
    },
    recover(fault) {
      if (pending === undefined || !isEndOfRound(fault)) throw fault;
      return end(undefined);
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
  override then<A = never, B = never>(
    onFulfilled?: ((value: never) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.isAwaited = true;
    return super.then(onFulfilled, onRejected);
  }

  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }
}

const toAnswer = ({ kind, question, beside }: Question): object => ({ ...beside, [kind]: question });

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

/** Checks a question like an answer: if the shop does not support it, the handler must know, also with `omit`. */
function findObstacle({ subscription, validate }: RoundOptions, question: Question): Error | undefined {
  const { kind } = question;
  const answer = toAnswer(question);
  const result = validate(answer);
  const fail = (problems: readonly Problem[]): Error =>
    new QuestionError(kind, subscription.version, problems);
  if (result.ok) return Object.hasOwn(result.value as object, kind) ? undefined : fail(result.omitted ?? []);
  const { problems } = result;
  // Otherwise the handler has a mistake, whatever the shop.
  return problems.every(({ code, addedIn }) => addedIn !== undefined || code.startsWith("unsupported-"))
    ? fail(problems)
    : new Error(`no shop takes this ${kind}: ${describeProblems(problems, answer)}`);
}

/** If this fails, the answer is still sent: what is left is only read by a request that has a user's answer. */
async function forget(conversation: Conversation, log: Log): Promise<void> {
  try {
    await conversation.end();
  } catch (error) {
    log.error({ err: error }, `the store of conversations failed: ${toReason(error)}`);
  }
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
function isEndOfRound(fault: unknown, depth = 0): boolean {
  if (!isError(fault) || depth > maxCauses) return false;
  return getCode(fault) === endOfRound || isEndOfRound(getCause(fault), depth + 1);
}

const maxCauses = 10;
