// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** A value, now or later. */
export type Awaitable<T> = T | Promise<T>;

/** Calls `next` with a value: at once, unless the value is a promise. A promise costs more than most steps. */
export function andThen<T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Whether `await` would wait for this value: a promise of any realm, or what a library uses in its place. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
