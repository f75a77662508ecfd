import type { Contents } from "./scene.js";

/** What is wrong with what is left of a load; every list is empty if nothing is. */
export interface Faults {
  /** They were answered with 200, and not handled. */
  readonly lost: readonly string[];
  /** They had their effect more than once. */
  readonly doubled: readonly string[];
  /** They had an effect, and were never answered. */
  readonly unknown: readonly string[];
  /** They had their effect before one that was sent earlier in the same session. */
  readonly outOfOrder: readonly string[];
}

export const noFaults: Faults = { lost: [], doubled: [], unknown: [], outOfOrder: [] };

/** Compares the events that were answered with the effects of their handlers, in the order of writing. */
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
