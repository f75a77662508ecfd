export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isArray = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** Parses JSON; undefined if the text is invalid, or nested deeper than 500 levels, which no program needs. */
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

export function parseJsonOrText(text: string): Json {
  const value = parseJson(text);
  return value === undefined ? text : value;
}

/** Finds own properties only, even one called `__proto__`. */
export const getOwn = (value: unknown, name: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

export const getAt = (value: unknown, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((part, name) => getOwn(part, name), value as Json | undefined);

/** Returns a copy with a value set at a path of names. Creates missing objects. */
export function putAt(value: JsonObject, path: readonly string[], put: Json): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (rest.length === 0) return withOwn(value, name, put);
  const inner = getOwn(value, name);
  return withOwn(value, name, putAt(isObject(inner) ? inner : {}, rest, put));
}

/** Merges objects recursively; other values of the second object replace those of the first. */
export function merge(base: JsonObject, over: JsonObject): JsonObject {
  return Object.entries(over).reduce((merged, [name, value]) => {
    const old = getOwn(merged, name);
    return withOwn(merged, name, isObject(old) && isObject(value) ? merge(old, value) : value);
  }, base);
}

/** The new property may be called `__proto__`. */
const withOwn = (value: JsonObject, name: string, put: Json): JsonObject =>
  Object.fromEntries([...Object.entries(value).filter(([other]) => other !== name), [name, put]]);

export const withoutUndefined = (value: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );

export const omitProperties = (value: JsonObject, names: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)));

export const isJsonType = (type: string): boolean => /^application\/json\s*(?:;|$)/i.test(type);
