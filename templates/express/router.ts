import { createReadEvent } from "../receiver/event-path.js";
import { toNodeListener, type NodeListener } from "../receiver/node-http.js";
import type { Receiver } from "../receiver/receiver.js";

/** What `app.use` takes, in express 5 and 4: an express request and response are node's own and more. */
export type MplusRouter = NodeListener;

/**
 * Makes a receiver into a request handler for `app.use("/mplus", …)`. It answers whatever comes to its
 * path, and reads the body itself: mount it before `express.json()`.
 */
export function toExpressHandler(receiver: Receiver): MplusRouter {
  // Express takes the mount path off the URL.
  const readEvent = createReadEvent();
  return toNodeListener(receiver, ({ url }) => readEvent(url));
}
