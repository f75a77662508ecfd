// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createReceiver, type MplusOptions } from "../receiver/index.js";
import { toExpressHandler, type MplusRouter } from "./router.js";

export type { MplusContext, MplusEventHandler } from "../receiver/index.js";
export type { MplusOptions, MplusRouter };

/**
 * Creates the router: `app.use("/mplus", createMplusRouter({ … }))`, before `express.json()`. An event
 * is the last segment of the path: `POST /mplus/scanCode`.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusRouter(options: MplusOptions): MplusRouter {
  return toExpressHandler(createReceiver(options));
}
