// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { fromPglite, PgBoss } from "pg-boss";
import type { ConstructorOptions, Db } from "pg-boss";
import type { Log } from "../../receiver/api/log.js";
import { queueNames } from "../queues.js";

/** The queue. This file is the only one that imports pg-boss. */
export type Boss = PgBoss;

/** What runs SQL for the queue. */
export type Database = Db;

/** Fits the one connection of a PGlite to the queue. */
export const fitPglite: typeof fromPglite = fromPglite;

/** How long an event may wait, in seconds: ten years, so that none is ever deleted before it was handled. */
const tenYears = 10 * 365 * 24 * 60 * 60;

/** In seconds: what no worker has touched for this long goes on elsewhere. pg-boss takes no less. */
export const heartbeat = 10;

/**
 * Starts the queue, and creates what is missing of it. Its errors go to the log, each text at most once a minute.
 * @throws Error if the database cannot be reached.
 */
export async function startBoss(options: ConstructorOptions, log: Log): Promise<Boss> {
  const boss = new PgBoss({ ...options, schedule: false });
  const isNew = createMinuteFilter();
  const report = (level: "warn" | "error") => (problem: { readonly message?: unknown }) => {
    const reason = typeof problem.message === "string" ? problem.message : "unknown";
    if (isNew(reason)) log[level]({ reason }, "the queue of the inbox reports a problem");
  };
  boss.on("error", report("error"));
  boss.on("warning", report("warn"));
  try {
    await boss.start();
    await createQueues(boss);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}

/** Keeps the same text from being logged more than once a minute. */
function createMinuteFilter(): (text: string) => boolean {
  const seen = new Map<string, number>();
  return (text) => {
    const now = performance.now();
    for (const [old, at] of seen) if (now - at >= 60_000) seen.delete(old);
    if (seen.has(text) || seen.size >= 100) return false;
    seen.set(text, now);
    return true;
  };
}

/** Creating is not repeated: a role without the right to create anything works with queues that exist. */
async function createQueues(boss: Boss): Promise<void> {
  const found = new Set((await boss.getQueues([...queueNames])).map(({ name }) => name));
  for (const name of queueNames.filter((each) => !found.has(each))) {
    await boss.createQueue(name, {
      policy: "key_strict_fifo",
      // Never: the inbox deletes handled events itself, and dead ones stay until somebody decides.
      deleteAfterSeconds: 0,
      retentionSeconds: tenYears,
    });
  }
}
