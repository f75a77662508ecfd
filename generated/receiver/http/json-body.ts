// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isObject, type JsonObject } from "../values/json-object.js";
import { refusals, type Outcome } from "./refusal.js";

/** Replaces `JSON` for bodies with 64-bit integers (`--int64 bigint` or `string`). Throws what `JSON` throws. */
export interface BodyJson {
  parse(text: string, event: string): unknown;
  stringify(body: unknown, event: string): string;
}

/** In levels. No real body comes near, and recursive functions that run after JSON.parse can handle as many. */
const deepestNesting = 1000;

/** Keeps a byte order mark, so that JSON.parse refuses it. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads the JSON object of a body from its bytes, which must be UTF-8. */
export function parseBody(bytes: Uint8Array, event: string, json?: BodyJson): Outcome<JsonObject> {
  let value: unknown;
  try {
    value = parseJson(readText(bytes), event, json);
  } catch {
    return { refusal: refusals.notJson };
  }
  return isObject(value) ? { value } : { refusal: refusals.notAnObject };
}

/**
 * Decodes a body.
 * @throws TypeError if it is not UTF-8.
 */
export const readText = (bytes: Uint8Array): string => utf8.decode(bytes);

/** Parses JSON. Throws what `JSON` throws. */
export const parseJson = (text: string, event: string, json: BodyJson | undefined): unknown =>
  json === undefined ? JSON.parse(text) : json.parse(text, event);

/** Whether a body is nested so deeply that a recursive function may have run out of stack on it. */
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
