// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { StoredEvent } from "../receiver/queued.js";
import { heartbeat, queue } from "./boss.js";
import type { Connection, Database } from "./connection.js";
import type { InboxSettings } from "./options.js";

// All that this inbox asks of pg-boss's own table, which is not part of its interface; a test names the version that it
// was held against. pg-boss orders by a clock, counts each claim, and looks for the next job in all that wait.

/**
 * What becomes of an event: it waits for its turn; an earlier event of its session is dead and blocks it; it failed and
 * waits for its next attempt; a worker is handling it; its attempts are used up; it has been handled; or somebody
 * cancelled it, which nothing of this inbox does.
 */
export type EventState = "waiting" | "blocked" | "retrying" | "running" | "dead" | "handled" | "cancelled";

/** The state of a row, as people call it. */
const toState = (row: string): string =>
  `(jsonb_build_object('created', 'waiting', 'retry', 'retrying', 'active', 'running', 'failed', 'dead',
     'completed', 'handled', 'cancelled', 'cancelled')->>${row}.state::text)`;

/** What a job holds: the event, and the headers of the W3C's trace context that it came with. Its row has id and key. */
export interface Job extends Omit<StoredEvent, "id" | "key"> {
  readonly trace?: Readonly<Record<string, string>> | undefined;
}

/** Whether a row is of this inbox. Said so that pg-boss's indexes of its policy fit. */
const isOwn = (row: string): string => `${row}.name = '${queue}' AND ${row}.policy = 'key_strict_fifo'`;

/** Whether an event waits: pg-boss has an index of these, by key. Nothing of an inbox is what it calls blocked. */
const isWaiting = (row: string): string => `${isOwn(row)} AND ${row}.state < 'active' AND NOT ${row}.blocked`;

/** The order of an index of pg-boss, in which events of a key have their turn; to ask for it is to have it used. */
const inTurn = (row: string): string =>
  `${row}.singleton_key, ${row}.state DESC, ${row}.created_on, ${row}.id`;

/** Whether an event is begun, to be tried again, or dead: a key has one at most. pg-boss has an index of these, too. */
const isBegun = (row: string): string => `${isOwn(row)} AND ${row}.state IN ('active', 'retry', 'failed')`;

/** Whether the process of its last attempt ended before that did: it may be what ended it. */
const isSuspect = "coalesce(job.output->>'suspect' = 'true', false)";

/**
 * Stores an event, unless it is there. It comes after all that wait of its key, whatever the clock says, and is due at once:
 * clocks are set back, and a standby's is behind.
 */
