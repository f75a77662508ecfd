// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Transaction } from "../receiver/handlers.js";
import type { Connection } from "./connection.js";
import { queueNames } from "./queues.js";
import { isWaitingBeside, toText } from "./sql.js";
import { states, type EventState, type JobState } from "./states.js";

/** An event, without what the shop sent. Times are in UTC, as ISO 8601 has them. */
export interface ListedEvent {
  readonly id: string;
  readonly event: string;
  readonly subscriptionId: string;
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
  { query, schema }: Connection,
  { dead = false, event, subscription, limit = 100 }: ListOptions = {},
): Promise<readonly ListedEvent[]> {
  const states = dead ? ["failed"] : ["created", "retry", "active", "failed"];
  const where = `state::text = ANY($2::text[]) AND ($3::text IS NULL OR data->>'event' = $3)
        AND ($4::text IS NULL OR data->>'subscriptionId' = $4)`;
  const values = [queueNames, states, event ?? null, subscription ?? null, limit];
  const { rows } = await query<Row>(select(schema, where, "LIMIT $5"), values);
  return rows.map(toListed);
}

/** The events whose id begins like this: one, if it is a whole id. The text is 32 hexadecimal digits at most, and hyphens. */
export async function findEvents(
  { query, schema }: Connection,
  prefix: string,
): Promise<readonly ShownEvent[]> {
  const range = toRange(prefix);
  if (!range) return [];
  const where = "id BETWEEN $2::uuid AND $3::uuid";
  const { rows } = await query<Row>(select(schema, where, "LIMIT 10"), [queueNames, ...range]);
  return rows.map((row) => ({ ...toListed(row), queue: row.queue, key: row.key, body: row.body }));
}

/** The ids of all events whose attempts are used up, the oldest first. */
export async function listDeadIds({ query, schema }: Connection): Promise<readonly string[]> {
  const { rows } = await query<{ readonly id: string }>(
    `SELECT id::text AS id FROM ${schema}.job
      WHERE name = ANY($1::text[]) AND state = 'failed' ORDER BY created_on, id`,
    [queueNames],
  );
  return rows.map(({ id }) => id);
}

/** An event that is locked. */
export interface LockedEvent {
  readonly id: string;
  readonly queue: string;
  readonly state: JobState;
}

/** Locks events until the transaction ends: workers pass over those that are. */
export async function lockEvents(
  transaction: Transaction,
  schema: string,
  ids: readonly string[],
): Promise<readonly LockedEvent[]> {
  const { rows } = await transaction.query<LockedEvent>(
    `SELECT id::text AS id, name AS queue, state::text AS state FROM ${schema}.job
      WHERE name = ANY($1::text[]) AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    [queueNames, ids],
  );
  return rows;
}

interface Row extends Omit<ShownEvent, "state"> {
  readonly state: JobState;
  /** Whether its session has a dead event. */
  readonly isHeldBack: boolean;
}

/** Reads events with what their sessions look like. An attempt that a worker gave back at its end does not count. */
const select = (schema: string, where: string, limit: string): string =>
  `WITH listed AS (
      SELECT * FROM ${schema}.job WHERE name = ANY($1::text[]) AND ${where} ORDER BY created_on, id ${limit}
    )
    SELECT listed.id::text AS id, listed.name AS queue, listed.singleton_key AS key,
      coalesce(listed.data->>'event', '') AS event,
      coalesce(listed.data->>'subscriptionId', '') AS "subscriptionId",
      coalesce(listed.data->>'about', '') AS about, coalesce(listed.data->>'body', '') AS body,
      listed.state::text AS state, EXISTS (SELECT 1 FROM ${schema}.job dead WHERE dead.name = listed.name
        AND dead.singleton_key = listed.singleton_key AND dead.state = 'failed'
        AND dead.policy = 'key_strict_fifo') AS "isHeldBack",
      CASE WHEN listed.started_on IS NULL THEN listed.retry_count ELSE listed.retry_count + 1 END AS attempts,
      ${toText("listed.created_on")} AS "storedAt",
      CASE WHEN listed.state = 'retry' THEN ${toText("listed.start_after")} END AS "nextAttemptAt",
      CASE WHEN listed.state <> 'completed' THEN coalesce(listed.output->>'message',
        listed.output#>>'{value,message}', listed.output->>'value', listed.output::text) END AS "lastError",
      (SELECT count(*)::int FROM ${schema}.job behind WHERE ${isWaitingBeside("listed")}
        AND (behind.created_on, behind.id) > (listed.created_on, listed.id)) AS "waitingBehind"
    FROM listed ORDER BY listed.created_on, listed.id`;

/** Without the body. */
const toListed = (row: Row): ListedEvent => ({
  id: row.id,
  event: row.event,
  subscriptionId: row.subscriptionId,
  about: row.about,
  state: row.state === "created" && row.isHeldBack ? "blocked" : states[row.state],
  attempts: row.attempts,
  storedAt: row.storedAt,
  nextAttemptAt: row.nextAttemptAt,
  lastError: row.lastError === null ? null : row.lastError.replace(/\s+/g, " ").trim().slice(0, 500),
  waitingBehind: row.waitingBehind,
});

/** The first and the last id that begin like this; undefined if none does. */
function toRange(prefix: string): readonly [first: string, last: string] | undefined {
  const digits = prefix.replaceAll("-", "").toLowerCase();
  if (!/^[0-9a-f]{1,32}$/.test(digits)) return undefined;
  return [digits.padEnd(32, "0"), digits.padEnd(32, "f")];
}
