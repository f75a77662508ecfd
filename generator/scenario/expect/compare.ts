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
  if (part === null) return seen === null || seen === undefined ? [] : [{ path, expected: part, seen }];
  if (isArray(part))
    return isArray(seen) ? findLackingItems(part, seen, path) : [{ path, expected: part, seen }];
  if (typeof part !== "object") return part === seen ? [] : [{ path, expected: part, seen }];
  if (!isObject(seen)) return [{ path, expected: part, seen }];
  return Object.entries(part).flatMap(([key, value]) =>
    findLacking(value, getOwn(seen, key), inside(path, key)),
  );
}

/** Where two values are not the same, in the order of the expected one. */
export function findDifferences(
  expected: Json | undefined,
  seen: Json | undefined,
  path = "",
): readonly Difference[] {
  if (isArray(expected) && isArray(seen)) {
    const length = Math.max(expected.length, seen.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      findDifferences(expected[index], seen[index], `${path}[${index}]`),
    );
  }
  if (isObject(expected) && isObject(seen)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(seen)]);
    return [...keys].flatMap((key) =>
      findDifferences(getOwn(expected, key), getOwn(seen, key), inside(path, key)),
    );
  }
  return expected === seen ? [] : [{ path, expected, seen }];
}

/** The first item that matches is taken for each: if any choice works, this one does. */
function findLackingItems(part: readonly Json[], seen: readonly Json[], path: string): readonly Difference[] {
  let next = 0;
  for (const item of part) {
    const found = seen.findIndex((each, index) => index >= next && findLacking(item, each).length === 0);
    if (found === -1) return describeMissing(item, seen, { path, next });
    next = found + 1;
  }
  return [];
}

/** Where one item alone can have been meant, it is told what is wrong in it. */
const describeMissing = (
  item: Json,
  seen: readonly Json[],
  { path, next }: { readonly path: string; readonly next: number },
): readonly Difference[] =>
  seen.length - next === 1 && isObject(item)
    ? findLacking(item, seen[next], `${path}[${next}]`)
    : [{ path: `${path}[…]`, expected: item, seen: seen.slice(next) }];

const inside = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);
