import { getCode, isError } from "../receiver/base/values.js";

/** Shares the connections of a pool. Tasks that find none free wait, first come, first served. */
export interface Turns {
  /** Runs a task that has a connection until it settles. @throws Error as `begin`. */
  run<T>(task: () => Promise<T>, patience: () => AbortSignal): Promise<T>;
  /**
   * Runs a task whose connection remains in use until `end` is called.
   * @throws Error of the task, or if `patience` aborts before a connection is free.
   */
  begin<T>(task: () => Promise<T>, patience: () => AbortSignal): Promise<Turn<T>>;
}

export interface Turn<T> {
  readonly result: T;
  /** Later calls have no effect. */
  readonly end: () => void;
}

/** In milliseconds. Pause before asking a server that refused a connection for one more. */
const pause = 1000;

/**
 * `most` is the size of the pool. A server may grant fewer connections. While the pool has any, a refused task waits
 * for one of them. `onRefused` gets the number of connections that the pool has.
 */
export function createTurns(most: number, onRefused: (connections: number) => void = () => undefined): Turns {
  let [granted, taken, refusedAt] = [most, 0, 0];
  const waiting = new Set<() => void>();
  const callNext = (): void => {
    if (granted < most && performance.now() - refusedAt > pause) {
      granted += 1;
      refusedAt = performance.now();
    }
    for (const call of waiting) {
      if (taken >= granted) return;
      waiting.delete(call);
      taken += 1;
      call();
    }
  };
  const wait = (patience: () => AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.add(resolve);
      callNext();
      if (!waiting.has(resolve)) return;
      const giveUp = (): void => {
        if (waiting.delete(resolve)) reject(new Error("No database connection was free in time."));
      };
      const signal = patience();
      if (signal.aborted) giveUp();
      else signal.addEventListener("abort", giveUp, { once: true });
    });
  const end = (): void => {
    taken -= 1;
    callNext();
  };
  const begin: Turns["begin"] = async (task, patience) => {
    for (;;) {
      await wait(patience);
      const hadOthers = taken > 1;
      try {
        const result = await task();
        let isOver = false;
        return { result, end: () => void (isOver ||= (end(), true)) };
      } catch (error: unknown) {
        const others = taken - 1;
        const isRefused = isRefusedConnection(error);
        if (isRefused) {
          [granted, refusedAt] = [Math.max(1, others), performance.now()];
          onRefused(others);
        }
        end();
        // A connection that was in use meanwhile may be free by now.
        if (!isRefused || (others === 0 && !hadOthers)) throw error;
      }
    }
  };
  return {
    begin,
    async run(task, patience) {
      const turn = await begin(task, patience);
      turn.end();
      return turn.result;
    },
  };
}

/** Recognizes the limits of a server, a database, a role, and of PgBouncer and Supavisor. */
const isRefusedConnection = (error: unknown): boolean =>
  isError(error) &&
  (getCode(error) === "53300" || /no more connections allowed|max clients/i.test(error.message));
