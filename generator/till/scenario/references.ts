import { parseJsonOrText, type Json, type JsonObject } from "../../base/json.js";
import { readPath } from "../../contract/read/values.js";
import { joinPointer } from "../../contract/read/pointer.js";

export const overrideValues = (values: JsonObject, given: ReadonlyMap<string, string>): JsonObject =>
  Object.fromEntries(
    [...given]
      .filter(([name]) => Object.hasOwn(values, name))
      .map(([name, text]) => [name, typeof values[name] === "string" ? text : parseJsonOrText(text)]),
  );

/** `$${` is an escaped `${`. */
const notation = /\$?\$\{([^{}]*)\}/g;

export const escapeReferences = (text: string): string => text.replace(notation, (found) => `$${found}`);

const isEscaped = (found: string): boolean => found.startsWith("$$");

interface Reference {
  readonly name: string;
  /** Relative to the value that was searched. */
  readonly pointer: string;
}

export function listReferences(value: Json, pointer = ""): readonly Reference[] {
  if (typeof value === "string")
    return [...value.matchAll(notation)]
      .filter(([found]) => !isEscaped(found))
      .map(([, path = ""]) => ({ name: splitReference(path)[0], pointer }));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => listReferences(part, joinPointer(pointer, key)));
}

/** The length of the values that references insert, in characters. */
export function measureValues(value: Json, values: JsonObject): number {
  const lengths = new Map(Object.entries(values).map(([name, each]) => [name, JSON.stringify(each).length]));
  return listReferences(value).reduce((sum, { name }) => sum + (lengths.get(name) ?? 0), 0);
}

function splitReference(path: string): readonly [string, ...string[]] {
  const [first = "", ...rest] = path.trim().split(".");
  return [first, ...rest];
}

/** Of several values for a name, the first that has the property wins. Null counts only in the last value. */
export type Memory = ReadonlyMap<string, readonly Json[]>;

export const remember = (values: JsonObject): Map<string, readonly Json[]> =>
  new Map(Object.entries(values).map(([name, value]) => [name, [value]]));

/** In characters, with the values filled in. */
export const maxFilledLength = 10_000_000;

/**
 * Fills in the references of a value, until their values are longer than `room`, in characters. `missing` lists the
 * references without a value, and `excess` is the reference that found no room. A text that is a single reference
 * becomes its value.
 */
export function fillReferences<T extends Json>(value: T, memory: Memory, room = maxFilledLength) {
  const missing = new Set<string>();
  let excess: string | undefined;
  let left = room;
  const find = (path: string): Json => {
    const found = findValue(path, memory);
    if (found === undefined) missing.add(path);
    left -= excess === undefined ? toReferenceText(found ?? "").length : 0;
    if (left < 0) excess ??= path;
    return excess === undefined ? (found ?? null) : null;
  };
  const filled = mapTexts(value, (text) => {
    const whole = /^\$\{([^{}]*)\}$/.exec(text)?.[1];
    if (whole !== undefined) return find(whole);
    return text.replace(notation, (found, path: string) =>
      isEscaped(found) ? found.slice(1) : toReferenceText(find(path)),
    );
  });
  return { value: filled, missing: [...missing], excess };
}

function findValue(path: string, memory: Memory): Json | undefined {
  const [name, ...keys] = splitReference(path);
  const parts = (memory.get(name) ?? []).map((each) => readPath(each, keys) as Json | undefined);
  return parts.reduce<Json | undefined>((first, part) => first ?? part, undefined);
}

export const toReferenceText = (value: Json): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** Property names stay. */
export const mapTexts = <T extends Json>(value: T, map: (text: string) => Json): T =>
  JSON.parse(JSON.stringify(value), (_, part: Json) => (typeof part === "string" ? map(part) : part)) as T;
