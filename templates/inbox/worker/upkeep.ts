import type { Connection } from "../connection.js";
import { heartbeat } from "../database/boss.js";
import { queueNames } from "../queues.js";

/** How many rows one statement takes. */
const batch = 1000;

/** Deletes handled events that are older than this, in milliseconds; at most so many that it takes no minute. */
export async function deleteHandled(connection: Connection, keepFor: number): Promise<void> {
  const { queryLong, schema } = connection;
  const table = `${schema}.job`;
  await createIndex(connection);
  for (let round = 0; round < 100; round += 1) {
    const { rows } = await queryLong(
      `DELETE FROM ${table} WHERE (name, id) IN (
         SELECT name, id FROM ${table} WHERE name = ANY($1::text[]) AND state = 'completed'
           AND completed_on < now() - $2::float8 * interval '1 millisecond' LIMIT ${batch})
       RETURNING 1`,
      [queueNames, keepFor],
    );
    if (rows.length < batch) return;
  }
}

/** Without it, each look for what is old reads all events. A role that may not create it does without. */
async function createIndex({ query, queryLong, schema }: Connection): Promise<void> {
  const name = "mplus_handled";
  const { rows } = await query("SELECT 1 WHERE to_regclass($1) IS NULL", [`${schema}.${name}`]);
  if (rows.length === 0) return;
  await queryLong(
    `CREATE INDEX IF NOT EXISTS ${name} ON ${schema}.job (completed_on) WHERE state = 'completed'`,
  ).catch(() => undefined);
}

/** A claim whose worker is gone. */
interface Lost {
  readonly id: string;
  readonly name: string;
  readonly retry_count: number;
}

/**
 * Has the events go on whose worker is gone: it has not touched them for longer than it may. The attempt counts as a
 * failed one, as the event may be what ended it. pg-boss would see them too, but only by counting all events.
 */
export async function reviveLost({ boss, query, schema }: Connection): Promise<void> {
  const { rows } = await query<Lost>(
    `SELECT id, name, retry_count FROM ${schema}.job WHERE name = ANY($1::text[]) AND state = 'active'
       AND policy = 'key_strict_fifo' AND heartbeat_on < now() - ${heartbeat} * interval '1 second' LIMIT ${batch}`,
    [queueNames],
  );
  await failAll(boss, rows);
}

/** The same of a folder, which had one process: whatever was running then is running no more. */
export async function reviveAll({ boss, query, schema }: Connection): Promise<void> {
  const { rows } = await query<Lost>(
    `SELECT id, name, retry_count FROM ${schema}.job WHERE name = ANY($1::text[]) AND state = 'active'`,
    [queueNames],
  );
  await failAll(boss, rows);
}

async function failAll(boss: Connection["boss"], rows: readonly Lost[]): Promise<void> {
  for (const { id, name, retry_count: retryCount } of rows)
    await boss.fail(name, { id, retryCount }, { message: "The worker that handled it is gone." });
}
