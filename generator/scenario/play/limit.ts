import type { Till } from "../../till/api/till.js";
import type { Failure } from "./result.js";

/** The real time that a scenario may take. */
export interface Limit {
  /** Aborts when the time is over, or when the caller ends the scenario. */
  readonly signal: AbortSignal;
  /** Whether the time is over. */
  readonly isOver: () => boolean;
  /** What the till waited for at that moment. */
  readonly describe: (till: Till) => Failure;
  readonly lift: () => void;
}

/** Starts the time, in milliseconds; undefined: it never ends. */
export function startLimit(timeout: number | undefined, signal: AbortSignal | undefined): Limit {
  const controller = new AbortController();
  let isOver = false;
  const end = (): void => controller.abort();
  const late = (): void => {
    isOver = true;
    end();
  };
  const timer = timeout === undefined ? undefined : setTimeout(late, timeout);
  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
  return {
    signal: controller.signal,
    isOver: () => isOver,
    describe: (till) => describeWaiting(till, timeout ?? 0),
    lift: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
    },
  };
}

function describeWaiting({ transcript, pending }: Till, timeout: number): Failure {
  const last = transcript.at(-1);
  const waited = pending.find(({ canEnd }) => canEnd)?.event ?? last?.event ?? "";
  const count = transcript.filter(({ event }) => event === waited).length;
  const object =
    count > 1 ? `an end of ${waited}, which it had sent ${count} times` : `the answer to ${waited}`;
  return {
    message: `The scenario was ended after ${timeout / 1000} s of real time (\`--timeout\`): the till waited for ${object}.`,
    differences: [],
  };
}
