// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../receiver/log.js";
import type { Inbox, Kept, StoredEvent } from "../receiver/queued.js";
import type { Store } from "../receiver/store.js";
import { toReason } from "../receiver/values.js";
import { createPostgresStore } from "../stores/postgres.js";
import type { Connection } from "./connection.js";
import * as events from "./events.js";
import { countWaiting, insertEvent, type Traced } from "./job-table.js";
import { openDatabase } from "./open.js";
import { longestWait, readOptions, type InboxOptions, type InboxSettings } from "./options.js";
import { traceStep } from "./telemetry.js";

/** An inbox that survives the end of its process. */
export interface DurableInbox extends Inbox {
  /** A store on the same database, for `dedupe` and `conversations`: all processes that have the inbox share it. */
  readonly store: Store;
  /** How it is. Never rejects. */
  health(): Promise<events.Health>;
  /** What is in it, the oldest first, without the bodies. */
  list(options?: events.ListOptions): Promise<readonly events.ListedEvent[]>;
  /** One event with its body; undefined if there is none. Its id may be shortened, as long as no other begins like that. */
  show(id: string): Promise<events.ShownEvent | undefined>;
  /** Has dead events tried once more. */
  retry(ids: readonly string[] | "dead"): Promise<readonly events.Operated[]>;
  /** Deletes events, so that the next one of their session is handled. */
  drop(ids: readonly string[]): Promise<readonly events.Operated[]>;
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
  const opening = createOpening(settings);
  const listeners = new Set<() => void>();
  return {
    settings,
    ...opening,
    add: createAdding(settings, opening.connect, () => listeners.forEach((listener) => listener())),
    store: createPostgresStore({
      query: async (text, values) => (await opening.connect()).query(text, values),
    }),
    health: () =>
      opening
        .connect()
        .then(events.readHealth)
        .catch(() => ({ database: "down" })),
    list: async (options) => events.listEvents(await opening.connect(), options),
    show: async (id) => {
      const found = await events.findEvents(await opening.connect(), id);
      return found.length === 1 ? found[0] : undefined;
    },
    retry: async (ids) => events.retryEvents(await opening.connect(), ids),
    drop: async (ids) => events.dropEvents(await opening.connect(), ids),
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
  const reach = createReach(
    settings.log,
    "the inbox cannot open its database",
    "the inbox reaches its database again",
  );
  const open = (): Promise<Connection> =>
    reach(settings, () => openDatabase({ ...settings, onLost })).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
  return { connect: () => (opening ??= open()), close };
}

/** Runs what needs the database. Rejects as that does. */
export type Reach = <T>(who: object, run: () => Promise<T>) => Promise<T>;

/** Logs once that a database is away, whoever notices first, and once that all reach it again. */
export function createReach(log: Log, away: string, back: string): Reach {
  const failing = new Set<object>();
  return async (who, run) => {
    try {
      const result = await run();
      if (failing.delete(who) && failing.size === 0) log.warn({}, back);
      return result;
    } catch (error) {
      if (failing.size === 0) log.error({ reason: toReason(error) }, away);
      failing.add(who);
      throw error;
    }
  };
}

/** In milliseconds: how long the number of waiting events is believed, and the pause before storing is tried again. */
const [countedFor, pause] = [1000, 100];

/**
 * Makes the function that stores an event, once, and tries that for as long as `waitFor` says. Events of a session are stored
 * in the order in which they came to this process. `tellStored` wakes the workers of this process.
 */
function createAdding(
  settings: InboxSettings,
  reach: () => Promise<Connection>,
  tellStored: () => void,
): (event: StoredEvent) => Promise<Kept> {
  const isFull = createLimit(settings);
  const tryOnce = async (event: StoredEvent & Traced): Promise<Kept> => {
    const connection = await reach();
    if (await isFull(connection, event.key)) return "refused";
    await insertEvent(connection, event, settings);
    tellStored();
    return "kept";
  };
  const keepTrying = async (event: StoredEvent & Traced, arrived: number): Promise<Kept> => {
    if (performance.now() - arrived > longestWait) throw new Error("those before it took too long");
    for (;;) {
      const isLast = performance.now() + pause > arrived + settings.waitFor;
      const kept = await tryOnce(event).catch((error: unknown) => {
        if (isLast) throw error;
      });
      if (kept === "kept" || (kept && (isLast || settings.whenFull === "drop"))) return kept;
      await sleep(pause);
    }
  };
  const lines = new Map<string, Promise<unknown>>();
  /** Runs what has the same key one after the other. */
  const inLine = (key: string, run: () => Promise<Kept>): Promise<Kept> => {
    const result = lines.get(key)?.then(run) ?? run();
    const settled: Promise<unknown> = result
      .catch(() => undefined)
      .finally(() => lines.get(key) === settled && lines.delete(key));
    lines.set(key, settled);
    return result;
  };
  return (event) =>
    traceStep("send", event, async (trace) => {
      const job = Object.keys(trace).length > 0 ? { ...event, trace } : event;
      const arrived = performance.now();
      const kept = await inLine(event.key, () => keepTrying(job, arrived));
      if (kept === "kept" || settings.whenFull === "refuse") return kept;
      const { id, subscriptionId, about } = event;
      const fields = { id, event: event.event, subscriptionId, about };
      settings.log.error(fields, "the inbox is full: dropped an event");
      return "dropped";
    });
}

/** Tells whether as many events wait as may, in all or of a subscription, which the key of an event begins with. */
function createLimit({ limit, subscriptionLimit }: InboxSettings) {
  let [countedAt, counting] = [-Infinity, Promise.resolve(new Map<string, number>())];
  return async (connection: Connection, key: string): Promise<boolean> => {
    if (performance.now() - countedAt >= countedFor) {
      [countedAt, counting] = [performance.now(), countWaiting(connection, limit)];
      counting.catch(() => (countedAt = -Infinity));
    }
    const counts = await counting;
    const [owner = ""] = key.split(".", 1);
    const [all, own] = [counts.get("") ?? 0, counts.get(owner) ?? 0];
    if (all >= limit || own >= subscriptionLimit) return true;
    counts.set("", all + 1).set(owner, own + 1);
    return false;
  };
}
