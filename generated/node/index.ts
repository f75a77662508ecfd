// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { IncomingMessage, ServerResponse } from "node:http";
import { createEventNameReader, type BasePath } from "../receiver/http.js";
import {
  defineAdapter,
  type MplusHandlers,
  type MplusOptions as ReceiverOptions,
  type MplusQueuedHandlers,
  type Receiver,
} from "../receiver/index.js";
import { toNodeListener } from "../receiver/node.js";

export * from "../receiver/index.js";

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptions<H = MplusHandlers, T = MplusHandlers, Q = MplusQueuedHandlers> = BasePath &
  ReceiverOptions<H, T, Q>;

/** A listener for `http.createServer`. */
export interface MplusListener {
  (request: IncomingMessage, response: ServerResponse): void;
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/**
 * Creates the listener: `createServer(createMplusListener({ … }))`. It answers every request that it gets.
 * @throws Error with one sentence on the option that is wrong.
 */
export const createMplusListener = /* @__PURE__ */ defineAdapter((receiver, { basePath }: BasePath) =>
  toListener(receiver, basePath),
);

/** Puts a receiver into a server of Node's, with events below a path. */
export function toListener(receiver: Receiver, basePath?: string): MplusListener {
  const readEventName = createEventNameReader(basePath);
  return toNodeListener(receiver, ({ url }: IncomingMessage) => readEventName(url));
}
