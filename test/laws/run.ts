import * as fc from "fast-check";
import { expect } from "vitest";
import { seed } from "../workbench/seed.js";

/** Set `MPLUS_TIMES` to multiply the number of specs per law. */
const times = Number(process.env["MPLUS_TIMES"] ?? 1);

/** True if fewer specs are tested, as before a change lands. */
export const isSample = times < 1;

/** True if only a few small specs are tested, as in `npm test`. The real spec takes as long as ten times as many. */
export const isSmallSample = times < 0.1;

/** Each attempt to shrink a failing spec may cost a compilation. */
const shrinkAttempts = 60;

export interface Count {
  specs: number;
  documents: number;
}

export interface Trial<T> {
  readonly law: string;
  readonly values: fc.Arbitrary<T>;
  readonly runs: number;
  /**
   * The minimum number of documents, which detects a generator that runs dry. Up to four times `runs` specs are
   * drawn to reach it.
   */
  readonly leastDocuments?: number;
  readonly check: (value: T, count: Count) => void | Promise<void>;
}

/** Tests a law on many specs. Prints the seed and the counts; fails with the smallest spec that breaks the law. */
export async function hold<T>({ law, values, runs, leastDocuments = 0, check }: Trial<T>): Promise<void> {
  const count: Count = { specs: 0, documents: 0 };
  const attempts = { left: Infinity };
  const property = fc.asyncProperty(values, async (value) => {
    attempts.left -= 1;
    if (attempts.left < 0) return;
    count.specs += 1;
    try {
      await check(value, count);
    } catch (error) {
      attempts.left = Math.min(attempts.left, shrinkAttempts);
      throw error;
    }
  });
  const started = Date.now();
  const least = leastDocuments * Math.min(1, times);
  let round = 0;
  do {
    const details = await fc.check(property, { seed: seedOf(law) + round, numRuns: Math.ceil(runs * times) });
    if (details.failed) throw failure(details);
    round += 1;
  } while (count.documents < least && round < maxRounds);
  print(law, count, started);
  expect(count.documents).toBeGreaterThanOrEqual(least);
}

/** Rounds to reach the minimum, because specs yield different numbers of documents. */
const maxRounds = 4;

function failure<T>(details: fc.RunDetails<T>): Error {
  const { errorInstance: cause } = details;
  const message = cause instanceof Error ? cause.message : "";
  return new Error(`${fc.defaultReportMessage(details)}\n${message}`, { cause });
}

export async function holdEach<T>(
  law: string,
  values: readonly T[],
  check: (value: T, count: Count) => void | Promise<void>,
): Promise<void> {
  const count: Count = { specs: 0, documents: 0 };
  const started = Date.now();
  expect(values.length).toBeGreaterThan(0);
  for (const value of sampleOf(values)) await check(value, count);
  print(law, count, started);
}

/** The same fraction of the values as of the specs, but at least one value. */
const sampleOf = <T>(values: readonly T[]): readonly T[] =>
  values.slice(0, Math.ceil(values.length * Math.min(1, times)));

/** A different seed for each law. */
const seedOf = (law: string): number =>
  Array.from(law).reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, seed);

function print(law: string, { specs, documents }: Count, started: number): void {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const counted = [
    specs > 0 ? `${specs} generated specs` : "",
    documents > 0 ? `${documents} documents` : "",
  ];
  console.log(`${law}: ${counted.filter(Boolean).join(", ")}, ${seconds} s; MPLUS_SEED=${seed}`);
}

/** Ends a trial. `facts` describe the failure. */
export function fail(message: string, facts: object): never {
  throw new Error(`${message}: ${JSON.stringify(facts, null, 1)}`);
}
