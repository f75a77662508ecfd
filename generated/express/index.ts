// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import {
  createReceiver,
  type MplusExact,
  type MplusExactQueued,
  type MplusHandlers,
  type MplusLooseQueued,
  type MplusOptions,
  type MplusQueuedHandlers,
} from "../receiver/index.js";
import { toExpressHandler, type MplusRouter } from "./router.js";

export * from "../receiver/index.js";
export type { MplusRouter };

/**
 * Creates the router: `app.use("/mplus", createMplusRouter({ … }))`, before `express.json()`. An event
 * is the last segment of the path: `POST /mplus/scanCode`.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusRouter<
  H extends MplusHandlers,
  T extends MplusHandlers = MplusHandlers,
  Q extends MplusLooseQueued = MplusQueuedHandlers,
>(options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>): MplusRouter {
  return toExpressHandler(createReceiver<MplusHandlers, MplusHandlers, MplusLooseQueued>(options));
}
