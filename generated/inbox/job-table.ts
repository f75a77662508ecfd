// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { StoredEvent } from "../receiver/queued.js";
import { queue, type Connection, type Database } from "./connection.js";
import type { InboxSettings } from "./options.js";

// All that this inbox asks of pg-boss's own table to store, claim and keep up events; `events.ts` has what people ask of it. The
// table is not part of pg-boss's interface; a test names the version that it was held against. pg-boss orders by a clock, counts
// each claim, and looks for the next job in all that wait.

/** The headers of the W3C's trace context that an event came with. */
export interface Traced {
  readonly trace?: Readonly<Record<string, string>> | null | undefined;
}

/** Whether a row is of this inbox. Said so that pg-boss's indexes of its policy fit. */
const isOwn = (row: string): string => `${row}.name = '${queue}' AND ${row}.policy = 'key_strict_fifo'`;

/** Whether an event waits: pg-boss has an index of these, by key. Nothing of an inbox is what it calls blocked. */
export const isWaiting = (row: string): string =>
  `${isOwn(row)} AND ${row}.state < 'active' AND NOT ${row}.blocked`;

/** The order of an index of pg-boss, in which events of a key have their turn; to ask for it is to have it used. */
export const inTurn = (row: string): string =>
  `${row}.singleton_key, ${row}.state DESC, ${row}.created_on, ${row}.id`;

/** Whether an event is begun, to be tried again, or dead: a key has one at most. pg-boss has an index of these, too. */
export const isBegun = (row: string): string =>
  `${isOwn(row)} AND ${row}.state IN ('active', 'retry', 'failed')`;

/** A text that a job holds: empty, whoever wrote the job, where it has none. */
export const readText = (row: string, name: keyof StoredEvent): string =>
  `coalesce(${row}.data->>'${name}', '') AS "${name}"`;

/** Whether the process of its last attempt ended before that did: it may be what ended it. */
const isSuspect = "coalesce(job.output->>'suspect' = 'true', false)";

/** Suspects that are due. */
const isDueSuspect = `${isBegun("job")} AND job.state = 'retry' AND ${isSuspect} AND job.start_after <= now()`;

/**
 * Stores an event, unless it is there. It comes after all that wait of its key, whatever the clock says, and is due at once:
 * clocks are set back, and a standby's is behind.
 */
export async function insertEvent(
  { query, schema }: Database,
  { id, key, ...job }: StoredEvent & Traced,
  { attempts, retryDelay, longestDelay }: InboxSettings,
): Promise<void> {
  const toSeconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000);
  const delay = toSeconds(retryDelay);
  await query(
    `INSERT INTO ${schema}.job (id, name, policy, singleton_key, data, created_on, start_after, keep_until,
       retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds)
     VALUES ($1, '${queue}', 'key_strict_fifo', $2, $3::jsonb, greatest(clock_timestamp(), (
         SELECT last.created_on + interval '1 microsecond' FROM ${schema}.job last WHERE ${isWaiting("last")}
           AND last.singleton_key = $2 AND last.state = 'created' ORDER BY last.created_on DESC LIMIT 1)),
       'epoch', now() + interval '10 years', $4::int, $5::int, $5::int > 0, $6::int, 86400, 0)
     ON CONFLICT DO NOTHING`,
    [id, key, JSON.stringify(job), attempts - 1, delay, Math.max(delay, toSeconds(longestDelay))],
  );
}

/** How many events wait, of each subscription, which keys begin with, and of all, as ""; it counts no more than `limit`. */
export async function countWaiting({ query, schema }: Database, limit: number): Promise<Map<string, number>> {
  const { rows } = await query<{ readonly owner: string; readonly count: number }>(
    `SELECT coalesce(split_part(singleton_key, '.', 1), '') AS owner, count(*)::int AS count FROM (
       SELECT singleton_key FROM ${schema}.job WHERE ${isWaiting("job")} LIMIT $1) waiting
     GROUP BY ROLLUP (split_part(singleton_key, '.', 1))`,
    [limit],
  );
  return new Map(rows.map(({ owner, count }) => [owner, count]));
}

