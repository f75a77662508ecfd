import type { Problem } from "../validators/result.js";
import { createQuestioner, isEndOfRound, QuestionError, type Ask, type Question } from "./ask.js";
import { judgeAnswer } from "./check-answer.js";
import type { Conversation } from "./conversations.js";
import type { Delivery } from "./delivery.js";
import { silentLog, type Log } from "./log.js";
import { toReason } from "./thrown.js";
import type { Call } from "./run-handler.js";
import { toSentence } from "./sentence.js";
import type { Settings } from "./settings.js";

/** The questions of one round, and what they make of the handler's answer. */
export interface Asking {
  readonly ask: Ask<unknown, unknown>;
  /** The question that waits for the user, or the handler's answer where none does. */
  conclude(answer: unknown): Promise<unknown>;
  /**
   * The question that the handler was stopped by.
   * @throws What the handler threw, where that was something else.
   */
  recover(fault: unknown): Promise<unknown>;
}

/**
 * Begins to ask. Where the POS does not wait for the answer, asking is a mistake, and told as such.
 * @param isOver Whether the time of the handler is over: what it asks or answers then must not be remembered.
 */
export function createAsking(settings: Settings, call: Call, isOver: () => boolean): Asking {
  const { findConversation, log } = settings;
  const { delivery, isAwaited } = call;
  const conversation = findConversation(call);
  const questioner = createQuestioner({
    recall: () => (isAwaited ? conversation.recall() : Promise.reject(new Error(notAwaited(delivery.event)))),
    findObstacle: (question) => findObstacle(settings, delivery, question),
  });
  const conclude = async (answer: unknown): Promise<unknown> => {
    await questioner.settle();
    const { pending } = questioner;
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
    ask: questioner.ask,
    conclude,
    recover(fault) {
      if (questioner.pending === undefined || !isEndOfRound(fault)) throw fault;
      return conclude(undefined);
    },
  };
}

const toAnswer = ({ kind, question, beside }: Question): object => ({ ...beside, [kind]: question });

/** What would be answered is judged as an answer is: a question that the shop does not take must not be left out in silence. */
function findObstacle(settings: Settings, delivery: Delivery, question: Question): Error | undefined {
  const { kind } = question;
  // What is to be told is told when it is answered.
  const judged = judgeAnswer({ ...settings, log: silentLog }, delivery, toAnswer(question));
  const { version } = delivery.subscription;
  if (!judged.ok) {
    const { problems } = judged;
    if (problems.every(isAboutRelease)) return new QuestionError(kind, version, problems);
    return new Error(`no shop takes this ${kind}: ${toSentence(problems)}`);
  }
  if (Object.hasOwn(judged.value as object, kind)) return undefined;
  return new QuestionError(kind, version, judged.omitted ?? []);
}

/** Else it is a mistake of the handler's, in every shop. */
const isAboutRelease = ({ code, addedIn }: Problem): boolean =>
  addedIn !== undefined || code.startsWith("unsupported-");

/** What is left behind is only read again by a request that carries an answer: no reason to lose this one. */
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
