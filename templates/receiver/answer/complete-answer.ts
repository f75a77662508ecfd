import type { ErrorReport, EventName } from "../api/events.js";
import type { Log } from "../api/log.js";
import type { Contract } from "../settings/contract.js";
import { isObject, type JsonObject } from "../values/json-object.js";

/** The event that was answered. */
export interface Answered<Name extends string> {
  readonly event: Name;
  readonly body: JsonObject;
  readonly subscription: { readonly id: string };
}

/** Adds what the protocol requires and the handler left out. What the handler answered is not changed. */
export function completeAnswer<Requests, Responses, Report extends ErrorReport>(
  { contract, log }: { contract: Contract<Requests, Responses, Report>; log: Log },
  delivery: Answered<EventName<Requests, Responses>>,
  answer: unknown,
): unknown {
  if (!isObject(answer)) return answer;
  const echoed = withEcho(contract.echoed, delivery, answer);
  if (!isPolling(delivery.body) || contract.pollingOptional.includes(delivery.event)) return echoed;
  return withPolling(delivery, echoed, log);
}

/** Repeats the id of the request's object in the answer's object of the same name. */
function withEcho(
  echoed: Readonly<Record<string, readonly [object: string, property: string]>>,
  { event, body }: Answered<string>,
  answer: JsonObject,
): JsonObject {
  const echo = Object.hasOwn(echoed, event) ? echoed[event] : undefined;
  if (echo === undefined) return answer;
  const [object, property] = echo;
  const [requested, given] = [body[object], answer[object]];
  if (!isObject(requested) || !isObject(given) || given[property] !== undefined) return answer;
  const id = requested[property];
  return id === undefined ? answer : { ...answer, [object]: { ...given, [property]: id } };
}

/** Without `polling: { finished: true }` the POS would ask again forever. */
function withPolling({ event, subscription }: Answered<string>, answer: JsonObject, log: Log): JsonObject {
  if (answer["polling"] !== undefined) return answer;
  log.warn(
    { eventName: event, subscriptionId: subscription.id },
    `${event} polls and the answer has no polling: { finished: true } was added, so that the POS stops asking`,
  );
  return { ...answer, polling: { finished: true } };
}

function isPolling({ event }: JsonObject): boolean {
  return isObject(event) && event["eventPolling"] === true;
}
