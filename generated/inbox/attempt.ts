// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { setTimeout as sleep } from "node:timers/promises";
import type { HandleStored } from "../receiver/queued.js";
import { toReason } from "../receiver/values.js";
import { queue } from "./boss.js";
import { toDatabase, type Connection } from "./connection.js";
import { releaseEvent, toAttempt, type ClaimedRow, type Job } from "./job-table.js";
import type { InboxSettings } from "./options.js";
import type { Reach } from "./reach.js";
import { traceHandling, type Outcome } from "./telemetry.js";
import { createLazyTransaction, isOfAborted, type LazyTransaction } from "./transaction.js";

/** An event that this worker has claimed: nobody else handles it until the claim is lost. */
export interface Claim extends Omit<ClaimedRow, "data"> {
  readonly job: Job;
}

/** What running a claim needs. */
export interface Running {
  /** Gives the open database: another one than at first, if it was closed meanwhile. */
  readonly connect: () => Promise<Connection>;
  readonly handle: HandleStored;
  readonly settings: InboxSettings;
  readonly reach: Reach;
  /** Whether the worker is about to end. */
  readonly isClosing: () => boolean;
}

/** An attempt under way. */
export interface Attempt {
  readonly claim: Claim;
  /** Resolves when what became of it is stored; never rejects. */
  readonly settled: Promise<unknown>;
  /** Resolves when the handler has ended, which may be long after its time was over. */
  readonly ended: Promise<unknown>;
  /** Aborts it, because another worker has the event. */
  readonly lose: () => void;
  /** Whether it is being settled, and needs no more heartbeats. */
  isSettling: boolean;
}

/** Why an attempt is over although its handler is not. */
const reasons = {
  lost: "Another worker has taken the event.",
  late: "The time of the handler is over.",
} as const;

/**
 * Runs the handler of a claimed event, and settles the claim: with the handler's own transaction where it has one, so that
 * what that wrote and the completion are one.
 */
export function startAttempt(claim: Claim, running: Running): Attempt {
  const controller = new AbortController();
  const transaction = createLazyTransaction(async () => (await running.connect()).begin());
  let stop: (end: keyof typeof reasons) => void = () => undefined;
  const stopped = new Promise<keyof typeof reasons>((resolve) => (stop = resolve));
  let handled: Promise<unknown> | undefined;
  const run = async (): Promise<Outcome> => {
    const timer = setTimeout(() => stop("late"), running.settings.deadline);
    handled = callHandler(claim, running, { signal: controller.signal, transaction });
    const end = await Promise.race([handled.then(() => "handled" as const), stopped]).catch(
      (error: unknown) => ({ error }),
    );
    clearTimeout(timer);
    const fault = end === "lost" || end === "late" ? new Error(reasons[end]) : undefined;
    if (fault) controller.abort(fault);
    // It waits for a query under way: without heartbeats, another worker would begin beside that.
    if (end !== "handled") await transaction.rollBack();
    attempt.isSettling = true;
    if (end === "handled") return settleHandled(claim, running, transaction);
    if (end === "lost") return "lost";
    if (end === "late" && running.isClosing()) return releaseClaim(claim, running);
    return settleFailed(claim, running, end === "late" ? fault : end.error);
  };
  let outcome: Promise<Outcome> | undefined;
  const begin = (): Promise<Outcome> => (outcome ??= run());
  const settled = traceHandling(claim.job, claim.id, begin).catch((error: unknown) => {
    running.settings.log.error({ err: error }, "telemetry of the inbox failed");
    // It may have failed before the handler began.
    return begin();
  });
  const ended = settled.then(() => handled).catch(() => undefined);
  const attempt = { claim, settled, ended, lose: () => stop("lost"), isSettling: false };
  return attempt;
}

/** A handler may throw before it returns a promise, and return before its queries are done: they are part of its time. */
async function callHandler(
  { id, key, job, retryCount }: Claim,
  { handle }: Running,
  { signal, transaction }: { readonly signal: AbortSignal; readonly transaction: LazyTransaction },
): Promise<void> {
  const { event, subscriptionId, about, body, seal } = job;
  const stored = { id, key, event, subscriptionId, about, body, seal };
  await handle(stored, { signal, attempt: retryCount, transaction });
  await transaction.finish();
}

async function settleHandled(claim: Claim, running: Running, lazy: LazyTransaction): Promise<Outcome> {
  const transaction = await lazy.finish();
  if (!transaction)
    return keepSettling(running, "handled", async ({ boss }) =>
      isOne(await boss.complete(queue, toAttempt(claim))),
    );
  try {
    const { boss } = await running.connect();
    if (isOne(await boss.complete(queue, toAttempt(claim), null, toDatabase(transaction)))) {
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

/** Marks the attempt as failed: the event is tried again after a pause, or is dead. */
function settleFailed(claim: Claim, running: Running, error: unknown): Promise<Outcome> {
  const { id, retryCount, job } = claim;
  const fields = { id, event: job.event, subscriptionId: job.subscriptionId, attempt: retryCount };
  running.settings.log.error({ ...fields, err: error }, "handling a stored event failed");
  // What PostgreSQL refuses in a text is taken out.
  const output = { message: toReason(error).replace(/\0|\p{Surrogate}/gu, "\uFFFD") };
  return keepSettling(running, "failed", async ({ boss }) =>
    isOne(await boss.fail(queue, toAttempt(claim), output)),
  );
}

/** Gives the event back as if it had not been claimed: the next claim is the same attempt. */
export function releaseClaim(claim: Claim, running: Running): Promise<Outcome> {
  return keepSettling(running, "released", async (connection) => {
    await releaseEvent(connection, claim);
    return true;
  });
}

/** While the database is away, a claim cannot be settled: this tries until it can, or the worker ends. */
async function keepSettling(
  { connect: open, reach, isClosing }: Running,
  outcome: Outcome,
  settle: (connection: Connection) => Promise<boolean>,
): Promise<Outcome> {
  for (let pause = 100; ; pause = Math.min(5000, pause * 2)) {
    try {
      // Each settling counts for itself: the database is reached again when all of them are done.
      return (await reach(settle, async () => settle(await open()))) ? outcome : "lost";
    } catch {
      // What is not settled is found by its missing heartbeats.
      if (isClosing()) return "lost";
      await sleep(pause);
    }
  }
}

/** Whether a claim was still this worker's when it was settled. */
const isOne = (settled: unknown): boolean => (settled as { readonly affected: number }).affected === 1;
