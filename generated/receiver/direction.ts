// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isObject, type JsonObject } from "./json-body.js";

// One key signs both directions. So what we answer must never read as a request: whoever got hold of an answer could
// post it back, and its signature would hold.

/** Whether a body is an event: each has the envelope's `event`, which no answer of ours may have. */
export function isEvent(body: JsonObject): boolean {
  return Object.hasOwn(body, "event") && isObject(body["event"]);
}

/** Whether a body is the POS's report on an answer of ours: it comes to the URL of the event. */
export function isErrorReport(body: JsonObject): boolean {
  return Object.hasOwn(body, "error") && Object.hasOwn(body, "original");
}

/** The property that would make a request of an answer; undefined where it has none. */
export function findRequestMark(answer: object): string | undefined {
  if (Object.hasOwn(answer, "event")) return "event";
  return Object.hasOwn(answer, "original") ? "original" : undefined;
}
