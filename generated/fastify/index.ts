// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { FastifyPluginAsync } from "fastify";
import { createReceiver, type MplusOptions } from "../receiver/index.js";
import { toFastifyPlugin } from "./plugin.js";

export type { MplusContext, MplusEventHandler } from "../receiver/index.js";
export type { MplusOptions };

/**
 * Creates the plugin: `app.register(createMplusPlugin({ … }), { prefix: "/mplus" })`. An event is the last
 * segment of the path: `POST /mplus/scanCode`. The start of the app fails, with one sentence, if an option is wrong.
 */
export function createMplusPlugin(options: MplusOptions): FastifyPluginAsync {
  return toFastifyPlugin((log) => createReceiver({ ...options, log: options.log ?? log }));
}
