import { seed } from "../workbench/seed.js";

/** `npm run fuzz` sets `MPLUS_FUZZ` to 1, the whole of the full figures; 0.1 is a tenth of them. */
const share = Number(process.env["MPLUS_FUZZ"] ?? 0);

/** Whether the full figures are asked for, or a part of them, and not what the suite has time for. */
export const isFuzzing = share > 0;

/** How much of something is tried. */
export function amountOf({ suite, full }: { readonly suite: number; readonly full: number }): number {
  return isFuzzing ? Math.max(1, Math.round(full * share)) : suite;
}

/** Prints what was done, and how to do it again. */
export function report(subject: string, facts: Readonly<Record<string, unknown>>): void {
  const parts = Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`);
  console.log(`${subject}: ${parts.join(", ")}; MPLUS_SEED=${seed}`);
}

/** All of it when fuzzing, or a sample: one of every so many, spread over the whole. */
export const sampleOf = <T>(items: readonly T[], oneOf: number): readonly T[] =>
  isFuzzing ? items : items.filter((_, index) => index % oneOf === 0);
