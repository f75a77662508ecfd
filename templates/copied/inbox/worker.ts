import { setTimeout as sleep } from "node:timers/promises";
import type { HandleStored } from "../receiver/queued.js";
import { checkCount, toReason } from "../receiver/values.js";
import { startAttempt, type Running } from "./attempt.js";
import type { DurableInbox } from "./create-inbox.js";
import { claimEvents, countCrashes, endClaim, touchClaims, type StoredJob } from "./jobs.js";

/** How a worker works. */
export interface WorkerOptions {
  /** How many handlers run at once, each for another session. Default: 50. */
  readonly concurrency?: number | undefined;
  /** How often it looks for events when it found none, in milliseconds. Default: 500. */
  readonly pollInterval?: number | undefined;
}

/** A worker that runs. */
export interface Worker {
  /**
   * Takes no more events, and resolves when those that run have ended, or their time is over: what has not ended then is
   * handled by the next worker, as if it had not begun.
   */
  close(): Promise<void>;
}

/** In milliseconds: how often claims are touched, how long it waits when the database is away, and between two claims at most. */
const [touchEvery, awayFor, longestPause] = [3000, 2000, 50];

/** In milliseconds: how long it waits for what it claimed to end, before it claims one more beside that. */
const probation = 1000;

/** Starts handling what is stored in an inbox. A database that is away, now or later, is tried again and again. */
export function runWorker(inbox: DurableInbox, handle: HandleStored, options: WorkerOptions = {}): Worker {
  const { concurrency = 50, pollInterval = 500 } = options;
  checkCount("concurrency", concurrency, 1000);
  checkCount("pollInterval", pollInterval, 3_600_000);
  const { log } = inbox.settings;
  const running = { inbox, handle, isClosing: false };
  const claiming = createClaiming(running, concurrency);
  const { claims } = claiming;
  let isAway = false;
  const claimOrLog = async (): Promise<number> => {
    try {
      const isMore = await claiming.claimMore();
      if (isAway) log.warn({}, "the worker reaches its database again");
      isAway = false;
      return isMore ? probation : pollInterval;
    } catch (error: unknown) {
      if (!isAway) log.error({ reason: toReason(error) }, "the worker cannot reach its database");
      isAway = true;
      return awayFor;
    }
  };
  const work = async (): Promise<void> => {
    while (!running.isClosing) {
      const begun = performance.now();
      const pause = await claimOrLog();
      // In a folder nothing else runs while it claims.
      await sleep(Math.min(longestPause, performance.now() - begun));
      await claiming.wait(pause);
    }
  };
  const touch = async (): Promise<void> => {
    if (claims.size > 0) await touchClaims((await inbox.connect()).boss, [...claims]);
  };
  const touching = setInterval(() => void touch().catch(() => undefined), touchEvery);
  const worked = work();
  return {
    async close() {
      running.isClosing = true;
      claiming.wake();
      await worked;
      while (claims.size > 0) await sleep(10);
      clearInterval(touching);
    },
  };
}

/** What claims events, and runs their handlers. */
function createClaiming(running: Running, concurrency: number) {
  const claims = new Set<StoredJob>();
  let [busy, ended, wake] = [0, 0, (): void => undefined];
  /** Resolves when it is settled; its place is taken until its handler has ended as well. */
  const run = async (claim: StoredJob): Promise<void> => {
    const attempt = startAttempt(claim, running);
    claims.add(claim);
    busy += 1;
    void Promise.all([attempt.settled, attempt.ended]).then(() => {
      busy -= 1;
      ended += 1;
      // Its session may have another event.
      wake();
    });
    await attempt.settled;
    claims.delete(claim);
  };
  /** Runs the first of some with nothing beside it, and gives the others back: what ends the process then is known. */
  const runAlone = async ([claim, ...others]: readonly StoredJob[]): Promise<void> => {
    if (!claim) return;
    const ending = { reason: "Another event may end the worker.", outcome: "returned", pause: 1 } as const;
    for (const other of others) await endClaim(await running.inbox.connect(), other, ending);
    claims.add(claim);
    while (claims.size > 1) await sleep(10);
    await run(claim);
  };
  return {
    /** What is not settled. */
    claims,
    /** Resolves with whether there may be more. */
    async claimMore(): Promise<boolean> {
      // It begins with one, and doubles when that has ended: what ended the last worker may be among them.
      const size = Math.min(concurrency - busy, Math.max(1, 2 * ended));
      ended = 0;
      if (size <= 0) return false;
      const found = await claimEvents(await running.inbox.connect(), size);
      for (const claim of found) if (countCrashes(claim) === 0) void run(claim);
      await runAlone(found.filter((claim) => countCrashes(claim) > 0));
      return found.length === size;
    },
    /** Waits, in milliseconds, until a handler has ended, or the worker is closed. */
    async wait(pause: number): Promise<void> {
      if (ended > 0 || running.isClosing) return;
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const timer = setTimeout(() => wake(), pause);
      await woken;
      clearTimeout(timer);
    },
    wake: (): void => wake(),
  };
}
