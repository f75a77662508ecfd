// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Watches over many pieces of work that may all take equally long. */
export interface Deadlines {
  /** Begins to watch; the function that comes back ends it. */
  start(onLate: () => void): () => void;
}

interface Watched {
  /** In milliseconds of a clock that never jumps. */
  readonly end: number;
  readonly onLate: () => void;
}

/**
 * Makes deadlines that share one timer: hardly any is ever reached, and a timer each costs more than to read a body.
 * @param milliseconds How long each piece of work may take.
 */
export function createDeadlines(milliseconds: number): Deadlines {
  // As all take equally long, the first to begin is the first to be late.
  const watched = new Set<Watched>();
  let isArmed = false;
  const arm = (): void => {
    const [first] = watched;
    isArmed = first !== undefined;
    if (first) wait(sweep, Math.max(1, Math.ceil(first.end - performance.now())));
  };
  const sweep = (): void => {
    const now = performance.now();
    for (const each of watched) {
      if (each.end > now) break;
      watched.delete(each);
      each.onLate();
    }
    arm();
  };
  return {
    start(onLate) {
      const each = { end: performance.now() + milliseconds, onLate };
      watched.add(each);
      if (!isArmed) arm();
      return () => void watched.delete(each);
    },
  };
}

/** What is still to come has a socket that keeps the process alive; an empty watch must not. */
function wait(onEnd: () => void, milliseconds: number): void {
  const timer = setTimeout(onEnd, milliseconds) as unknown as { readonly unref?: () => unknown };
  timer.unref?.();
}
