// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BasePath } from "../receiver/http/event-path.js";
import { createReceiver, type MplusOptions as ReceiverOptions } from "../receiver/index.js";
import { toFetchHandler, type FetchContext, type MplusHandler } from "./handler.js";

export type { MplusContext, MplusEventHandler } from "../receiver/index.js";
export type { FetchContext, MplusHandler };

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptions = ReceiverOptions & BasePath;

/**
 * Creates the handler, for every platform that speaks web requests and responses. It answers every request
 * that it gets.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusHandler(options: MplusOptions): MplusHandler {
  return toFetchHandler(createReceiver(options), options.basePath);
}
