// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Whether an object has a property itself, whatever it or its prototype call `hasOwnProperty`. */
export const hasOwn = Object.prototype.hasOwnProperty;

/** Whether a value is what JSON calls an object. */
export const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object of which every property that one can read is its own. */
export type Own = Readonly<Record<string, unknown>>;

/**
 * What JSON would write of an object: a plain one as it is, of any other a copy of its own properties. `toJSON` is
 * among them wherever it stands, for JSON would write what that returns.
 */
export const ownOf = (value: object, { polluted }: { readonly polluted?: true }): Own =>
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
