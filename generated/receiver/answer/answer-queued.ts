// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { emptyReply, type Outcome, type Reply } from "../http/refusal.js";
import type { Settings } from "../settings/settings.js";
import type { Awaitable } from "../values/awaitable.js";
import { logLateFault } from "./call-with-timeout.js";
import { handle } from "./handle.js";
import { runInBackground } from "./in-background.js";
import { measure, type Call } from "./run-handler.js";
import { runQueued } from "./run-queued.js";

/** Answers an event that was not stored, and runs its queued handler: afterwards, if the platform keeps running. */
export function answerQueued(settings: Settings, call: Call): Awaitable<Outcome<Reply>> {
  const { delivery, isAwaited } = call;
  const isBeside = isAwaited && settings.handlers.has(delivery.event);
  // What one handler changes in its request, the other must not see.
  const queuedCall = isBeside ? { ...call, request: structuredClone(call.request) } : call;
  const run = (): unknown => runQueued(settings, queuedCall, undefined);
  if (delivery.source.waitUntil !== undefined && settings.nonBlocking !== "wait") {
    runInBackground(settings, delivery, run);
    return answerNow(settings, call);
  }
  return isBeside ? handleBeside(settings, call, run) : runThenAnswer(settings, call, run);
}

/** Without a handler of its own, an event that the POS waits for has `{}` completed: a poll has to end. */
export const answerNow = (settings: Settings, call: Call): Awaitable<Outcome<Reply>> =>
  call.isAwaited ? handle(settings, call) : { value: emptyReply };

/** The answer is the handler's, whatever becomes of the queued one. Both have ended before it is sent. */
async function handleBeside(settings: Settings, call: Call, run: () => unknown): Promise<Outcome<Reply>> {
  const { event, subscription } = call.delivery;
  const answering = (async () => await handle(settings, call))();
  const queued = (async () => await run())().catch((fault: unknown) =>
    logLateFault(settings.log, event, subscription, fault),
  );
  await Promise.allSettled([answering, queued]);
  return answering;
}

async function runThenAnswer(settings: Settings, call: Call, run: () => unknown): Promise<Outcome<Reply>> {
  const { observation } = call.delivery;
  await (observation ? measure(observation, run) : run());
  return answerNow(settings, call);
}
