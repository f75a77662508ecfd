import { isObject, type JsonObject } from "./json-body.js";

/** Which till sent a request. A POS need not tell all of it. */
function tillOf({ sender }: JsonObject): readonly unknown[] {
  if (!isObject(sender)) return [];
  const { branchNumber, workplaceNumber, instanceId } = sender;
  return [branchNumber, workplaceNumber, instanceId];
}

/** Which sale a request is about; undefined where it is about none. */
function sessionOf({ session }: JsonObject): unknown {
  return isObject(session) ? session["sessionId"] : undefined;
}

/** What a request is about: the till, its sale, and the objects that make the event what it is. */
export function subjectOf(body: JsonObject, ownObjects: readonly string[]): readonly unknown[] {
  return [tillOf(body), sessionOf(body), ownObjects.map((name) => body[name])];
}

/**
 * What tells one round of an event from the next: its number, and what the user answered. The number alone may start
 * anew, so the time counts too. Undefined where the POS does not number its events.
 */
export function roundOf({ event, dialog, form }: JsonObject): readonly unknown[] | undefined {
  if (!isObject(event)) return undefined;
  const { eventCounter, eventTimestamp } = event;
  if (eventCounter === undefined || eventTimestamp === undefined) return undefined;
  return [eventCounter, eventTimestamp, dialog, form];
}
