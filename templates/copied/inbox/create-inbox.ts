import { setTimeout as sleep } from "node:timers/promises";
import type { Inbox, Kept, StoredEvent } from "../receiver/queued.js";
import type { Store } from "../receiver/store.js";
import { toReason } from "../receiver/values.js";
import { createPostgresStore } from "../stores/postgres.js";
import type { Connection } from "./connection.js";
import { openDatabase } from "./database.js";
import * as events from "./events.js";
import { queue, storeEvent } from "./jobs.js";
import { readOptions, type InboxOptions, type InboxSettings } from "./options.js";

/** An inbox that survives the end of its process. */
export interface DurableInbox extends Inbox {
  /** A store on the same database, for `dedupe` and `conversations`: all processes that have the inbox share it. */
  readonly store: Store;
  /** How it is. Never rejects. */
  health(): Promise<events.Health>;
  /** What waits or is dead, the oldest first; only the dead ones and those of their sessions, if more than 10 000 wait. */
  list(options?: { readonly dead?: boolean }): Promise<readonly events.ListedEvent[]>;
  /** One event with its body; undefined if there is none. */
  show(id: string): Promise<events.ShownEvent | undefined>;
  /** Has dead events tried once more. */
  retry(ids: readonly string[] | "dead"): Promise<readonly events.Operated[]>;
  /** Deletes events, so that the next one of their session is handled. */
  drop(ids: readonly string[]): Promise<readonly events.Operated[]>;
  /** Closes the database; close workers first. It opens again at the next use. */
  close(): Promise<void>;
  /** The open database. @throws Error if it cannot be reached. */
  readonly connect: () => Promise<Connection>;
  readonly settings: InboxSettings;
}

/**
 * Creates an inbox in a PostgreSQL or in a folder. The database is opened at the first use, and again after a failure: one
 * that is away costs refused requests, and not the process.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createInbox(options: InboxOptions): DurableInbox {
  const settings = readOptions(options);
  const { connect, close } = createOpening(settings);
  return {
    settings,
    connect,
    close,
    add: createAdding(settings, connect),
    store: createPostgresStore({ query: async (text, values) => (await connect()).query(text, values) }),
    health: () =>
      connect()
        .then(events.readHealth)
        .catch(() => ({ database: "down" })),
    list: async (options) => events.listEvents(await connect(), options),
    show: async (id) => events.showEvent(await connect(), id),
    retry: async (ids) => events.retryEvents(await connect(), ids),
    drop: async (ids) => events.dropEvents(await connect(), ids),
  };
}

/** Opens the database once for all who ask at the same time; after a failure, the next one who asks tries again. */
function createOpening(settings: InboxSettings): Pick<DurableInbox, "connect" | "close"> {
  let opening: Promise<Connection> | undefined;
  let isAway = false;
  const open = async (): Promise<Connection> => {
    try {
      const connection = await openDatabase(settings);
      isAway = false;
      return connection;
    } catch (error) {
      if (!isAway) settings.log.error({ reason: toReason(error) }, "the inbox cannot open its database");
      isAway = true;
      opening = undefined;
      throw error;
    }
  };
  return {
    connect: () => (opening ??= open()),
    async close() {
      const closing = opening;
      opening = undefined;
      await (await closing?.catch(() => undefined))?.close();
    },
  };
}

/** Makes the function that stores an event, once. */
function createAdding(
  settings: InboxSettings,
  connect: () => Promise<Connection>,
): (event: StoredEvent) => Promise<Kept> {
  const isFull = createLimit(settings);
  const add = async (event: StoredEvent): Promise<Kept> => {
    const connection = await connect();
    if (await isFull(connection)) return "refused";
    await storeEvent(connection.boss, event, settings);
    return "kept";
  };
  const lines = new Map<string, Promise<unknown>>();
  // Those of a session are stored as they came. pg-boss orders them by time, of which a folder knows milliseconds.
  return ({ key, ...event }) => {
    const result = (lines.get(key) ?? Promise.resolve()).then(() => add({ key, ...event }));
    const settled: Promise<unknown> = result
      .catch(() => undefined)
      .then(() => sleep(2))
      .finally(() => lines.get(key) === settled && lines.delete(key));
    lines.set(key, settled);
    return result;
  };
}

/** Tells whether as many events wait as may: those that pg-boss counted last, and those that this process stored since. */
function createLimit({ limit }: InboxSettings): (connection: Connection) => Promise<boolean> {
  let [countedAt, stored] = [0, 0];
  return async ({ boss }) => {
    const [stats] = await boss.getQueueStats(queue);
    if (stats && +stats.capturedOn !== countedAt) [countedAt, stored] = [+stats.capturedOn, 0];
    const isFull = (stats?.queuedCount ?? 0) + stored >= limit;
    if (!isFull) stored += 1;
    return isFull;
  };
}
