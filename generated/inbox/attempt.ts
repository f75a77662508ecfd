// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { setTimeout as sleep } from "node:timers/promises";
import type { Transaction } from "../receiver/handlers.js";
import type { HandleStored } from "../receiver/queued.js";
import { getCode, toReason } from "../receiver/values.js";
import { queue, toQuery, type Connection, type OpenTransaction } from "./connection.js";
import type { DurableInbox, Reach } from "./create-inbox.js";
import { releaseEvent, toAttempt, type Claim } from "./job-table.js";
import { traceStep, type Outcome } from "./telemetry.js";

/** What running a claim needs. */
export interface Running {
  readonly inbox: DurableInbox;
  readonly handle: HandleStored;
  readonly reach: Reach;
  /** Whether the worker is about to end. */
  readonly isClosing: boolean;
}

/** An attempt under way. */
export interface Attempt {
  readonly claim: Claim;
  /** Resolves when what became of it is stored; never rejects. */
  readonly settled: Promise<unknown>;
  /** Resolves when the handler has ended, which may be long after its time was over. */
  readonly ended: Promise<unknown>;
  /** Aborts it, because another worker has the event; while it is being settled, that changes nothing. */
  readonly lose: () => void;
}

/**
 * Runs the handler of a claimed event, and settles the claim: with the handler's own transaction where it has one, so that
 * what that wrote and the completion are one.
 */
export function startAttempt(claim: Claim, running: Running): Attempt {
  const { log, deadline } = running.inbox.settings;
  const lost = new Error("Another worker has taken the event.");
  const late = new Error("The time of the handler is over.");
  const controller = new AbortController();
  const { signal } = controller;
  const transaction = createLazyTransaction(async () => (await running.inbox.connect()).begin());
  let stop: (why: Error) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => (stop = reject));
  stopped.catch(() => undefined);
  // A handler may throw before it returns a promise, and return before its queries are done: they are part of its time.
  const callHandler = async (): Promise<OpenTransaction | undefined> => {
    await running.handle(claim, { signal, attempt: claim.retryCount, transaction });
    return transaction.finish();
  };
  let handled: Promise<unknown> | undefined;
  const run = async (): Promise<Outcome> => {
    const timer = setTimeout(() => stop(late), deadline);
    try {
      const handling = (handled = callHandler());
      const written = await Promise.race([handling, stopped]).finally(() => clearTimeout(timer));
      return await settleHandled(claim, running, written, transaction);
    } catch (error) {
      if (error === lost || error === late) controller.abort(error);
      // It waits for a query under way: without heartbeats, another worker would begin beside that.
      await transaction.rollBack();
      if (error === lost) return "lost";
      return error === late && running.isClosing
        ? releaseClaim(claim, running)
        : settleFailed(claim, running, error);
    }
  };
  let outcome: Promise<Outcome> | undefined;
  const begin = (): Promise<Outcome> => (outcome ??= run());
  const settled = traceStep("process", claim, begin).catch((error: unknown) => {
    log.error({ err: error }, "telemetry of the inbox failed");
    // It may have failed before the handler began.
    return begin();
  });
  const ended = settled.then(() => handled).catch(() => undefined);
  return { claim, settled, ended, lose: () => stop(lost) };
}

/** The transaction of one attempt: none until the first query. */
interface LazyTransaction extends Transaction {
  /**
   * Ends it for the handler: what it asks from now on is refused. Resolves when what it asked before is done, with the
   * transaction, if one has begun.
   */
  finish(): Promise<OpenTransaction | undefined>;
  /** Ends it, and undoes what it wrote: what has not begun does not begin. Never rejects. */
  rollBack(): Promise<void>;
  /** Why the last query failed that did, but for those that only say that an earlier one had. */
  readonly lastFault: () => unknown;
}

