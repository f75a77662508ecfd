// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { createEventNameReader, type BasePath } from "../receiver/http.js";
import { defineAdapter, type Receiver } from "../receiver/index.js";
import { toRawRequest, toWebResponse } from "./web.js";

export * from "../receiver/index.js";
export type { MplusOptionsWithPath as MplusOptions } from "../receiver/index.js";

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

/**
 * Creates the handler, for every platform that speaks web requests and responses. It answers every request
 * that it gets.
 * @throws Error with one sentence on the option that is wrong.
 */
export const createMplusHandler = /* @__PURE__ */ defineAdapter((receiver, { basePath }: BasePath) =>
  toFetchHandler(receiver, basePath),
);

/** Puts a receiver behind web requests, with events below a path. */
export function toFetchHandler(receiver: Receiver, basePath?: string): MplusHandler {
  const readEventName = createEventNameReader(basePath);
  const handle = async (request: Request, context: FetchContext | object = {}): Promise<Response> => {
    const waitUntil = canWait(context) ? (work: Promise<unknown>) => context.waitUntil(work) : undefined;
    const event = readEventName(request.url) ?? "";
    return toWebResponse(await receiver.receive(toRawRequest(request, event, waitUntil)));
  };
  return Object.assign(handle, { close: () => receiver.close() });
}

function canWait(context: FetchContext | object): context is FetchContext {
  return "waitUntil" in context && typeof context.waitUntil === "function";
}