/** An event that a worker has claimed: nobody else handles it until the claim is lost. What is missing of it, no seal fits. */
export interface Claim extends StoredEvent, Traced {
  /** How many attempts there were before. With the id, it names this attempt. */
  readonly retryCount: number;
}

/** What pg-boss knows an attempt by: it settles and touches no other one of the same event. */
export const toAttempt = ({ id, retryCount }: Pick<Claim, "id" | "retryCount">) => ({ id, retryCount });

/**
 * Claims the next event of each of so many keys, after one key. It steps from key to key in an index, so that it costs the
 * same whatever waits: pg-boss reads all that do.
 */
export async function claimEvents({ query, schema }: Database, after: string, limit: number) {
  const head = (from: string): string =>
    `SELECT id, singleton_key, start_after FROM ${schema}.job WHERE ${isWaiting("job")} AND singleton_key > ${from}
       ORDER BY ${inTurn("job")} LIMIT 1`;
  const { rows } = await query<Claim>(
    `WITH RECURSIVE head AS (
       (${head("$1")}) UNION ALL SELECT next.* FROM head CROSS JOIN LATERAL (${head("head.singleton_key")}) next
     ), next AS (
       SELECT job.id FROM head JOIN ${schema}.job ON job.name = '${queue}' AND job.id = head.id
       WHERE head.start_after <= now() AND job.state < 'active' AND NOT ${isSuspect} AND (
         SELECT other.id FROM ${schema}.job other WHERE ${isBegun("other")}
           AND other.singleton_key = head.singleton_key AND other.id <> head.id LIMIT 1) IS NULL
       LIMIT $2 FOR UPDATE OF job SKIP LOCKED
     ) ${claim(schema)}`,
    [after, limit],
  );
  return rows;
}

/** Claims an event that may be what ended its process; whoever does runs nothing beside it. */
export async function claimSuspect({ query, schema }: Database) {
  const { rows } = await query<Claim>(
    `WITH next AS (SELECT job.id FROM ${schema}.job WHERE ${isDueSuspect} LIMIT 1 FOR UPDATE SKIP LOCKED)
     ${claim(schema)}`,
  );
  return rows;
}

/** Begins what `next` has, as pg-boss does. */
const claim = (schema: string): string =>
  `UPDATE ${schema}.job SET state = 'active', started_on = now(), heartbeat_on = now(),
     retry_count = CASE WHEN job.started_on IS NULL THEN job.retry_count ELSE job.retry_count + 1 END
   FROM next WHERE job.name = '${queue}' AND job.id = next.id
   RETURNING job.id, job.singleton_key AS key, job.retry_count AS "retryCount", job.data->'trace' AS trace,
     ${(["event", "subscriptionId", "about", "body", "seal"] as const).map((name) => readText("job", name)).join(", ")}`;

/** Whether suspects are due. */
export const hasSuspects = async ({ query, schema }: Database): Promise<boolean> =>
  (await query(`SELECT FROM ${schema}.job WHERE ${isDueSuspect} LIMIT 1`)).rows.length > 0;

/** Gives an event back as if it had not been claimed: the next claim is the same attempt. */
export const releaseEvent = ({ query, schema }: Database, { id, retryCount }: Claim) =>
  query(
    `UPDATE ${schema}.job SET state = 'retry', started_on = NULL, heartbeat_on = NULL, start_after = 'epoch'
     WHERE name = '${queue}' AND id = $1 AND state = 'active' AND retry_count = $2`,
    [id, retryCount],
  );

/** In seconds: what no worker has touched for this long goes on elsewhere. */
export const heartbeat = 10;

