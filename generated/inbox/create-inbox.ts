// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Inbox } from "../receiver/queued.js";
import type { Store } from "../receiver/store.js";
import { createPostgresStore } from "../stores/postgres.js";
import { createAdding } from "./adding.js";
import type { Connection } from "./connection.js";
import { dropEvents, retryEvents, showEvent, type Operated } from "./events.js";
import {
  listEvents,
  readHealth,
  type Health,
  type ListedEvent,
  type ListOptions,
  type ShownEvent,
} from "./job-table.js";
import { openDatabase } from "./open.js";
import { createReach } from "./reach.js";
import { readOptions, type InboxOptions, type InboxSettings } from "./options.js";

/** An inbox that survives the end of its process. */
export interface DurableInbox extends Inbox {
  /** A store on the same database, for `dedupe` and `conversations`: all processes that have the inbox share it. */
  readonly store: Store;
  /** How it is. Never rejects. */
  health(): Promise<Health>;
  /** What is in it, the oldest first, without the bodies. */
  list(options?: ListOptions): Promise<readonly ListedEvent[]>;
  /** One event with its body; undefined if there is none. Its id may be shortened. */
  show(id: string): Promise<ShownEvent | undefined>;
  /** Has dead events tried once more. */
  retry(ids: readonly string[] | "dead"): Promise<readonly Operated[]>;
  /** Deletes events, so that the next one of their session is handled. */
  drop(ids: readonly string[]): Promise<readonly Operated[]>;
  /** Closes the database; close workers first. It opens again at the next use. */
  close(): Promise<void>;
  /** The open database. @throws Error if it cannot be reached. */
  connect(): Promise<Connection>;
  /** Calls a listener when this process has stored an event. Returns what ends that. */
  onStored(listener: () => void): () => void;
  readonly settings: InboxSettings;
}

/**
 * Creates an inbox in a PostgreSQL or in a folder. The database is opened at the first use, and again after a failure: one
 * that is away costs refused requests, and not the process.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createInbox(options: InboxOptions): DurableInbox {
  const settings = readOptions(options);
  const { connect: open, close } = createOpening(settings);
  const listeners = new Set<() => void>();
  return {
    settings,
    connect: open,
    close,
    add: createAdding(settings, open, () => listeners.forEach((listener) => listener())),
    store: createPostgresStore({ query: async (text, values) => (await open()).query(text, values) }),
    health: () =>
      open()
        .then(readHealth)
        .catch(() => ({ database: "down" })),
    list: async (options) => listEvents(await open(), options),
    show: async (id) => showEvent(await open(), id),
    retry: async (ids) => retryEvents(await open(), ids),
    drop: async (ids) => dropEvents(await open(), ids),
    onStored(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Opens the database once for all who ask at the same time; after a failure, the next one who asks tries again. */
function createOpening(settings: InboxSettings): Pick<DurableInbox, "connect" | "close"> {
  let opening: Promise<Connection> | undefined;
  const close = async (): Promise<void> => {
    const closing = opening;
    opening = undefined;
    await (await closing?.catch(() => undefined))?.close();
  };
  const onLost = ({ message: reason }: Error): void => {
    settings.log.error({ reason }, "the inbox is closed, as this process has its folder no more");
    void close().catch(() => undefined);
  };
  const reach = createReach(settings.log, [
    "the inbox cannot open its database",
    "the inbox reaches its database again",
  ]);
  const open = (): Promise<Connection> =>
    reach(settings, () => openDatabase({ ...settings, onLost })).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
  return { connect: () => (opening ??= open()), close };
}
