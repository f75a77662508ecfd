// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Whether an object has a property itself, whatever it or its prototype call `hasOwnProperty`. */
export const hasOwn = Object.prototype.hasOwnProperty;

/** Whether a value is what JSON calls an object. */
export const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object of which every property that one can read counts. */
export type Own = Readonly<Record<string, unknown>>;

/** Whether somebody has given all objects a property, so that none may be taken as it stands. */
export interface Surroundings {
  readonly polluted?: true;
}

/** What a handler would read of a request. JSON has no inheritance, so that nobody is asked what they inherit. */
export const readOf = (value: object, { polluted }: Surroundings): Own =>
  polluted === undefined ? (value as Own) : copyOf(value);

/**
 * What JSON would write of an answer: a plain object as it is, of any other a copy of its own properties. `toJSON` is
 * among them wherever it stands, for JSON would write what that returns.
 */
export const ownOf = (value: object, { polluted }: Surroundings): Own =>
  Object.getPrototypeOf(value) === Object.prototype && polluted === undefined
    ? (value as Own)
    : copyOf(value);

function copyOf(value: object): Own {
  const { toJSON } = value as { toJSON?: unknown };
  return Object.assign(Object.create(null) as object, value, typeof toJSON === "function" && { toJSON });
}

/** Whether somebody has given all objects a property more. */
export const isPolluted = (): boolean => countOf(nothing) > 0;

const nothing = {};

/** How many properties an object has. */
export function countOf(own: Own): number {
  let count = 0;
  // The names do not matter; Object.keys would make a list of them.
  for (const _ in own) count += 1;
  return count;
}