/** Creates a transaction whose queries run one after the other, however they are asked: a connection takes one at a time. */
function createLazyTransaction(begin: () => Promise<OpenTransaction>): LazyTransaction {
  let open: Promise<OpenTransaction> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let [isFinished, isUndone] = [false, false];
  let fault: unknown;
  const refuseIf = (isOver: boolean): void => {
    if (isOver) throw new Error("The attempt is over: its transaction takes no more queries.");
  };
  const run = async (text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }> => {
    refuseIf(isUndone);
    const transaction = await (open ??= begin());
    // It may have waited for its turn.
    refuseIf(isUndone);
    return transaction.query(text, values);
  };
  return {
    query: toQuery((text, values) => {
      const isLate = isFinished;
      const result = last.then(() => refuseIf(isLate)).then(() => run(text, values));
      // Also what a handler does not wait for is caught: unhandled, it would end the process.
      const settled = result.catch((error: unknown) => {
        if (!isLate && !isOfAborted(error)) fault = error;
      });
      if (!isLate) last = settled;
      return result;
    }),
    async finish() {
      isFinished = true;
      await last;
      return open;
    },
    async rollBack() {
      isFinished = isUndone = true;
      await last;
      // A transaction that did not begin has nothing to end.
      await (await open?.catch(() => undefined))?.rollback();
    },
    lastFault: () => fault,
  };
}

/** Whether PostgreSQL says no more than that an earlier query of the transaction failed. */
const isOfAborted = (error: unknown): boolean => error instanceof Error && getCode(error) === "25P02";

/** Completes the claim, in the transaction that the handler wrote in. */
async function settleHandled(
  claim: Claim,
  running: Running,
  written: OpenTransaction | undefined,
  { lastFault }: LazyTransaction,
): Promise<Outcome> {
  const complete = async ({ boss }: Connection, within: object = {}): Promise<boolean> =>
    isOne(await boss.complete(queue, toAttempt(claim), null, within));
  if (!written) return keepSettling(running, "handled", complete);
  const db = { executeSql: (text: string, values: unknown[] = []) => written.query(text, values) };
  try {
    const isOurs = await complete(await running.inbox.connect(), { db });
    await (isOurs ? written.commit() : written.rollback());
    return isOurs ? "handled" : "lost";
  } catch (error) {
    await written.rollback();
    // If the commit went through and only its answer did not, the event is handled, and this changes nothing.
    return settleFailed(claim, running, isOfAborted(error) ? lastFault() : error);
  }
}

/** Marks the attempt as failed: the event is tried again after a pause, or is dead. */
function settleFailed(claim: Claim, running: Running, error: unknown): Promise<Outcome> {
  const { id, event, subscriptionId, retryCount: attempt } = claim;
  const fields = { id, event, subscriptionId, attempt, err: error };
  running.inbox.settings.log.error(fields, "handling a stored event failed");
  // What PostgreSQL refuses in a text is taken out.
  const output = { message: toReason(error).replace(/\0|\p{Surrogate}/gu, "\uFFFD") };
  return keepSettling(running, "failed", async ({ boss }) =>
    isOne(await boss.fail(queue, toAttempt(claim), output)),
  );
}

/** Gives the event back as if it had not been claimed: the next claim is the same attempt. */
export function releaseClaim(claim: Claim, running: Running): Promise<Outcome> {
  return keepSettling(running, "released", (connection) => releaseEvent(connection, claim).then(() => true));
}

/** While the database is away, a claim cannot be settled: this tries until it can, or the worker ends. */
async function keepSettling(
  running: Running,
  outcome: Outcome,
  settle: (connection: Connection) => Promise<boolean>,
): Promise<Outcome> {
  const { inbox, reach } = running;
  for (let pause = 100; ; pause = Math.min(5000, pause * 2)) {
    try {
      // Each settling counts for itself: the database is reached again when all of them are done.
      return (await reach(settle, async () => settle(await inbox.connect()))) ? outcome : "lost";
    } catch {
      // What is not settled is found by its missing heartbeats.
      if (running.isClosing) return "lost";
      await sleep(pause);
    }
  }
}

/** Whether a claim was still this worker's when it was settled. */
const isOne = (settled: unknown): boolean => (settled as { readonly affected: number }).affected === 1;
