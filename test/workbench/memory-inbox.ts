import type { HandleStored, Inbox, StoredEvent, StoredRun } from "../../templates/copied/receiver/queued.js";

/** An inbox in memory: what came in, each event once, in its order. */
export interface MemoryInbox extends Inbox {
  readonly events: readonly StoredEvent[];
  /** Handles what was not handled yet, one event after another; rejects with the first that fails. */
  handleAll(handle: HandleStored): Promise<void>;
}

/** Creates an inbox that is empty. */
export function createMemoryInbox(): MemoryInbox {
  const events: StoredEvent[] = [];
  let handled = 0;
  return {
    events,
    add(event) {
      if (!events.some(({ id }) => id === event.id)) events.push(event);
      return Promise.resolve();
    },
    async handleAll(handle) {
      for (const event of events.slice(handled)) {
        await handle(event, createRun());
        handled += 1;
      }
    },
  };
}

/** A first attempt, with all the time in the world. */
export const createRun = (change: Partial<StoredRun> = {}): StoredRun => ({
  signal: new AbortController().signal,
  attempt: 0,
  transaction: { query: () => Promise.resolve({ rows: [] }) },
  ...change,
});
