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

/** Counts now. pg-boss keeps counts of its own, but they may be hours old. */
export async function readHealth({ schema, query }: Connection): Promise<UpHealth> {
  // The conditions are those of pg-boss's indexes.
  const count = (condition: string): string =>
    `(SELECT count(*)::int FROM ${schema}.job WHERE name = $1 AND policy = 'key_strict_fifo' AND ${condition})`;
  const { rows } = await query<Omit<UpHealth, "database">>(
    `SELECT ${count("state < 'active' AND NOT blocked")} + ${count("state = 'active'")} AS waiting,
      ${count("state = 'active'")} AS running, ${count("state = 'failed'")} AS dead`,
    [queue],
  );
  const { waiting, running, dead } = rows[0] ?? { waiting: 0, running: 0, dead: 0 };
  return { database: "up", waiting, running, dead };
}
