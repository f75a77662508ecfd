import type { Context, Next } from "koa";
import { createReadEvent } from "../receiver/event-path.js";
import { toRawRequest, type Leftovers } from "../receiver/node-http.js";
import type { RawRequest } from "../receiver/raw-message.js";
import type { Receiver } from "../receiver/receiver.js";

/** What `app.use` takes, whatever the app keeps in its state and context. */
export interface MplusMiddleware {
  (context: Context, next: Next): Promise<void>;
  /** Refuses new requests with status 503; resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Makes a receiver into middleware that answers what comes to its path and passes on the rest. */
export function toKoaMiddleware(receiver: Receiver, basePath?: string): MplusMiddleware {
  const readEvent = createReadEvent(basePath);
  const handle = async (context: Context, next: Next): Promise<void> => {
    const event = readEvent(context.url);
    if (event === undefined) return (await next()) as undefined;
    const answer = await quietly(context, () => receiver.receive(toRequest(context, event)));
    context.status = answer.status;
    context.set(answer.headers);
    context.body = answer.body;
  };
  return Object.assign(handle, { close: () => receiver.close() });
}

function toRequest({ req, request, res }: Context, event: string): RawRequest {
  return toRawRequest(req, { event, response: res, leftovers: request as Leftovers });
}

/**
 * Keeps to itself what koa says of a request meanwhile. As long as no middleware has come to its end that can only be
 * that its client broke off, which the receiver logs; the app would print a stack.
 */
async function quietly<T>(context: Context, work: () => Promise<T>): Promise<T> {
  const report = context.onerror.bind(context);
  context.onerror = () => undefined;
  try {
    return await work();
  } finally {
    context.onerror = report;
  }
}
