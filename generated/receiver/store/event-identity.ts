// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isObject, type JsonObject } from "../values/json-object.js";

/** The till that sent a request. A POS may leave out any part of it. */
export function getTill({ sender }: JsonObject): readonly unknown[] {
  if (!isObject(sender)) return [];
  const { branchNumber, workplaceNumber, instanceId } = sender;
  return [branchNumber, workplaceNumber, instanceId];
}

/** The id of the sale that a request is about; undefined if there is none, or an empty one. */
export function getSessionId({ session }: JsonObject): unknown {
  const id = isObject(session) ? session["sessionId"] : undefined;
  return id === null || id === "" ? undefined : id;
}

/**
 * What makes an event the one it is, so that it is recognised when it comes again. Undefined if the POS is polling, and so
 * repeats itself, or does not number the event.
 */
export function getIdentity(
  event: string,
  body: JsonObject,
  ownObjects: readonly string[],
): readonly unknown[] | undefined {
  const round = getRound(body);
  const isPolling = isObject(body["event"]) && body["event"]["eventPolling"] === true;
  return round === undefined || isPolling ? undefined : [event, round, getSubject(body, ownObjects)];
}

/** What a request is about: the till, its sale, and the event's own objects. The same in every round of an event. */
export function getSubject(body: JsonObject, ownObjects: readonly string[]): readonly unknown[] {
  return [getTill(body), getSessionId(body), ownObjects.map((name) => body[name])];
}

/**
 * What tells one round of an event from the next: its number, its time (as the number may start again) and what the user
 * answered. Undefined if the POS does not number its events.
 */
export function getRound({ event, dialog, form }: JsonObject): readonly unknown[] | undefined {
  if (!isObject(event)) return undefined;
  const { eventCounter, eventTimestamp } = event;
  if (eventCounter === undefined || eventTimestamp === undefined) return undefined;
  return [eventCounter, eventTimestamp, dialog, form];
}
