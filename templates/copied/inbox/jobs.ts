import type { Db, JobWithMetadata, PgBoss, UpdateOptions } from "pg-boss";
import type { StoredEvent } from "../receiver/base/options.js";
import { isObject } from "../receiver/base/values.js";
import { heartbeat, type Connection } from "./connection.js";
import type { InboxSettings } from "./options.js";
import { toSeconds } from "./pauses.js";

export const queue = "mplus";

export interface Fate {
  /** Limit of the failures, of the shortages and of the deaths of workers. */
  readonly attempts: number;
  readonly failures: number;
  /** Number of attempts that the database interrupted after their first query. */
  readonly shortages: number;
  /** Number of claims that do not count, because the worker was closed or the database had no connection. */
  readonly returns: number;
}

/** The event may be forged or incomplete; its seal then does not match. */
export interface StoredJob extends StoredEvent, Fate {
  readonly job: JobWithMetadata<object | null>;
  /** True if the event may have broken connections of other events, so that it runs alone. */
  readonly isSuspect: boolean;
}

export function readJob(job: JobWithMetadata<object | null>): StoredJob {
  const data = isObject(job.data) ? job.data : {};
  const text = (name: keyof StoredEvent): string => (typeof data[name] === "string" ? data[name] : "");
  const count = (name: keyof Fate, usual: number): number => {
    const value = data[name];
    return typeof value === "number" && Number.isFinite(value) ? value : usual;
  };
  return {
    job,
    isSuspect: data["isSuspect"] === true,
    id: job.id,
    key: job.singletonKey ?? "",
    event: text("event"),
    subscriptionId: text("subscriptionId"),
    about: text("about"),
    body: text("body"),
    seal: text("seal"),
    attempts: Math.min(1000, count("attempts", job.retryLimit + 1)),
    failures: Math.min(1000, count("failures", job.retryCount)),
    shortages: Math.min(1000, count("shortages", 0)),
    returns: count("returns", 0),
  };
}

const ever = 2 ** 31 - 1;

export async function storeEvent(boss: PgBoss, event: StoredEvent, settings: InboxSettings) {
  const { attempts, retryDelay, keepFor } = settings;
  const { id, key, ...data } = event;
  await boss.send(
    queue,
    { ...data, attempts, failures: 0, shortages: 0, returns: 0 } satisfies Fate & object,
    {
      id,
      singletonKey: key,
      // Due at once and kept for 68 years, whatever the database's clock says.
      startAfter: "2000-01-01T00:00:00Z",
      retentionSeconds: ever,
      // The inbox counts attempts itself, because pg-boss also counts returned events.
      retryLimit: ever - 1,
      // Applies after a worker was killed. A backoff of pg-boss would also grow with each return.
      retryDelay: toSeconds(retryDelay),
      expireInSeconds: 24 * 60 * 60,
      heartbeatSeconds: heartbeat,
      deleteAfterSeconds: toSeconds(keepFor),
    },
  );
}

/** Claims only the next event of each session. */
export const claimEvents = async (
  { boss, transact }: Connection,
  batchSize: number,
): Promise<StoredJob[]> => {
  const jobs = await transact((db) =>
    boss.fetch<object | null>(queue, { batchSize, includeMetadata: true, db }),
  );
  return jobs.map(readJob);
};

/** Number of attempts whose worker died, possibly because of this event. */
export const countCrashes = ({ job, failures, shortages, returns }: StoredJob): number =>
  Math.max(0, job.retryCount - failures - shortages - returns);

export const touchClaims = (boss: PgBoss, claims: readonly StoredJob[]) =>
  boss.touch(queue, claims.map(toAttempt));

/** Identifies the attempt, so that pg-boss does not settle or touch another attempt of the event. */
const toAttempt = ({ job: { id, retryCount } }: StoredJob) => ({ id, retryCount });

/** Returns false if this worker has lost the claim. */
export const completeClaim = async (boss: PgBoss, claim: StoredJob, db: Db | undefined): Promise<boolean> =>
  isOne(await boss.complete(queue, toAttempt(claim), null, { ...(db && { db }) }));

export interface Ending {
  readonly reason: string;
  readonly outcome: "failed" | "interrupted" | "returned" | "dead";
  /** Seconds until the event may be claimed again. */
  readonly pause: number;
  readonly isSuspect?: boolean;
}

/** True if an ending leaves the event without another attempt. */
export const isLast = ({ attempts, failures, shortages }: Fate, outcome: Ending["outcome"]): boolean =>
  outcome === "dead" ||
  (outcome === "failed" && failures + 1 >= attempts) ||
  (outcome === "interrupted" && shortages >= attempts);

/** The event is retried or is dead. Does nothing if another worker has claimed it since. */
export function endClaim({ boss, transact }: Connection, claim: StoredJob, ending: Ending): Promise<void> {
  const { reason, outcome, pause: startAfter, isSuspect = claim.isSuspect } = ending;
  // PostgreSQL does not store these characters.
  const output = { message: reason.replace(/\0|\p{Surrogate}/gu, "\uFFFD") };
  const failures = claim.failures + (outcome === "failed" ? 1 : 0);
  const shortages = claim.shortages + (outcome === "interrupted" ? 1 : 0);
  // The handler of a dead event did not run.
  const returns = claim.returns + (outcome === "returned" || outcome === "dead" ? 1 : 0);
  const isDead = isLast(claim, outcome);
  return transact(async (db) => {
    if (!isOne(await boss.fail(queue, toAttempt(claim), output, { db }))) return;
    const changed = { ...claim, failures, shortages, returns, isSuspect };
    await changeJob(boss, changed, { db, startAfter, ...(isDead && dying) });
    if (isDead) await boss.fail(queue, claim.id, output, { db });
  });
}

/** With these, the next failure is final, and the job stays until somebody retries or drops it. */
const dying = { retryLimit: 0, deleteAfterSeconds: 0 };

export const changeJob = (
  boss: PgBoss,
  { job, attempts, failures, shortages, returns, isSuspect }: StoredJob,
  options: UpdateOptions,
) =>
  boss.update(
    queue,
    { ...job.data, attempts, failures, shortages, returns, isSuspect },
    { id: job.id, heartbeatSeconds: heartbeat, retryLimit: ever - 1, ...options },
  );

export const isOne = (response: object): boolean =>
  (response as { readonly affected: number }).affected === 1;
