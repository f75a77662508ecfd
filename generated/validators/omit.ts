// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CheckContext } from "./check-context.js";
import { findProblems, toResult, type CompiledCheck } from "./compiled-check.js";
import { joinPointer, splitPointer } from "./json-pointer.js";
import type { Problem, Result } from "./result.js";

/**
 * Returns as much of a response as a shop takes: leaves out the properties and array items that it does not take, and
 * for a required one the nearest optional part around it. Refuses the response if nothing remains, or if it is not clear
 * what to leave out.
 */
export function omitUnsupported<T>(check: CompiledCheck, body: unknown, context: CheckContext): Result<T> {
  const origins: Origins = new WeakMap();
  const omitted: Problem[] = [];
  let value = body;
  for (;;) {
    const problems = findProblems(check, value, context);
    if (problems.length === 0) return { ok: true, value: value as T, omitted };
    const cuts = toCuts(problems);
    if (cuts === undefined) return toResult<T>(check, value, context);
    // One by one: there may be more of them than a call takes arguments.
    for (const { path, problem } of listCuts(cuts)) {
      omitted.push({ ...problem, path: originalPath(value, path, origins) });
    }
    value = without(value, cuts, origins);
  }
}

/** What to leave out, as a tree: the value itself, or some of its parts by their keys. */
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

/** What to leave out because of these problems; undefined if nothing can be left out, or only everything. */
function toCuts(problems: readonly Problem[]): Cuts | undefined {
  const root = createCuts();
  for (const problem of problems) {
    // Too many items, each of them valid: which to leave out is not ours to choose.
    if (problem.code !== "too-many-items") addCut(root, toCut(problem));
  }
  return root.problem === undefined && root.parts.size > 0 ? root : undefined;
}

/** Only the outermost cut counts: what is left out takes its parts along. */
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

function toCut(problem: Problem): Cut {
  const path = splitPointer(problem.path);
  return problem.code === "missing-property" ? cutParent(path) : { path, problem };
}

/** Where a required part is missing, what should have it is left out. */
function cutParent(path: readonly string[]): Cut {
  const parent = path.slice(0, -1);
  const message = `"${parent.join(".")}" cannot be sent without "${path.at(-1) ?? ""}".`;
  return { path: parent, problem: { path: "", code: "incomplete", message } };
}

/** For each array that lost items, the index that each remaining item had in the original. */
type Origins = WeakMap<readonly unknown[], readonly number[]>;

/** Returns a copy without these parts. Values that have none of them are shared; nothing is changed in place. */
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

/** The JSON Pointer of a part in the response as the handler returned it, before anything was left out. */
function originalPath(value: unknown, path: readonly string[], origins: Origins): string {
  let parent: unknown = value;
  return path.reduce<string>((pointer, key) => {
    const index = Array.isArray(parent) ? (origins.get(parent as unknown[])?.[Number(key)] ?? key) : key;
    parent = (parent as Readonly<Record<string, unknown>> | undefined)?.[key];
    return joinPointer(pointer, index);
  }, "");
}
