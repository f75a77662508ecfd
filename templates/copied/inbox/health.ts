import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "./connection.js";
import { queue } from "./jobs.js";

/** How an inbox is. While its database is down, nothing else is known: an alarm on `dead` says nothing then. */
export type Health =
  UpHealth | { readonly [K in keyof UpHealth]?: K extends "database" ? "down" : undefined };

export interface UpHealth {
  readonly database: "up";
  /** Events that are not handled yet: waiting, running, or to be tried again. */
  readonly waiting: number;
  /** Those of them that a worker is handling. */
  readonly running: number;
  /** Events that failed too often. Each holds back those after it in its session, until it is tried again or dropped. */
  readonly dead: number;
}

/** How many events there are. pg-boss counts those that wait or run once a second at most; for a role that may only read, it does not. */
export async function readHealth({ boss, upkeep }: Connection): Promise<UpHealth> {
  // Where the network is gone, it waits for long; the next query says so.
  const patience = sleep(5000, undefined, { ref: false });
  await Promise.race([upkeep.supervise(queue), patience]).catch(() => undefined);
  const [stats] = await boss.getQueueStats(queue);
  const { queuedCount = 0, activeCount: running = 0 } = stats ?? {};
  const { length: dead } = await boss.getBlockedKeys(queue);
  return { database: "up", waiting: queuedCount + running, running, dead };
}
