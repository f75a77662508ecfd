// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Observer } from "./observer.js";

/**
 * The hooks that write a trace: each verified request with its answer as one line of JSON, its line end included. `simulate
 * --from-trace` of mplus-codegen makes a scenario of it. It has no signature and no secret, but all of your customers' data that
 * is in requests and answers: keep it as you keep that.
 *
 * `createReceiver({ ...createTrace((line) => appendFile("trace.ndjson", line)), … })`
 */
export const createTrace = (write: (line: string) => unknown): Required<Pick<Observer, "onAnswered">> => ({
  onAnswered: ({ eventName }, { status, subscriptionId, duration, readBodies }) => {
    const bodies = readBodies();
    if (bodies === undefined) return undefined;
    // Milliseconds since 1970, by a clock that does not jump: they order the lines, and tell how long nothing came.
    const at = Math.round(performance.timeOrigin + performance.now() - duration);
    const head = JSON.stringify({ at, event: eventName, subscription: subscriptionId, status });
    const parts = [`"request":${toOneLine(bodies.request)}`, `"answer":${toOneLine(bodies.answer)}`];
    return write(`${head.slice(0, -1)},${parts.join(",")}}\n`);
  },
});

/** Bodies are taken as they are, as parsing would round long numbers. In JSON, a line end is never inside a text. */
const toOneLine = (json: string): string => (json === "" ? "null" : json.replace(/[\r\n]+/g, " "));
