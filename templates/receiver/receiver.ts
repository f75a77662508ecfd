import { enter, leave, type Ticket } from "./accounts.js";
import { answerErrorReport } from "./answer-error-report.js";
import { answerEvent } from "./answer-event.js";
import { authenticate } from "./authenticate.js";
import { andThen } from "./awaitable.js";
import { readBody } from "./body.js";
import type { Contract, ErrorReport } from "./contract.js";
import type { Delivery } from "./delivery.js";
import { isErrorReport } from "./direction.js";
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
import { isOf } from "./thrown.js";

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
  /** Whoever the request names: for the log alone. */
  named: KnownSubscription | undefined;
  /** Whoever has proved to have sent it: only what answers such a request is signed. */
  sender: KnownSubscription | undefined;
  body: JsonObject | undefined;
  ticket: Ticket | undefined;
  readonly observation: Observation | undefined;
}

/** Answers a request, whatever happens on the way; and signs the answer, if the request was proved. */
async function respond(settings: Settings, request: RawRequest): Promise<RawResponse> {
  const healthy = answerHealthCheck(settings, request);
  if (healthy) return toResponse(healthy, undefined, settings.traffic.isClosing);
  const { traffic, events } = settings;
  const observation = observe(settings, events.has(request.event) ? request.event : undefined);
  const visit: Visit = {
    named: undefined,
    sender: undefined,
    body: undefined,
    ticket: undefined,
    observation,
  };
  const unwanted = traffic.isClosing ? refusals.shuttingDown : refuseEnvelope(settings, request);
  traffic.enter();
  let reply: Reply = refusals.handlerFailed;
  let response: RawResponse;
  try {
    const deciding = decide(settings, request, visit, unwanted);
    reply = deciding instanceof Promise ? await deciding : deciding;
    const sending = toResponse(reply, visit.sender, traffic.isClosing);
    response = sending instanceof Promise ? await sending : sending;
  } catch (fault) {
    reply = refuseFault(settings, request, visit, fault);
    response = await toResponse(reply, visit.sender, traffic.isClosing);
  } finally {
    if (visit.ticket) leave(visit.ticket);
    traffic.leave();
  }
  if (observation) conclude(settings, observation, reply, visit.sender?.id);
  return response;
}

/** The protocol: a request is let in and answered, or refused. */
function decide(
  settings: Settings,
  request: RawRequest,
  visit: Visit,
  unwanted: Refusal | undefined,
): Awaitable<Reply> {
  const admitting = unwanted ? { refusal: unwanted } : admit(settings, request, visit);
  return andThen(admitting, (admitted) =>
    andThen(admitted.refusal ? admitted : answer(settings, request, visit, admitted.value), (outcome) => {
      if (outcome.refusal) logRefusal(settings.log, request, visit.named, outcome.refusal);
      return outcome.refusal ?? outcome.value;
    }),
  );
}

/** What is thrown is a fault of ours, but for a stack that a body nested too deeply has used up. */
function refuseFault(
  { log }: Settings,
  request: RawRequest,
  { named, body }: Visit,
  fault: unknown,
): Refusal {
  if (isOf(fault, RangeError) && body && isTooDeep(body)) {
    logRefusal(log, request, named, refusals.nestedTooDeeply);
    return refusals.nestedTooDeeply;
  }
  logFault(log, request.event, named, fault);
  return refusals.handlerFailed;
}

/** A body with its signature, and the subscription that made it. */
type Admitted = Pick<Delivery, "subscription" | "signature"> & { readonly bytes: Uint8Array };

/** Lets in what has a signature that holds. */
function admit(settings: Settings, request: RawRequest, visit: Visit): Awaitable<Step<Admitted>> {
  return andThen(settings.findSubscription(readSubscriptionId(request)), (namesakes) => {
    if (namesakes.refusal) return namesakes;
    visit.named = namesakes.value[0];
    const encoded = refuseEncoding(request);
    if (encoded) return { refusal: encoded };
    return andThen(readBody(request, settings), (bytes) =>
      bytes.refusal ? bytes : prove(settings, request, namesakes.value, bytes.value),
    );
  });
}

function prove(
  { log }: Settings,
  request: RawRequest,
  namesakes: Namesakes,
  bytes: Uint8Array,
): Awaitable<Step<Admitted>> {
  const signature = readHeader(request, "x-mplus-signature");
  return andThen(authenticate(namesakes, bytes, signature, log), (sender): Step<Admitted> =>
    sender.refusal ? sender : { value: { bytes, signature, subscription: sender.value } },
  );
}

/** Answers a request that is let in. */
function answer(
  settings: Settings,
  request: RawRequest,
  visit: Visit,
  { bytes, signature, subscription }: Admitted,
): Awaitable<Step<Reply>> {
  visit.named = visit.sender = subscription;
  const mistyped = refuseContentType(readHeader(request, "content-type"));
  if (mistyped) return { refusal: mistyped };
  return andThen(settings.findAccount(subscription), (account): Awaitable<Step<Reply>> => {
    const ticket = (visit.ticket = enter(account, bytes.length, settings.inFlightLimit));
    if (ticket === undefined) return { refusal: refusals.tooMuchAtOnce };
    const { event } = request;
    const parsed = parseBody(bytes, event, settings.contract.json);
    if (parsed.refusal) return parsed;
    const body = (visit.body = parsed.value);
    const { observation } = visit;
    const source = request;
    const delivery: Delivery = { event, body, signature, subscription, account, ticket, source, observation };
    return (isErrorReport(body) ? answerErrorReport : answerEvent)(settings, delivery);
  });
}
