// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { Context, Next } from "koa";
import { createEventNameReader, type BasePath } from "../receiver/http.js";
import { defineAdapter, type Receiver } from "../receiver/index.js";
import { toRawRequest, type ParsedBody } from "../receiver/node.js";

export * from "../receiver/index.js";
export type { MplusOptionsWithPath as MplusOptions } from "../receiver/index.js";

/** Middleware for `app.use`, whatever the types of the app's state and context. */
export interface MplusMiddleware {
  (context: Context, next: Next): Promise<void>;
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/**
 * Creates the middleware: `app.use(createMplusMiddleware({ basePath: "/mplus", … }))`, before body parsers. It answers
 * every request to its path; others go on to the next middleware.
 * @throws Error with one sentence on the option that is wrong.
 */
export const createMplusMiddleware = /* @__PURE__ */ defineAdapter((receiver, { basePath }: BasePath) =>
  toKoaMiddleware(receiver, basePath),
);

/** Puts a receiver into koa, with events below a path. */
export function toKoaMiddleware(receiver: Receiver, basePath?: string): MplusMiddleware {
  const readEventName = createEventNameReader(basePath);
  const handle = async (context: Context, next: Next): Promise<void> => {
    const event = readEventName(context.url);
    if (event === undefined) return (await next()) as undefined;
    const { req, request, res } = context;
    const rawRequest = toRawRequest(req, event, res, request as ParsedBody);
    // Meanwhile koa can only report, with a stack, that the client has disconnected; the receiver logs that.
    const report = context.onerror.bind(context);
    context.onerror = () => undefined;
    const { status, headers, body } = await receiver.receive(rawRequest);
    context.onerror = report;
    context.status = status;
    context.set(headers);
    context.body = body;
  };
  return Object.assign(handle, { close: () => receiver.close() });
}
