import type { Context, Next } from "koa";
import { createEventNameReader } from "../receiver/http/event-path.js";
import { toRawRequest, type ParsedBody } from "../receiver/http/node-http.js";
import type { RawRequest } from "../receiver/api/raw-message.js";
import type { Receiver } from "../receiver/api/receiver.js";

/** Middleware for `app.use`, whatever the types of the app's state and context. */
export interface MplusMiddleware {
  (context: Context, next: Next): Promise<void>;
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** Creates middleware that answers every request to its path and passes on the rest. */
export function toKoaMiddleware(receiver: Receiver, basePath?: string): MplusMiddleware {
  const readEventName = createEventNameReader(basePath);
  const handle = async (context: Context, next: Next): Promise<void> => {
    const event = readEventName(context.url);
    if (event === undefined) return (await next()) as undefined;
    const answer = await withoutErrorReports(context, () => receiver.receive(toRequest(context, event)));
    context.status = answer.status;
    context.set(answer.headers);
    context.body = answer.body;
  };
  return Object.assign(handle, { close: () => receiver.close() });
}

function toRequest({ req, request, res }: Context, event: string): RawRequest {
  return toRawRequest(req, { event, response: res, parsed: request as ParsedBody });
}

/**
 * Suppresses koa's error reports during some work. While middleware is running they can only say that the client has
 * disconnected: the receiver logs that, and the app would print a stack.
 */
async function withoutErrorReports<T>(context: Context, work: () => Promise<T>): Promise<T> {
  const report = context.onerror.bind(context);
  context.onerror = () => undefined;
  try {
    return await work();
  } finally {
    context.onerror = report;
  }
}
