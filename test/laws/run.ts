import * as fc from "fast-check";
import { expect } from "vitest";
import { seed } from "../workbench/seed.js";

/** Set `MPLUS_TIMES` to hold each law over so many times as many specs. */
const times = Number(process.env["MPLUS_TIMES"] ?? 1);

/** Whether laws are held over fewer specs, as before a change lands. */
export const isSample = times < 1;

/** Whether they are held over a few small ones, as `npm test` does: the real spec takes as long as ten times as many. */
export const isSmallSample = times < 0.1;

/** A spec that breaks a law is made smaller by so many attempts: each may cost a compile. */
const shrinkAttempts = 60;

/** How much a law was held against. */
export interface Count {
  specs: number;
  documents: number;
}

export interface Trial<T> {
  readonly law: string;
  /** What to draw specs from, and how many. */
  readonly values: fc.Arbitrary<T>;
  readonly runs: number;
  /** So many documents are to come together, lest a generator runs dry unseen: up to four times `runs` are drawn. */
  readonly leastDocuments?: number;
  readonly check: (value: T, count: Count) => void | Promise<void>;
}

/** Holds a law over many specs; prints the seed and what was counted; fails with the smallest spec that breaks it. */
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

/** Specs differ in how many documents they are good for. */
const maxRounds = 4;

function failure<T>(details: fc.RunDetails<T>): Error {
  const { errorInstance: cause } = details;
  const message = cause instanceof Error ? cause.message : "";
  return new Error(`${fc.defaultReportMessage(details)}\n${message}`, { cause });
}

/** Holds a law over what is given, the real spec for one. */
export async function holdEach<T>(
  law: string,
  values: readonly T[],
  check: (value: T, count: Count) => void | Promise<void>,
): Promise<void> {
  const count: Count = { specs: 0, documents: 0 };
  const started = Date.now();
  for (const value of sampleOf(values)) await check(value, count);
  print(law, count, started);
}

/** Where each law is held over a part of the specs only, so it is over what is given, and at least over one. */
const sampleOf = <T>(values: readonly T[]): readonly T[] =>
  values.slice(0, Math.ceil(values.length * Math.min(1, times)));

/** Each law has specs of its own. */
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

/** Ends a trial, with what is needed to see why. */
export function fail(message: string, facts: object): never {
  throw new Error(`${message}: ${JSON.stringify(facts, null, 1)}`);
}
