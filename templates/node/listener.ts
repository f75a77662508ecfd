import { createEventNameReader } from "../receiver/http/event-path.js";
import { toNodeListener, type NodeListener } from "../receiver/http/node-http.js";
import type { Receiver } from "../receiver/api/receiver.js";

/** A listener for `http.createServer`. */
export type MplusListener = NodeListener;

/** Creates a listener for `http.createServer`, with events below a path. */
export function toListener(receiver: Receiver, basePath?: string): MplusListener {
  const readEventName = createEventNameReader(basePath);
  return toNodeListener(receiver, ({ url }) => readEventName(url));
}
