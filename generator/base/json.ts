/** A parsed body, or any part of one. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isArray = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** Undefined if the text is not JSON, or nests deeper than 500 levels, which no program need walk. */
export function parseJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isTooDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function isTooDeep(value: Json): boolean {
  let parts: readonly unknown[] = [value];
  for (let depth = 0; depth <= 500; depth += 1) {
    parts = parts.flatMap((part): unknown[] =>
      typeof part === "object" && part !== null ? Object.values(part) : [],
    );
    if (parts.length === 0) return false;
  }
  return true;
}

/** The value that a text is the JSON of; any other text is itself. */
export function parseJsonOrText(text: string): Json {
  const value = parseJson(text);
  return value === undefined ? text : value;
}

/** An object's own property, whatever its name. */
export const getOwn = (value: unknown, name: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** The value at a path of names. */
export const getAt = (value: unknown, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((part, name) => getOwn(part, name), value as Json | undefined);

/** A copy with a value put at a path of names; objects on the way are made. */
export function putAt(value: JsonObject, path: readonly string[], put: Json): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (rest.length === 0) return withOwn(value, name, put);
  const inner = getOwn(value, name);
  return withOwn(value, name, putAt(isObject(inner) ? inner : {}, rest, put));
}

/** Objects merged property by property; whatever else the second one has replaces what the first has. */
export function merge(base: JsonObject, over: JsonObject): JsonObject {
  return Object.entries(over).reduce((merged, [name, value]) => {
    const old = getOwn(merged, name);
    return withOwn(merged, name, isObject(old) && isObject(value) ? merge(old, value) : value);
  }, base);
}

/** A copy with one property more, which may be called `__proto__`. */
const withOwn = (value: JsonObject, name: string, put: Json): JsonObject =>
  Object.fromEntries([...Object.entries(value).filter(([other]) => other !== name), [name, put]]);

/** A copy without the properties that are undefined. */
export const withoutUndefined = (value: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );

/** A copy without the properties of these names. */
export const omitProperties = (value: JsonObject, names: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)));

/** Whether a Content-Type says that a body is JSON. */
export const isJsonType = (type: string): boolean => /^application\/json\s*(?:;|$)/i.test(type);
