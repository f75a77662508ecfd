import { callHook, type Report } from "../base/log.js";
import type { Exchange, ExchangeOutcome, Observer } from "../base/options.js";
import type { Reply } from "../base/refusals.js";

/** Calls `onReceived`, and returns the function that calls `onAnswered`. */
export function observe(observer: Observer, report: Report, eventName: string | undefined) {
  const started = performance.now();
  const exchange: Exchange = { eventName };
  if (observer.onReceived) callHook(report, { eventName }, () => observer.onReceived?.(exchange));
  return (
    { status, code, text: answer }: Reply,
    subscriptionId: string | undefined,
    delivery: { readonly bytes: Uint8Array; readonly handlerDuration?: number } | undefined,
  ): void => {
    if (!observer.onAnswered) return;
    const outcome: ExchangeOutcome = {
      status,
      code,
      subscriptionId,
      duration: performance.now() - started,
      handlerDuration: delivery?.handlerDuration,
      readBodies: () => delivery && { request: new TextDecoder().decode(delivery.bytes), answer },
    };
    callHook(report, { eventName, subscriptionId }, () => observer.onAnswered?.(exchange, outcome), status);
  };
}

/**
 * Writes a recording for `mplus-codegen replay` and `drift`: one line of JSON for each verified request and its answer.
 * It contains customer data, but no secret: `createReceiver({ ...createTrace((line) => appendFile(file, line)), … })`.
 */
export const createTrace = (write: (line: string) => unknown): Required<Pick<Observer, "onAnswered">> => ({
  onAnswered: ({ eventName }, { status, subscriptionId, duration, readBodies }) => {
    const bodies = readBodies();
    if (bodies === undefined) return undefined;
    // Milliseconds since 1970, from a monotonic clock.
    const at = Math.round(performance.timeOrigin + performance.now() - duration);
    const facts = {
      at,
      event: eventName,
      subscription: subscriptionId,
      duration: Math.round(duration),
      status,
    };
    const head = JSON.stringify(facts).slice(0, -1);
    return write(`${head},"request":${toOneLine(bodies.request)},"answer":${toOneLine(bodies.answer)}}\n`);
  },
});

/** Not parsed, because parsing would round long numbers. JSON strings contain no line breaks. */
const toOneLine = (json: string): string => (json === "" ? "null" : json.replace(/[\r\n]+/g, " "));
