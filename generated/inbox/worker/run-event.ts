// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { setTimeout as sleep } from "node:timers/promises";
import type { HandleStored } from "../../receiver/queued.js";
import { toReason } from "../../receiver/values.js";
import type { Connection } from "../connection.js";
import type { Job } from "../job.js";
import type { InboxSettings } from "../options.js";
import { chooseQueue } from "../queues.js";
import type { Outcome } from "../telemetry.js";
import { createLazyTransaction, isOfAborted, type LazyTransaction } from "./lazy-transaction.js";
import type { Reach } from "./reach.js";

/** An event that this worker has claimed: nobody else handles it until the claim is lost. */
export interface Claim {
  readonly id: string;
  readonly queue: string;
  readonly key: string;
  /** How many attempts there were before. With the id, it names this attempt. */
  readonly retryCount: number;
  readonly job: Job;
}

/** What running a claim needs. */
export interface Running {
  readonly connection: Connection;
  readonly handle: HandleStored;
  readonly settings: InboxSettings;
  readonly reach: Reach;
  /** Whether the worker is about to end. */
  readonly isClosing: () => boolean;
}

/** An attempt under way. */
export interface Attempt {
  /** What became of it; never rejects. */
  readonly outcome: Promise<Outcome>;
  /** Resolves when the handler has ended, which may be long after its time was over. */
  readonly ended: Promise<void>;
  /** Aborts it, because another worker has the event. */
  readonly lose: () => void;
}

/** Why an attempt is over although its handler is not. */
type End = "lost" | "late";

/**
 * Runs the handler of a claimed event, and settles the claim: with the handler's own transaction where it has one, so that
 * what that wrote and the completion are one. `beforeSettling` is called when the claim needs no more heartbeats.
 */
export function startAttempt(claim: Claim, running: Running, beforeSettling: () => void): Attempt {
  const controller = new AbortController();
  const transaction = createLazyTransaction(running.connection);
  let stop: (end: End) => void = () => undefined;
  const stopped = new Promise<End>((resolve) => (stop = resolve));
  const timer = setTimeout(() => stop("late"), running.settings.deadline);
  const handled = callHandler(claim, running, { signal: controller.signal, transaction });
  const ended = handled.then(
    () => undefined,
    () => undefined,
  );
  const outcome = (async (): Promise<Outcome> => {
    const end = await Promise.race([handled.then(() => "handled" as const), stopped]).catch(
      (error: unknown) => ({ error }),
    );
    clearTimeout(timer);
    if (end === "handled") {
      beforeSettling();
      return settleHandled(claim, running, transaction);
    }
    if (end === "lost" || end === "late") controller.abort(new Error(reasons[end]));
    // It waits for a query under way: without heartbeats, another worker would begin beside that.
    await transaction.rollBack();
    beforeSettling();
    if (end === "lost") return "lost";
    if (end === "late" && running.isClosing()) return releaseClaim(claim, running);
    return settleFailed(claim, running, end === "late" ? new Error(reasons.late) : end.error);
  })();
  return { outcome, ended, lose: () => stop("lost") };
}

const reasons = {
  lost: "Another worker has taken the event.",
  late: "The time of the handler is over.",
} as const;

/** A handler may throw before it returns a promise, and return before its queries are done: they are part of its time. */
async function callHandler(
  { id, queue, key, job, retryCount }: Claim,
  { handle }: Running,
  run: { readonly signal: AbortSignal; readonly transaction: LazyTransaction },
): Promise<void> {
  // In two queues, events of one session would run beside each other.
  if (queue !== chooseQueue(key)) throw new Error("the event is in another queue than its session");
  const { event, subscriptionId, about, body, seal } = job;
  const { signal, transaction } = run;
  const stored = { id, key, event, subscriptionId, about, body, seal };
  await handle(stored, { signal, attempt: retryCount, transaction });
  await transaction.finish();
}

async function settleHandled(claim: Claim, running: Running, lazy: LazyTransaction): Promise<Outcome> {
  const { boss } = running.connection;
  const complete = (db?: Parameters<typeof boss.complete>[3]): Promise<{ readonly affected: number }> =>
    boss.complete(claim.queue, toAttempt(claim), null, db) as Promise<{ readonly affected: number }>;
  const transaction = await lazy.finish();
  if (!transaction)
    return keepSettling(running, async () => (await complete()).affected === 1).then(toHandled);
  const executeSql = (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> =>
    transaction.query(text, values);
  try {
    if ((await complete({ db: { executeSql } })).affected === 1) {
      await transaction.commit();
      return "handled";
    }
    await transaction.rollback();
    return "lost";
  } catch (error) {
    await transaction.rollback();
    // If the commit went through and only its answer did not, the event is handled, and this changes nothing.
    return settleFailed(claim, running, isOfAborted(error) ? lazy.lastFault() : error);
  }
}

const toHandled = (isSettled: boolean): Outcome => (isSettled ? "handled" : "lost");

const toAttempt = ({ id, retryCount }: Claim): { id: string; retryCount: number } => ({ id, retryCount });

/** Marks the attempt as failed: the event is tried again after a pause, or is dead. */
async function settleFailed(claim: Claim, running: Running, error: unknown): Promise<Outcome> {
  const { log } = running.settings;
  const { id, retryCount, job } = claim;
  const fields = { id, event: job.event, subscriptionId: job.subscriptionId, attempt: retryCount };
  log.error({ ...fields, err: error }, "handling a stored event failed");
  const { boss } = running.connection;
  const output = { message: cleanText(toReason(error)) };
  const isSettled = await keepSettling(running, async () => {
    const { affected } = (await boss.fail(claim.queue, toAttempt(claim), output)) as { affected: number };
    return affected === 1;
  });
  return isSettled ? "failed" : "lost";
}

/** What PostgreSQL refuses in a text is taken out. */
const cleanText = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, "\uFFFD");

/** Gives the event back as if it had not been claimed: the next claim is the same attempt. */
export async function releaseClaim({ id, queue, retryCount }: Claim, running: Running): Promise<Outcome> {
  const { query, schema } = running.connection;
  await keepSettling(running, async () => {
    await query(
      `UPDATE ${schema}.job SET state = 'retry', started_on = NULL, heartbeat_on = NULL, start_after = now()
       WHERE name = $1 AND id = $2::uuid AND state = 'active' AND retry_count = $3`,
      [queue, id, retryCount],
    );
    return true;
  });
  return "released";
}

/** While the database is away, a claim cannot be settled: this tries until it can, or the worker ends. */
async function keepSettling({ reach, isClosing }: Running, settle: () => Promise<boolean>): Promise<boolean> {
  for (let pause = 100; ; pause = Math.min(5000, pause * 2)) {
    try {
      // Each settling counts for itself: the database is reached again when all of them are done.
      return await reach(settle, settle);
    } catch {
      // What is not settled is found by its missing heartbeats.
      if (isClosing()) return false;
      await sleep(pause);
    }
  }
}
