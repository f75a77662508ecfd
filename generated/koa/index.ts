// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BasePath } from "../receiver/http/event-path.js";
import { createReceiver, type MplusOptions as ReceiverOptions } from "../receiver/index.js";
import { toKoaMiddleware, type MplusMiddleware } from "./middleware.js";

export type { MplusContext, MplusEventHandler } from "../receiver/index.js";
export type { MplusMiddleware };

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptions = ReceiverOptions & BasePath;

/**
 * Creates the middleware: `app.use(createMplusMiddleware({ basePath: "/mplus", … }))`, before body parsers. Other
 * requests go on to the next middleware.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusMiddleware(options: MplusOptions): MplusMiddleware {
  return toKoaMiddleware(createReceiver(options), options.basePath);
}
