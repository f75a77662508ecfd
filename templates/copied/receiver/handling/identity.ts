import type { VerifiedEvent } from "../base/subscriptions.js";
import { isObject, type JsonObject } from "../base/values.js";

/** A POS may leave out any of these. */
export const getTill = ({ sender }: JsonObject): readonly unknown[] =>
  isObject(sender) ? [sender["branchNumber"], sender["workplaceNumber"], sender["instanceId"]] : [];

/** Undefined if missing or empty. */
export function getSessionId({ session }: JsonObject): unknown {
  const id = isObject(session) ? session["sessionId"] : undefined;
  return id === null || id === "" ? undefined : id;
}

/** True if the POS repeats the event until an answer says that it is finished. */
export const isPolling = ({ event }: JsonObject): boolean =>
  isObject(event) && event["eventPolling"] === true;

/** True if the POS waits for the answer: always, except with `eventBlocking: false` and no polling. */
export const isAwaited = (body: JsonObject): boolean =>
  !isObject(body["event"]) || body["event"]["eventBlocking"] !== false || isPolling(body);

type Identity = readonly unknown[];

/** The till, its sale and the event's own objects: constant through all rounds of an event. */
export const getSubject = (body: JsonObject, own: readonly string[]): Identity => [
  getTill(body),
  getSessionId(body),
  own.map((name) => body[name]),
];

/**
 * One round of an event: its number, its time (numbering may restart) and the user's answer. Undefined if the POS does
 * not number its events.
 */
export function getRound({ event, dialog, form }: JsonObject): Identity | undefined {
  if (!isObject(event)) return undefined;
  const { eventCounter, eventTimestamp } = event;
  // Two nulls may belong to two different events.
  const isNumbered = typeof eventCounter === "number" && typeof eventTimestamp === "string";
  return isNumbered ? [eventCounter, eventTimestamp, dialog, form] : undefined;
}

/** Identifies repeats of an event. Undefined if the POS does not number its events, or polls. */
export function getIdentity({ event, body }: VerifiedEvent, own: readonly string[]): Identity | undefined {
  const round = getRound(body);
  return round === undefined || isPolling(body) ? undefined : [event, round, getSubject(body, own)];
}
