/** Where a value is in what holds it. */
export type Path = readonly string[];

/** Where a value has what a pointer leads to; `*` is each item of a list, and each property of an object. */
export function findPaths(value: unknown, [token, ...rest]: Path): Path[] {
  if (token === undefined) return [[]];
  const isObject = typeof value === "object" && value !== null;
  const names = token !== "*" ? [token] : isObject ? Object.keys(value) : [];
  return names.flatMap((name) => {
    const part = readPath(value, [name]);
    return part === undefined ? [] : findPaths(part, rest).map((path) => [name, ...path]);
  });
}

/** What is there; undefined if nothing is. */
export const readPath = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      typeof part === "object" && part !== null && Object.hasOwn(part, name)
        ? (part as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );
