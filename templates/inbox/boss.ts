import { fromPglite, PgBoss } from "pg-boss";
import type { ConstructorOptions } from "pg-boss";
import { silentLog, type Log } from "../receiver/log.js";

/** The queue. This file is the only one that imports pg-boss. */
export type Boss = PgBoss;

/** Fits the one connection of a PGlite to the queue. */
export const fitPglite: typeof fromPglite = fromPglite;

/** The name of the queue that all events are in. */
export const queue = "mplus";

/** In seconds: what no worker has touched for this long goes on elsewhere. */
export const heartbeat = 10;

/** Has pg-boss look into a schema, and neither make nor change nor clean anything unasked. */
export const passive = { migrate: false, supervise: false } as const;

/**
 * Has the planner step through an index in its order. What is known of a table from before a backlog would have it read and
 * sort all that waits, as it believes that to be nothing. What has to be sorted all the same seems so dear that it would be compiled.
 */
export const inOrder = ["enable_sort=off", "jit=off"] as const;

/**
 * Starts the queue, and makes its tables, unless the options are passive.
 * @throws Error if the database cannot be reached; if they are, also if something is missing.
 */
export async function startBoss(options: ConstructorOptions, log: Log = silentLog): Promise<Boss> {
  const boss = new PgBoss({ ...options, schedule: false });
  const told = new Map<string, number>();
  const report = (level: "warn" | "error") => (problem: { readonly message?: unknown }) => {
    const reason = typeof problem.message === "string" ? problem.message : "unknown";
    // Each problem once a minute.
    if (performance.now() - (told.get(reason) ?? -Infinity) < 60_000) return;
    if (told.size > 100) told.clear();
    told.set(reason, performance.now());
    log[level]({ reason }, "the queue of the inbox reports a problem");
  };
  boss.on("error", report("error"));
  boss.on("warning", report("warn"));
  try {
    return await boss.start();
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}
