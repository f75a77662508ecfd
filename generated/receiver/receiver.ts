// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { answerErrorReport, isErrorReport } from "./answer-error-report.js";
import { answerEvent } from "./answer-event.js";
import { refuseSignature } from "./authenticate.js";
import { readBody } from "./body.js";
import type { Contract, ErrorReport } from "./contract.js";
import { readEnvelope, refuseEncoding } from "./envelope.js";
import { isTooDeep, parseBody, refuseContentType } from "./json-body.js";
import type { ReceiverOptions } from "./options.js";
import { readHeader, type RawRequest, type RawResponse } from "./raw-message.js";
import { refusals, type Reply, type Step } from "./refusal.js";
import { logFault, logRefusal } from "./report.js";
import { toResponse } from "./response.js";
import { createSettings, type Settings } from "./settings.js";
import type { KnownSubscription } from "./subscriptions.js";
import { createTraffic, type Traffic } from "./traffic.js";

/** The protocol of the webhooks, without a framework. */
export interface Receiver {
  /** Answers one request. Does not reject: whatever goes wrong is an answer and a line in the log. */
  receive(request: RawRequest): Promise<RawResponse>;
  /** From now on new requests are refused with status 503; resolves when those under way are answered. */
  close(): Promise<void>;
}

/**
 * Makes a receiver for the events of a contract.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createProtocolReceiver<Requests, Responses, Report extends ErrorReport = ErrorReport>(
  contract: Contract<Requests, Responses, Report>,
  options: ReceiverOptions<Requests, Responses, Report>,
): Receiver {
  const settings = createSettings(contract, options);
  const traffic = createTraffic();
  return {
    receive: (request) => respond(settings, traffic, request),
    close: () => traffic.close(),
  };
}

/** Decides on an answer and signs it, whatever happens on the way. */
async function respond<Requests, Responses, Report extends ErrorReport>(
  settings: Settings<Requests, Responses, Report>,
  traffic: Traffic,
  request: RawRequest,
): Promise<RawResponse> {
  const isLate = traffic.isClosing;
  traffic.enter();
  let sender: Step<KnownSubscription> | undefined;
  try {
    const finding = settings.findSubscription(readHeader(request, "x-mplus-subscription-id"));
    sender = finding instanceof Promise ? await finding : finding;
    const outcome = isLate ? { refusal: refusals.shuttingDown } : await decide(settings, request, sender);
    if (outcome.refusal) logRefusal(settings.log, request, sender.value, outcome.refusal);
    return toResponse(outcome.refusal ?? outcome.value, sender.value, traffic.isClosing);
  } catch (error) {
    logFault(settings.log, request, sender?.value, error);
    return toResponse(refusals.handlerFailed, sender?.value, traffic.isClosing);
  } finally {
    traffic.leave();
  }
}

/** The protocol: each step has the value of the one before, or has ended it. */
async function decide<Requests, Responses, Report extends ErrorReport>(
  settings: Settings<Requests, Responses, Report>,
  request: RawRequest,
  sender: Step<KnownSubscription>,
): Promise<Step<Reply>> {
  const event = readEnvelope(settings, request);
  if (event.refusal) return event;
  if (sender.refusal) return sender;
  const subscription = sender.value;

  const encoded = refuseEncoding(request);
  if (encoded) return { refusal: encoded };
  const reading = readBody(request, settings);
  const bytes = reading instanceof Promise ? await reading : reading;
  if (bytes.refusal) return bytes;

  const refusal =
    refuseSignature(subscription, bytes.value, readHeader(request, "x-mplus-signature"), settings.log) ??
    refuseContentType(readHeader(request, "content-type"));
  if (refusal) return { refusal };
  const body = parseBody(bytes.value);
  if (body.refusal) return body;

  const delivery = { event: event.value, body: body.value, subscription, signal: request.signal };
  try {
    return await (isErrorReport(body.value) ? answerErrorReport : answerEvent)(settings, delivery);
  } catch (error) {
    if (error instanceof RangeError && isTooDeep(body.value)) return { refusal: refusals.nestedTooDeeply };
    throw error;
  }
}