/**
 * Has events go on whose worker is gone: of a shared database those that it has not touched for longer than it may, of a
 * folder all. The first time nobody knows which of them ended it: each is given one attempt more, and is a suspect, which
 * runs alone from then on. One that was alone counts.
 */
export async function reviveLost({ boss, query, schema, isShared }: Connection): Promise<void> {
  const isLost = isShared ? `job.heartbeat_on < now() - ${heartbeat} * interval '1 second'` : "true";
  const output = { message: "The worker that handled it is gone.", suspect: true };
  const lost = (which: string): string =>
    `SELECT name, id, retry_count AS "retryCount" FROM ${schema}.job
     WHERE ${isBegun("job")} AND job.state = 'active' AND ${isLost} AND ${which} FOR UPDATE SKIP LOCKED`;
  const { rows } = await query<Claim>(lost(isSuspect));
  for (const row of rows) await boss.fail(queue, toAttempt(row), output);
  await query(
    `WITH lost AS (${lost(`NOT ${isSuspect}`)})
     UPDATE ${schema}.job SET state = 'retry', retry_limit = retry_limit + 1, heartbeat_on = NULL,
       start_after = 'epoch', output = $1::jsonb FROM lost WHERE job.name = lost.name AND job.id = lost.id`,
    [JSON.stringify(output)],
  );
}

/** Has what was begun count from now on if the clock was set back since: it would be believed alive, or wait, until then. */
export const followClock = ({ query, schema }: Database) =>
  query(
    `WITH ahead AS (
       SELECT name, id FROM ${schema}.job WHERE ${isBegun("job")} AND state <> 'failed'
         AND greatest(started_on, heartbeat_on, CASE WHEN state = 'retry' THEN start_after
           - (greatest(retry_delay, retry_delay_max) + 1) * interval '1 second' END) > now() FOR UPDATE SKIP LOCKED)
     UPDATE ${schema}.job SET started_on = least(started_on, now()), heartbeat_on = least(heartbeat_on, now()),
       start_after = least(start_after, now()) FROM ahead WHERE job.name = ahead.name AND job.id = ahead.id`,
  );

/** Deletes handled events that are older than this, in milliseconds; at most so many that it takes no minute. */
export async function deleteHandled(
  { queryLong, schema }: Pick<Connection, "queryLong" | "schema">,
  keepFor: number,
): Promise<void> {
  // Without it, each look for what is old reads all events. A role that may not create it does without.
  const index = `CREATE INDEX IF NOT EXISTS mplus_handled ON ${schema}.job (completed_on) WHERE state = 'completed'`;
  const missing = await queryLong("SELECT WHERE to_regclass($1) IS NULL", [`${schema}.mplus_handled`]);
  if (missing.rows.length > 0) await queryLong(index).catch(() => undefined);
  for (let round = 0, deleted = 1000; round < 100 && deleted === 1000; round += 1) {
    const { rows } = await queryLong(
      `DELETE FROM ${schema}.job WHERE (name, id) IN (
         SELECT name, id FROM ${schema}.job WHERE state = 'completed' AND policy = 'key_strict_fifo'
           AND completed_on < now() - $1::float8 * interval '1 millisecond' LIMIT 1000) RETURNING 1`,
      [keepFor],
    );
    deleted = rows.length;
  }
}

const formerQueues = Array.from({ length: 16 }, (_, index) => `mplus-${String(index).padStart(2, "0")}`);

/** Moves what is not handled yet in the sixteen queues of a former version, whose processes have to be ended before. */
export const joinQueues = ({ queryLong, schema }: Pick<Connection, "queryLong" | "schema">) =>
  queryLong(
    `UPDATE ${schema}.job SET name = '${queue}', heartbeat_seconds = NULL
     WHERE name = ANY($1::text[]) AND policy = 'key_strict_fifo'
       AND (state < 'active' AND NOT blocked OR state IN ('active', 'retry', 'failed'))`,
    [formerQueues],
  );
