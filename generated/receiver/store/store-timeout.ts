// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Store } from "../api/store.js";
import { isThenable, type Awaitable } from "../values/awaitable.js";

/** In milliseconds: after this a store counts as failed. */
const timeout = 2000;

/** A store that fails instead of not answering, as a client that queues while it is offline does. */
export function withStoreTimeout(store: Store): Store {
  return {
    add: (...call) => failLate(store.add(...call), timeout),
    set: (...call) => failLate(store.set(...call), timeout),
    delete: (...call) => failLate(store.delete(...call), timeout),
  };
}

/** The answer, or a rejection if it takes longer than that many milliseconds. */
export function failLate<T>(answer: Awaitable<T>, milliseconds: number): Awaitable<T> {
  if (!isThenable(answer)) return answer;
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`it did not answer in ${milliseconds} ms`));
    const timer = setTimeout(fail, milliseconds);
    const stop = (): void => clearTimeout(timer);
    Promise.resolve(answer).then(resolve, reject).finally(stop);
  });
}
