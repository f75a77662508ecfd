// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { FastifyPluginAsync } from "fastify";
import {
  createReceiver,
  type MplusExact,
  type MplusExactQueued,
  type MplusHandlers,
  type MplusLooseQueued,
  type MplusOptions,
  type MplusQueuedHandlers,
} from "../receiver/index.js";
import { toFastifyPlugin } from "./plugin.js";

export * from "../receiver/index.js";

/**
 * Creates the plugin: `app.register(createMplusPlugin({ … }), { prefix: "/mplus" })`. An event is the last
 * segment of the path: `POST /mplus/scanCode`. The start of the app fails, with one sentence, if an option is wrong.
 */
export function createMplusPlugin<
  H extends MplusHandlers,
  T extends MplusHandlers = MplusHandlers,
  Q extends MplusLooseQueued = MplusQueuedHandlers,
>(options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>): FastifyPluginAsync {
  return toFastifyPlugin((log) => createReceiver<MplusHandlers, MplusHandlers, MplusLooseQueued>({ ...options, log: options.log ?? log }));
}
