// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createReceiver, type MplusOptions } from "../receiver/index.js";
import { toHonoApp, type MplusApp } from "./app.js";

export type { MplusContext, MplusEventHandler } from "../receiver/index.js";
export type { MplusApp, MplusOptions };

/**
 * Creates the app: `app.route("/mplus", createMplusApp({ … }))`. An event is the last segment of the path:
 * `POST /mplus/scanCode`.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusApp(options: MplusOptions): MplusApp {
  return toHonoApp(createReceiver(options));
}
