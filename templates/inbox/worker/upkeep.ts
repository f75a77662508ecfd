import type { Connection } from "../connection.js";
import { heartbeat } from "../database/boss.js";
import { queueNames } from "../queues.js";

/** How many rows one statement takes. */
const batch = 1000;

/** Deletes handled events that are older than this, in milliseconds; at most so many that it takes no minute. */
export async function deleteHandled({ queryLong, schema }: Connection, keepFor: number): Promise<void> {
  const table = `${schema}.job`;
  for (let round = 0; round < 100; round += 1) {
    // pg-boss has no index of these.
    const { rows } = await queryLong(
      `DELETE FROM ${table} WHERE name = ANY($1::text[]) AND id IN (
         SELECT id FROM ${table} WHERE name = ANY($1::text[]) AND state = 'completed'
           AND completed_on < now() - $2::float8 * interval '1 millisecond' LIMIT ${batch})
       RETURNING 1`,
      [queueNames, keepFor],
    );
    if (rows.length < batch) return;
  }
}

/**
 * Has the events go on whose worker is gone: it has not touched them for longer than it may. The attempt counts as a
 * failed one, as the event may be what ended it. pg-boss would see them too, but only by counting all events.
 */
export async function reviveLost({ boss, query, schema }: Connection): Promise<void> {
  const { rows } = await query<{ readonly id: string; readonly name: string; readonly retry_count: number }>(
    `SELECT id, name, retry_count FROM ${schema}.job WHERE name = ANY($1::text[]) AND state = 'active'
       AND policy = 'key_strict_fifo' AND heartbeat_on < now() - ${heartbeat} * interval '1 second' LIMIT ${batch}`,
    [queueNames],
  );
  await failAll(boss, rows);
}

/** The same of a folder, which had one process: whatever was running then is running no more. */
export async function reviveAll({ boss, query, schema }: Connection): Promise<void> {
  const { rows } = await query<{ readonly id: string; readonly name: string; readonly retry_count: number }>(
    `SELECT id, name, retry_count FROM ${schema}.job WHERE name = ANY($1::text[]) AND state = 'active'`,
    [queueNames],
  );
  await failAll(boss, rows);
}

async function failAll(
  boss: Connection["boss"],
  rows: readonly { readonly id: string; readonly name: string; readonly retry_count: number }[],
): Promise<void> {
  for (const { id, name, retry_count: retryCount } of rows)
    await boss.fail(name, { id, retryCount }, { message: "The worker that handled it is gone." });
}
