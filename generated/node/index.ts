// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BasePath } from "../receiver/http/event-path.js";
import { createReceiver, type MplusExact, type MplusHandlers, type MplusOptions as ReceiverOptions } from "../receiver/index.js";
import { toListener, type MplusListener } from "./listener.js";

export * from "../receiver/index.js";
export type { MplusListener };

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptions<H = MplusHandlers, T = MplusHandlers> = ReceiverOptions<H, T> & BasePath;

/**
 * Creates the listener: `createServer(createMplusListener({ … }))`. It answers every request that it gets.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusListener<H extends MplusHandlers, T extends MplusHandlers = MplusHandlers>(
  options: MplusOptions<MplusExact<H>, MplusExact<T>>,
): MplusListener {
  return toListener(createReceiver<MplusHandlers>(options), options.basePath);
}
