// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { defineAdapter, type Receiver } from "../receiver/index.js";
import { toNodeListener, type NodeListener } from "../receiver/node.js";

export * from "../receiver/index.js";
export type { NodeListener };

/** A request handler for `app.use`, in express 5 and 4: their requests and responses extend Node's. */
export type MplusRouter = NodeListener;

/**
 * Creates the router: `app.use("/mplus", createMplusRouter({ … }))`. It answers every request to its path, and reads the
 * body itself: mount it before `express.json()`. An event is the last segment of the path: `POST /mplus/scanCode`.
 * @throws Error with one sentence on the option that is wrong.
 */
export const createMplusRouter = /* @__PURE__ */ defineAdapter(toExpressHandler);

/** Puts a receiver into express. */
export function toExpressHandler(receiver: Receiver): MplusRouter {
  // Express strips the mount path from the URL.
  return toNodeListener(receiver);
}
