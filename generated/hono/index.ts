// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { Hono, type Context } from "hono";
import { baseRoutePath } from "hono/route";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { createEventNameReader } from "../receiver/http.js";
import { defineAdapter, type RawRequest, type Receiver } from "../receiver/index.js";
import { toRawRequest } from "../fetch/web.js";

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
  app.all("*", async (context) => {
    const { raw, url } = context.req;
    // Not hono's own path, which is decoded: an event has one spelling.
    const event = createEventNameReader(baseRoutePath(context))(url) ?? "";
    const answer = await receiver.receive(toRawRequest(raw, event, getWaitUntil(context)));
    return context.body(answer.body, answer.status as ContentfulStatusCode, answer.headers);
  });
  return Object.assign(app, { close: () => receiver.close() });
}

/** Only platforms that stop after the answer have an execution context; elsewhere hono throws. */
function getWaitUntil(context: Context): RawRequest["waitUntil"] {
  try {
    const { executionCtx } = context;
    return (work) => executionCtx.waitUntil(work);
  } catch {
    return undefined;
  }
}
