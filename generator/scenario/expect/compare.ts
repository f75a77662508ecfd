import { getOwn, isArray, isObject, type Json } from "../../json.js";

/** One place where what was seen is not what was expected. */
export interface Difference {
  /** `dialog.dialogOptions[0].optionName`; empty for the whole. */
  readonly path: string;
  /** Undefined: nothing was expected there. */
  readonly expected: Json | undefined;
  /** Undefined: nothing is there. */
  readonly seen: Json | undefined;
}

/**
 * Where a value lacks a part: an object has at least these properties, and null is one that is not there; an array has
 * items that match, in this order, and others may stand between; anything else is equal.
 */
export function findLacking(part: Json, seen: Json | undefined, path = ""): readonly Difference[] {
  if (isArray(part) && isArray(seen)) return findLackingItems(part, seen, path);
  if (isObject(part) && isObject(seen))
    return Object.entries(part).flatMap(([key, value]) =>
      findLacking(value, getOwn(seen, key), inside(path, key)),
    );
  return part === (seen ?? null) ? [] : [{ path, expected: part, seen }];
}

/** Where two values are not the same, in the order of the expected one. */
export function findDifferences(
  expected: Json | undefined,
  seen: Json | undefined,
  path = "",
): readonly Difference[] {
  const isList = isArray(expected) && isArray(seen);
  if (!isList && !(isObject(expected) && isObject(seen)))
    return expected === seen ? [] : [{ path, expected, seen }];
  const keys = new Set([...Object.keys(expected), ...Object.keys(seen)]);
  const [one, other] = [expected, seen] as Readonly<Record<string, Json>>[];
  return [...keys].flatMap((key) =>
    findDifferences(one?.[key], other?.[key], isList ? `${path}[${key}]` : inside(path, key)),
  );
}

/** The first item that matches is taken for each: if any choice works, this one does. */
function findLackingItems(part: readonly Json[], seen: readonly Json[], path: string): readonly Difference[] {
  let next = 0;
  for (const item of part) {
    const found = seen.findIndex((each, index) => index >= next && findLacking(item, each).length === 0);
    // Where one item alone can have been meant, it is told what is wrong in it.
    if (found === -1)
      return seen.length - next === 1 && isObject(item)
        ? findLacking(item, seen[next], `${path}[${next}]`)
        : [{ path: `${path}[…]`, expected: item, seen: seen.slice(next) }];
    next = found + 1;
  }
  return [];
}

const inside = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);
