import { answerErrorReport, isErrorReport } from "./answer-error-report.js";
import { answerEvent } from "./answer-event.js";
import { authenticate } from "./authenticate.js";
import { andThen } from "./awaitable.js";
import { readBody } from "./body.js";
import type { Contract, ErrorReport } from "./contract.js";
import type { Delivery } from "./delivery.js";
import { refuseEncoding, refuseEnvelope } from "./envelope.js";
import type { Awaitable } from "./handlers.js";
import { answerHealthCheck } from "./health.js";
import { isTooDeep, parseBody, refuseContentType, type JsonObject } from "./json-body.js";
import { conclude, observe, type Observation } from "./observer.js";
import type { ReceiverOptions } from "./options.js";
import { readHeader, type RawRequest, type RawResponse } from "./raw-message.js";
import { refusals, type Refusal, type Reply, type Step } from "./refusal.js";
import { logFault, logRefusal } from "./report.js";
import { toResponse } from "./response.js";
import { createSettings, type Settings } from "./settings.js";
import { readSubscriptionId } from "./subscription-id.js";
import type { KnownSubscription, Namesakes } from "./subscriptions.js";

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
  return {
    receive: (request) => respond(settings, request),
    close: () => settings.traffic.close(),
  };
}

/** What has become known of a request on its way. */
interface Visit {
  /** Whoever the request names, until a signature proves it. */
  sender: KnownSubscription | undefined;
  isProved: boolean;
  body: JsonObject | undefined;
  readonly observation: Observation | undefined;
}

/** Answers a request and signs the answer, whatever happens on the way. */
async function respond(settings: Settings, request: RawRequest): Promise<RawResponse> {
  const healthy = answerHealthCheck(settings, request);
  if (healthy) return toResponse(healthy, undefined, settings.traffic.isClosing);
  const { traffic, events } = settings;
  const isLate = traffic.isClosing;
  const observation = observe(settings, events.has(request.event) ? request.event : undefined);
  const visit: Visit = { sender: undefined, isProved: false, body: undefined, observation };
  traffic.enter();
  let reply: Reply = refusals.handlerFailed;
  let response: RawResponse;
  try {
    const deciding = decide(settings, request, visit, isLate);
    reply = deciding instanceof Promise ? await deciding : deciding;
    const sending = toResponse(reply, visit.sender, traffic.isClosing);
    response = sending instanceof Promise ? await sending : sending;
  } catch (fault) {
    reply = refuseFault(settings, request, visit, fault);
    response = await toResponse(reply, visit.sender, traffic.isClosing);
  } finally {
    traffic.leave();
  }
  if (observation) conclude(settings, observation, reply, visit.isProved ? visit.sender?.id : undefined);
  return response;
}

/** The protocol: a request is let in and answered, or refused. */
function decide(settings: Settings, request: RawRequest, visit: Visit, isLate: boolean): Awaitable<Reply> {
  return andThen(settings.findSubscription(readSubscriptionId(request)), (namesakes) => {
    visit.sender = namesakes.value?.[0];
    const admitting = isLate ? { refusal: refusals.shuttingDown } : admit(settings, request, namesakes);
    return andThen(admitting, (admitted) =>
      andThen(admitted.refusal ? admitted : answer(settings, request, visit, admitted.value), (outcome) => {
        if (outcome.refusal) logRefusal(settings.log, request, visit.sender, outcome.refusal);
        return outcome.refusal ?? outcome.value;
      }),
    );
  });
}

/** What is thrown is a fault of ours, but for a stack that a body nested too deeply has used up. */
function refuseFault(
  { log }: Settings,
  { event }: RawRequest,
  { sender, body }: Visit,
  fault: unknown,
): Refusal {
  if (fault instanceof RangeError && body && isTooDeep(body)) return refusals.nestedTooDeeply;
  logFault(log, event, sender, fault);
  return refusals.handlerFailed;
}

/** A body, and the subscription that signed it. */
interface Admitted {
  readonly bytes: Uint8Array;
  readonly subscription: KnownSubscription;
}

/** Lets in what has a signature that holds. */
function admit(
  settings: Settings,
  request: RawRequest,
  namesakes: Step<Namesakes>,
): Awaitable<Step<Admitted>> {
  const unwanted = refuseEnvelope(settings, request);
  if (unwanted) return { refusal: unwanted };
  if (namesakes.refusal) return namesakes;
  const encoded = refuseEncoding(request);
  if (encoded) return { refusal: encoded };
  return andThen(readBody(request, settings), (bytes) => {
    if (bytes.refusal) return bytes;
    const signature = readHeader(request, "x-mplus-signature");
    return andThen(
      authenticate(namesakes.value, bytes.value, signature, settings.log),
      (sender): Step<Admitted> =>
        sender.refusal ? sender : { value: { bytes: bytes.value, subscription: sender.value } },
    );
  });
}

/** Answers a request that is let in. */
function answer(
  settings: Settings,
  request: RawRequest,
  visit: Visit,
  { bytes, subscription }: Admitted,
): Awaitable<Step<Reply>> {
  visit.sender = subscription;
  visit.isProved = true;
  const mistyped = refuseContentType(readHeader(request, "content-type"));
  if (mistyped) return { refusal: mistyped };
  const { event } = request;
  const parsed = parseBody(bytes, event, settings.contract.json);
  if (parsed.refusal) return parsed;
  const body = (visit.body = parsed.value);
  const { observation } = visit;
  const delivery: Delivery = { event, body, subscription, source: request, observation };
  return (isErrorReport(body) ? answerErrorReport : answerEvent)(settings, delivery);
}
