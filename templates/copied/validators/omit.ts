import { checkObject } from "./check.js";
import { createContext, describe, splitPointer, toInvalid, toProblem, withEntries } from "./results.js";
import type { Entry, Omit, Problem } from "./results.js";
import { joinPointer } from "./rules.js";

/**
 * Omits the properties and array items of a response that a shop does not accept. If one is required, omits the nearest
 * optional part around it. Rejects the response if nothing remains, or if it is unclear what to omit.
 */
export const omitUnsupported: Omit = (answer, body, shop) => {
  const always = checkObject(answer, body, createContext("any"));
  if (always) return toInvalid(always, {});
  const omitted = new Map<string, Problem>();
  for (;;) {
    const kept: KeptItems = new Map();
    const value = without(body, "", omitted, kept);
    const faults = checkObject(answer, value, createContext("response", shop.version));
    if (faults === undefined) return { ok: true, value, omitted: [...omitted.values()] };
    const cuts = toCuts(faults.map((fault) => toProblem(fault, shop)));
    if (cuts.some(({ path }) => path === "")) return toInvalid(faults, shop);
    const before = omitted.size;
    for (const cut of cuts) {
      const path = toOriginal(splitPointer(cut.path), kept);
      omitted.set(path, { ...cut, path });
    }
    // Nothing to omit, or a part that stays, because JSON does not write it.
    if (omitted.size === before) return toInvalid(faults, shop);
  }
};

/** Indexes of an array's remaining items, by its pointer in the original response. */
type KeptItems = Map<string, readonly string[]>;

function toCuts(problems: readonly Problem[]): readonly Problem[] {
  const cuts = new Map<string, Problem>();
  for (const problem of problems) {
    const cut = problem.code === "missing-property" ? describeIncomplete(problem) : problem;
    // Any item could be omitted, and the choice is not ours.
    if (cut.code !== "too-many-items" && !cuts.has(cut.path)) cuts.set(cut.path, cut);
  }
  return [...cuts.values()].filter(({ path }) => !isInside(path, cuts));
}

function describeIncomplete({ path }: Problem): Problem {
  const tokens = splitPointer(path);
  const name = tokens.pop() ?? "";
  const message = `"${tokens.join(".")}" cannot be sent without "${name}".`;
  return describe(path.slice(0, path.lastIndexOf("/")), "incomplete", message);
}

function isInside(path: string, cuts: ReadonlyMap<string, unknown>): boolean {
  const parent = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  return path !== "" && (cuts.has(parent) || isInside(parent, cuts));
}

function without(value: unknown, path: string, cuts: ReadonlyMap<string, unknown>, kept: KeptItems): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => !cuts.has(joinPointer(path, key)))
    .map(([key, part]): Entry => [key, without(part, joinPointer(path, key), cuts, kept)]);
  const indexes = entries.map(([index]) => index);
  if (Array.isArray(value)) kept.set(path, indexes);
  return withEntries(value, entries);
}

const toOriginal = (path: readonly string[], kept: KeptItems): string =>
  path.reduce((pointer, token) => joinPointer(pointer, kept.get(pointer)?.[Number(token)] ?? token), "");
