// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { Hono, type Context } from "hono";
import { baseRoutePath } from "hono/route";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { createEventNameReader } from "../receiver/http.js";
import { defineAdapter, type RawRequest, type Receiver } from "../receiver/index.js";
import { WebRawRequest } from "../receiver/web.js";

export * from "../receiver/index.js";

/** An app for `app.route`. */
export type MplusApp = Hono & {
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
};

/**
 * Creates the app: `app.route("/mplus", createMplusApp({ … }))`. It answers every request to its path. An event is the last
 * segment of the path: `POST /mplus/scanCode`.
 * @throws Error with one sentence on the option that is wrong.
 */
export const createMplusApp = /* @__PURE__ */ defineAdapter(toHonoApp);

/** Puts a receiver into an app of hono's. */
export function toHonoApp(receiver: Receiver): MplusApp {
  const app = new Hono();
  const readEventName = createEventNameCache();
  const getWaitUntil = createWaitUntilReader();
  app.all("*", async (context) => {
    const request = new WebRawRequest(context.req.raw, readEventName(context), getWaitUntil(context));
    const { status, headers, body } = await receiver.receive(request);
    return context.body(body, status as ContentfulStatusCode, headers);
  });
  return Object.assign(app, { close: () => receiver.close() });
}

/** How many URLs are kept, and how long they may be: anybody can send any. */
const [maxUrls, maxLength] = [256, 256];

/** An app learns its mount path from its requests, by a search that takes longer than verifying a signature. */
function createEventNameCache(): (context: Context) => string {
  const known = new Map<string, string>();
  return (context) => {
    // Not hono's own path, which is decoded: an event has one spelling.
    const { url } = context.req;
    const kept = known.get(url);
    if (kept !== undefined) return kept;
    const event = createEventNameReader(baseRoutePath(context))(url) ?? "";
    if (known.size >= maxUrls) known.clear();
    if (url.length <= maxLength) known.set(url, event);
    return event;
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
