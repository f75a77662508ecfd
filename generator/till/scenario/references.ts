import { isArray, parseJsonOrText, type Json, type JsonObject } from "../../base/json.js";
import { readPath } from "../../contract/read/values.js";
import { joinPointer } from "../../contract/read/pointer.js";

/** Those of the given texts that stand in the place of a scenario's values, each of the kind that its own value has. */
export const overrideValues = (values: JsonObject, given: ReadonlyMap<string, string>): JsonObject =>
  Object.fromEntries(
    [...given]
      .filter(([name]) => Object.hasOwn(values, name))
      .map(([name, text]) => [name, typeof values[name] === "string" ? text : parseJsonOrText(text)]),
  );

/** `$${` is a dollar sign and a brace that mean nothing. */
const notation = /\$?\$\{([^{}]*)\}/g;

/** A text that stands for itself where references are filled in. */
export const escapeReferences = (text: string): string => text.replace(notation, (found) => `$${found}`);

const isEscaped = (found: string): boolean => found.startsWith("$$");

/** A `${name.part}` in a scenario. */
interface Reference {
  readonly name: string;
  /** JSON Pointer of the text that holds it, from where the search began. */
  readonly pointer: string;
}

/** Every reference in a value, at any depth. */
export function listReferences(value: Json, pointer = ""): readonly Reference[] {
  if (typeof value === "string")
    return [...value.matchAll(notation)]
      .filter(([found]) => !isEscaped(found))
      .map(([, path = ""]) => ({ name: splitReference(path)[0], pointer }));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => listReferences(part, joinPointer(pointer, key)));
}

function splitReference(path: string): readonly [string, ...string[]] {
  const [first = "", ...rest] = path.trim().split(".");
  return [first, ...rest];
}

/** What `${…}` can stand for at some step, by its name: parts of a value. Of several values, the first that has the part counts; one that is null only if it is of the last. */
export type Memory = ReadonlyMap<string, readonly Json[]>;

/** What stands for itself from the beginning: the values of a scenario. */
export const remember = (values: JsonObject): Map<string, readonly Json[]> =>
  new Map(Object.entries(values).map(([name, value]) => [name, [value]]));

/** Puts values in the place of references, and tells for which there is none. A text that is one reference becomes its value, of whatever kind. */
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

/** A value as a text: one that is none is written as JSON. */
export const toReferenceText = (value: Json): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** The same with other texts; `undefined` leaves one out. Names stay. */
export const mapTexts = <T extends Json>(value: T, map: (text: string) => Json | undefined): T =>
  JSON.parse(JSON.stringify(value), (_, part: Json) => {
    // What was left out of a list is a hole in it.
    if (isArray(part)) return part.filter((item) => (item as Json | undefined) !== undefined);
    return typeof part === "string" ? map(part) : part;
  }) as T;
