import { toReason } from "../receiver/base/values.js";
import { heartbeat, type Connection, type Opening } from "./connection.js";
import { queue } from "./jobs.js";
import { findLongestPause } from "./pauses.js";

/**
 * Repairs what the database's clock wrote while it was ahead, now and with each upkeep. Otherwise, lost workers would
 * not be found, and events would not be retried, until the clock is there again. Returns a function that stops this.
 */
export async function keepClock(connection: Connection, opening: Opening): Promise<() => void> {
  const { log } = opening;
  let isFailing = false;
  const repair = async (): Promise<void> => {
    try {
      const repaired = await repairTimes(connection, opening);
      if (repaired > 0)
        log.warn({ repaired }, "the clock of the inbox's database was ahead; its future times were removed");
      isFailing = false;
    } catch (error: unknown) {
      const fields = { reason: toReason(error) };
      if (!isFailing) log.warn(fields, "could not check for future times in the inbox's database");
      isFailing = true;
    }
  };
  await repair();
  const timer = setInterval(() => void repair(), heartbeat * 1000);
  timer.unref();
  return () => clearInterval(timer);
}

/** Returns the number of rows that had a time in the future. */
async function repairTimes({ schema, query }: Connection, opening: Opening): Promise<number> {
  // Also longer than a row takes from a statement's start to its end.
  const margin = 60;
  const isAhead = (seconds: number, ...columns: readonly string[]): string =>
    `GREATEST(${columns.join(", ")}) > now() + interval '${seconds}s'`;
  const latest = findLongestPause(opening) + margin;
  const statements = [
    `UPDATE ${schema}.queue SET monitor_claim_on = NULL, monitor_on = NULL, maintain_on = NULL
      WHERE name = '${queue}' AND ${isAhead(margin, "monitor_claim_on", "monitor_on", "maintain_on")}`,
    `UPDATE ${schema}.version SET reindex_on = NULL WHERE ${isAhead(margin, "reindex_on")}`,
    // The policy and the states are those of an index.
    `UPDATE ${schema}.job SET heartbeat_on = LEAST(heartbeat_on, now()), start_after = LEAST(start_after, now())
      WHERE name = '${queue}' AND policy = 'key_strict_fifo' AND state IN ('active', 'retry', 'failed') AND (
        state = 'active' AND ${isAhead(margin, "heartbeat_on")}
        OR state = 'retry' AND ${isAhead(latest, "start_after")})`,
  ];
  let repaired = 0;
  for (const statement of statements) repaired += (await query(`${statement} RETURNING 1`)).rows.length;
  return repaired;
}
