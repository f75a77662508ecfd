import { toResult, type CompiledCheck, type CheckContext } from "./compiled-check.js";
import { joinPointer, splitPointer } from "./json-pointer.js";
import type { Problem, Result } from "./result.js";

type Key = string | number;

/**
 * The greatest part of a response that a shop takes: leaves out the properties and array elements that it does
 * not take, and with a required part the nearest optional thing that holds it. Where nothing remains, or what
 * to leave out is not clear, the response is refused.
 */
export function omitUnsupported<T>(check: CompiledCheck, body: unknown, context: CheckContext): Result<T> {
  const origins: Origins = new WeakMap();
  const omitted: Problem[] = [];
  let value = body;
  for (;;) {
    const result = toResult<T>(check, value, context);
    if (result.ok) return { ok: true, value: result.value, omitted };
    const cuts = cutsFor(result.problems);
    if (cuts === undefined) return result;
    omitted.push(
      ...cuts.map(({ path, problem }) => ({ ...problem, path: originalPath(value, path, origins) })),
    );
    value = without(
      value,
      cuts.map(({ path }) => path),
      origins,
    );
  }
}

interface Cut {
  readonly path: readonly Key[];
  readonly problem: Problem;
}

/** What to leave out because of these problems, outermost only; undefined where it would be everything. */
function cutsFor(problems: readonly Problem[]): readonly Cut[] | undefined {
  const cuts = problems.flatMap((problem) => cutFor(problem) ?? []);
  // Too many elements, and nothing wrong with any: which to leave out is not ours to choose.
  if (cuts.length === 0 || cuts.some(({ path }) => path.length === 0)) return undefined;
  const outermost = cuts.filter(({ path }) => !cuts.some((other) => isInside(path, other.path)));
  return [...new Map(outermost.map((cut) => [JSON.stringify(cut.path), cut])).values()];
}

function cutFor(problem: Problem): Cut | undefined {
  const path = splitPointer(problem.path);
  if (problem.code === "too-many-items") return undefined;
  return problem.code === "missing-property" ? cutHolder(path) : { path, problem };
}

/** A part that is missing and cannot be added takes what should hold it along. */
function cutHolder(path: readonly string[]): Cut {
  const holder = path.slice(0, -1);
  const message = `"${holder.join(".")}" cannot stand without "${path.at(-1) ?? ""}".`;
  return { path: holder, problem: { path: "", code: "incomplete", message } };
}

const isInside = (path: readonly Key[], other: readonly Key[]): boolean =>
  path.length > other.length && other.every((key, index) => path[index] === key);

/** For each array that lost elements, where the remaining ones stood in the original. */
type Origins = WeakMap<readonly unknown[], readonly number[]>;

/** A copy without these parts; what holds none of them is shared, and nothing is changed in place. */
function without(value: unknown, paths: readonly (readonly Key[])[], origins: Origins): unknown {
  if (paths.length === 0) return value;
  return Array.isArray(value)
    ? arrayWithout(value, paths, origins)
    : objectWithout(value as object, paths, origins);
}

function arrayWithout(
  value: readonly unknown[],
  paths: readonly (readonly Key[])[],
  origins: Origins,
): unknown[] {
  const dropped = new Set(paths.filter(({ length }) => length === 1).map(([key]) => Number(key)));
  const indices = value.map((_, index) => index).filter((index) => !dropped.has(index));
  const copy = indices.map((index) => without(value[index], below(paths, String(index)), origins));
  origins.set(
    copy,
    indices.map((index) => origins.get(value)?.[index] ?? index),
  );
  return copy;
}

function objectWithout(value: object, paths: readonly (readonly Key[])[], origins: Origins): object {
  const dropped = new Set(paths.filter(({ length }) => length === 1).map(([key]) => key));
  const entries = Object.entries(value).filter(([key]) => !dropped.has(key));
  return Object.fromEntries(entries.map(([key, part]) => [key, without(part, below(paths, key), origins)]));
}

const below = (paths: readonly (readonly Key[])[], key: string): (readonly Key[])[] =>
  paths.filter(([first, ...rest]) => first === key && rest.length > 0).map((path) => path.slice(1));

/** The JSON Pointer of a part as the handler gave it, before anything was left out. */
function originalPath(value: unknown, path: readonly Key[], origins: Origins): string {
  let holder: unknown = value;
  return path.reduce<string>((pointer, key) => {
    const index = Array.isArray(holder) ? (origins.get(holder as unknown[])?.[Number(key)] ?? key) : key;
    holder = (holder as Readonly<Record<Key, unknown>> | undefined)?.[key];
    return joinPointer(pointer, index);
  }, "");
}
