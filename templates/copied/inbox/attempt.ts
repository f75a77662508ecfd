import { setTimeout as sleep } from "node:timers/promises";
import type { HandleStored } from "../receiver/base/options.js";
import { getCode, isError, toReason } from "../receiver/base/values.js";
import type { DurableInbox } from "./create-inbox.js";
import { completeClaim, countCrashes, endClaim, isLast, type Ending, type StoredJob } from "./jobs.js";
import { pauseAfterFailure, pauseAfterShortage } from "./pauses.js";
import { createLazyTransaction } from "./transaction.js";

export interface Running {
  readonly inbox: DurableInbox;
  readonly handle: HandleStored;
  readonly isClosing: boolean;
}

const [late, deadly] = [
  new Error("The handler exceeded its deadline."),
  new Error("The worker died too often while handling this event."),
];

/**
 * Runs the handler of a claimed event and settles the claim. If the handler uses a transaction, its writes and the
 * completion are atomic.
 */
export function startAttempt(claim: StoredJob, running: Running) {
  const { connect, settings } = running.inbox;
  const controller = new AbortController();
  const { signal } = controller;
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });
  const transaction = createLazyTransaction(connect, signal);
  const crashes = countCrashes(claim);
  const run = { signal, attempt: claim.failures + claim.shortages + crashes, transaction };
  // A handler may throw synchronously.
  const handling = Promise.resolve().then(() => {
    if (crashes > claim.attempts) throw deadly;
    return running.handle(claim, run);
  });
  const timer = setTimeout(() => controller.abort(late), settings.deadline);
  const settle = async (): Promise<void> => {
    try {
      // A handler may return before its queries are done; they count towards its deadline.
      await Promise.race([handling.then(() => transaction.finish()), stopped]);
      await transaction.complete(async (db) => completeClaim((await connect()).boss, claim, db));
    } catch (error: unknown) {
      const ending = judge(error, { claim, running, run });
      await transaction.rollBack();
      await endSurely(claim, ending, running);
    }
  };
  const settled = settle()
    // An unsettled claim is found by its missing heartbeats.
    .catch((err: unknown) =>
      settings.log.warn({ id: claim.id, err }, "could not store the result of an event"),
    )
    .finally(() => clearTimeout(timer));
  return {
    /** Resolves when the attempt's result is stored. Never rejects. */
    settled,
    /** Resolves when the handler ends, possibly long after its deadline. Never rejects. */
    ended: handling.catch(() => undefined),
  };
}

/**
 * Decides what an attempt was, by the error that the handler or the commit threw. Only a shortage before the first query
 * is nobody's fault: the event itself may cause any later one.
 */
function judge(thrown: unknown, { claim, running, run }: Attempt): Ending {
  const { settings } = running.inbox;
  const { transaction, attempt } = run;
  const { log } = settings;
  const err = transaction.findCause(thrown);
  const reason = toReason(err);
  const fields = { id: claim.id, event: claim.event, subscriptionId: claim.subscriptionId };
  if (thrown === late && running.isClosing)
    return { reason: "The worker was closed.", outcome: "returned", pause: 0 };
  const isOfDatabase = transaction.hasThrown(err) && isShortage(err);
  if (transaction.lacksConnection() || (isOfDatabase && !transaction.hasBegun())) {
    log.warn({ ...fields, reason }, "there was no database connection for an event; it will be retried");
    return { reason, outcome: "returned", pause: pauseAfterShortage(settings, 0) };
  }
  if (isOfDatabase) {
    const shortages = claim.shortages + 1;
    const isDead = isLast(claim, "interrupted");
    const message = `the database interrupted a handler${isDead ? " too often; the event is dead" : "; the event will be retried"}`;
    log[isDead ? "error" : "warn"]({ ...fields, shortages, reason }, message);
    const pause = pauseAfterShortage(settings, claim.shortages);
    return { reason, outcome: "interrupted", pause, isSuspect: hasLostConnection(err) };
  }
  const outcome = err === deadly ? "dead" : "failed";
  const isDead = isLast(claim, outcome);
  log.error(
    { ...fields, attempt, err },
    `the handler of a stored event failed${isDead ? "; the event is dead" : ""}`,
  );
  return { reason, outcome, pause: pauseAfterFailure(settings, claim.failures), isSuspect: false };
}

interface Attempt {
  readonly claim: StoredJob;
  readonly running: Running;
  readonly run: { readonly attempt: number; readonly transaction: ReturnType<typeof createLazyTransaction> };
}

/** Keeps trying while the database is unavailable, because an abandoned claim would count as a crash of the worker. */
export async function endSurely(claim: StoredJob, ending: Ending, running: Running): Promise<void> {
  try {
    await endClaim(await running.inbox.connect(), claim, ending);
  } catch (error: unknown) {
    if (running.isClosing || !isShortage(error)) throw error;
    await sleep(1000);
    await endSurely(claim, ending, running);
  }
}

/**
 * True if the database may be to blame, not the handler. Covers PostgreSQL's classes 08, 40, 53 and 57P (except codes
 * that only a query can cause), a transaction that was idle for longer than any handler may run, Node's codes, `pg`'s
 * messages about lost connections, and any error that ends the connection: PgBouncer gives those the code 08P01.
 */
function isShortage(error: unknown): boolean {
  if (!isError(error)) return false;
  if ("severity" in error && error.severity === "FATAL") return true;
  const code = getCode(error);
  const lost = /^(?:08(?!P01)|25P03|40|53[0-3]|57P|E[A-Z]{3})|\bconnection\b|\btimeout\b/i;
  return lost.test(typeof code === "string" ? code : error.message);
}

/** True for a shortage that may also have ended the connections of other handlers: no conflict, no lack of resources. */
const hasLostConnection = (error: unknown): boolean =>
  !(isError(error) && /^(?:40|53)/.test(String(getCode(error))));
