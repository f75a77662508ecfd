import { isObject } from "../../base/json.js";

/** The value of a file of the spec, as everything after the meta-schemas sees it: readonly at every depth, and without `$schema`. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T as Exclude<Key, "$schema">]: DeepReadonly<T[Key]> }
    : T;

/** The path of a value in its holder. */
export type ValuePath = readonly string[];

/** Where a value has what a pointer leads to; `*` is each item of a list, and each property of an object. */
export function findPaths(value: unknown, [token, ...rest]: ValuePath): ValuePath[] {
  if (token === undefined) return [[]];
  const all = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const names = token === "*" ? all : [token];
  return names.flatMap((name) => {
    const part = readPath(value, [name]);
    return part === undefined ? [] : findPaths(part, rest).map((path) => [name, ...path]);
  });
}

/** The value at a path; undefined if there is none. */
export const readPath = (value: unknown, path: ValuePath): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      typeof part === "object" && part !== null && Object.hasOwn(part, name)
        ? (part as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );

/**
 * Whether a body contains a part: every property of the part, with the same value. `{}` stands for anything that is
 * there, and a list for one in which each of these items is found.
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

/** The entry of a name; undefined for a name such as `constructor` that every object inherits. */
export const ownEntry = <T>(entries: Readonly<Record<string, T>> = {}, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined;

/** A path of a body, or a step of one, by its names alone: `form.fields.separator` for `form.fields[].separator`. */
export const dropArrays = (path: string): string => path.replaceAll("[]", "");

/** These items, and all that they lead to, step by step. */
export function collectReachable<T>(starts: Iterable<T>, follow: (from: T) => readonly T[]): ReadonlySet<T> {
  const reached = new Set(starts);
  // A set that grows while it is walked is walked to its end. It takes nothing twice, so that circles end.
  for (const from of reached) follow(from).forEach((to) => reached.add(to));
  return reached;
}

/** A value that an earlier phase guarantees; throws an error that names the guarantee if it is missing after all. */
export function defined<T>(value: T | undefined, promise: string): T {
  if (value === undefined) throw new Error(`This is always so, but was not: ${promise}.`);
  return value;
}

/** The sentences that are true of something. */
export const listTrue = (sentences: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(sentences).flatMap(([sentence, isTrue]) => (isTrue ? sentence : []));

/** Puts together what has the same key. */
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
