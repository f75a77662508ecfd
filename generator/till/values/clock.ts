/** The till's own time, in milliseconds since it was started. It only goes on while something is waited for. */
export interface Clock {
  now(): number;
  /** Lets time pass up to a moment. Aborting ends that early, and the time stays as it was. */
  until(moment: number, signal: AbortSignal): Promise<void>;
}

/**
 * A clock whose time passes at once (`virtual`) or as on the wall (`real`). Both show the same times: what is due at a moment
 * is done at that moment, however long it took to get there.
 */
export function createClock(kind: "real" | "virtual"): Clock {
  let time = 0;
  const started = performance.now();
  return {
    now: () => time,
    until: async (moment, signal) => {
      if (kind === "real") await sleep(moment - (performance.now() - started), signal);
      if (!signal.aborted) time = Math.max(time, moment);
    },
  };
}

/** Resolves after some milliseconds, or when the signal aborts. */
const sleep = (duration: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (duration <= 0 || signal.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, duration);
    signal.addEventListener("abort", end);
  });
