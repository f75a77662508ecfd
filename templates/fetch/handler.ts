import { createReadEvent } from "../receiver/event-path.js";
import type { Receiver } from "../receiver/receiver.js";
import { toRawRequest, toWebResponse } from "../receiver/web-http.js";

/** From a web request to a web response. */
export interface MplusHandler {
  /**
   * @param context What the platform hands over beside the request. Its `waitUntil`, if it has one, lets work go on
   * after the answer; without it the answer waits for the work.
   */
  (request: Request, context?: FetchContext | object): Promise<Response>;
  /** Refuses new requests with status 503; resolves when those under way are answered. */
  close(): Promise<void>;
}

/** The part of a platform's context that is used: an `ExecutionContext` of Workers fits. */
export interface FetchContext {
  waitUntil(work: Promise<unknown>): void;
}

/** Makes a receiver into a handler of web requests, with events below a path. */
export function toFetchHandler(receiver: Receiver, basePath?: string): MplusHandler {
  const readEvent = createReadEvent(basePath);
  const handle = async (request: Request, context: FetchContext | object = {}): Promise<Response> => {
    const waitUntil = canWait(context) ? (work: Promise<unknown>) => context.waitUntil(work) : undefined;
    return toWebResponse(
      await receiver.receive(toRawRequest(request, readEvent(request.url) ?? "", waitUntil)),
    );
  };
  return Object.assign(handle, { close: () => receiver.close() });
}

function canWait(context: FetchContext | object): context is FetchContext {
  return "waitUntil" in context && typeof context.waitUntil === "function";
}
