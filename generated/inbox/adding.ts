// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { setTimeout as sleep } from "node:timers/promises";
import type { Kept, StoredEvent } from "../receiver/api/inbox.js";
import type { Connection } from "./connection.js";
import { heartbeat } from "./database/boss.js";
import type { Job } from "./job.js";
import type { InboxSettings } from "./options.js";
import { chooseQueue, queueNames } from "./queues.js";
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

/** Makes the function that stores an event, once, and tries that for as long as `waitFor` says. */
export function createAdding({
  settings,
  connect: open,
  tellStored,
}: Needs): (event: StoredEvent) => Promise<Kept> {
  const isFull = createLimit(settings);
  const tryOnce = async (event: StoredEvent, headers: Job["trace"]): Promise<Kept> => {
    const connection = await open();
    if (await isFull(connection)) return "refused";
    const queue = chooseQueue(event.key);
    await connection.insert(() =>
      connection.boss.send(queue, toJob(event, headers), toSending(event, connection, settings)),
    );
    tellStored(queue);
    return "kept";
  };
  const keepTrying = async (event: StoredEvent, headers: Job["trace"]): Promise<Kept> => {
    const end = performance.now() + settings.waitFor;
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
  return (event) =>
    traceStoring(event, async (headers) => {
      const kept = await keepTrying(event, headers);
      if (kept !== "refused" || settings.whenFull === "refuse") return kept;
      const { id, subscriptionId, about } = event;
      settings.log.error(
        { id, event: event.event, subscriptionId, about },
        "the inbox is full: dropped an event",
      );
      return "dropped";
    });
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

/** Tells whether as many events wait as may. */
function createLimit({ limit }: InboxSettings): (connection: Connection) => Promise<boolean> {
  let counted: { readonly at: number; readonly count: Promise<number> } | undefined;
  let added = 0;
  return async (connection) => {
    if (!counted || performance.now() - counted.at >= countedFor) {
      counted = { at: performance.now(), count: countWaiting(connection, limit) };
      added = 0;
      counted.count.catch(() => (counted = undefined));
    }
    const isFull = (await counted.count) + added >= limit;
    if (!isFull) added += 1;
    return isFull;
  };
}

async function countWaiting({ query, schema }: Connection, limit: number): Promise<number> {
  const { rows } = await query<{ readonly count: string }>(
    `SELECT count(*) FROM (SELECT 1 FROM ${schema}.job
       WHERE name = ANY($1::text[]) AND state < 'active' AND NOT blocked LIMIT $2) waiting`,
    [queueNames, limit],
  );
  return Number(rows[0]?.count);
}
