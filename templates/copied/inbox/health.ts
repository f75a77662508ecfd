import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "./connection.js";
import { queue } from "./jobs.js";

/** The state of an inbox. While its database is down, the counts are unknown, so do not rely on an alarm on `dead` alone. */
export type Health =
  UpHealth | { readonly [K in keyof UpHealth]?: K extends "database" ? "down" : undefined };

export interface UpHealth {
  readonly database: "up";
  /** Events that are not handled yet: waiting, running, or to be retried. */
  readonly waiting: number;
  /** The events in `waiting` that a worker is handling now. */
  readonly running: number;
  /** Events that failed too often. Each one blocks the later events of its session until it is retried or dropped. */
  readonly dead: number;
}

/** pg-boss updates its counts at most once a second, and never for a read-only role. */
export async function readHealth({ boss, upkeep }: Connection): Promise<UpHealth> {
  // Without a network, `supervise` would wait too long. The next query then reports the failure.
  const patience = sleep(5000, undefined, { ref: false });
  await Promise.race([upkeep.supervise(queue), patience]).catch(() => undefined);
  const [stats] = await boss.getQueueStats(queue);
  const { queuedCount = 0, activeCount: running = 0 } = stats ?? {};
  const { length: dead } = await boss.getBlockedKeys(queue);
  return { database: "up", waiting: queuedCount + running, running, dead };
}
