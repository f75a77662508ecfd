import { createEventNameReader } from "../receiver/http/event-path.js";
import type { Receiver } from "../receiver/api/receiver.js";
import { toRawRequest, toWebResponse } from "../receiver/http/web-http.js";

/** Answers a web request with a web response. */
export interface MplusHandler {
  /**
   * @param context The platform's second argument. If it has a `waitUntil`, work goes on after the answer; otherwise the
   * answer waits for the work.
   */
  (request: Request, context?: FetchContext | object): Promise<Response>;
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** The part of a platform's context that is used, such as the `ExecutionContext` of Cloudflare Workers. */
export interface FetchContext {
  waitUntil(work: Promise<unknown>): void;
}

/** Creates a handler of web requests, with events below a path. */
export function toFetchHandler(receiver: Receiver, basePath?: string): MplusHandler {
  const readEventName = createEventNameReader(basePath);
  const handle = async (request: Request, context: FetchContext | object = {}): Promise<Response> => {
    const waitUntil = canWait(context) ? (work: Promise<unknown>) => context.waitUntil(work) : undefined;
    return toWebResponse(
      await receiver.receive(toRawRequest(request, readEventName(request.url) ?? "", waitUntil)),
    );
  };
  return Object.assign(handle, { close: () => receiver.close() });
}

function canWait(context: FetchContext | object): context is FetchContext {
  return "waitUntil" in context && typeof context.waitUntil === "function";
}
