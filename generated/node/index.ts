// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BasePath } from "../receiver/http/event-path.js";
import { createReceiver, type MplusOptions as ReceiverOptions } from "../receiver/index.js";
import { toListener, type MplusListener } from "./listener.js";

export type { MplusContext, MplusEventHandler } from "../receiver/index.js";
export type { MplusListener };

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptions = ReceiverOptions & BasePath;

/**
 * Creates the listener: `createServer(createMplusListener({ … }))`. It answers every request that it gets.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusListener(options: MplusOptions): MplusListener {
  return toListener(createReceiver(options), options.basePath);
}
