import { queue } from "./boss.js";
import { toDatabase, type Connection, type Database } from "./connection.js";
import {
  findEvents,
  hurryEvents,
  listEvents,
  lockEvents,
  type EventState,
  type LockedEvent,
  type ShownEvent,
} from "./job-table.js";

/** What became of an event that somebody named: it was done, there is none of this id, or its state forbids it. */
export interface Operated {
  readonly id: string;
  readonly outcome: "done" | "gone" | Exclude<EventState, "blocked">;
}

/** All that is kept of one event; an id may be shortened, as long as only one event's begins like that. Else undefined. */
export async function showEvent(database: Database, id: string): Promise<ShownEvent | undefined> {
  const found = await findEvents(database, id);
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
  const all = { dead: true, limit: Number.MAX_SAFE_INTEGER };
  const named = ids === "dead" ? (await listEvents(connection, all)).map(({ id }) => id) : ids;
  return operate(connection, named, {
    isMeant: ({ state }) => state === "dead" || state === "retrying",
    async act(database, meant) {
      await connection.boss.retry(queue, meant, toDatabase(database));
      await hurryEvents(database, meant);
    },
  });
}

/**
 * Deletes events, so that the next one of their session is handled. What a worker is handling stays, and so does what was
 * handled, by which repeats are recognised: the outcome says so.
 */
export const dropEvents = (connection: Connection, ids: readonly string[]): Promise<readonly Operated[]> =>
  operate(connection, ids, {
    isMeant: ({ state }) => state !== "running" && state !== "handled",
    act: (database, meant) => connection.boss.deleteJob(queue, meant, toDatabase(database)),
  });

interface Operation {
  readonly isMeant: (event: LockedEvent) => boolean;
  readonly act: (database: Database, ids: string[]) => Promise<unknown>;
}

/** How many events are locked at once: workers pass over those that are. */
const batch = 500;

async function operate(connection: Connection, ids: readonly string[], operation: Operation) {
  const done: Operated[] = [];
  for (let start = 0; start < ids.length; start += batch)
    done.push(...(await operateBatch(connection, ids.slice(start, start + batch), operation)));
  return done;
}

/** Locks the events while it looks and acts, so that no worker takes one in between. */
async function operateBatch(connection: Connection, ids: readonly string[], { isMeant, act }: Operation) {
  const transaction = await connection.begin();
  const database = { ...transaction, schema: connection.schema };
  try {
    const known = ids.filter(isUuid);
    let rows = await lockEvents(database, known);
    // pg-boss writes one that fails anew, which who waited for it does not see at first.
    if (rows.length < known.length) rows = await lockEvents(database, known);
    const locked = new Map(rows.map((event) => [event.id, event]));
    const meant = rows.filter(isMeant).map(({ id }) => id);
    if (meant.length > 0) await act(database, meant);
    await transaction.commit();
    return ids.map((id): Operated => {
      const event = locked.get(id.toLowerCase());
      if (event === undefined) return { id, outcome: "gone" };
      return { id, outcome: isMeant(event) ? "done" : event.state };
    });
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
