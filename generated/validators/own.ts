// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Whether an object has a property itself, whatever it or its prototype call `hasOwnProperty`. */
export const hasOwn = Object.prototype.hasOwnProperty;

/** Whether a value is what JSON calls an object. */
export const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object of which every property that one can read counts. */
export type Own = Readonly<Record<string, unknown>>;

/** What may have been done to all objects of the process. */
export interface Surroundings {
  /** Set where `Object.prototype` has an enumerable property, which every object then seems to have. */
  readonly polluted?: true;
}

/** Where a copy keeps the object that it was made of. */
const original = Symbol("original");

/** The object itself of which these are the properties. */
export const originalOf = (own: Own): object => (own as { readonly [original]?: object })[original] ?? own;

/**
 * The properties of a request that a handler would read. What JSON.parse made inherits from `Object.prototype` only, so
 * that it is copied only where that is polluted.
 */
export const readOf = (value: object, { polluted }: Surroundings): Own =>
  polluted === undefined
    ? (value as Own)
    : Object.assign(copyOwn(value), { [original]: originalOf(value as Own) });

/**
 * The properties of an answer that JSON.stringify would write: of a plain object itself, of any other a copy of its own
 * properties. An inherited `toJSON` is among them, as JSON.stringify would write what that returns.
 */
export const ownOf = (value: object, { polluted }: Surroundings): Own =>
  Object.getPrototypeOf(value) === Object.prototype && polluted === undefined
    ? (value as Own)
    : copyOwn(value);

function copyOwn(value: object): Own {
  const { toJSON } = value as { toJSON?: unknown };
  return Object.assign(Object.create(null) as object, value, typeof toJSON === "function" && { toJSON });
}

/** Whether `Object.prototype` has an enumerable property. */
export const isPolluted = (): boolean => countOf(nothing) > 0;

const nothing = {};

/** How many properties an object has. */
export function countOf(own: Own): number {
  let count = 0;
  // The names do not matter; Object.keys would make a list of them.
  for (const _ in own) count += 1;
  return count;
}
