// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** The pace of a long poll, in milliseconds. */
export interface LongPollOptions {
  /** The pause between two looks. */
  readonly every: number;
  /** How long the POS is kept waiting before it is told to ask again. */
  readonly holdFor: number;
  /** The handler's `signal`: a POS that has gone ends the wait. */
  readonly signal: AbortSignal;
}

/**
 * Looks for a result again and again. A POS that is told `polling: { finished: false }` asks anew at once, so it is
 * the answer that has to be held back.
 * @returns The first result that is not undefined; undefined where the time was over, or the POS had gone.
 */
export async function longPoll<T>(
  look: (signal: AbortSignal) => T | undefined | Promise<T | undefined>,
  { every, holdFor, signal }: LongPollOptions,
): Promise<T | undefined> {
  const end = performance.now() + holdFor;
  for (;;) {
    if (signal.aborted) return undefined;
    const result = await look(signal);
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
