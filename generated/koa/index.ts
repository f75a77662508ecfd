// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BasePath } from "../receiver/event-path.js";
import { createReceiver, type MplusOptions as ReceiverOptions } from "../receiver/index.js";
import { toKoaMiddleware, type MplusMiddleware } from "./middleware.js";

export type { MplusContext, MplusEventHandler } from "../receiver/index.js";
export type { MplusMiddleware };

/** What a receiver may be told, and where it lives. */
export type MplusOptions = ReceiverOptions & BasePath;

/**
 * Makes the webhooks' middleware: `app.use(createMplusMiddleware({ basePath: "/mplus", … }))`, before what parses
 * bodies. What is not below its path goes on to the next middleware.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusMiddleware(options: MplusOptions): MplusMiddleware {
  return toKoaMiddleware(createReceiver(options), options.basePath);
}
