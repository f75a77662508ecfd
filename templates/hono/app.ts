import { Hono, type Context } from "hono";
import { baseRoutePath } from "hono/route";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { createEventNameReader, type ReadEventName } from "../receiver/http/event-path.js";
import type { RawRequest } from "../receiver/api/raw-message.js";
import type { Receiver } from "../receiver/api/receiver.js";
import { toRawRequest } from "../receiver/http/web-http.js";

/** An app for `app.route`. */
export type MplusApp = Hono & {
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
};

/** Creates an app for `app.route("/mplus", …)` that answers every request to its path. */
export function toHonoApp(receiver: Receiver): MplusApp {
  const app = new Hono();
  const getWaitUntil = createWaitUntilReader();
  const getEventNameReader = createReaderCache();
  app.all("*", async (context) => {
    // Not hono's own path, which is decoded: an event has one spelling.
    const event = getEventNameReader(baseRoutePath(context))(context.req.url) ?? "";
    const request = toRawRequest(context.req.raw, event, getWaitUntil(context));
    const { status, headers, body } = await receiver.receive(request);
    return context.body(body, status as ContentfulStatusCode, headers);
  });
  return Object.assign(app, { close: () => receiver.close() });
}

/** Keeps the latest reader: an app learns its mount path from its requests, and is rarely mounted twice. */
function createReaderCache(): (basePath: string) => ReadEventName {
  let known: readonly [basePath: string, readEventName: ReadEventName] | undefined;
  return (basePath) => {
    if (known?.[0] !== basePath) known = [basePath, createEventNameReader(basePath)];
    return known[1];
  };
}

/**
 * Only platforms that stop after the answer have an execution context; elsewhere hono throws, which costs a tenth of a
 * request. A platform has one for all requests or for none, so it is not read again after a throw.
 */
function createWaitUntilReader(): (context: Context) => RawRequest["waitUntil"] {
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
