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
import { toHonoApp, type MplusApp } from "./app.js";

export * from "../receiver/index.js";
export type { MplusApp };

/**
 * Creates the app: `app.route("/mplus", createMplusApp({ … }))`. An event is the last segment of the path:
 * `POST /mplus/scanCode`.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusApp<
  H extends MplusHandlers,
  T extends MplusHandlers = MplusHandlers,
  Q extends MplusLooseQueued = MplusQueuedHandlers,
>(options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>): MplusApp {
  return toHonoApp(createReceiver<MplusHandlers, MplusHandlers, MplusLooseQueued>(options));
}
