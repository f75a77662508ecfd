import type { Position, Problem } from "../problem/problem.js";
import { findPart, parseTree, type JsonNode } from "./read/json-tree.js";
import { splitPointer } from "./pointer.js";
import type { SourceFile } from "./read/read-spec.js";

/** Gives each problem with a place in the spec its position there. */
export function locateProblems(
  problems: readonly Problem[],
  files: readonly SourceFile[],
): readonly Problem[] {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return problems.map((problem) => {
    const text = problem.place && texts.get(problem.place.file);
    if (problem.position || !problem.place || text === undefined) return problem;
    return { ...problem, position: positionAt(text, findOffset(text, problem.place.pointer)) };
  });
}

/** The line and column of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const last = before.at(-1) ?? "";
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? "";
  return { line: before.length, column: last.length + 1, text: last + rest.slice(0, 200) };
}

/** The offset of what a pointer names; if that does not exist, of the innermost part on the way that does. */
function findOffset(text: string, pointer: string): number {
  if (pointer === "") return Math.max(0, text.search(/\S/));
  let node = parseTree(text).tree;
  let offset = node?.offset ?? 0;
  for (const token of splitPointer(pointer)) {
    const key = node?.type === "array" ? Number(token) : token;
    const next: JsonNode | undefined = node && findPart(node, key);
    if (!next) break;
    node = next;
    offset = node.parent?.type === "property" ? node.parent.offset : node.offset;
  }
  return offset;
}
