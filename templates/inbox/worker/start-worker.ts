import type { HandleStored } from "../../receiver/queued.js";
import { checkCount } from "../../receiver/values.js";
import type { Connection } from "../connection.js";
import type { DurableInbox } from "../create-inbox.js";
import { readJob } from "../job.js";
import { queueNames } from "../queues.js";
import { observeHealth, traceHandling } from "../telemetry.js";
import { createReach, type Reach } from "./reach.js";
import { repeat } from "./repeat.js";
import { releaseClaim, startAttempt, type Attempt, type Claim, type Running } from "./run-event.js";
import { deleteHandled, reviveLost } from "./upkeep.js";

/** How a worker works. */
export interface WorkerOptions {
  /** How many handlers run at once, each for another session. Default: 16. */
  readonly concurrency?: number | undefined;
  /** How often it looks for events that other processes stored, in milliseconds. Default: 500. */
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

/** How many events are fetched at once. */
const most = 20;

/** In milliseconds: touching what runs, looking for workers that are gone, deleting what is old. */
const [touchEvery, reviveEvery, deleteEvery] = [3000, 2000, 60_000];

/** Starts handling what is stored in an inbox. A database that is away, now or later, is tried again and again. */
export function runWorker(inbox: DurableInbox, handle: HandleStored, options: WorkerOptions = {}): Worker {
  const { concurrency = 16, pollInterval = 500 } = options;
  checkCount("concurrency", concurrency, 1000);
  checkCount("pollInterval", pollInterval, 3_600_000);
  const state = createState(inbox, handle, concurrency);
  const addAll = (): void => {
    for (const name of queueNames) state.due.add(name);
    state.wake();
  };
  const { log } = inbox.settings;
  const stops = [
    inbox.onStored((queue) => {
      state.due.add(queue);
      state.wake();
    }),
    repeat(pollInterval, addAll),
    repeat(touchEvery, () => touchAll(state), log),
    repeat(reviveEvery, async () => reviveIfShared(await inbox.connect()), log),
    repeat(deleteEvery, async () => deleteHandled(await inbox.connect(), inbox.settings.keepFor), log),
    observeHealth(() => inbox.health()),
  ];
  addAll();
  const loop = runLoop(state);
  return {
    async close() {
      state.isClosing = true;
      state.wake();
      await loop;
      await Promise.all([...state.running].map(({ settled }) => settled));
      stops.forEach((stop) => stop());
    },
  };
}

const reviveIfShared = (connection: Connection): Promise<void> =>
  connection.isShared ? reviveLost(connection) : Promise.resolve();

interface State {
  readonly inbox: DurableInbox;
  readonly handle: HandleStored;
  readonly reach: Reach;
  /** The queues to ask, in turn. */
  readonly due: Set<string>;
  readonly running: Set<RunningClaim>;
  free: number;
  isClosing: boolean;
  wake: () => void;
}

interface RunningClaim {
  readonly claim: Claim;
  /** Resolves when its outcome is stored; never rejects. */
  settled: Promise<void>;
  /** Aborts it, because another worker has it. */
  lose: () => void;
  /** Whether it is being settled, and needs no more heartbeats. */
  isSettling: boolean;
}

const createState = (inbox: DurableInbox, handle: HandleStored, concurrency: number): State => ({
  inbox,
  handle,
  reach: createReach(inbox.settings.log),
  due: new Set(),
  running: new Set(),
  free: concurrency,
  isClosing: false,
  wake: () => undefined,
});

/** Asks one queue after the other for as much as there is room for; one that gave something comes again at the end. */
async function runLoop(state: State): Promise<void> {
  while (!state.isClosing) {
    const [queue] = state.due;
    if (queue === undefined || state.free === 0) {
      await new Promise<void>((resolve) => (state.wake = resolve));
      continue;
    }
    state.due.delete(queue);
    await state.reach(state, () => fetchFrom(queue, state)).catch(() => state.due.clear());
  }
}

async function fetchFrom(queue: string, state: State): Promise<void> {
  const connection = await state.inbox.connect();
  const options = { batchSize: Math.min(state.free, most), includeMetadata: true } as const;
  const jobs = await connection.boss.fetch(queue, options);
  if (jobs.length > 0) state.due.add(queue);
  const claims = jobs.map(({ id, singletonKey, retryCount, data }) => ({
    ...{ id, queue, retryCount },
    key: singletonKey ?? "",
    job: readJob(data),
  }));
  const running: Running = {
    connection,
    handle: state.handle,
    settings: state.inbox.settings,
    reach: state.reach,
    isClosing: () => state.isClosing,
  };
  for (const claim of claims) {
    if (state.isClosing) await releaseClaim(claim, running);
    else start(claim, running, state);
  }
}

function start(claim: Claim, running: Running, state: State): void {
  state.free -= 1;
  const entry: RunningClaim = { claim, isSettling: false, lose: () => undefined, settled: Promise.resolve() };
  state.running.add(entry);
  let attempt: Attempt | undefined;
  const run = (): Attempt["outcome"] => {
    attempt ??= startAttempt(claim, running, () => (entry.isSettling = true));
    entry.lose = attempt.lose;
    return attempt.outcome;
  };
  entry.settled = traceHandling(claim.job, claim.id, run)
    .catch((error: unknown) => {
      state.inbox.settings.log.error({ err: error }, "telemetry of the inbox failed");
      // It may have failed before the handler began.
      return run();
    })
    .then(() => undefined);
  void entry.settled
    .then(() => {
      state.running.delete(entry);
      // Its session may have another event.
      state.due.add(claim.queue);
      return attempt?.ended;
    })
    .then(() => {
      state.free += 1;
      state.wake();
    });
}

/** Says that what runs is alive, and aborts what another worker has meanwhile. */
async function touchAll(state: State): Promise<void> {
  const { boss, isShared } = await state.inbox.connect();
  if (!isShared) return;
  for (const queue of queueNames) {
    const entries = [...state.running].filter((entry) => entry.claim.queue === queue && !entry.isSettling);
    if (entries.length === 0) continue;
    const attempts = entries.map(({ claim: { id, retryCount } }) => ({ id, retryCount }));
    const { settled } = (await boss.touch(queue, attempts)) as { readonly settled?: readonly string[] };
    const touched = new Set(settled);
    for (const { claim, isSettling, lose } of entries) if (!touched.has(claim.id) && !isSettling) lose();
  }
}
