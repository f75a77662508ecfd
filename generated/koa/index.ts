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
import { toKoaMiddleware, type MplusMiddleware } from "./middleware.js";

export * from "../receiver/index.js";
export type { MplusMiddleware };

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptions<H = MplusHandlers, T = MplusHandlers, Q = MplusQueuedHandlers> = ReceiverOptions<H, T, Q> & BasePath;

/**
 * Creates the middleware: `app.use(createMplusMiddleware({ basePath: "/mplus", … }))`, before body parsers. Other
 * requests go on to the next middleware.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusMiddleware<
  H extends MplusHandlers,
  T extends MplusHandlers = MplusHandlers,
  Q extends MplusLooseQueued = MplusQueuedHandlers,
>(options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>): MplusMiddleware {
  return toKoaMiddleware(createReceiver<MplusHandlers, MplusHandlers, MplusLooseQueued>(options), options.basePath);
}
