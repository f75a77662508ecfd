import { isObject } from "../../base/json.js";

/** Readonly at all depths, without `$schema`. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T as Exclude<Key, "$schema">]: DeepReadonly<T[Key]> }
    : T;

export type ValuePath = readonly string[];

/** The paths that a pointer matches; `*` is any list item and any property. */
export function findPaths(value: unknown, [token, ...rest]: ValuePath): ValuePath[] {
  if (token === undefined) return [[]];
  const all = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const names = token === "*" ? all : [token];
  return names.flatMap((name) => {
    const part = readPath(value, [name]);
    return part === undefined ? [] : findPaths(part, rest).map((path) => [name, ...path]);
  });
}

export const readPath = (value: unknown, path: ValuePath): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      typeof part === "object" && part !== null && Object.hasOwn(part, name)
        ? (part as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );

/**
 * True if a body contains a part: every property of the part has the same value in the body. `{}` matches any
 * existing value. A list matches one that contains each of its items.
 */
export function contains(body: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return Array.isArray(body) && part.every((item) => body.some((each) => contains(each, item)));
  if (!isObject(part)) return body === part;
  const wanted = Object.entries(part);
  if (wanted.length === 0) return body !== undefined && body !== null;
  return (
    isObject(body) && wanted.every(([key, value]) => Object.hasOwn(body, key) && contains(body[key], value))
  );
}

/** Undefined for an inherited name such as `constructor`. */
export const ownEntry = <T>(entries: Readonly<Record<string, T>> = {}, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined;

/** A path without array marks: `form.fields.separator` for `form.fields[].separator`. */
export const dropArrays = (path: string): string => path.replaceAll("[]", "");

export function collectReachable<T>(starts: Iterable<T>, follow: (from: T) => readonly T[]): ReadonlySet<T> {
  const reached = new Set(starts);
  // Iteration includes items added to the set. Each is added once, so cycles end.
  for (const from of reached) follow(from).forEach((to) => reached.add(to));
  return reached;
}

/**
 * Returns a value that an earlier phase guarantees.
 * @throws Error with that guarantee if the value is missing
 */
export function defined<T>(value: T | undefined, promise: string): T {
  if (value === undefined) throw new Error(`This should always be true, but is not: ${promise}.`);
  return value;
}

export const listTrue = (sentences: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(sentences).flatMap(([sentence, isTrue]) => (isTrue ? sentence : []));

export function groupBy<Of>(
  items: readonly Of[],
  toKey: (item: Of) => string,
): ReadonlyMap<string, readonly [Of, ...Of[]]> {
  const groups = new Map<string, [Of, ...Of[]]>();
  for (const item of items) {
    const key = toKey(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
