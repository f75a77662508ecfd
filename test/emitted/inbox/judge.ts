import type { Contents } from "./scene.js";

export interface Faults {
  /** Answered with 200, but not handled. */
  readonly lost: readonly string[];
  /** Handled more than once. */
  readonly doubled: readonly string[];
  /** Handled, but never answered. */
  readonly unknown: readonly string[];
  /** Handled before an earlier event of the same session. */
  readonly outOfOrder: readonly string[];
}

export const noFaults: Faults = { lost: [], doubled: [], unknown: [], outOfOrder: [] };

/** Compares the answered events with the effects of their handlers, in the order of writing. */
export function judge(answered: readonly string[], { effects }: Pick<Contents, "effects">): Faults {
  const sent = new Set(answered);
  const seen = new Set<string>();
  const latest = new Map<string, number>();
  const doubled: string[] = [];
  const outOfOrder: string[] = [];
  for (const [session, counter] of effects) {
    const event = `${session} ${counter}`;
    if (seen.has(event)) doubled.push(event);
    else if (counter < (latest.get(session) ?? 0)) outOfOrder.push(event);
    seen.add(event);
    latest.set(session, Math.max(counter, latest.get(session) ?? 0));
  }
  return {
    lost: answered.filter((event) => !seen.has(event)),
    doubled,
    unknown: [...seen].filter((event) => !sent.has(event)),
    outOfOrder,
  };
}
