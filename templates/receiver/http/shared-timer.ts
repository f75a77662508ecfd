/** One timer for many pieces of work that all have the same timeout. */
export interface SharedTimer {
  /** Calls back after the timeout, unless the returned function is called first. */
  start(onTimeout: () => void): () => void;
}

interface Entry {
  /** In milliseconds of a clock that never jumps. */
  readonly end: number;
  readonly onTimeout: () => void;
}

/**
 * Creates a shared timer: hardly any timeout is ever reached, and a timer of its own would cost each body more than
 * reading it.
 */
export function createSharedTimer(milliseconds: number): SharedTimer {
  // All have the same timeout, so the first to start is the first to end.
  const entries = new Set<Entry>();
  let isArmed = false;
  const arm = (): void => {
    const [first] = entries;
    isArmed = first !== undefined;
    if (first) setUnrefTimeout(fire, Math.max(1, Math.ceil(first.end - performance.now())));
  };
  const fire = (): void => {
    const now = performance.now();
    for (const entry of entries) {
      if (entry.end > now) break;
      entries.delete(entry);
      entry.onTimeout();
    }
    arm();
  };
  return {
    start(onTimeout) {
      const entry = { end: performance.now() + milliseconds, onTimeout };
      entries.add(entry);
      if (!isArmed) arm();
      return () => void entries.delete(entry);
    },
  };
}

/** The socket of an unfinished body keeps the process alive; a timer that nobody needs any more must not. */
function setUnrefTimeout(onEnd: () => void, milliseconds: number): void {
  const timer = setTimeout(onEnd, milliseconds) as unknown as { readonly unref?: () => unknown };
  timer.unref?.();
}
