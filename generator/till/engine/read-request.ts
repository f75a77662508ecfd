import { getAt, isObject, type Json, type JsonObject } from "../../base/json.js";

/** True if the POS reports an answer that it could not use. */
export const isErrorReport = (request: Json): boolean =>
  isObject(request) && Object.hasOwn(request, "original");

export const isNotAwaited = (request: JsonObject): boolean =>
  getAt(request, ["event", "eventBlocking"]) === false;

/** Undefined if the request has no session. Some releases leave the id of a session empty. */
export function readSessionId(request: Json): string | undefined {
  const id = getAt(request, ["session", "sessionId"]);
  return typeof id === "string" ? id : undefined;
}
