// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isThenable, type Awaitable } from "./awaitable.js";

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
