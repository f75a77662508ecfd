// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { Db, JobWithMetadata, PgBoss, UpdateOptions } from "pg-boss";
import type { StoredEvent } from "../receiver/queued.js";
import { isObject } from "../receiver/values.js";
import { heartbeat, type Connection } from "./connection.js";
import type { InboxSettings } from "./options.js";

// An event as a job of pg-boss. All calls of its interface that store, claim and end one are here.

/** The name of the queue that all events are in. */
export const queue = "mplus";

/** How an event has fared, as its job holds it. */
export interface Fate {
  /** How often it may be tried. */
  readonly attempts: number;
  /** How often its handler has failed. */
  readonly failures: number;
  /** How often it was given back: because its worker was closed, or the database could not have a transaction. */
  readonly returns: number;
}

/** An event as pg-boss gives it. Whoever can write to the database can write anything: what is missing, no seal fits. */
export interface StoredJob extends StoredEvent, Fate {
  readonly job: JobWithMetadata<object | null>;
}

/** Reads what a job holds. */
export function readJob(job: JobWithMetadata<object | null>): StoredJob {
  const data = isObject(job.data) ? job.data : {};
  const text = (name: keyof StoredEvent): string => (typeof data[name] === "string" ? data[name] : "");
  const count = (name: keyof Fate, usual: number): number => {
    const value = data[name];
    return typeof value === "number" && Number.isFinite(value) ? value : usual;
  };
  return {
    job,
    id: job.id,
    key: job.singletonKey ?? "",
    event: text("event"),
    subscriptionId: text("subscriptionId"),
    about: text("about"),
    body: text("body"),
    seal: text("seal"),
    attempts: Math.min(1000, count("attempts", job.retryLimit + 1)),
    failures: Math.min(1000, count("failures", job.retryCount)),
    returns: count("returns", 0),
  };
}

/** Up to whole seconds. */
export const toSeconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000);

/** The most that pg-boss takes. */
const ever = 2 ** 31 - 1;

/** Stores an event, unless it is there. */
export async function storeEvent(boss: PgBoss, event: StoredEvent, settings: InboxSettings) {
  const { attempts, retryDelay, keepFor } = settings;
  const { id, key, ...data } = event;
  await boss.send(queue, { ...data, attempts, failures: 0, returns: 0 } satisfies Fate & object, {
    id,
    singletonKey: key,
    // Due at once, and kept for 68 years from then, whatever the clock of the database says.
    startAfter: "2000-01-01T00:00:00Z",
    retentionSeconds: ever,
    // The inbox counts for itself: pg-boss counts also what was given back.
    retryLimit: ever - 1,
    // After its worker was killed: a backoff of pg-boss would grow also with what was given back.
    retryDelay: toSeconds(retryDelay),
    expireInSeconds: 24 * 60 * 60,
    heartbeatSeconds: heartbeat,
    deleteAfterSeconds: toSeconds(keepFor),
  });
}

/** Claims events, the next one of each session. */
export const claimEvents = async (
  { boss, transact }: Connection,
  batchSize: number,
): Promise<StoredJob[]> => {
  const jobs = await transact((db) =>
    boss.fetch<object | null>(queue, { batchSize, includeMetadata: true, db }),
  );
  return jobs.map(readJob);
};

/** How often the worker was gone before an attempt had ended: the event may be what ended it. pg-boss counts what it claims. */
export const countCrashes = ({ job, failures, returns }: StoredJob): number =>
  Math.max(0, job.retryCount - failures - returns);

/** Says that claims are alive. */
export const touchClaims = (boss: PgBoss, claims: readonly StoredJob[]) =>
  boss.touch(queue, claims.map(toAttempt));

/** What names one attempt: pg-boss settles and touches no other one of the same event. */
const toAttempt = ({ job: { id, retryCount } }: StoredJob) => ({ id, retryCount });

/** Marks a claim as handled. Returns whether it was still this worker's. */
export const completeClaim = async (boss: PgBoss, claim: StoredJob, db: Db | undefined): Promise<boolean> =>
  isOne(await boss.complete(queue, toAttempt(claim), null, { ...(db && { db }) }));

/** How an attempt ended that did not succeed. */
export interface Ending {
  readonly reason: string;
  readonly outcome: "failed" | "returned" | "dead";
  /** In seconds: when it may be claimed again. */
  readonly pause: number;
}

/** Ends a claim without success: its event is tried again, or is dead. One that another worker has meanwhile stays as it is. */
export function endClaim({ boss, transact }: Connection, claim: StoredJob, ending: Ending): Promise<void> {
  const { reason, outcome, pause: startAfter } = ending;
  // What PostgreSQL refuses in a text is taken out.
  const output = { message: reason.replace(/\0|\p{Surrogate}/gu, "\uFFFD") };
  const failures = claim.failures + (outcome === "failed" ? 1 : 0);
  const returns = claim.returns + (outcome === "returned" ? 1 : 0);
  const isDead = outcome === "dead" || failures >= claim.attempts;
  return transact(async (db) => {
    if (!isOne(await boss.fail(queue, toAttempt(claim), output, { db }))) return;
    await changeJob(boss, { ...claim, failures, returns }, { db, startAfter, ...(isDead && dying) });
    if (isDead) await boss.fail(queue, claim.id, output, { db });
  });
}

/** With these, what fails next is dead, and stays until somebody decides. */
const dying = { retryLimit: 0, deleteAfterSeconds: 0 };

/** Changes an event that nobody handles. */
export const changeJob = (
  boss: PgBoss,
  { job, attempts, failures, returns }: StoredJob,
  options: UpdateOptions,
) =>
  boss.update(
    queue,
    { ...job.data, attempts, failures, returns },
    { id: job.id, heartbeatSeconds: heartbeat, retryLimit: ever - 1, ...options },
  );

/** What became of a call that names one job. */
export const isOne = (response: object): boolean =>
  (response as { readonly affected: number }).affected === 1;

/**
 * Gives a heartbeat to what a former version stored, without which pg-boss waits a day for a killed worker, and has go on what that one's
 * workers had begun. Where too much is stored to look through, that takes the day.
 */
export async function reviveFormer(boss: PgBoss): Promise<void> {
  const [stats] = await boss.getQueueStats(queue, { force: true });
  const jobs = stats && stats.totalCount <= 20_000 ? await boss.findJobs<object | null>(queue) : [];
  for (const job of jobs) {
    const { id, state, retryCount, heartbeatSeconds } = job;
    if (heartbeatSeconds !== null || !["created", "retry", "active"].includes(state)) continue;
    if (state === "active") {
      await boss.fail(queue, { id, retryCount }, { message: "Its worker belonged to a former version." });
      // Its last attempt was not its handler's failure.
      await boss.retry(queue, id);
    }
    await changeJob(boss, readJob(job), {});
  }
  await boss.updateQueue(queue, { heartbeatSeconds: heartbeat });
}
