// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { BodyJson } from "./contract.js";
import { refusals, type Refusal, type Step } from "./refusal.js";

/** A JSON object whose properties are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What no real body comes near, and what every recursive function after JSON.parse still stands. */
const deepestNesting = 1000;

/** A byte order mark is no JSON, so it must survive until JSON.parse refuses it. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Refuses what is not `application/json`, with any parameters; JSON is UTF-8 whatever they say. */
export function refuseContentType(contentType: string): Refusal | undefined {
  if (contentType === "application/json") return undefined;
  if (contentType === "") return refusals.noContentType;
  return /^application\/json[\t ]*(?:;[^,]*)?$/i.test(contentType) ? undefined : refusals.wrongContentType;
}

/** Reads the JSON object that an event carries from bytes that must be UTF-8. */
export function parseBody(bytes: Uint8Array, event: string, json?: BodyJson): Step<JsonObject> {
  let value: unknown;
  try {
    const text = utf8.decode(bytes);
    value = json === undefined ? JSON.parse(text) : json.parse(text, event);
  } catch {
    return { refusal: refusals.notJson };
  }
  return isObject(value) ? { value } : { refusal: refusals.notAnObject };
}

/** An object that is neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Tells whether a body is nested so deeply that what works on it may have run out of stack. */
export function isTooDeep(body: JsonObject): boolean {
  let level: object[] = [body];
  let depth = 0;
  while (level.length > 0 && depth <= deepestNesting) {
    level = level.flatMap((value) => Object.values(value).filter(isContainer));
    depth += 1;
  }
  return level.length > 0;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
