// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Store } from "../api/store.js";
import type { Awaitable } from "../values/awaitable.js";
import { failLate } from "../values/fail-late.js";

/** In milliseconds: after this a store counts as failed. */
const timeout = 2000;

/** In milliseconds: a failure that took as long was silence too, which a time-out of the store's client has ended. */
const slow = 250;

/** In milliseconds: for how long a silent store is not asked again. */
const pause = 5000;

/**
 * A store that fails instead of not answering, as a client that queues while it is offline does. Its silence is waited
 * for once, and not in every call of every event, because a till waits for the sum: calls then fail at once, until one may
 * try again. Failing at once costs nothing: such a store is asked each time.
 */
export function withStoreTimeout(store: Store): Store {
  const ask = createBreaker();
  return {
    add: (...call) => ask(() => store.add(...call)),
    set: (...call) => ask(() => store.set(...call)),
    delete: (...call) => ask(() => store.delete(...call)),
  };
}

function createBreaker(): <T>(call: () => Awaitable<T>) => Promise<T> {
  /** When the store may be asked again, on the clock of `performance`; 0 while it is not silent. */
  let askAgainAt = 0;
  return async (call) => {
    const start = performance.now();
    if (start < askAgainAt) throw new Error(sayPause(askAgainAt - start));
    const isTrial = askAgainAt > 0;
    // Not for ever: some platforms end a request, and with it the trial, without a word.
    if (isTrial) askAgainAt = start + pause;
    // By a timer, and not by the clock: a process that is busy is no silent store.
    const silence = { isSeen: false };
    const timer = setTimeout(() => (silence.isSeen = true), slow);
    try {
      const answer = await failLate(call(), timeout);
      // Only a trial ends the pause: a store that is sometimes just in time would cost every event seconds.
      if (isTrial) askAgainAt = 0;
      return answer;
    } catch (error) {
      if (silence.isSeen) askAgainAt = performance.now() + pause;
      else if (isTrial) askAgainAt = 0;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}

function sayPause(milliseconds: number): string {
  return `it did not answer in time, and is not asked again for ${Math.ceil(milliseconds / 1000)} s`;
}
