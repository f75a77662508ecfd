import { getCause, isError } from "./thrown.js";

/** What a piece of work came to, or that its time was over. */
export type Timed<T> = { readonly isLate: false; readonly value: T } | { readonly isLate: true };

/** Work that is given up on when its time is over. */
export interface LimitedWork<T> {
  readonly milliseconds: number;
  /** What else may end it. */
  readonly signal: AbortSignal | undefined;
  readonly work: (signal: AbortSignal) => Promise<T>;
  /** Told what the work throws after its time: nobody else hears of it. */
  readonly onLateFault: (fault: unknown) => void;
}

/** Does work until its time is over; then its signal aborts, and nobody waits for it any more. */
export async function within<T>(limited: LimitedWork<T>): Promise<Timed<T>> {
  const { milliseconds, signal, work, onLateFault } = limited;
  const deadline = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Timed<T>>((resolve) => {
    timer = setTimeout(() => {
      deadline.abort(new Error(`the time of ${milliseconds} ms is over`));
      resolve({ isLate: true });
    }, milliseconds);
  });
  const done = work(signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal);
  done.catch((fault: unknown) => {
    // What gives up because it was told to has nothing more to say.
    if (deadline.signal.aborted && !isAbout(fault, deadline.signal.reason)) onLateFault(fault);
  });
  try {
    return await Promise.race([late, done.then((value): Timed<T> => ({ isLate: false, value }))]);
  } finally {
    clearTimeout(timer);
  }
}

/** Node wraps the reason of a signal in an error of its own. */
function isAbout(fault: unknown, reason: unknown): boolean {
  return fault === reason || (isError(fault) && getCause(fault) === reason);
}
