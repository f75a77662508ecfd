// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { StoredEvent } from "../receiver/queued.js";
import { isUuid } from "../validators/checks.js";
import { queue, type Connection, type Database } from "./connection.js";
import { inTurn, isBegun, isWaiting, readText } from "./job-table.js";

// All that people ask of an inbox, and what they have done to its events.

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
  const more = `, listed.name AS queue, listed.singleton_key AS key, ${readText("listed", "body")}`;
  const [first, last] = [digits.padEnd(32, "0"), digits.padEnd(32, "f")];
  return readEvents(database, { where: "id BETWEEN $2::uuid AND $3::uuid", more }, [10, first, last]);
}

/** Reads events with what their sessions look like. An attempt that a worker gave back does not count. */
async function readEvents(
  { query, schema }: Database,
  { where, more }: { readonly where: string; readonly more: string },
  values: readonly unknown[],
): Promise<readonly ShownEvent[]> {
  const texts = (["event", "subscriptionId", "about"] as const).map((name) => readText("listed", name));
  const error = `coalesce(listed.output->>'message', listed.output#>>'{value,message}', listed.output->>'value',
    listed.output::text)`;
  const { rows } = await query<ShownEvent>(
    `WITH listed AS (
       SELECT * FROM ${schema}.job WHERE name = '${queue}' AND ${where} ORDER BY created_on, id LIMIT $1
     )
     SELECT listed.id::text AS id, ${texts.join(", ")},
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

/** What became of an event that somebody named: it was done, there is none of this id, or its state forbids it. */
export interface Operated {
  readonly id: string;
  readonly outcome: "done" | "gone" | Exclude<EventState, "blocked">;
}

/**
 * Has dead events tried once more, at once and before all that wait behind them; `"dead"` names all of them. One that
 * fails again is dead again. One that waits for its next attempt has it now. What else there is stays as it is, and its
 * outcome says what it is.
 */
export async function retryEvents(
  connection: Connection,
  ids: readonly string[] | "dead",
): Promise<readonly Operated[]> {
  const all = { dead: true, limit: Number.MAX_SAFE_INTEGER };
  const named = ids === "dead" ? (await listEvents(connection, all)).map(({ id }) => id) : ids;
  const { schema } = connection;
  return operate(
    connection,
    named,
    `UPDATE ${schema}.job SET state = 'retry', start_after = 'epoch', completed_on = NULL,
       retry_limit = retry_limit + CASE WHEN asked.state = 'failed' THEN 1 ELSE 0 END
     FROM asked WHERE asked.state IN ('failed', 'retry')`,
  );
}

/**
 * Deletes events, so that the next one of their session is handled. What a worker is handling stays, and so does what was
 * handled, by which repeats are recognised: the outcome says so.
 */
export const dropEvents = (connection: Connection, ids: readonly string[]): Promise<readonly Operated[]> =>
  operate(
    connection,
    ids,
    `DELETE FROM ${connection.schema}.job USING asked WHERE asked.state NOT IN ('active', 'completed')`,
  );

/** Locks the events that are asked for while it changes them, so that no worker takes one in between. */
async function operate(
  { queryLong, schema }: Connection,
  ids: readonly string[],
  change: string,
): Promise<readonly Operated[]> {
  const outcomes = new Map<string, Operated["outcome"]>();
  // pg-boss writes one that fails anew, which who waited for it does not see at first: so it looks twice.
  for (let look = 1; look <= 2; look += 1) {
    const missing = ids.filter((id) => isUuid(id) && !outcomes.has(id.toLowerCase()));
    if (missing.length === 0) break;
    const { rows } = await queryLong<Operated>(
      `WITH asked AS (
         SELECT id, state FROM ${schema}.job WHERE name = '${queue}' AND id = ANY($1::uuid[]) ORDER BY id FOR UPDATE
       ), done AS (${change} AND job.name = '${queue}' AND job.id = asked.id RETURNING job.id)
       SELECT asked.id::text AS id, CASE WHEN done.id IS NULL THEN ${toState("asked")} ELSE 'done' END AS outcome
       FROM asked LEFT JOIN done ON done.id = asked.id`,
      [missing],
    );
    for (const { id, outcome } of rows) outcomes.set(id, outcome);
  }
  return ids.map((id) => ({ id, outcome: outcomes.get(id.toLowerCase()) ?? "gone" }));
}
