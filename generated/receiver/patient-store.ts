// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isThenable } from "./awaitable.js";
import type { Awaitable } from "./handlers.js";
import type { Store } from "./store.js";

/** In milliseconds: how long a store may take before it counts as failed. */
const patience = 2000;

/** A store that fails where it would not answer, as that of a client which queues while it is offline. */
export function toPatientStore(store: Store): Store {
  return {
    add: (...call) => inTime(store.add(...call)),
    set: (...call) => inTime(store.set(...call)),
    delete: (...call) => inTime(store.delete(...call)),
  };
}

function inTime<T>(answer: Awaitable<T>): Awaitable<T> {
  if (!isThenable(answer)) return answer;
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`it did not answer in ${patience} ms`));
    const timer = setTimeout(fail, patience);
    const stop = (): void => clearTimeout(timer);
    Promise.resolve(answer).then(resolve, reject).finally(stop);
  });
}
