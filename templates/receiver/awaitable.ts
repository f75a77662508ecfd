import type { Awaitable } from "./handlers.js";

/** Goes on with a value as soon as it is there: at once, where it is no promise. A promise costs more than most steps. */
export function andThen<T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** What `await` would wait for: a promise, of whatever realm, or what some library has in its place. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
