import type { Contract, ErrorReport, EventName } from "./contract.js";
import { isObject, type JsonObject } from "./json-body.js";
import type { Log } from "./log.js";

/** An event and the handler's answer to it. */
export interface Answered<Name extends string> {
  readonly event: Name;
  readonly body: JsonObject;
  readonly subscription: { readonly id: string };
}

/** Adds to an answer what the protocol wants and the handler left out. What it gave is not changed. */
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

/** The id of what an event is about goes back with the answer about it. */
function withEcho(
  echoed: Readonly<Record<string, readonly [object: string, property: string]>>,
  { event, body }: Answered<string>,
  answer: JsonObject,
): JsonObject {
  const echo = Object.hasOwn(echoed, event) ? echoed[event] : undefined;
  if (echo === undefined) return answer;
  const [object, property] = echo;
  const [asked, given] = [body[object], answer[object]];
  if (!isObject(asked) || !isObject(given) || given[property] !== undefined) return answer;
  const id = asked[property];
  return id === undefined ? answer : { ...answer, [object]: { ...given, [property]: id } };
}

/** A POS asks again and again until it is told that polling has finished: a gap in our code must not be that. */
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
