import type { Transaction } from "../receiver/handlers.js";
import type { Connection } from "./connection.js";
import { findEvents, listDeadIds, lockEvents, type LockedEvent, type ShownEvent } from "./listing.js";
import { queueNames } from "./queues.js";
import { states, type EventState } from "./states.js";

/** What became of an event that somebody named: it was done, there is none of this id, or its state forbids it. */
export interface Operated {
  readonly id: string;
  readonly outcome: "done" | "gone" | Exclude<EventState, "blocked">;
}

/** All that is kept of one event; an id may be shortened, as long as only one event's begins like that. Else undefined. */
export async function showEvent(connection: Connection, id: string): Promise<ShownEvent | undefined> {
  const found = await findEvents(connection, id);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Has dead events tried once more, at once and before all that wait behind them; `"dead"` names all of them. One that
 * fails again is dead again. One that waits for its next attempt has it now. What else there is stays as it is, and its
 * outcome says what it is.
 */
export async function retryEvents(
  connection: Connection,
  ids: readonly string[] | "dead",
): Promise<readonly Operated[]> {
  const named = ids === "dead" ? await listDeadIds(connection) : ids;
  return operate(connection, named, {
    isMeant: ({ state }) => state === "failed" || state === "retry",
    async act({ boss, schema }, { queue, ids, transaction }) {
      await boss.retry(queue, ids, { db: toDatabase(transaction) });
      await transaction.query(
        `UPDATE ${schema}.job SET start_after = now()
          WHERE name = $1 AND id = ANY($2::uuid[]) AND state = 'retry' AND start_after > now()`,
        [queue, ids],
      );
    },
  });
}

/**
 * Deletes events, so that the next one of their session is handled. What a worker is handling stays, and so does what was
 * handled, by which repeats are recognised: the outcome says so.
 */
export const dropEvents = (connection: Connection, ids: readonly string[]): Promise<readonly Operated[]> =>
  operate(connection, ids, {
    isMeant: ({ state }) => state !== "active" && state !== "completed",
    async act({ boss }, { queue, ids, transaction }) {
      await boss.deleteJob(queue, ids, { db: toDatabase(transaction) });
    },
  });

interface Operation {
  readonly isMeant: (event: LockedEvent) => boolean;
  readonly act: (connection: Connection, events: Meant) => Promise<void>;
}

/** Events of one queue, which are locked. */
interface Meant {
  readonly queue: string;
  readonly ids: string[];
  readonly transaction: Transaction;
}

/** How many events are locked at once: workers pass over those that are. */
const batch = 500;

async function operate(
  connection: Connection,
  ids: readonly string[],
  operation: Operation,
): Promise<readonly Operated[]> {
  const done: Operated[] = [];
  for (let start = 0; start < ids.length; start += batch) {
    done.push(...(await operateBatch(connection, ids.slice(start, start + batch), operation)));
  }
  return done;
}

/** Locks the events while it looks and acts, so that no worker takes one in between. */
async function operateBatch(
  connection: Connection,
  ids: readonly string[],
  { isMeant, act }: Operation,
): Promise<readonly Operated[]> {
  const transaction = await connection.begin();
  try {
    const locked = await lockEvents(transaction, connection.schema, ids.filter(isUuid));
    for (const queue of queueNames) {
      const meant = locked.filter((event) => event.queue === queue && isMeant(event)).map(({ id }) => id);
      if (meant.length > 0) await act(connection, { queue, ids: meant, transaction });
    }
    await transaction.commit();
    const events = new Map(locked.map((event) => [event.id, event]));
    return ids.map((id) => ({ id, outcome: toOutcome(events.get(id.toLowerCase()), isMeant) }));
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

/** What pg-boss runs its SQL with, in a transaction. */
const toDatabase = (transaction: Transaction) => ({
  executeSql: (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> =>
    transaction.query(text, values),
});

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

function toOutcome(event: LockedEvent | undefined, isMeant: Operation["isMeant"]): Operated["outcome"] {
  if (event === undefined) return "gone";
  return isMeant(event) ? "done" : states[event.state];
}
