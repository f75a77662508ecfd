// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Connection } from "./connection.js";
import { queueNames } from "./queues.js";
import { isWaiting, isWaitingBeside, toText } from "./sql.js";

/** How an inbox is. While its database is down, nothing else is known: an alarm on `dead` says nothing then. */
export type Health = UpHealth | DownHealth;

export interface UpHealth {
  readonly database: "up";
  /** Events that are not handled yet: waiting, running, or to be tried again. */
  readonly waiting: number;
  /** Those of them that a worker is handling. */
  readonly running: number;
  /** Events that failed too often. Each holds back those after it in its session, until it is tried again or dropped. */
  readonly dead: number;
  /** Sessions with a dead event and others behind it. */
  readonly blockedSessions: number;
  /** How long ago the oldest event that waits was stored, in milliseconds. 0 if there is none. */
  readonly oldest: number;
  /** When that was, in UTC as ISO 8601 has it; null if there is none. */
  readonly oldestAt: string | null;
}

export type DownHealth = { readonly database: "down" } & Readonly<
  Partial<Record<Exclude<keyof UpHealth, "database">, undefined>>
>;

/** Asks the database how its inbox is. Metrics ask often: it reads two indexes of pg-boss, and not what was handled. */
export async function readHealth({ query, schema }: Connection): Promise<UpHealth> {
  // A session never has two dead events: the first one blocks it.
  const { rows } = await query<Omit<UpHealth, "database">>(
    `SELECT (waiting + running)::int AS waiting, running, dead, "blockedSessions",
        coalesce(greatest(0, extract(epoch FROM now() - oldest) * 1000), 0)::float8 AS oldest,
        ${toText("oldest")} AS "oldestAt"
      FROM (SELECT count(*) AS waiting, min(created_on) AS oldest FROM ${schema}.job
          WHERE name = ANY($1::text[]) AND ${isWaiting("job")}) waiting,
        (SELECT count(*) FILTER (WHERE state = 'active')::int AS running,
            count(*) FILTER (WHERE state = 'failed')::int AS dead,
            count(*) FILTER (WHERE state = 'failed' AND EXISTS (
              SELECT 1 FROM ${schema}.job behind WHERE ${isWaitingBeside("job")}))::int AS "blockedSessions"
          FROM ${schema}.job
          WHERE name = ANY($1::text[]) AND state IN ('active', 'failed') AND policy = 'key_strict_fifo') claimed`,
    [queueNames],
  );
  const [counts] = rows as [Omit<UpHealth, "database">];
  return { ...counts, oldest: Math.round(counts.oldest), database: "up" };
}
