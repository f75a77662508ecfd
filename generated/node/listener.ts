// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createReadEvent } from "../receiver/event-path.js";
import { toNodeListener, type NodeListener } from "../receiver/node-http.js";
import type { Receiver } from "../receiver/receiver.js";

/** What `http.createServer` takes. */
export type MplusListener = NodeListener;

/** Makes a receiver into a listener for `http.createServer`, with events below a path. */
export function toListener(receiver: Receiver, basePath?: string): MplusListener {
  const readEvent = createReadEvent(basePath);
  return toNodeListener(receiver, ({ url }) => readEvent(url));
}
