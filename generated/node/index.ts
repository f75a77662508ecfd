// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { BasePath } from "../receiver/http.js";
import { defineAdapter, type Receiver } from "../receiver/index.js";
import { toNodeListener, type NodeListener } from "../receiver/node.js";

export * from "../receiver/index.js";
export type { MplusOptionsWithPath as MplusOptions } from "../receiver/index.js";
export type { NodeListener };

/** A listener for `http.createServer`. */
export type MplusListener = NodeListener;

/**
 * Creates the listener: `createServer(createMplusListener({ … }))`. It answers every request that it gets.
 * @throws Error with one sentence on the option that is wrong.
 */
export const createMplusListener = /* @__PURE__ */ defineAdapter((receiver, { basePath }: BasePath) =>
  toListener(receiver, basePath),
);

/** Puts a receiver into a server of Node's, with events below a path. */
export function toListener(receiver: Receiver, basePath?: string): MplusListener {
  return toNodeListener(receiver, basePath);
}
