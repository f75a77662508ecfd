import type { Problem, Result } from "../../validators/results.js";
import type { Ask } from "../api/ask.js";
import type { Log } from "../api/log.js";
import { QuestionError } from "../api/question-error.js";
import { describeProblems } from "../values/describe-problems.js";
import { toReason } from "../values/thrown.js";
import type { Conversation } from "./conversations.js";
import { isEndOfRound } from "./end-of-round.js";
import { createQuestions, type Question } from "./questions.js";

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

/** What a round needs. */
export interface RoundOptions {
  readonly event: string;
  /** The shop's release as its subscription has it. */
  readonly version: string | undefined;
  readonly conversation: Conversation;
  /** Whether the POS waits for the answer; if it does not, asking is an error. */
  readonly isAwaited: boolean;
  /** Checks an answer as it is checked before it is sent. */
  readonly validate: (answer: object) => Result<unknown>;
  /** Whether the handler has timed out: what it asks or answers after that must not be remembered. */
  readonly isOver: () => boolean;
  readonly log: Log;
}

/** Starts a round. */
export function createRound(options: RoundOptions): Round {
  const { event, conversation, isAwaited, isOver, log } = options;
  const questions = createQuestions({
    recall: () => (isAwaited ? conversation.recall() : Promise.reject(new Error(notAwaited(event)))),
    findObstacle: (question) => findObstacle(options, question),
  });
  const conclude = async (answer: unknown): Promise<unknown> => {
    await questions.settle();
    const { pending } = questions;
    if (isOver()) return answer;
    if (pending === undefined) {
      await forget(conversation, log);
      return answer;
    }
    const { kind, answered } = pending;
    await conversation.suspend(answered, kind);
    return toAnswer(pending);
  };
  return {
    ask: questions.ask,
    conclude,
    recover(fault) {
      if (questions.pending === undefined || !isEndOfRound(fault)) throw fault;
      return conclude(undefined);
    },
  };
}

const toAnswer = ({ kind, question, beside }: Question): object => ({ ...beside, [kind]: question });

/** Checks a question like an answer: if the shop does not support it, the handler must know, also with `omit`. */
function findObstacle({ version, validate }: RoundOptions, question: Question): Error | undefined {
  const { kind } = question;
  const result = validate(toAnswer(question));
  if (!result.ok) {
    const { problems } = result;
    if (problems.every(isAboutRelease)) return new QuestionError(kind, version, problems);
    return new Error(`no shop takes this ${kind}: ${describeProblems(problems)}`);
  }
  if (Object.hasOwn(result.value as object, kind)) return undefined;
  return new QuestionError(kind, version, result.omitted ?? []);
}

/** Otherwise the handler has a mistake, whatever the shop. */
const isAboutRelease = ({ code, addedIn }: Problem): boolean =>
  addedIn !== undefined || code.startsWith("unsupported-");

/** If this fails, the answer is still sent: what is left is only read by a request that has a user's answer. */
async function forget(conversation: Conversation, log: Log): Promise<void> {
  try {
    await conversation.end();
  } catch (error) {
    log.error({ err: error }, `the store of conversations failed: ${toReason(error)}`);
  }
}

function notAwaited(event: string): string {
  return `the POS does not wait for the answer to ${event}, so its user cannot be asked: make the event blocking in the back office`;
}
