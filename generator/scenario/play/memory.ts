import type { Exchange } from "../../till/api/till.js";
import type { Json, JsonObject } from "../../json.js";
import { readAnswer } from "../expect/judge-verdict.js";
import { findPart, type LookUp } from "../values/references.js";

/** What `${…}` can stand for at some step: values, and the answers that were remembered. */
export type Memory = ReadonlyMap<string, (path: readonly string[]) => Json | undefined>;

/** A memory of values alone. */
export const rememberValues = (values: JsonObject): Memory =>
  new Map(Object.entries(values).map(([name, value]) => [name, (path) => findPart(value, path)]));

/**
 * Remembers the answer to an event under a name. Its parts may be named from the answer, or from the object in it that has
 * the event's name; `request` is what was asked.
 */
export function rememberAnswer(memory: Memory, name: string, exchange: Exchange): Memory {
  const answer = readAnswer(exchange) ?? {};
  const find = (path: readonly string[]): Json | undefined =>
    findPart(answer, path) ??
    findPart(answer, [exchange.event, ...path]) ??
    (path[0] === "request" ? findPart(exchange.request, path.slice(1)) : undefined);
  return new Map([...memory, [name, find]]);
}

/** Looks references up in a memory. */
export const lookUpIn =
  (memory: Memory): LookUp =>
  ([name, ...path]) =>
    memory.get(name)?.(path);
