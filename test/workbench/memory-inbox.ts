import type {
  HandleStored,
  Inbox,
  StoredEvent,
  StoredRun,
} from "../../templates/copied/receiver/base/options.js";

/** Keeps events in order, each once. */
export interface MemoryInbox extends Inbox {
  readonly events: readonly StoredEvent[];
  /** Handles the remaining events one after another. Rejects with the first failure. */
  handleAll(handle: HandleStored): Promise<void>;
}

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

export const createRun = (change: Partial<StoredRun> = {}): StoredRun => ({
  signal: new AbortController().signal,
  attempt: 0,
  transaction: { query: () => Promise.resolve({ rows: [] }) },
  ...change,
});
