// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BasePath } from "../receiver/http/event-path.js";
import {
  createReceiver,
  type MplusExact,
  type MplusExactQueued,
  type MplusHandlers,
  type MplusLooseQueued,
  type MplusOptions as ReceiverOptions,
  type MplusQueuedHandlers,
} from "../receiver/index.js";
import { toListener, type MplusListener } from "./listener.js";

export * from "../receiver/index.js";
export type { MplusListener };

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptions<H = MplusHandlers, T = MplusHandlers, Q = MplusQueuedHandlers> = ReceiverOptions<H, T, Q> & BasePath;

/**
 * Creates the listener: `createServer(createMplusListener({ … }))`. It answers every request that it gets.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusListener<
  H extends MplusHandlers,
  T extends MplusHandlers = MplusHandlers,
  Q extends MplusLooseQueued = MplusQueuedHandlers,
>(options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>): MplusListener {
  return toListener(createReceiver<MplusHandlers, MplusHandlers, MplusLooseQueued>(options), options.basePath);
}
