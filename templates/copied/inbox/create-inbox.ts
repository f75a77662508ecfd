import { setTimeout as sleep } from "node:timers/promises";
import type { Inbox, StoredEvent } from "../receiver/base/options.js";
import type { Store } from "../receiver/base/options.js";
import { toReason } from "../receiver/base/values.js";
import { createPostgresStore } from "../stores/postgres.js";
import type { Connection } from "./connection.js";
import { openDatabase } from "./database.js";
import { readHealth, type Health } from "./health.js";
import { storeEvent } from "./jobs.js";
import { readOptions, type InboxOptions, type InboxSettings } from "./options.js";

/** An inbox that survives the end of its process. */
export interface DurableInbox extends Inbox {
  /** A store in the same database for `dedupe` and `conversations`, shared by all processes with this inbox. */
  readonly store: Store;
  add(event: StoredEvent): Promise<void>;
  health(): Promise<Health>;
  /** Closes the database. Close workers first. The next use opens it again. */
  close(): Promise<void>;
  readonly connect: () => Promise<Connection>;
  readonly settings: InboxSettings;
}

/**
 * Creates an inbox in PostgreSQL or a folder. Its database is opened at first use, and again after a failure, so an
 * outage or a missing `database` causes rejected requests but does not end the process.
 * @throws Error that names the invalid option, unless it is `database`.
 */
export function createInbox(options: InboxOptions): DurableInbox {
  const settings = readOptions(options);
  const { connect, close } = createOpening(settings);
  return {
    settings,
    connect,
    close,
    add: inLine(async (event) => storeEvent((await connect()).boss, event, settings)),
    store: createPostgresStore({ query: async (text, values) => (await connect()).query(text, values) }),
    health: () =>
      connect()
        .then(readHealth)
        .catch(() => ({ database: "down" })),
  };
}

/** Opens the database once for all concurrent callers. After a failure, the next caller tries again. */
function createOpening(settings: InboxSettings): Pick<DurableInbox, "connect" | "close"> {
  let opening: Promise<Connection> | undefined;
  let isAway = false;
  const open = async (): Promise<Connection> => {
    try {
      const connection = await openDatabase(settings);
      isAway = false;
      return connection;
    } catch (error: unknown) {
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

/** Stores events of a session in order. pg-boss orders events by time, and a folder's clock only has milliseconds. */
function inLine(store: (event: StoredEvent) => Promise<void>): DurableInbox["add"] {
  const lines = new Map<string, Promise<unknown>>();
  return (event) => {
    const { key } = event;
    const result = (lines.get(key) ?? Promise.resolve()).then(() => store(event));
    const settled: Promise<unknown> = result
      .catch(() => undefined)
      .then(() => sleep(2))
      .finally(() => lines.get(key) === settled && lines.delete(key));
    lines.set(key, settled);
    return result;
  };
}
