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

/** Lists the references without a value. A text that is a single reference becomes its value. */
export function fillReferences<T extends Json>(value: T, memory: Memory) {
  const missing: string[] = [];
  const find = (path: string): Json => {
    const [name, ...keys] = splitReference(path);
    const parts = (memory.get(name) ?? []).map((each) => readPath(each, keys) as Json | undefined);
    const found = parts.reduce<Json | undefined>((first, part) => first ?? part, undefined);
    if (found === undefined) missing.push(path);
    return found ?? null;
  };
  const filled = mapTexts(value, (text) => {
    const whole = /^\$\{([^{}]*)\}$/.exec(text)?.[1];
    if (whole !== undefined) return find(whole);
    return text.replace(notation, (found, path: string) =>
      isEscaped(found) ? found.slice(1) : toReferenceText(find(path)),
    );
  });
  return { value: filled, missing };
}

export const toReferenceText = (value: Json): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** Property names stay. */
export const mapTexts = <T extends Json>(value: T, map: (text: string) => Json): T =>
  JSON.parse(JSON.stringify(value), (_, part: Json) => (typeof part === "string" ? map(part) : part)) as T;
