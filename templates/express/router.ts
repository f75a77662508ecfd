import { createEventNameReader } from "../receiver/http/event-path.js";
import { toNodeListener, type NodeListener } from "../receiver/http/node-http.js";
import type { Receiver } from "../receiver/api/receiver.js";

/** A request handler for `app.use`, in express 5 and 4: their requests and responses extend Node's. */
export type MplusRouter = NodeListener;

/**
 * Creates a request handler for `app.use("/mplus", …)`. It answers every request to its path, and reads the body itself:
 * mount it before `express.json()`.
 */
export function toExpressHandler(receiver: Receiver): MplusRouter {
  // Express strips the mount path from the URL.
  const readEventName = createEventNameReader();
  return toNodeListener(receiver, ({ url }) => readEventName(url));
}
