export type JsonPath = readonly (string | number)[];

/** Paths of a value and of everything in it, outermost first. */
export function listPaths(value: unknown, path: JsonPath = []): JsonPath[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => listPaths(readPart(value, key), [...path, key]))];
}

export const readAt = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>((part, key) => readPart(part, key), value);

const readPart = (value: unknown, key: string | number): unknown =>
  Object.hasOwn(value as object, key) ? (value as Record<string | number, unknown>)[key] : undefined;

/** A change returns this to remove a value from its array or object. */
export const leftOut = Symbol("left out");

/** Copies a document with a change at a path. As in JSON.parse, `__proto__` is an ordinary property. */
export function update(
  value: unknown,
  [key, ...rest]: JsonPath,
  change: (value: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  const part = update(readPart(value, key), rest, change);
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? part : item)).filter(isKept);
  return Object.fromEntries(
    Object.entries(value as object)
      .map(([name, old]) => [name, name === key ? part : (old as unknown)] as const)
      .filter(([, each]) => isKept(each)),
  );
}

const isKept = (value: unknown): boolean => value !== leftOut;
