// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createQuestioner, isEndOfRound, type Ask } from "./ask.js";
import type { Conversation } from "./conversations.js";
import type { Log } from "./log.js";
import { toReason } from "./report.js";
import type { Call } from "./run-handler.js";
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
  const { findConversation, contract, log } = settings;
  const { delivery, isAwaited } = call;
  const ownObjects = contract.ownObjects[delivery.event] ?? [];
  const conversation = findConversation({ ...delivery, ownObjects });
  const questioner = createQuestioner(() =>
    isAwaited ? conversation.recall() : Promise.reject(new Error(notAwaited(delivery.event))),
  );
  const conclude = async (answer: unknown): Promise<unknown> => {
    await questioner.settle();
    const { pending } = questioner;
    if (isOver()) return answer;
    if (pending === undefined) {
      await forget(conversation, log);
      return answer;
    }
    const { kind, question, beside, answered } = pending;
    await conversation.suspend(answered, kind);
    return { ...beside, [kind]: question };
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
