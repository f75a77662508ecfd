import { isObject, type JsonObject } from "../values/json-object.js";

// Protects against reflection: one key signs both directions, so an answer must never read as a request. Otherwise
// somebody could post an answer back, and its signature would be valid.

/** Whether a body is an event: each has the object `event`, which no answer may have. */
export function isEvent(body: JsonObject): boolean {
  return Object.hasOwn(body, "event") && isObject(body["event"]);
}

/** Whether a body is the POS's report on one of our answers, which comes to the URL of the event. */
export function isErrorReport(body: JsonObject): boolean {
  return Object.hasOwn(body, "error") && Object.hasOwn(body, "original");
}

/** The property that would make an answer read as a request; undefined if it has none. */
export function findRequestProperty(answer: object): string | undefined {
  if (Object.hasOwn(answer, "event")) return "event";
  return Object.hasOwn(answer, "original") ? "original" : undefined;
}
