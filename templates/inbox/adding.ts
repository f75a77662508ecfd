import { setTimeout as sleep } from "node:timers/promises";
import type { Kept, StoredEvent } from "../receiver/queued.js";
import type { Connection } from "./connection.js";
import { heartbeat } from "./database/boss.js";
import type { Job } from "./job.js";
import { longestWait, type InboxSettings } from "./options.js";
import { chooseQueue, queueNames } from "./queues.js";
import { isWaiting } from "./sql.js";
import { traceStoring } from "./telemetry.js";

/** What storing needs of the inbox. */
interface Needs {
  readonly settings: InboxSettings;
  readonly connect: () => Promise<Connection>;
  /** Wakes the workers of this process. */
  readonly tellStored: (queue: string) => void;
}

/** In milliseconds: how long the number of waiting events is believed, and the pause before storing is tried again. */
const [countedFor, pause] = [1000, 100];

/**
 * Makes the function that stores an event, once, and tries that for as long as `waitFor` says. Events of a session are stored
 * in the order in which they came to this process.
 */
export function createAdding({
  settings,
  connect: open,
  tellStored,
}: Needs): (event: StoredEvent) => Promise<Kept> {
  const isFull = createLimit(settings);
  const tryOnce = async (event: StoredEvent, headers: Job["trace"]): Promise<Kept> => {
    const connection = await open();
    if (await isFull(connection, event.key)) return "refused";
    const queue = chooseQueue(event.key);
    await connection.insert(() =>
      connection.boss.send(queue, toJob(event, headers), toSending(event, connection, settings)),
    );
    tellStored(queue);
    return "kept";
  };
  const keepTrying = async (event: StoredEvent, headers: Job["trace"], end: number): Promise<Kept> => {
    for (;;) {
      const isLast = performance.now() + pause > end;
      const kept = await tryOnce(event, headers).catch((error: unknown) => {
        if (isLast) throw error;
        return undefined;
      });
      if (kept === "kept" || (kept !== undefined && (isLast || settings.whenFull === "drop"))) return kept;
      await sleep(pause);
    }
  };
  const inLine = createLines();
  return (event) =>
    traceStoring(event, async (headers) => {
      const arrived = performance.now();
      const kept = await inLine(event.key, async () => {
        if (performance.now() - arrived > longestWait) throw new Error("those before it took too long");
        return keepTrying(event, headers, arrived + settings.waitFor);
      });
      if (kept !== "refused" || settings.whenFull === "refuse") return kept;
      const { id, subscriptionId, about } = event;
      settings.log.error(
        { id, event: event.event, subscriptionId, about },
        "the inbox is full: dropped an event",
      );
      return "dropped";
    });
}

/** Makes the function that runs what has the same key one after the other. */
function createLines(): <T>(key: string, run: () => Promise<T>) => Promise<T> {
  const lines = new Map<string, Promise<unknown>>();
  return (key, run) => {
    const result = lines.get(key)?.then(run) ?? run();
    const settled: Promise<unknown> = result
      .catch(() => undefined)
      .finally(() => lines.get(key) === settled && lines.delete(key));
    lines.set(key, settled);
    return result;
  };
}

function toJob({ event, subscriptionId, about, body, seal }: StoredEvent, headers: Job["trace"]): Job {
  const isTraced = headers !== undefined && Object.keys(headers).length > 0;
  return { event, subscriptionId, about, body, seal, ...(isTraced && { trace: headers }) };
}

/** In seconds: pg-boss takes no more. The worker ends an attempt at its `deadline`, and a worker that is gone has no heartbeats. */
const longestAttempt = 24 * 60 * 60;

/** How the event is tried: said for each, so that other options count from the next event on. */
function toSending({ id, key }: StoredEvent, { isShared }: Connection, settings: InboxSettings): object {
  const delay = Math.ceil(settings.retryDelay / 1000);
  return {
    id,
    singletonKey: key,
    retryLimit: settings.attempts - 1,
    retryDelay: delay,
    ...(delay > 0 && {
      retryBackoff: true,
      retryDelayMax: Math.max(delay, Math.ceil(settings.longestDelay / 1000)),
    }),
    expireInSeconds: longestAttempt,
    ...(isShared && { heartbeatSeconds: heartbeat }),
  };
}

/** Tells whether as many events wait as may, in all or of a subscription, which the key of an event begins with. */
function createLimit({
  limit,
  subscriptionLimit,
}: InboxSettings): (connection: Connection, key: string) => Promise<boolean> {
  let counted: { readonly at: number; readonly counts: Promise<Map<string, number>> } | undefined;
  return async (connection, key) => {
    if (!counted || performance.now() - counted.at >= countedFor) {
      counted = { at: performance.now(), counts: countWaiting(connection, limit) };
      counted.counts.catch(() => (counted = undefined));
    }
    const counts = await counted.counts;
    const [owner = ""] = key.split(".", 1);
    const [all, own] = [counts.get(everybody) ?? 0, counts.get(owner) ?? 0];
    if (all >= limit || own >= subscriptionLimit) return true;
    counts.set(everybody, all + 1).set(owner, own + 1);
    return false;
  };
}

/** Stands for all subscriptions: no key begins with it. */
const everybody = "*";

/** How many events wait, of each subscription and of all. */
async function countWaiting({ query, schema }: Connection, limit: number): Promise<Map<string, number>> {
  const { rows } = await query<{ readonly owner: string; readonly count: number }>(
    `SELECT split_part(singleton_key, '.', 1) AS owner, count(*)::int AS count
       FROM (SELECT singleton_key FROM ${schema}.job
         WHERE name = ANY($1::text[]) AND ${isWaiting("job")} LIMIT $2) waiting GROUP BY 1`,
    [queueNames, limit],
  );
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  return new Map([[everybody, all], ...rows.map(({ owner, count }) => [owner, count] as const)]);
}
