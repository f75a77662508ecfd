import type { Context, Next } from "koa";
import { createReadEvent } from "../receiver/event-path.js";
import { toRawRequest, type Leftovers } from "../receiver/node-http.js";
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
    const leftovers = context.request as Leftovers;
    const answer = await receiver.receive(
      toRawRequest(context.req, { event, response: context.res, leftovers }),
    );
    context.status = answer.status;
    context.set(answer.headers);
    context.body = answer.body;
  };
  return Object.assign(handle, { close: () => receiver.close() });
}
