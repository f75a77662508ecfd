// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Connection } from "./connection.js";
import { queueNames } from "./queues.js";

/** How an inbox is. While its database is down, the numbers are 0. */
export interface Health {
  readonly database: "up" | "down";
  /** Events that are not handled yet: waiting, running, or to be tried again. */
  readonly waiting: number;
  /** Events that failed too often. Each holds back those after it in its session, until it is tried again or dropped. */
  readonly dead: number;
  /** Sessions with a dead event and others behind it. */
  readonly blockedSessions: number;
  /** How long ago the oldest event that is not handled yet was stored, in milliseconds. 0 if there is none. */
  readonly oldest: number;
}

export const downHealth: Health = { database: "down", waiting: 0, dead: 0, blockedSessions: 0, oldest: 0 };

/** Asks the database how its inbox is. */
export async function readHealth({ query, schema }: Connection): Promise<Health> {
  const table = `${schema}.job`;
  const { rows } = await query<Record<"waiting" | "dead" | "blocked" | "oldest", string | null>>(
    `SELECT
       (SELECT count(*) FROM ${table} WHERE name = ANY($1::text[]) AND state < 'active')
         + (SELECT count(*) FROM ${table} WHERE name = ANY($1::text[]) AND state = 'active'
             AND policy = 'key_strict_fifo') AS waiting,
       (SELECT count(*) FROM ${table} WHERE name = ANY($1::text[]) AND state = 'failed'
         AND policy = 'key_strict_fifo') AS dead,
       (SELECT count(*) FROM ${table} dead WHERE name = ANY($1::text[]) AND state = 'failed'
         AND policy = 'key_strict_fifo' AND EXISTS (
           SELECT 1 FROM ${table} later WHERE later.name = dead.name AND later.singleton_key = dead.singleton_key
             AND later.state < 'active' AND NOT later.blocked AND later.policy = 'key_strict_fifo')) AS blocked,
       (SELECT extract(epoch FROM now() - min(created_on)) * 1000 FROM ${table}
         WHERE name = ANY($1::text[]) AND state < 'active') AS oldest`,
    [queueNames],
  );
  const [row] = rows;
  const read = (value: string | null | undefined): number => Math.max(0, Math.round(Number(value ?? 0)));
  return {
    database: "up",
    waiting: read(row?.waiting),
    dead: read(row?.dead),
    blockedSessions: read(row?.blocked),
    oldest: read(row?.oldest),
  };
}
