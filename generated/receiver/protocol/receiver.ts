// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ErrorReport } from "../api/events.js";
import { endObservation, startObservation, type Observation } from "../api/observer.js";
import type { CheckedOptions } from "../api/options.js";
import type { RawRequest, RawResponse } from "../api/raw-message.js";
import type { Receiver } from "../api/receiver.js";
import { answerErrorReport } from "../answer/answer-error-report.js";
import { answerEvent } from "../answer/answer-event.js";
import { isErrorReport } from "../auth/reflection.js";
import type { KnownSubscription } from "../auth/subscriptions.js";
import { readHeader, refuseContentType, refuseEarly } from "../http/header-check.js";
import { isTooDeep, parseBody } from "../http/json-body.js";
import { refusals, type Outcome, type Refusal, type Reply } from "../http/refusal.js";
import type { Contract } from "../settings/contract.js";
import type { Delivery } from "../settings/delivery.js";
import { finishRequest, startRequest, type Ticket } from "../settings/in-flight-limit.js";
import { createSettings, type Settings } from "../settings/settings.js";
import { andThen, type Awaitable } from "../values/awaitable.js";
import type { JsonObject } from "../values/json-object.js";
import { isInstance } from "../values/thrown.js";
import { admit, type SignedRequest } from "./admission.js";
import { answerHealthCheck } from "./health.js";
import { logFault, logRefusal } from "./log-refusal.js";
import { toResponse } from "./response.js";

/**
 * Creates a receiver for the events of a contract.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createProtocolReceiver<Requests, Responses, Report extends ErrorReport = ErrorReport>(
  contract: Contract<Requests, Responses, Report>,
  options: CheckedOptions<Requests, Responses, Report>,
): Receiver {
  const settings = createSettings(contract, options);
  return {
    receive: (request) => respond(settings, request),
    close: () => settings.requests.close(),
  };
}

/** What is known about a request so far. */
interface Progress {
  /** A subscription of the id in the request, not verified: only for the log. */
  named: KnownSubscription | undefined;
  /** The verified sender: only answers to a verified sender are signed. */
  sender: KnownSubscription | undefined;
  body: JsonObject | undefined;
  ticket: Ticket | undefined;
  readonly observation: Observation | undefined;
}

/** Answers a request, whatever goes wrong, and signs the answer if the sender was verified. */
async function respond(settings: Settings, request: RawRequest): Promise<RawResponse> {
  const healthy = answerHealthCheck(settings, request);
  if (healthy) return toResponse(healthy, undefined, settings.requests.isClosing);
  const { requests, events } = settings;
  const observation = startObservation(settings, events.has(request.event) ? request.event : undefined);
  const progress: Progress = {
    named: undefined,
    sender: undefined,
    body: undefined,
    ticket: undefined,
    observation,
  };
  const early = requests.isClosing ? refusals.shuttingDown : refuseEarly(settings, request);
  requests.start();
  let reply: Reply = refusals.handlerFailed;
  let response: RawResponse;
  try {
    const deciding = decide(settings, request, progress, early);
    reply = deciding instanceof Promise ? await deciding : deciding;
    const sending = toResponse(reply, progress.sender, requests.isClosing);
    response = sending instanceof Promise ? await sending : sending;
  } catch (fault) {
    reply = refuseFault(settings, request, progress, fault);
    response = await toResponse(reply, progress.sender, requests.isClosing);
  } finally {
    if (progress.ticket) finishRequest(progress.ticket);
    requests.finish();
  }
  if (observation) endObservation(settings, observation, reply, progress.sender?.id);
  return response;
}

/** Admits and answers a request, or refuses it. */
function decide(
  settings: Settings,
  request: RawRequest,
  progress: Progress,
  early: Refusal | undefined,
): Awaitable<Reply> {
  const onNamed = (subscription: KnownSubscription): void => void (progress.named = subscription);
  const admitting = early ? { refusal: early } : admit(settings, request, onNamed);
  return andThen(admitting, (admitted) =>
    andThen(admitted.refusal ? admitted : answer(settings, request, progress, admitted.value), (outcome) => {
      if (outcome.refusal) logRefusal(settings.log, request, progress.named, outcome.refusal);
      return outcome.refusal ?? outcome.value;
    }),
  );
}

/** A fault is answered with status 500, unless a body that is nested too deeply used up the stack. */
function refuseFault(
  { log }: Settings,
  request: RawRequest,
  { named, body }: Progress,
  fault: unknown,
): Refusal {
  if (isInstance(fault, RangeError) && body && isTooDeep(body)) {
    logRefusal(log, request, named, refusals.nestedTooDeeply);
    return refusals.nestedTooDeeply;
  }
  logFault(log, request.event, named, fault);
  return refusals.handlerFailed;
}

/** Answers a request whose sender was verified. */
function answer(
  settings: Settings,
  request: RawRequest,
  progress: Progress,
  { bytes, signature, subscription }: SignedRequest,
): Awaitable<Outcome<Reply>> {
  progress.named = progress.sender = subscription;
  const mistyped = refuseContentType(readHeader(request, "content-type"));
  if (mistyped) return { refusal: mistyped };
  return andThen(settings.findAccount(subscription), (account): Awaitable<Outcome<Reply>> => {
    const ticket = (progress.ticket = startRequest(account, bytes.length, settings.inFlightLimit));
    if (ticket === undefined) return { refusal: refusals.tooMuchAtOnce };
    const { event } = request;
    const parsed = parseBody(bytes, event, settings.contract.json);
    if (parsed.refusal) return parsed;
    const body = (progress.body = parsed.value);
    const { observation } = progress;
    if (observation) observation.verified = bytes;
    const source = request;
    const sender = { signature, subscription, account };
    const delivery: Delivery = { ...sender, event, body, bytes, ticket, source, observation };
    return (isErrorReport(body) ? answerErrorReport : answerEvent)(settings, delivery);
  });
}
