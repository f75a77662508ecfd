// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isObject, type JsonObject } from "../values/json-object.js";

/** Whether the POS waits for the answer to a request: unless it sends `eventBlocking: false` and is not polling. */
export function isAwaitedFor({ event }: JsonObject): boolean {
  return !isObject(event) || event["eventBlocking"] !== false || event["eventPolling"] === true;
}
