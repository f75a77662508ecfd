import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome, type Position, type Problem } from "../../base/problem/problem.js";
import { parseJson } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import { createFinder, createLocator, nestingLimit, positionAt, scanJson } from "./json-tree.js";
import { placeIn } from "./pointer.js";
import type { SourceFile } from "./read-spec.js";

/** Parses each file once. */
export function locateProblems(
  problems: readonly Problem[],
  files: readonly SourceFile[],
): readonly Problem[] {
  const texts = new Map(files.map(({ path, addition = path, text }) => [addition, text]));
  const finders = new Map<string, (pointer: string) => Position>();
  return problems.map((problem) => {
    const text = problem.place && texts.get(problem.place.file);
    if (problem.position || !problem.place || text === undefined) return problem;
    const find = getOrCreate(finders, problem.place.file, () => createFinder(text));
    return { ...problem, position: find(problem.place.pointer) };
  });
}

export interface ParsedFile {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Parses strict JSON: no comments, trailing commas, duplicate keys or excessive nesting. Other files are kept as
 * text.
 */
export function parseSource({ path, text }: SourceFile): Outcome<ParsedFile> {
  if (!path.endsWith(".json")) return success({ path, value: text });
  const { isDeep, fault, repeated } = scanJson(text);
  if (isDeep) return failure([report("json-depth", { limit: nestingLimit }, placeIn(path))]);
  const value = parseJson(text);
  if (value === undefined) {
    const { detail, offset } = text.trim() === "" ? { detail: "the file is empty", offset: 0 } : fault;
    return failure([
      { ...report("json-syntax", { detail }, placeIn(path)), position: positionAt(text, offset) },
    ]);
  }
  if (repeated.length === 0) return success({ path, value });
  // The pointer finds the first of two equal keys, so the position is set here.
  const locate = createLocator(text);
  return failure(
    repeated.map(({ key, way, offset }) => ({
      ...report("duplicate-key", { key }, placeIn(path, ...way, key)),
      position: locate(offset),
    })),
  );
}
