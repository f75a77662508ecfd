// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** The pace of a long poll, in milliseconds. */
export interface LongPollOptions {
  /** The pause between two checks. */
  readonly every: number;
  /** How long the POS is kept waiting before it is told to ask again. */
  readonly holdFor: number;
  /** The handler's `signal`: the wait ends when the POS has gone. */
  readonly signal: AbortSignal;
}

/**
 * Checks for a result again and again. A POS that gets `polling: { finished: false }` asks again at once, so the
 * answer has to be held back.
 * @returns The first result that is not undefined; undefined if the time is over or the POS has gone.
 */
export async function longPoll<T>(
  check: (signal: AbortSignal) => T | undefined | Promise<T | undefined>,
  { every, holdFor, signal }: LongPollOptions,
): Promise<T | undefined> {
  const end = performance.now() + holdFor;
  for (;;) {
    if (signal.aborted) return undefined;
    const result = await check(signal);
    const left = end - performance.now();
    // Timers may be a millisecond early.
    if (result !== undefined || left < 1) return result;
    await pause(Math.min(every, left), signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}
