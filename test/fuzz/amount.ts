import { seed } from "../workbench/seed.js";

/** `npm run proof` sets `MPLUS_FUZZ` to 1, the whole of the full figures; 0.1 is a tenth of them. */
const share = Number(process.env["MPLUS_FUZZ"] ?? 0);

/** Whether this is `npm run proof`, and not a run of all tests, which has less time. */
export const isFuzzing = share > 0;

/** How many attempts to make: a share of `full` when fuzzing, `suite` otherwise. */
export function scaleAmount({ suite, full }: { readonly suite: number; readonly full: number }): number {
  return isFuzzing ? Math.max(1, Math.round(full * share)) : suite;
}

/** Prints what was tried, and the seed that repeats it. */
export function report(subject: string, facts: Readonly<Record<string, unknown>>): void {
  const parts = Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`);
  console.log(`${subject}: ${parts.join(", ")}; MPLUS_SEED=${seed}`);
}

/** Returns all items when fuzzing, every nth otherwise. */
export const takeSample = <T>(items: readonly T[], oneOf: number): readonly T[] =>
  isFuzzing ? items : items.filter((_, index) => index % oneOf === 0);

/** What many attempts come to: how often each kind of answer, and what is wrong. More than ten faults say no more. */
export function createTally() {
  const kinds: Record<string, number> = {};
  const faults: object[] = [];
  return {
    kinds,
    faults,
    count: (kind: string | number): void => void (kinds[kind] = (kinds[kind] ?? 0) + 1),
    isFull: () => faults.length >= 10,
    toString: () => JSON.stringify(kinds),
  };
}
