import { seed } from "./seed.js";

/** `npm run proof` sets `MPLUS_FUZZ` to 1 for the full amount. 0.1 means a tenth of it. */
const share = Number(process.env["MPLUS_FUZZ"] ?? 0);

/** True in `npm run proof`. A normal test run has less time. */
export const isFuzzing = share > 0;

/** The number of attempts: `suite` in a normal run, a share of `full` when fuzzing. */
export function scaleAmount({ suite, full }: { readonly suite: number; readonly full: number }): number {
  return isFuzzing ? Math.max(1, Math.round(full * share)) : suite;
}

export function report(subject: string, facts: Readonly<Record<string, unknown>>): void {
  const parts = Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`);
  console.log(`${subject}: ${parts.join(", ")}; MPLUS_SEED=${seed}`);
}

/** All items when fuzzing, otherwise every nth. */
export const takeSample = <T>(items: readonly T[], oneOf: number): readonly T[] =>
  isFuzzing ? items : items.filter((_, index) => index % oneOf === 0);

/** Counts answers by kind, and collects up to ten faults. */
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
