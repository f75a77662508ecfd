// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { setTimeout as sleep } from "node:timers/promises";
import type { Kept, StoredEvent } from "../receiver/queued.js";
import type { Connection } from "./connection.js";
import { countWaiting, insertEvent, type Job } from "./job-table.js";
import { longestWait, type InboxSettings } from "./options.js";
import { traceStoring } from "./telemetry.js";

/** In milliseconds: how long the number of waiting events is believed, and the pause before storing is tried again. */
const [countedFor, pause] = [1000, 100];

/**
 * Makes the function that stores an event, once, and tries that for as long as `waitFor` says. Events of a session are stored
 * in the order in which they came to this process. `tellStored` wakes the workers of this process.
 */
export function createAdding(
  settings: InboxSettings,
  open: () => Promise<Connection>,
  tellStored: () => void,
): (event: StoredEvent) => Promise<Kept> {
  const isFull = createLimit(settings);
  const tryOnce = async (event: StoredEvent & Job): Promise<Kept> => {
    const connection = await open();
    if (await isFull(connection, event.key)) return "refused";
    await insertEvent(connection, event, settings);
    tellStored();
    return "kept";
  };
  const keepTrying = async (event: StoredEvent & Job, arrived: number): Promise<Kept> => {
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
  const inLine = createLines();
  return (event) =>
    traceStoring(event, async (trace) => {
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

/** Makes the function that runs what has the same key one after the other. */
function createLines(): <T>(key: string, run: () => Promise<T>) => Promise<T> {
  const lines = new Map<string, Promise<unknown>>();
  return (key, run) => {
    const result = lines.get(key)?.then(run) ?? run();
    const settled: Promise<unknown> = result
      .catch(() => undefined)
      .finally(() => lines.get(key) === settled && lines.delete(key));
    lines.set(key, settled);
    return result;
  };
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
