// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { HandleStored } from "../receiver/queued.js";
import { checkCount, toReason } from "../receiver/values.js";
import { releaseClaim, startAttempt, type Attempt } from "./attempt.js";
import { queue, type Connection } from "./connection.js";
import { createReach, type DurableInbox } from "./create-inbox.js";
import * as jobTable from "./job-table.js";
import { observeHealth } from "./telemetry.js";

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

/** In milliseconds: saying what runs and looking for workers that are gone, deleting what is old; a turn of suspects. */
const [reviveEvery, deleteEvery, suspectsFor] = [2000, 60_000, 2000];

/** Starts handling what is stored in an inbox. A database that is away, now or later, is tried again and again. */
export function runWorker(inbox: DurableInbox, handle: HandleStored, options: WorkerOptions = {}): Worker {
  const { concurrency = 16, pollInterval = 500 } = options;
  checkCount("concurrency", concurrency, 1000);
  checkCount("pollInterval", pollInterval, 3_600_000);
  const state = createState(inbox, handle, concurrency);
  const look = (): void => {
    state.isDue = true;
    state.wake();
  };
  const timers = [
    setInterval(look, pollInterval),
    repeat(reviveEvery, state, revive),
    repeat(deleteEvery, state, tidy),
  ];
  const stops = [inbox.onStored(look), observeHealth(() => inbox.health())];
  const loop = runLoop(state);
  return {
    async close() {
      state.isClosing = true;
      state.wake();
      await loop;
      await settleAll(state);
      timers.forEach((timer) => clearInterval(timer));
      stops.forEach((stop) => stop());
    },
  };
}

/** Runs something again and again, never beside itself. A database that is away is logged where events are claimed. */
function repeat(pause: number, state: State, run: (state: State) => Promise<unknown>): NodeJS.Timeout {
  let isRunning = false;
  return setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    void run(state)
      .catch((error: unknown) =>
        state.inbox.settings.log.debug({ reason: toReason(error) }, "the upkeep of the inbox failed"),
      )
      .finally(() => (isRunning = false));
  }, pause);
}

type State = ReturnType<typeof createState>;

const createState = (inbox: DurableInbox, handle: HandleStored, concurrency: number) => ({
  inbox,
  handle,
  reach: createReach(
    inbox.settings.log,
    "the worker cannot reach its database",
    "the worker reaches its database again",
  ),
  attempts: new Set<Attempt>(),
  /** How many more handlers may run. */
  free: concurrency,
  /** Whether there may be something to claim. */
  isDue: true,
  /** The key after which the next event is looked for, so that each session has its turn. */
  after: "",
  /** Whether events wait that have to run alone. */
  hasSuspects: true,
  /** When they may run again: others have their turn first, for as long as these had theirs. */
  nextTurn: 0,
  /** From when on a missing heartbeat says that a worker is gone. */
  sureFrom: 0,
  isClosing: false,
  wake: (): void => undefined,
});

async function runLoop(state: State): Promise<void> {
  while (!state.isClosing) {
    if (state.hasSuspects) await runSuspects(state).catch(() => undefined);
    else if (state.isDue && state.free > 0)
      await state.reach(state, () => claimNext(state)).catch(() => (state.isDue = false));
    else await new Promise<void>((resolve) => (state.wake = resolve));
  }
}

/** Claims as much as there is room for: from where it was on, and then from the beginning. */
async function claimNext(state: State): Promise<void> {
  const { after, free } = state;
  const connection = await state.inbox.connect();
  // What is stored while it looks has it look again.
  state.isDue = false;
  const claims = await jobTable.claimEvents(connection, after, free);
  const isFull = claims.length === free;
  state.after = isFull ? (claims.at(-1)?.key ?? "") : "";
  state.isDue ||= isFull || after !== "";
  await startAll(claims, state);
}

/** Runs one suspect after the other, for a while, with nothing beside: what ends the process then is known. */
async function runSuspects(state: State): Promise<void> {
  const begun = performance.now();
  state.hasSuspects = false;
  state.nextTurn = Infinity;
  try {
    let isThere = true;
    while (isThere && !state.isClosing && performance.now() < begun + suspectsFor) {
      await settleAll(state);
      const claims = await jobTable.claimSuspect(await state.inbox.connect());
      await startAll(claims, state);
      isThere = claims.length > 0;
    }
    await settleAll(state);
  } finally {
    state.nextTurn = 2 * performance.now() - begun;
  }
}

const settleAll = ({ attempts }: State): Promise<unknown> =>
  Promise.all([...attempts].map(({ settled }) => settled));

async function startAll(claims: readonly jobTable.Claim[], state: State): Promise<void> {
  for (const claim of claims) {
    if (state.isClosing) await releaseClaim(claim, state);
    else start(startAttempt(claim, state), state);
  }
}

/** Keeps an attempt until it is settled, and its place until its handler has ended. */
function start(attempt: Attempt, state: State): void {
  state.free -= 1;
  state.attempts.add(attempt);
  void attempt.settled.then(() => state.attempts.delete(attempt));
  void attempt.ended.then(() => {
    state.free += 1;
    // Its session may have another event.
    state.isDue = true;
    state.wake();
  });
}

/**
 * Has go on what nobody handles any more. Its own claims are touched first, as it may have been busy or suspended; and after the
 * database was away, nobody could touch anything: all have the time of a heartbeat for it.
 */
async function revive(state: State): Promise<void> {
  try {
    const connection = await state.inbox.connect();
    if (connection.isShared && state.attempts.size > 0) await touchAll(state, connection);
    await jobTable.followClock(connection);
    if (connection.isShared && performance.now() >= state.sureFrom) await jobTable.reviveLost(connection);
    const isNobodyElse = state.nextTurn !== Infinity && state.attempts.size === 0;
    const isTheirTurn = isNobodyElse || performance.now() >= state.nextTurn;
    state.hasSuspects = isTheirTurn && (await jobTable.hasSuspects(connection));
    if (state.hasSuspects) state.wake();
  } catch (error) {
    state.sureFrom = performance.now() + jobTable.heartbeat * 1000;
    throw error;
  }
}

/** Says that what runs is alive, and aborts what another worker has meanwhile. */
async function touchAll({ attempts }: State, { boss }: Connection): Promise<void> {
  const alive = [...attempts];
  const claims = alive.map(({ claim }) => jobTable.toAttempt(claim));
  const { settled = [] } = (await boss.touch(queue, claims)) as { readonly settled?: readonly string[] };
  for (const { claim, lose } of alive) if (!settled.includes(claim.id)) lose();
}

/** Deletes what is old. A PGlite never writes down its log by itself. */
async function tidy({ inbox }: State): Promise<void> {
  const connection = await inbox.connect();
  await jobTable.joinQueues(connection);
  await jobTable.deleteHandled(connection, inbox.settings.keepFor);
  if (!connection.isShared) await connection.query("CHECKPOINT");
}
