import { joinPointer } from "../../validators/results.js";
import { hasOwn } from "../../validators/checks.js";
import { describeNotPlain, isPlainObject } from "./plain-object.js";
import { isInstance } from "./thrown.js";

/** A copy of plain data, or the first part that is not plain. */
export type Copied =
  | { readonly isPlain: true; readonly value: unknown }
  | {
      readonly isPlain: false;
      /** JSON Pointer to it. */
      readonly path: string;
      /** What it is, and what to answer instead. */
      readonly message: string;
    };

/**
 * Copies plain data: objects, arrays without holes, strings, finite numbers, booleans, null. Each property is read
 * once, so that what is checked later is what is sent, even if a getter or a proxy supplied it. Everything else is
 * refused, because JSON would write something else than it seems to be: `{}` for a Map, null for NaN.
 * @param bigints Whether bigints can be written.
 */
export function copyPlainData(given: unknown, bigints: boolean): Copied {
  try {
    // JSON would call a toJSON that some library has put on all objects or arrays.
    if ("toJSON" in emptyList)
      throw new NotPlain(
        "some code has added a toJSON to all objects or arrays, so that nothing can be sent as it is",
      );
    const walk = { bigints, parts: 0 };
    return { isPlain: true, value: copyPart("", given, walk, 0) };
  } catch (fault) {
    // What a getter or a proxy throws is logged as if the handler had thrown it.
    if (!isNotPlain(fault)) throw fault;
    const [, ...keys] = fault.keys;
    const path = keys.slice(0, mostKeys).reduce<string>(joinPointer, "");
    return { isPlain: false, path, message: fault.message };
  }
}

const emptyList: readonly unknown[] = [];

type Key = string | number;

/** Gets its keys on the way up: to keep track of the path of each part costs more than to copy it. */
class NotPlain extends Error {
  readonly keys: Key[];

  constructor(message: string, ...keys: Key[]) {
    super(message);
    this.keys = keys;
  }
}

const isNotPlain = (fault: unknown): fault is NotPlain => isInstance(fault, NotPlain);

interface Walk {
  readonly bigints: boolean;
  /** How many parts were copied. */
  parts: number;
}

/** More than any till needs. A proxy, or an array whose length was set, can claim any number. */
const mostParts = 1_000_000;

/** JSON.stringify runs out of stack at some thousands of levels. */
const deepest = 1000;

/** Data that contains itself has an endless path: its start is enough to find it. */
const mostKeys = 20;

function copyContainer(given: object, walk: Walk, depth: number): object {
  if (depth > deepest) throw new NotPlain("it is nested too deeply, or contains itself");
  return Array.isArray(given) ? copyArray(given, walk, depth) : copyObject(given, walk, depth);
}

function copyObject(given: object, walk: Walk, depth: number): object {
  if (!isPlainObject(given)) throw new NotPlain(describeNotPlain(given));
  const copied: Record<string, unknown> = {};
  for (const name in given) {
    if (!hasOwn.call(given, name)) continue;
    // Assigning it would set the prototype of the copy.
    if (name === "__proto__") throw new NotPlain("a property named __proto__ is not plain data");
    copied[name] = copyPart(name, (given as Readonly<Record<string, unknown>>)[name], walk, depth);
  }
  return copied;
}

function copyArray(given: readonly unknown[], walk: Walk, depth: number): unknown[] {
  if ("toJSON" in given) throw new NotPlain("an array with a toJSON is not plain data");
  const { length } = given;
  const copied: unknown[] = [];
  for (let index = 0; index < length; index += 1) {
    const item = given[index];
    // JSON would write null.
    if (item === undefined)
      throw new NotPlain(
        index in given ? "undefined cannot be an item of a list" : "the list has a hole here",
        index,
      );
    copied.push(copyPart(index, item, walk, depth));
  }
  return copied;
}

function copyPart(key: Key, part: unknown, walk: Walk, depth: number): unknown {
  walk.parts += 1;
  if (walk.parts > mostParts) throw new NotPlain(`the answer has more than ${mostParts} parts`);
  switch (typeof part) {
    case "string":
    case "boolean":
    case "undefined":
      return part;
    case "number":
      if (Number.isFinite(part)) return part;
      throw new NotPlain(`${part} is not a number in JSON`, key);
    case "object":
      return part === null ? null : copyAt(key, part, walk, depth + 1);
    case "bigint":
      if (walk.bigints) return part;
      throw new NotPlain("a bigint is not plain data: send a number", key);
    case "function":
    case "symbol":
      throw new NotPlain(`a ${typeof part} is not plain data`, key);
  }
}

function copyAt(key: Key, part: object, walk: Walk, depth: number): object {
  try {
    return copyContainer(part, walk, depth);
  } catch (fault) {
    if (isNotPlain(fault)) fault.keys.unshift(key);
    throw fault;
  }
}
