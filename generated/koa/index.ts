// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BasePath } from "../receiver/http/event-path.js";
import { createReceiver, type MplusExact, type MplusHandlers, type MplusOptions as ReceiverOptions } from "../receiver/index.js";
import { toKoaMiddleware, type MplusMiddleware } from "./middleware.js";

export * from "../receiver/index.js";
export type { MplusMiddleware };

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptions<H = MplusHandlers, T = MplusHandlers> = ReceiverOptions<H, T> & BasePath;

/**
 * Creates the middleware: `app.use(createMplusMiddleware({ basePath: "/mplus", … }))`, before body parsers. Other
 * requests go on to the next middleware.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusMiddleware<H extends MplusHandlers, T extends MplusHandlers = MplusHandlers>(
  options: MplusOptions<MplusExact<H>, MplusExact<T>>,
): MplusMiddleware {
  return toKoaMiddleware(createReceiver<MplusHandlers>(options), options.basePath);
}
