// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "pg-boss";
import type { Transaction } from "../receiver/handlers.js";
import type { HandleStored } from "../receiver/queued.js";
import { getCode, isError, toReason } from "../receiver/values.js";
import type { DurableInbox } from "./create-inbox.js";
import type { Connection, OpenTransaction } from "./connection.js";
import { toQuery } from "./database.js";
import { completeClaim, countCrashes, endClaim, toSeconds, type Ending, type StoredJob } from "./jobs.js";

/** What running a claim needs. */
export interface Running {
  readonly inbox: DurableInbox;
  readonly handle: HandleStored;
  /** Whether the worker is about to end. */
  readonly isClosing: boolean;
}

/** An attempt under way. */
export interface Attempt {
  /** Resolves when what became of it is stored; never rejects. */
  readonly settled: Promise<void>;
  /** Resolves when the handler has ended, which may be long after its time was over; never rejects. */
  readonly ended: Promise<unknown>;
}

const [late, deadly] = [
  new Error("The time of the handler is over."),
  new Error("Its worker was gone before the handler had ended, too often."),
];

/**
 * Runs the handler of a claimed event, and settles the claim: with the handler's own transaction where it has one, so that
 * what that wrote and the completion are one.
 */
export function startAttempt(claim: StoredJob, running: Running): Attempt {
  const { connect, settings } = running.inbox;
  const controller = new AbortController();
  const { signal } = controller;
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });
  const transaction = createLazyTransaction(connect);
  const run = { signal, attempt: claim.failures + countCrashes(claim), transaction };
  // A handler may throw before it returns a promise.
  const handling = Promise.resolve().then(() => {
    if (countCrashes(claim) > claim.attempts) throw deadly;
    return running.handle(claim, run);
  });
  const timer = setTimeout(() => controller.abort(late), settings.deadline);
  const settle = async (): Promise<void> => {
    try {
      // A handler may return before its queries are done: they are part of its time.
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
      return { reason: "Its worker was closed.", outcome: "returned", pause: 0 };
    if (isShortage(transaction.fault())) {
      const reason = toReason(transaction.fault());
      log.warn({ ...fields, reason }, "the database failed a handler: its event is tried again");
      return { reason, outcome: "returned", pause: shortPause };
    }
    const err = isOfAborted(error) ? transaction.fault() : error;
    log.error({ ...fields, attempt: run.attempt, err }, "handling a stored event failed");
    const { retryDelay, longestDelay } = settings;
    const pause = toSeconds(Math.min(retryDelay * 2 ** claim.failures, Math.max(retryDelay, longestDelay)));
    return { reason: toReason(err), outcome: err === deadly ? "dead" : "failed", pause };
  };
  const settled = settle()
    // What is not settled is found by its missing heartbeats.
    .catch((err: unknown) => settings.log.warn({ id: claim.id, err }, "settling a stored event failed"))
    .finally(() => clearTimeout(timer));
  return { settled, ended: handling.catch(() => undefined) };
}

/** Ends a claim, and tries again while the database is short: given up, it would count as one whose worker is gone. */
async function endSurely(claim: StoredJob, ending: Ending, running: Running): Promise<void> {
  try {
    await endClaim(await running.inbox.connect(), claim, ending);
  } catch (error: unknown) {
    if (running.isClosing || !isShortage(error)) throw error;
    await sleep(1000);
    await endSurely(claim, ending, running);
  }
}

/** In seconds: the pause after which an event is claimed again that the database had no connection for. */
const shortPause = 5;

/** The transaction of one attempt: none until the first query. Its queries run one after the other, however they are asked. */
interface LazyTransaction extends Transaction {
  /** Takes no more queries. Resolves when those are done that it has. */
  finish(): Promise<void>;
  /** Completes the claim within it, and commits; without one if none has begun. */
  complete(run: (db: Db | undefined) => Promise<boolean>): Promise<void>;
  /** Undoes what was written. Never rejects. */
  rollBack(): Promise<void>;
  /** Why the last query, or the commit, failed that did; not that an earlier one had. */
  fault(): unknown;
}

function createLazyTransaction(connect: () => Promise<Connection>): LazyTransaction {
  let open: Promise<OpenTransaction> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let [isFinished, isUndone] = [false, false];
  let fault: unknown;
  const note = (error: unknown): void => {
    if (!isOfAborted(error)) fault = error;
  };
  const begin = async (): Promise<OpenTransaction> => {
    // For as long as it waits, the handler is not to blame for its time.
    fault = new Error("The database had no connection in time.");
    const transaction = await (await connect()).begin();
    fault = undefined;
    return transaction;
  };
  const over = new Error("The attempt is over: its transaction takes no more queries.");
  return {
    query: toQuery((text, values) => {
      const result = isFinished
        ? Promise.reject(over)
        : last.then(async () => {
            if (isUndone) throw over;
            open ??= begin();
            return (await open).db.executeSql(text, values);
          });
      // Also what a handler does not wait for is caught: unhandled, it would end the process.
      const noted = result.catch((error: unknown) => (error === over ? undefined : note(error)));
      if (!isFinished) last = noted;
      return result;
    }),
    async finish() {
      isFinished = true;
      await last;
    },
    async complete(run) {
      const transaction = await open;
      try {
        const isOurs = await run(transaction?.db);
        await (isOurs ? transaction?.commit() : transaction?.rollback());
      } catch (error: unknown) {
        note(error);
        throw error;
      }
    },
    async rollBack() {
      isFinished = isUndone = true;
      await (await open?.catch(() => undefined))?.rollback();
    },
    fault: () => fault,
  };
}

/** Whether PostgreSQL says no more than that an earlier query of the transaction failed. */
const isOfAborted = (error: unknown): boolean => isError(error) && getCode(error) === "25P02";

/**
 * Whether the database was to blame, and not the handler: PostgreSQL's classes 08, 40, 53 and 57P without what a query can be
 * guilty of, codes of Node, and `pg`'s words for a lost connection.
 */
function isShortage(error: unknown): boolean {
  if (!isError(error)) return false;
  const code = getCode(error);
  const lost = /^(?:08(?!P01)|40|53[0-3]|57P|E[A-Z]{3})|\bconnection\b|\btimeout\b/i;
  return lost.test(typeof code === "string" ? code : error.message);
}