export async function insertEvent(
  { query, schema }: Database,
  { id, key, ...job }: Pick<StoredEvent, "id" | "key"> & Job,
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

/** An event that a worker has claimed. */
export interface ClaimedRow extends Pick<StoredEvent, "id" | "key"> {
  /** How many attempts there were before. With the id, it names this attempt. */
  readonly retryCount: number;
  readonly data: unknown;
}

/** What pg-boss knows an attempt by: it settles and touches no other one of the same event. */
export const toAttempt = ({ id, retryCount }: Omit<ClaimedRow, "key" | "data">) => ({ id, retryCount });

/**
 * Claims the next event of each of so many keys, after one key. It steps from key to key in an index, so that it costs the
 * same whatever waits: pg-boss reads all that do.
 */
export async function claimEvents({ query, schema }: Database, after: string, limit: number) {
  const head = (from: string): string =>
    `SELECT id, singleton_key, start_after FROM ${schema}.job WHERE ${isWaiting("job")} AND singleton_key > ${from}
       ORDER BY ${inTurn("job")} LIMIT 1`;
  const { rows } = await query<ClaimedRow>(
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

/** Suspects that are due. */
const isDueSuspect = `${isBegun("job")} AND job.state = 'retry' AND ${isSuspect} AND job.start_after <= now()`;

/** Claims an event that may be what ended its process; whoever does runs nothing beside it. */
export async function claimSuspect({ query, schema }: Database) {
  const { rows } = await query<ClaimedRow>(
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
   RETURNING job.id, job.singleton_key AS key, job.retry_count AS "retryCount", job.data`;

/** Gives an event back as if it had not been claimed: the next claim is the same attempt. */
export const releaseEvent = ({ query, schema }: Database, { id, retryCount }: Omit<ClaimedRow, "data">) =>
  query(
    `UPDATE ${schema}.job SET state = 'retry', started_on = NULL, heartbeat_on = NULL, start_after = 'epoch'
     WHERE name = '${queue}' AND id = $1 AND state = 'active' AND retry_count = $2`,
    [id, retryCount],
  );

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
  const { rows } = await query<Pick<ClaimedRow, "id" | "retryCount">>(lost(isSuspect));
  for (const row of rows) await boss.fail(queue, toAttempt(row), output);
  await query(
    `WITH lost AS (${lost(`NOT ${isSuspect}`)})
     UPDATE ${schema}.job SET state = 'retry', retry_limit = retry_limit + 1, heartbeat_on = NULL,
       start_after = 'epoch', output = $1::jsonb FROM lost WHERE job.name = lost.name AND job.id = lost.id`,
    [JSON.stringify(output)],
  );
}

/** Whether suspects are due. */
export const hasSuspects = async ({ query, schema }: Database): Promise<boolean> =>
  (await query(`SELECT FROM ${schema}.job WHERE ${isDueSuspect} LIMIT 1`)).rows.length > 0;

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

/** How an inbox is. While its database is down, nothing else is known: an alarm on `dead` says nothing then. */
export type Health =
  UpHealth | Readonly<{ database: "down" } & Partial<Record<Exclude<keyof UpHealth, "database">, undefined>>>;

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

/** Asks the database how its inbox is. Metrics ask often: it reads two indexes of pg-boss, and not what was handled. */
export async function readHealth({ query, schema }: Database): Promise<UpHealth> {
  // A session never has two dead events: the first one blocks it.
  const { rows } = await query<UpHealth>(
    `SELECT 'up' AS database, (waiting + running)::int AS waiting, running, dead, "blockedSessions",
       coalesce(greatest(0, round(extract(epoch FROM now() - oldest) * 1000)), 0)::float8 AS oldest,
       ${toText("oldest")} AS "oldestAt"
     FROM (SELECT count(*) AS waiting, min(created_on) AS oldest
         FROM ${schema}.job WHERE ${isWaiting("job")}) waiting,
       (SELECT count(*) FILTER (WHERE state = 'active')::int AS running,
           count(*) FILTER (WHERE state = 'failed')::int AS dead,
           count(*) FILTER (WHERE state = 'failed' AND (
             SELECT behind.id FROM ${schema}.job behind WHERE ${isWaiting("behind")}
               AND behind.singleton_key = job.singleton_key ORDER BY ${inTurn("behind")} LIMIT 1) IS NOT NULL)::int AS "blockedSessions"
         FROM ${schema}.job WHERE ${isBegun("job")}) begun`,
  );
  const [health] = rows as [UpHealth];
  return health;
}

/** A time as a text: drivers differ in what they make of one. */
const toText = (time: string): string =>
  `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An event, without what the shop sent. Times are in UTC, as ISO 8601 has them. */
export interface ListedEvent extends Pick<StoredEvent, "id" | "event" | "subscriptionId"> {
  /** The session that it is about, or else its till. */
  readonly about: string;
  readonly state: EventState;
  /** How many attempts have begun. */
  readonly attempts: number;
  readonly storedAt: string;
  /** When it may be tried again, if it waits for that. */
  readonly nextAttemptAt: string | null;
  /** Why the last attempt failed, on one line. */
  readonly lastError: string | null;
  /** How many events of its session were stored after it, and wait. */
  readonly waitingBehind: number;
}

/** An event with what the shop sent. */
export interface ShownEvent extends ListedEvent {
  /** The queue of pg-boss that it is in. */
  readonly queue: string;
  /** Events of one key are handled one after another. */
  readonly key: string;
  /** The JSON of the request, as it came. */
  readonly body: string;
}

/** Which events to list. */
export interface ListOptions {
  /** Only those whose attempts are used up. */
  readonly dead?: boolean;
  /** Only those of this name. */
  readonly event?: string | undefined;
  /** Only those of the subscription with this id. */
  readonly subscription?: string | undefined;
  /** How many at most. The default is 100. */
  readonly limit?: number;
}

/** The events that are not handled yet, the oldest first. */
export async function listEvents(
  database: Database,
  options: ListOptions = {},
): Promise<readonly ListedEvent[]> {
  const { dead = false, event, subscription, limit = 100 } = options;
  const states = dead ? ["failed"] : ["created", "retry", "active", "failed"];
  const where = `state::text = ANY($2::text[]) AND ($3::text IS NULL OR data->>'event' = $3)
    AND ($4::text IS NULL OR data->>'subscriptionId' = $4)`;
  return readEvents(database, { where, more: "" }, [limit, states, event ?? null, subscription ?? null]);
}

/** The events whose id begins like this: one, if it is a whole id. The text is 32 hexadecimal digits at most, and hyphens. */
export async function findEvents(database: Database, prefix: string): Promise<readonly ShownEvent[]> {
  const digits = prefix.replaceAll("-", "").toLowerCase();
  if (!/^[0-9a-f]{1,32}$/.test(digits)) return [];
  const more = `, listed.name AS queue, listed.singleton_key AS key, coalesce(listed.data->>'body', '') AS body`;
  const [first, last] = [digits.padEnd(32, "0"), digits.padEnd(32, "f")];
  return readEvents(database, { where: "id BETWEEN $2::uuid AND $3::uuid", more }, [10, first, last]);
}

/** Reads events with what their sessions look like. An attempt that a worker gave back does not count. */
async function readEvents(
  { query, schema }: Database,
  { where, more }: { readonly where: string; readonly more: string },
  values: readonly unknown[],
): Promise<readonly ShownEvent[]> {
  const read = (name: string): string => `coalesce(listed.data->>'${name}', '') AS "${name}"`;
  const error = `coalesce(listed.output->>'message', listed.output#>>'{value,message}', listed.output->>'value',
    listed.output::text)`;
  const { rows } = await query<ShownEvent>(
    `WITH listed AS (
       SELECT * FROM ${schema}.job WHERE name = '${queue}' AND ${where} ORDER BY created_on, id LIMIT $1
     )
     SELECT listed.id::text AS id, ${["event", "subscriptionId", "about"].map(read).join(", ")},
       CASE WHEN listed.state = 'created' AND EXISTS (SELECT FROM ${schema}.job dead WHERE ${isBegun("dead")}
         AND dead.state = 'failed' AND dead.singleton_key = listed.singleton_key)
         THEN 'blocked' ELSE ${toState("listed")} END AS state,
       CASE WHEN listed.started_on IS NULL THEN listed.retry_count ELSE listed.retry_count + 1 END AS attempts,
       ${toText("listed.created_on")} AS "storedAt",
       CASE WHEN listed.state = 'retry' THEN ${toText("nullif(listed.start_after, 'epoch')")} END AS "nextAttemptAt",
       CASE WHEN listed.state <> 'completed'
         THEN left(btrim(regexp_replace(${error}, '\\s+', ' ', 'g')), 500) END AS "lastError",
       (SELECT count(*)::int FROM (SELECT FROM ${schema}.job behind WHERE ${isWaiting("behind")}
         AND behind.singleton_key = listed.singleton_key AND (behind.created_on, behind.id) > (listed.created_on, listed.id)
         ORDER BY ${inTurn("behind")} OFFSET 0) behind) AS "waitingBehind"${more}
     FROM listed ORDER BY listed.created_on, listed.id`,
    values,
  );
  return rows;
}

/** An event that is locked. */
export type LockedEvent = Pick<ListedEvent, "id"> & { readonly state: Exclude<EventState, "blocked"> };

/** Locks events until the transaction ends: workers pass over those that are. */
export async function lockEvents({ query, schema }: Database, ids: readonly string[]) {
  const { rows } = await query<LockedEvent>(
    `SELECT id::text AS id, ${toState("job")} AS state FROM ${schema}.job
     WHERE name = '${queue}' AND id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
  return rows;
}

/** Has events that wait for their next attempt have it now. */
export const hurryEvents = ({ query, schema }: Database, ids: readonly string[]) =>
  query(
    `UPDATE ${schema}.job SET start_after = 'epoch'
     WHERE name = '${queue}' AND id = ANY($1::uuid[]) AND state = 'retry'`,
    [ids],
  );

const formerQueues = Array.from({ length: 16 }, (_, index) => `mplus-${String(index).padStart(2, "0")}`);

/** Moves what is not handled yet in the sixteen queues of a former version, whose processes have to be ended before. */
export const joinQueues = ({ queryLong, schema }: Pick<Connection, "queryLong" | "schema">) =>
  queryLong(
    `UPDATE ${schema}.job SET name = '${queue}', heartbeat_seconds = NULL
     WHERE name = ANY($1::text[]) AND policy = 'key_strict_fifo'
       AND (state < 'active' AND NOT blocked OR state IN ('active', 'retry', 'failed'))`,
    [formerQueues],
  );
