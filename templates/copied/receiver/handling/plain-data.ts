import type { Problem } from "../../validators/results.js";
import { joinPointer } from "../../validators/rules.js";
import {
  getTag,
  ignoreRejections,
  isContainer,
  isThenable,
  maxNesting,
  maxParts,
  tryToRead,
  type JsonObject,
} from "../base/values.js";

const tooMany = `the answer has more than ${maxParts} values`;
const maxProblems = 100;
const stop = new Error("the answer is too large");

/**
 * Writes a handler's answer as JSON. A value that JSON changes or drops is a problem, such as NaN, or a Map, which
 * becomes `{}`. Each value is read once: a getter may return something else the next time.
 * @throws Anything that a getter, a proxy or a toJSON in the answer throws.
 */
export function writeJson(answer: unknown): { readonly text: string; readonly problems: readonly Problem[] } {
  const walk: Walk = { containers: [], keys: [], problems: [], parts: 0 };
  try {
    const copy = copyValue(walk, answer, "");
    // A toJSON may return undefined.
    if (walk.problems.length === 0) return { text: JSON.stringify(copy ?? null), problems: [] };
  } catch (fault: unknown) {
    ignoreRejections(answer);
    if (fault !== stop) throw fault;
    if (walk.problems.length === 0) report(walk, [], tooMany);
  }
  ignoreRejections(answer);
  return { text: "null", problems: walk.problems };
}

/** A walk through an answer, in the order of JSON.stringify. */
interface Walk {
  /** The containers around the current value. */
  readonly containers: object[];
  /** The keys of these containers; the first is "". */
  readonly keys: (string | number)[];
  readonly problems: Problem[];
  /** Number of values so far. */
  parts: number;
}

/** @param list The list that contains the value, if one does. */
function copyValue(walk: Walk, original: unknown, key: string | number, list?: readonly unknown[]): unknown {
  const value = toWritten(original, key);
  const obstacle = isContainer(value) ? judgeContainer(walk, value) : judgeValue(value, original, key, list);
  if (obstacle !== undefined) {
    // Circular data has an endless path; its start is enough to find it.
    report(walk, [...walk.keys, key].slice(1, 20), obstacle);
    if (walk.problems.length >= maxProblems) throw stop;
    return undefined;
  }
  walk.parts += 1;
  if (walk.parts > maxParts) throw stop;
  if (!isContainer(value)) return value;
  walk.containers.push(value);
  walk.keys.push(key);
  const copy = Array.isArray(value) ? copyList(walk, value) : copyObject(walk, value as JsonObject);
  walk.containers.pop();
  walk.keys.pop();
  return copy;
}

function copyList(walk: Walk, list: readonly unknown[]): unknown[] {
  const copy: unknown[] = [];
  for (let index = 0; index < list.length; index += 1) copy.push(copyValue(walk, list[index], index, list));
  return copy;
}

function copyObject(walk: Walk, object: JsonObject): JsonObject {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(object)) {
    const value = copyValue(walk, object[name], name);
    // An assignment would set the prototype.
    if (name === "__proto__") Object.defineProperty(copy, name, { value, enumerable: true });
    else copy[name] = value;
  }
  return copy;
}

/** Calls a toJSON, as JSON.stringify does. */
function toWritten(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" && typeof value !== "function" && typeof value !== "bigint") return value;
  const toJSON = (value as { readonly toJSON?: unknown } | null)?.toJSON;
  return typeof toJSON === "function" ? (toJSON.call(value, String(key)) as unknown) : value;
}

function report(walk: Walk, keys: readonly (string | number)[], message: string): void {
  const path = keys.map(String).reduce(joinPointer, "");
  walk.problems.push({ path, code: "not-plain-data", message });
}

function judgeValue(
  value: unknown,
  original: unknown,
  key: string | number,
  list: readonly unknown[] | undefined,
): string | undefined {
  if (value === undefined && list)
    return key in list ? "undefined is not allowed in an array" : "the array has a hole here";
  if (typeof value === "number" && !Number.isFinite(value)) return `${value} cannot be written as JSON`;
  if (typeof value === "bigint") return "a bigint is not plain data: send a number";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value} is not plain data`;
  // The toJSON of a Date returns a string, or null for an invalid date.
  const mayBeDate = isContainer(original) && (typeof value === "string" || value === null);
  const isDate = mayBeDate && tryToRead(() => getTag(original)) === "Date";
  return isDate ? "an instance of Date is not plain data: send its toISOString()" : undefined;
}

function judgeContainer({ containers }: Walk, value: object): string | undefined {
  const obstacle = Array.isArray(value) ? value.length > maxParts && tooMany : findClass(value);
  if (obstacle) return obstacle;
  const isEndless = containers.length >= maxNesting || containers.includes(value);
  return isEndless ? "nested too deeply, or contains itself" : undefined;
}

/** JSON ignores the contents of built-in classes, which are identified by their tags. */
function findClass(value: object): string | undefined {
  if (isThenable(value)) {
    // A getter may have created the promise just now.
    ignoreRejections(value);
    return "an instance of Promise is not plain data: await it";
  }
  const tag = getTag(value);
  if (tag === "Object") return undefined;
  const name = /^[A-Za-z]\w{0,49}$/.test(tag) ? tag : "a class";
  return `an instance of ${name} is not plain data: ${advice[name] ?? "return a plain object"}`;
}

const advice: Readonly<Record<string, string | undefined>> = {
  Error: "return { error: { code, message } }, or throw it",
  Map: "send Object.fromEntries(map)",
  Response: "return the contents of its body",
  Set: "send [...set]",
};
