import { getCause, isError } from "../values/thrown.js";

/** The result of some work, or that it timed out. */
export type Timed<T> = { readonly isLate: false; readonly value: T } | { readonly isLate: true };

/** Work with a timeout. */
export interface TimedWork<T> {
  readonly milliseconds: number;
  /** Also aborts the signal of the work. */
  readonly signal: AbortSignal | undefined;
  readonly work: (signal: AbortSignal) => Promise<T>;
  /** Called with what the work throws after the timeout, because nobody else gets it. */
  readonly onLateFault: (fault: unknown) => void;
}

/** Waits for some work until its timeout; then aborts its signal and stops waiting. */
export async function withTimeout<T>(timed: TimedWork<T>): Promise<Timed<T>> {
  const { milliseconds, signal, work, onLateFault } = timed;
  const timeout = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Timed<T>>((resolve) => {
    timer = setTimeout(() => {
      timeout.abort(new Error(`the time of ${milliseconds} ms is over`));
      resolve({ isLate: true });
    }, milliseconds);
  });
  const done = work(signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal);
  done.catch((fault: unknown) => {
    // Work that failed because of the abort has nothing new to report.
    if (timeout.signal.aborted && !isCausedBy(fault, timeout.signal.reason)) onLateFault(fault);
  });
  try {
    return await Promise.race([late, done.then((value): Timed<T> => ({ isLate: false, value }))]);
  } finally {
    clearTimeout(timer);
  }
}

/** Node wraps the reason of a signal in an error of its own. */
function isCausedBy(fault: unknown, reason: unknown): boolean {
  return fault === reason || (isError(fault) && getCause(fault) === reason);
}
