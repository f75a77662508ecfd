// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { findProblems, toResult, type CompiledCheck, type CheckContext } from "./compiled-check.js";
import { joinPointer, splitPointer } from "./json-pointer.js";
import type { Problem, Result } from "./result.js";

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
    const problems = findProblems(check, value, context);
    if (problems.length === 0) return { ok: true, value: value as T, omitted };
    const cuts = cutsFor(problems);
    if (cuts === undefined) return toResult<T>(check, value, context);
    // One by one: there may be more of them than a call takes arguments.
    for (const { path, problem } of listCuts(cuts)) {
      omitted.push({ ...problem, path: originalPath(value, path, origins) });
    }
    value = without(value, cuts, origins);
  }
}

/** What to leave out, as a tree: of the value itself, or of its parts by their keys. */
interface Cuts {
  /** Why all of it is left out. */
  problem: Problem | undefined;
  readonly parts: Map<string, Cuts>;
}

interface Cut {
  readonly path: readonly string[];
  readonly problem: Problem;
}

const createCuts = (): Cuts => ({ problem: undefined, parts: new Map() });

/** What to leave out because of these problems; undefined where it would be everything. */
function cutsFor(problems: readonly Problem[]): Cuts | undefined {
  const root = createCuts();
  for (const problem of problems) {
    // Too many elements, and nothing wrong with any: which to leave out is not ours to choose.
    if (problem.code !== "too-many-items") addCut(root, cutFor(problem));
  }
  return root.problem === undefined && root.parts.size > 0 ? root : undefined;
}

/** Only the outermost counts: what is left out takes its parts along. */
function addCut(root: Cuts, { path, problem }: Cut): void {
  let node = root;
  for (const key of path) {
    if (node.problem !== undefined) return;
    const part = node.parts.get(key) ?? createCuts();
    node.parts.set(key, part);
    node = part;
  }
  node.problem ??= problem;
  node.parts.clear();
}

function listCuts({ problem, parts }: Cuts, path: readonly string[] = []): readonly Cut[] {
  if (problem !== undefined) return [{ path, problem }];
  return [...parts].flatMap(([key, part]) => listCuts(part, [...path, key]));
}

function cutFor(problem: Problem): Cut {
  const path = splitPointer(problem.path);
  return problem.code === "missing-property" ? cutHolder(path) : { path, problem };
}

/** A part that is missing and cannot be added takes what should hold it along. */
function cutHolder(path: readonly string[]): Cut {
  const holder = path.slice(0, -1);
  const message = `"${holder.join(".")}" cannot stand without "${path.at(-1) ?? ""}".`;
  return { path: holder, problem: { path: "", code: "incomplete", message } };
}

/** For each array that lost elements, where the remaining ones stood in the original. */
type Origins = WeakMap<readonly unknown[], readonly number[]>;

/** A copy without these parts; what holds none of them is shared, and nothing is changed in place. */
function without(value: unknown, cuts: Cuts | undefined, origins: Origins): unknown {
  if (cuts === undefined) return value;
  return Array.isArray(value)
    ? arrayWithout(value, cuts, origins)
    : objectWithout(value as object, cuts, origins);
}

function arrayWithout(value: readonly unknown[], { parts }: Cuts, origins: Origins): unknown[] {
  const indices = [...value.keys()].filter((index) => parts.get(String(index))?.problem === undefined);
  const copy = indices.map((index) => without(value[index], parts.get(String(index)), origins));
  const before = origins.get(value);
  origins.set(
    copy,
    indices.map((index) => before?.[index] ?? index),
  );
  return copy;
}

function objectWithout(value: object, { parts }: Cuts, origins: Origins): object {
  const entries = Object.entries(value).filter(([key]) => parts.get(key)?.problem === undefined);
  return Object.fromEntries(entries.map(([key, part]) => [key, without(part, parts.get(key), origins)]));
}

/** The JSON Pointer of a part as the handler gave it, before anything was left out. */
function originalPath(value: unknown, path: readonly string[], origins: Origins): string {
  let holder: unknown = value;
  return path.reduce<string>((pointer, key) => {
    const index = Array.isArray(holder) ? (origins.get(holder as unknown[])?.[Number(key)] ?? key) : key;
    holder = (holder as Readonly<Record<string, unknown>> | undefined)?.[key];
    return joinPointer(pointer, index);
  }, "");
}
