// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BasePath } from "../receiver/http/event-path.js";
import {
  createReceiver,
  type MplusExact,
  type MplusExactQueued,
  type MplusHandlers,
  type MplusLooseQueued,
  type MplusOptions as ReceiverOptions,
  type MplusQueuedHandlers,
} from "../receiver/index.js";
import type { LambdaAnswer, LambdaEvent } from "./event.js";
import { toLambda, type MplusLambda } from "./handler.js";

export * from "../receiver/index.js";
export type { LambdaAnswer, LambdaEvent, MplusLambda };

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptions<H = MplusHandlers, T = MplusHandlers, Q = MplusQueuedHandlers> = ReceiverOptions<H, T, Q> & BasePath;

/**
 * Creates the handler: `export const handler = createMplusLambda({ … })`, behind API Gateway (REST or HTTP
 * API), a function URL or a load balancer.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createMplusLambda<
  H extends MplusHandlers,
  T extends MplusHandlers = MplusHandlers,
  Q extends MplusLooseQueued = MplusQueuedHandlers,
>(options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>): MplusLambda {
  return toLambda(createReceiver<MplusHandlers, MplusHandlers, MplusLooseQueued>(options), options.basePath);
}
