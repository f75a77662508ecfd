/** Where in a source something stands. */
export interface Spot {
  /** From 1. */
  readonly line: number;
  /** Which record of the source it is, from 1. */
  readonly number: number;
}

/** One thing that was recorded. */
export interface Recorded extends Spot {
  readonly value: unknown;
  /** Whether an object in it has a name twice: the last one counts, as with JSON.parse. */
  readonly hasDoubles: boolean;
}

/** What could not be read, and where; never a word of it, since it may be a secret. */
export interface Fault extends Spot {
  readonly fault: FaultName;
}

/** What may be amiss with a recording, said of one record of it. */
export const faults = {
  "not JSON": "is no JSON",
  "not UTF-8": "is no UTF-8",
  "too long": "is longer than 5 MB",
  "too deep": "is deeper than 200 levels",
  "cut off": "is cut off or no JSON, and nothing after it was read",
  "too long to go on": "is longer than 5 MB, and nothing after it was read",
  "too deep to go on": "is deeper than 200 levels, and nothing after it was read",
} as const;

export type FaultName = keyof typeof faults;

/** The longest line, record or body that is read, in bytes. */
export const longest = 5_000_000;

/** The deepest that is read. Bodies of the contract are far from it. */
export const deepest = 200;
