import { parseJsonOrText, type Json, type JsonObject } from "../../json.js";
import { joinPointer } from "../../spec/pointer.js";
import type { Exchange } from "../../till/api/till.js";
import { readAnswer } from "../expect/judge-step.js";

/** Those of the given texts that stand in the place of a scenario's values, each of the kind that its own value has. */
export const overrideValues = (values: JsonObject, given: ReadonlyMap<string, string>): JsonObject =>
  Object.fromEntries(
    [...given]
      .filter(([name]) => Object.hasOwn(values, name))
      .map(([name, text]) => [name, typeof values[name] === "string" ? text : parseJsonOrText(text)]),
  );

/** A `${name.part}` in a scenario. */
export interface Reference {
  readonly name: string;
  /** JSON Pointer of the text that holds it, from where the search began. */
  readonly pointer: string;
}

/** `$${` is a dollar sign and a brace that mean nothing. */
const notation = /\$?\$\{([^{}]*)\}/g;

/** A text that stands for itself where references are filled in. */
export const escapeReferences = (text: string): string => text.replace(notation, (found) => `$${found}`);

const isEscaped = (found: string): boolean => found.startsWith("$$");

/** Every reference in a value, at any depth. */
export function listReferences(value: Json, pointer = ""): readonly Reference[] {
  if (typeof value === "string") {
    return [...value.matchAll(notation)]
      .filter(([found]) => !isEscaped(found))
      .map(([, path = ""]) => ({ name: splitPath(path)[0], pointer }));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => listReferences(part, joinPointer(pointer, key)));
}

/** Looks the value of a path up; undefined where there is none. */
export type LookUp = (path: readonly [string, ...string[]]) => Json | undefined;

/** The references that nothing was found for. */
export interface Filled<T extends Json> {
  readonly value: T;
  readonly missing: readonly string[];
}

/** Puts values in the place of references. A text that is one reference becomes its value, of whatever kind. */
export function fillReferences<T extends Json>(value: T, lookUp: LookUp): Filled<T> {
  const missing: string[] = [];
  const find = (path: string): Json => {
    const found = lookUp(splitPath(path));
    if (found === undefined) missing.push(path);
    return found ?? null;
  };
  return { value: fill(value, find) as T, missing };
}

function fill(value: Json, find: (path: string) => Json): Json {
  if (typeof value === "string") return fillText(value, find);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => fill(item, find));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part, find)]));
}

function fillText(text: string, find: (path: string) => Json): Json {
  const whole = /^\$\{([^{}]*)\}$/.exec(text)?.[1];
  if (whole !== undefined) return find(whole);
  return text.replace(notation, (found, path: string) =>
    isEscaped(found) ? found.slice(1) : toText(find(path)),
  );
}

/** A value as a text: one that is none is written as JSON. */
export const toText = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

function splitPath(path: string): readonly [string, ...string[]] {
  const [first = "", ...rest] = path.trim().split(".");
  return [first, ...rest];
}

/** The part of a value under some keys; undefined if there is none. Items of a list have numbers, the first is 0. */
export function findPart(value: Json | undefined, keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (part, key) =>
      typeof part === "object" && part !== null && Object.hasOwn(part, key)
        ? (part as Readonly<Record<string, Json>>)[key]
        : undefined,
    value,
  );
}

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
