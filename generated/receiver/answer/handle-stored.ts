// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ErrorReport } from "../api/events.js";
import type { HandleStored, StoredEvent, StoredRun } from "../api/inbox.js";
import type { CheckedOptions } from "../api/options.js";
import type { KnownSubscription } from "../auth/subscriptions.js";
import { parseJson } from "../http/json-body.js";
import { isSealed } from "../inbox/seal.js";
import type { Contract } from "../settings/contract.js";
import type { VerifiedEvent } from "../settings/delivery.js";
import { createSettings, type Settings } from "../settings/settings.js";
import type { JsonObject } from "../values/json-object.js";
import { checkAnswer } from "./check-answer.js";
import { checkRequest } from "./check-request.js";
import { isAwaitedFor } from "./is-awaited.js";
import { callHandler, type Call } from "./run-handler.js";
import { runQueued } from "./run-queued.js";

/**
 * Creates what a worker calls for each stored event. It settles when the handler has ended, however late that is, and
 * rejects if the handler fails, or the signal has aborted by then.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createStoredHandling<Requests, Responses, Report extends ErrorReport = ErrorReport>(
  contract: Contract<Requests, Responses, Report>,
  options: CheckedOptions<Requests, Responses, Report>,
): HandleStored {
  const settings = createSettings(contract, options);
  return async (stored, run) => {
    const call = await readStored(settings, stored);
    run.signal.throwIfAborted();
    await (settings.queued.has(stored.event) ? runQueued : runUnawaited)(settings, call, run);
    run.signal.throwIfAborted();
  };
}

/** Verifies the seal of a stored event, and reads it as the receiver did; what surprised it then is not logged again. */
async function readStored(settings: Settings, stored: StoredEvent): Promise<Call<VerifiedEvent>> {
  const { event, body: text } = stored;
  const subscription = await findSender(settings, stored);
  const account = await settings.findAccount(subscription);
  if (!settings.events.has(event)) throw new Error(`there is no event ${event} here`);
  const body = parseJson(text, event, settings.contract.json) as JsonObject;
  const { refusal, value } = checkRequest(settings, event, body);
  if (refusal) throw new Error(`the stored request is refused: ${refusal.message}`);
  const { request, requestProblems } = value;
  const delivery = { event, body, subscription, account };
  return { delivery, request, requestProblems, isAwaited: isAwaitedFor(body) };
}

/** The subscription whose secret sealed an event, among those that share its id. */
async function findSender(settings: Settings, stored: StoredEvent): Promise<KnownSubscription> {
  const { refusal, value } = await settings.findSubscription(stored.subscriptionId);
  if (refusal) throw new Error(`the subscription of the event was not found: ${refusal.message}`);
  for (const candidate of value) if (await isSealed(candidate, stored)) return candidate;
  throw new Error("the event was not stored by this receiver, or the secret it was stored with is gone");
}

/** Runs the handler of an event that the POS does not wait for; what it answers is checked, and goes nowhere. */
async function runUnawaited(
  settings: Settings,
  call: Call<VerifiedEvent>,
  { signal }: StoredRun,
): Promise<void> {
  const { event } = call.delivery;
  const handler = settings.handlers.get(event);
  // An event that the POS waited for was stored for a queued handler: the other one has answered it already.
  if (handler === undefined || call.isAwaited) throw new Error(`there is no queued handler of ${event} here`);
  const answer = await callHandler(settings, call, handler, { signal, isOver: () => signal.aborted });
  signal.throwIfAborted();
  const { refusal, value } = checkAnswer(settings, call.delivery, answer);
  if (refusal) throw new Error(`the handler of ${event} gave an invalid answer`);
  if (value.status !== 200) throw new Error(`the handler of ${event} answered an error`);
}
