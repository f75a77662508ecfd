import { fromPglite, PgBoss } from "pg-boss";
import type { ConstructorOptions, Db } from "pg-boss";
import { silentLog, type Log } from "../../receiver/log.js";
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

/** Has pg-boss look into a schema, and neither make nor change nor clean anything unasked. */
export const passive = { migrate: false, supervise: false } as const;

/**
 * Starts the queue, and creates what is missing of it, unless the options are passive.
 * @throws Error if the database cannot be reached; if they are, also if something is missing.
 */
export async function startBoss(options: ConstructorOptions, report: Report): Promise<Boss> {
  const boss = new PgBoss({ ...options, schedule: false });
  boss.on("error", report("error"));
  boss.on("warning", report("warn"));
  try {
    await boss.start();
    if (options.migrate !== false) await createQueues(boss);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}

/** Makes what takes the problems of pg-boss. */
type Report = (level: "warn" | "error") => (problem: { readonly message?: unknown }) => void;

/** Has the problems of pg-boss go to the log, each text at most once a minute. */
export function createReport(log: Log = silentLog): Report {
  const isNew = createMinuteFilter();
  return (level) => (problem) => {
    const reason = typeof problem.message === "string" ? problem.message : "unknown";
    if (isNew(reason)) log[level]({ reason }, "the queue of the inbox reports a problem");
  };
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
