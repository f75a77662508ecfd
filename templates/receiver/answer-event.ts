import type { ErrorReport, EventName } from "./contract.js";
import { isObject, type JsonObject } from "./json-body.js";
import type { EventContext } from "./options.js";
import { refusals, refuseBody, type Reply, type Step } from "./refusal.js";
import type { Settings } from "./settings.js";
import type { KnownSubscription } from "./subscriptions.js";

/** An event whose signature holds. */
export interface Delivery<Name extends string> {
  readonly event: Name;
  readonly body: JsonObject;
  readonly subscription: KnownSubscription;
  readonly signal: AbortSignal | undefined;
}

/** Checks the request, asks its handler, and checks what that answers. */
export async function answerEvent<
  Requests,
  Responses,
  Report extends ErrorReport,
  E extends EventName<Requests, Responses>,
>(settings: Settings<Requests, Responses, Report>, delivery: Delivery<E>): Promise<Step<Reply>> {
  const { contract, handlers } = settings;
  const { event, body, subscription } = delivery;
  const request = contract.validateRequest(event, body);
  if (!request.ok) return { refusal: refuseBody(request.problems, contract.ownObjects[event]) };

  const handler = isInherited(handlers, event) ? undefined : handlers[event];
  const answer = await handler?.call(handlers, createContext(settings, delivery, request.value));
  const complete = withPolling(settings, delivery, answer ?? {});

  const { version } = subscription;
  const response = contract.validateResponse(event, complete, version === undefined ? {} : { version });
  if (response.ok) return { value: createReply(response.value) };
  const faults = response.problems.map(({ path, message }) => `${path === "" ? "/" : path}: ${message}`);
  settings.log.error(
    { eventName: event, subscriptionId: subscription.id, problems: response.problems },
    `the handler of ${event} gave an invalid answer: ${faults.join("; ")}`,
  );
  return { refusal: refusals.handlerFailed };
}

/** A class may hold the handlers; what every object inherits is none of them. */
function isInherited(handlers: object, event: string): boolean {
  return event in Object.prototype && !Object.hasOwn(handlers, event);
}

function createContext<Request, Name extends string>(
  { log }: Pick<Settings<unknown, unknown, ErrorReport>, "log">,
  { event, subscription, signal }: Delivery<Name>,
  request: Request,
): EventContext<Request, Name> {
  const { id: subscriptionId, version } = subscription;
  if (signal !== undefined) return { request, eventName: event, subscriptionId, version, signal, log };
  return {
    request,
    eventName: event,
    subscriptionId,
    version,
    // To make one is dear, and hardly any handler asks.
    get signal() {
      return new AbortController().signal;
    },
    log,
  };
}

/** A POS asks again and again until it is told that polling has finished: a gap in our code must not be that. */
function withPolling<Requests, Responses, Report extends ErrorReport>(
  { contract, log }: Settings<Requests, Responses, Report>,
  { event, body, subscription }: Delivery<EventName<Requests, Responses>>,
  answer: unknown,
): unknown {
  if (!isPolling(body) || contract.pollingOptional.includes(event)) return answer;
  if (!isObject(answer) || answer["polling"] !== undefined) return answer;
  log.warn(
    { eventName: event, subscriptionId: subscription.id },
    `${event} polls and the answer has no polling: { finished: true } was added, so that the POS stops asking`,
  );
  return { ...answer, polling: { finished: true } };
}

function isPolling({ event }: JsonObject): boolean {
  return isObject(event) && event["eventPolling"] === true;
}

function createReply(response: unknown): Reply {
  const body = response as object;
  return { status: "error" in body && body.error !== undefined ? 400 : 200, body };
}
