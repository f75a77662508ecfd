import type { Problem, Result } from "../../validators/results.js";
import type { Rules } from "../../validators/rules.js";
import { QuestionError, type Ask, type Log, type QuestionKind } from "../base/handlers.js";
import { describeProblems, toFields, type Report } from "../base/log.js";
import type { Store } from "../base/options.js";
import { digest, findSlot, tryStore } from "../base/store.js";
import type { CheckedEvent, VerifiedEvent } from "../base/subscriptions.js";
import { getCause, ignoreRejections, isError, isObject, toReason, type JsonObject } from "../base/values.js";
import { pickKnown } from "./evidence.js";
import type { HandlerTime } from "./handler-time.js";
import { getRound, getSubject, isAwaited } from "./identity.js";

export interface Asking {
  readonly rules: Rules;
  readonly store: Store;
  readonly keepFor: number;
  readonly validate: (given: VerifiedEvent, answer: object) => Result<unknown>;
  readonly log: Log;
  readonly report: Report;
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

/** One round of an event: a run of its handler, which may ask questions. */
export interface Round {
  readonly asking: Asking;
  readonly given: CheckedEvent;
  /** Once it is over, nothing that the handler asks or answers is remembered. */
  readonly time: Pick<HandlerTime, "isOver">;
  readonly asked: Promise<unknown>[];
  /** What questions rejected with. */
  readonly failed: unknown[];
  /** Number of valid questions so far. */
  count: number;
  /** Thrown from `ask` while the user has not answered. */
  end?: Error;
  journal?: OpenJournal;
  answers?: Promise<readonly UserAnswer[]>;
  /** The first question without an answer, and the answers to those before it. */
  pending?: Question & { readonly journal: OpenJournal; readonly answered: readonly UserAnswer[] };
}

export const startRound = (asking: Asking, given: CheckedEvent, time: Round["time"]): Round => ({
  asking,
  given,
  time,
  asked: [],
  failed: [],
  count: 0,
});

export function createAsk(round: Round): Ask<unknown, unknown> {
  const ask =
    (kind: QuestionKind) =>
    (question: unknown, beside: object = {}): Promise<never> => {
      const answer = findAnswer(round, { kind, question, beside });
      // Without this, the rejection of a question that is not awaited would end the process.
      round.asked.push(answer.catch((fault: unknown) => round.failed.push(fault)));
      return answer;
    };
  return { dialog: ask("dialog"), form: ask("form") };
}

async function findAnswer(round: Round, asks: Question): Promise<never> {
  const { asking, given } = round;
  // Created here, so that its stack shows the handler's line if nobody catches it.
  round.end ??= new Error(sayRoundEnds(given.event));
  // Checked before it is counted, because an invalid question never gets an answer.
  checkQuestion(asking, given, asks);
  if (!isAwaited(given.body)) throw new Error(sayNotAwaited(given.event));
  const journal = (round.journal ??= openJournal(asking, given));
  // Concurrent questions are counted in the order of their calls.
  const index = round.count++;
  const answers = await (round.answers ??= journal.recall());
  const known = answers[index];
  if (round.pending === undefined && known?.kind === asks.kind && isAnswerTo(asks, known.answer))
    return known.answer as never;
  round.pending ??= { journal, answered: answers.slice(0, index), ...asks };
  // Thrown, so that the handler's `finally` blocks run.
  throw round.end;
}

/** Returns the question for the user, or the handler's answer. */
export async function concludeRound(round: Round, answer: unknown): Promise<unknown> {
  const { asking, given, asked } = round;
  if (asked.length === 0) return answer;
  await Promise.all(asked);
  if (round.time.isOver) return answer;
  const { pending } = round;
  if (pending === undefined) {
    await endConversation(round);
    return answer;
  }
  const { kind, question, beside, journal, answered } = pending;
  if ((answer ?? undefined) !== undefined) asking.log.warn(toFields(given), sayNotSent(given.event, kind));
  ignoreRejections(answer);
  await journal.suspend(answered, kind);
  return { ...beside, [kind]: question };
}

async function endConversation({ asking, given, failed, journal }: Round): Promise<void> {
  // A handler may catch a QuestionError; any other failure is a bug in the handler.
  for (const fault of failed.filter((each) => !(each instanceof QuestionError)))
    asking.report({ ...toFields(given), err: fault }, sayNotAsked(given.event, fault), undefined);
  // If this fails, the leftovers do no harm: only a request with a user's answer reads them.
  if (journal) await tryStore("conversations", asking.log, journal.end);
}

/** Returns the question for the user, if the handler ended because of it. @throws What the handler threw otherwise. */
export async function recoverRound(round: Round, fault: unknown): Promise<unknown> {
  if (round.pending === undefined || !isCausedBy(fault, round.end)) throw fault;
  return await concludeRound(round, undefined);
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
    throw createQuestionError(kind, given.subscription.version, problems);
  throw new Error(`no release accepts this ${kind}: ${describeProblems(problems)}`);
}

function createQuestionError(kind: QuestionKind, version: string | undefined, problems: readonly Problem[]) {
  const isShops = problems.every(isOfShop);
  const shop = version === undefined ? "a shop without a version" : `a shop on v${version.replace(/^v/, "")}`;
  const shops = isShops ? shop : "the shops that this code was generated for";
  const advice = isShops ? "" : "; generate the code with a later --min-version or with --responses gated";
  const message = `${shops} cannot show this ${kind}: ${describeProblems(problems)}${advice}`;
  return new QuestionError(message, { kind, version, problems });
}

/** True for a problem that depends on the shop's release, not on the fleet that the code was generated for. */
const isOfShop = ({ code }: Problem): boolean => code.startsWith("unsupported-");

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
