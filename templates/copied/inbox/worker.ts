import { setTimeout as sleep } from "node:timers/promises";
import type { HandleStored } from "../receiver/base/options.js";
import { checkCount, toReason } from "../receiver/base/values.js";
import { endSurely, startAttempt, type Running } from "./attempt.js";
import type { DurableInbox } from "./create-inbox.js";
import { claimEvents, countCrashes, touchClaims, type StoredJob } from "./jobs.js";

export interface WorkerOptions {
  /** Number of concurrent handlers, each for a different session. Default: 50. */
  readonly concurrency?: number | undefined;
  /** Interval for checking an empty inbox, in milliseconds. Default: 500. */
  readonly pollInterval?: number | undefined;
}

export interface Worker {
  /**
   * Claims no more events. Resolves when running handlers have ended or reached their deadline; events that are not
   * handled by then go to the next worker.
   */
  close(): Promise<void>;
}

/** In milliseconds: interval of heartbeats, pause while the database is away, and longest pause between two claims. */
const [touchEvery, awayFor, longestPause] = [3000, 2000, 50];

/** In milliseconds. Wait for claimed events before claiming one more. */
const probation = 1000;

/** Keeps trying while the database is away. */
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
      if (isAway) log.warn({}, "the worker reached its database again");
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
      // In a folder, nothing else runs during a claim.
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

const mustRunAlone = (claim: StoredJob): boolean => claim.isSuspect || countCrashes(claim) > 0;

function createClaiming(running: Running, concurrency: number) {
  const claims = new Set<StoredJob>();
  let [busy, ended, wake] = [0, 0, (): void => undefined];
  /** Resolves when the claim is settled. The claim counts towards `concurrency` until its handler ends. */
  const run = async (claim: StoredJob): Promise<void> => {
    const attempt = startAttempt(claim, running);
    claims.add(claim);
    busy += 1;
    void Promise.all([attempt.settled, attempt.ended]).then(() => {
      busy -= 1;
      ended += 1;
      // The session may have another event.
      wake();
    });
    await attempt.settled;
    claims.delete(claim);
  };
  /**
   * Runs the first event alone and returns the others, so that it is clear which event crashes the process or the
   * database.
   */
  const runAlone = async ([claim, ...others]: readonly StoredJob[]): Promise<void> => {
    if (!claim) return;
    const ending = {
      reason: "Waiting for other events, one of which may crash the worker or the database.",
      outcome: "returned",
      pause: 1,
    } as const;
    for (const other of others) await endSurely(other, ending, running);
    claims.add(claim);
    while (claims.size > 1) await sleep(10);
    await run(claim);
  };
  return {
    claims,
    /** Resolves to true if there may be more events. */
    async claimMore(): Promise<boolean> {
      // Claims one event at first and then doubles the number, because one of them may have crashed the last worker.
      const size = Math.min(concurrency - busy, Math.max(1, 2 * ended));
      ended = 0;
      if (size <= 0) return false;
      const found = await claimEvents(await running.inbox.connect(), size);
      for (const claim of found) if (!mustRunAlone(claim)) void run(claim);
      await runAlone(found.filter(mustRunAlone));
      return found.length === size;
    },
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
