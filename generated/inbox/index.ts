// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import {
  createHandleStored,
  type MplusExact,
  type MplusExactQueued,
  type MplusHandlers,
  type MplusLooseQueued,
  type MplusOptions,
  type MplusQueuedHandlers,
} from "../receiver/index.js";
import type { DurableInbox } from "./create-inbox.js";
import { runWorker, type Worker, type WorkerOptions } from "./worker.js";

export { createInbox, type DurableInbox } from "./create-inbox.js";
export type { Health, UpHealth } from "./health.js";
export type { Connection, OpenTransaction } from "./connection.js";
export type { InboxOptions, InboxSettings } from "./options.js";
export type { Worker, WorkerOptions };

/**
 * Starts a worker: it handles what is stored in the inbox, with the options of the receiver, in this process or another.
 * Resolves when it has begun; a database that is away is tried again and again.
 * @throws Error with one sentence on the option that is wrong.
 */
export function startWorker<H, T = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>(
  inbox: DurableInbox,
  options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>,
  how: WorkerOptions = {},
): Promise<Worker> {
  const handle = createHandleStored<H, T, Q>(options);
  return Promise.resolve(runWorker(inbox, handle, how));
}
