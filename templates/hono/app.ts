import { Hono, type Context } from "hono";
import { baseRoutePath } from "hono/route";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { createReadEvent, type ReadEvent } from "../receiver/event-path.js";
import type { RawRequest } from "../receiver/raw-message.js";
import type { Receiver } from "../receiver/receiver.js";
import { toRawRequest } from "../receiver/web-http.js";

/** What `app.route` takes. */
export type MplusApp = Hono & {
  /** Refuses new requests with status 503; resolves when those under way are answered. */
  close(): Promise<void>;
};

/** Makes a receiver into an app for `app.route("/mplus", …)`. It answers whatever comes to its path. */
export function toHonoApp(receiver: Receiver): MplusApp {
  const app = new Hono();
  const getWaitUntil = createWaiting();
  const getReadEvent = createReading();
  app.all("*", async (context) => {
    // Hono's own path is decoded, and an event has one spelling.
    const event = getReadEvent(baseRoutePath(context))(context.req.url) ?? "";
    const request = toRawRequest(context.req.raw, event, getWaitUntil(context));
    const { status, headers, body } = await receiver.receive(request);
    return context.body(body, status as ContentfulStatusCode, headers);
  });
  return Object.assign(app, { close: () => receiver.close() });
}

/** An app learns where it is mounted from its requests; that it is mounted twice is rare. */
function createReading(): (basePath: string) => ReadEvent {
  let known: readonly [basePath: string, readEvent: ReadEvent] | undefined;
  return (basePath) => {
    if (known?.[0] !== basePath) known = [basePath, createReadEvent(basePath)];
    return known[1];
  };
}

/**
 * Only platforms that end with their answer have an execution context; elsewhere hono throws. A platform has one for
 * all requests or for none, and to ask in vain costs a tenth of a request: after that nobody asks again.
 */
function createWaiting(): (context: Context) => RawRequest["waitUntil"] {
  let isLikely = true;
  return (context) => {
    if (!isLikely) return undefined;
    try {
      const { executionCtx } = context;
      return (work) => executionCtx.waitUntil(work);
    } catch {
      isLikely = false;
      return undefined;
    }
  };
}
