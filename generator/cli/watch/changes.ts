/** What changed on disk since the last time somebody asked. */
export interface Change {
  /** None: nobody told of any; it is only time to look again. */
  readonly paths: readonly string[];
  /** When the first of them was told, by `performance.now()`. */
  readonly since: number;
}

/** Gathers what a watcher tells. */
export interface Changes {
  readonly tell: (path: string) => void;
  /** Waits until something has changed and a burst of changes is over, or for this long; undefined: it was aborted. */
  readonly next: (atMost?: number) => Promise<Change | undefined>;
}

/** How long it has to be quiet for a burst of changes to be over, in milliseconds. */
const quiet = 10;

/** How long a burst that does not end is waited for, in milliseconds. */
const patience = 500;

/** Creates a gathering that has nothing yet. */
export function createChanges(signal: AbortSignal): Changes {
  let paths = new Set<string>();
  let since = 0;
  let told = 0;
  let wake = (): void => undefined;
  const pause = (milliseconds?: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(() => wake(), milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  signal.addEventListener("abort", () => wake());
  return {
    tell: (path) => {
      if (paths.size === 0) since = performance.now();
      paths.add(path);
      told += 1;
      wake();
    },
    next: async (atMost) => {
      if (paths.size === 0 && !signal.aborted) await pause(atMost);
      for (let before = -1; paths.size > 0 && before !== told && performance.now() < since + patience;) {
        before = told;
        if (!signal.aborted) await pause(quiet);
      }
      if (signal.aborted) return undefined;
      const change = { paths: [...paths], since: paths.size > 0 ? since : performance.now() };
      paths = new Set();
      return change;
    },
  };
}
