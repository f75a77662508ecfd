import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "pg-boss";
import type { HandleStored } from "../receiver/queued.js";
import { getCode, isError, toReason } from "../receiver/values.js";
import type { DurableInbox } from "./create-inbox.js";
import type { Connection, OpenTransaction } from "./connection.js";
import { toQuery } from "./database.js";
import { completeClaim, countCrashes, endClaim, toSeconds, type Ending, type StoredJob } from "./jobs.js";

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
  const run = { signal, attempt: claim.failures + countCrashes(claim), transaction };
  // A handler may throw synchronously.
  const handling = Promise.resolve().then(() => {
    if (countCrashes(claim) > claim.attempts) throw deadly;
    return running.handle(claim, run);
  });
  const timer = setTimeout(() => controller.abort(late), settings.deadline);
  const settle = async (): Promise<void> => {
    try {
      // A handler may return before its queries are done; they count towards its deadline.
      await Promise.race([handling.then(() => transaction.finish()), stopped]);
      await transaction.complete(async (db) => completeClaim((await connect()).boss, claim, db));
    } catch (error: unknown) {
      await transaction.rollBack();
      await endSurely(claim, judge(error), running);
    }
  };
  const judge = (error: unknown): Ending => {
    const { log } = settings;
    const fields = { id: claim.id, event: claim.event, subscriptionId: claim.subscriptionId };
    if (error === late && running.isClosing)
      return { reason: "The worker was closed.", outcome: "returned", pause: 0 };
    if (isShortage(transaction.fault())) {
      const reason = toReason(transaction.fault());
      log.warn({ ...fields, reason }, "a handler lost its database connection; the event will be retried");
      return { reason, outcome: "returned", pause: shortPause };
    }
    const err = isOfAborted(error) ? transaction.fault() : error;
    log.error({ ...fields, attempt: run.attempt, err }, "the handler of a stored event failed");
    const { retryDelay, longestDelay } = settings;
    const pause = toSeconds(Math.min(retryDelay * 2 ** claim.failures, Math.max(retryDelay, longestDelay)));
    return { reason: toReason(err), outcome: err === deadly ? "dead" : "failed", pause };
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

/** Keeps trying while the database is unavailable, because an abandoned claim would count as a crash of the worker. */
async function endSurely(claim: StoredJob, ending: Ending, running: Running): Promise<void> {
  try {
    await endClaim(await running.inbox.connect(), claim, ending);
  } catch (error: unknown) {
    if (running.isClosing || !isShortage(error)) throw error;
    await sleep(1000);
    await endSurely(claim, ending, running);
  }
}

/** In seconds. Pause before retrying an event for which the database had no connection. */
const shortPause = 5;

/** Begins with the first query. Queries run one at a time, even if issued concurrently. */
function createLazyTransaction(connect: () => Promise<Connection>, signal: AbortSignal) {
  let open: Promise<OpenTransaction> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let [isFinished, isUndone] = [false, false];
  let fault: unknown;
  const note = (error: unknown): void => {
    if (!isOfAborted(error)) fault = error;
  };
  const begin = async (): Promise<OpenTransaction> => {
    // A timeout while waiting for a connection is not the handler's fault.
    fault = new Error("No database connection was available in time.");
    const transaction = await (await connect()).begin(signal);
    fault = undefined;
    return transaction;
  };
  const over = new Error("The attempt has ended, so its transaction accepts no more queries.");
  return {
    query: toQuery((text, values) => {
      const result = isFinished
        ? Promise.reject(over)
        : last.then(async () => {
            if (isUndone) throw over;
            open ??= begin();
            return (await open).db.executeSql(text, values);
          });
      // Also catches queries that the handler does not await: unhandled, they would end the process.
      const noted = result.catch((error: unknown) => (error === over ? undefined : note(error)));
      if (!isFinished) last = noted;
      return result;
    }),
    /** Rejects further queries. Resolves when earlier queries are done. */
    async finish(): Promise<void> {
      isFinished = true;
      await last;
    },
    async complete(run: (db: Db | undefined) => Promise<boolean>): Promise<void> {
      const transaction = await open;
      try {
        const isOurs = await run(transaction?.db);
        await (isOurs ? transaction?.commit() : transaction?.rollback());
      } catch (error: unknown) {
        note(error);
        throw error;
      }
    },
    /** Never rejects. */
    async rollBack(): Promise<void> {
      isFinished = isUndone = true;
      await (await open?.catch(() => undefined))?.rollback();
    },
    /** The error of the last failed query or of the commit. */
    fault: () => fault,
  };
}

const isOfAborted = (error: unknown): boolean => isError(error) && getCode(error) === "25P02";

/**
 * True if the database is to blame, not the handler. Covers PostgreSQL's classes 08, 40, 53 and 57P (except codes
 * that a query can cause), Node's codes, and `pg`'s messages about lost connections.
 */
function isShortage(error: unknown): boolean {
  if (!isError(error)) return false;
  const code = getCode(error);
  const lost = /^(?:08(?!P01)|40|53[0-3]|57P|E[A-Z]{3})|\bconnection\b|\btimeout\b/i;
  return lost.test(typeof code === "string" ? code : error.message);
}
