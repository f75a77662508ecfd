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
    return { ...problem, position: findPosition(text, problem.place.pointer) };
  });
}

/** The line and column of what a pointer names; if that does not exist, of the innermost part on the way that does. */
export const findPosition = (text: string, pointer: string): Position =>
  positionAt(text, findOffset(text, pointer));

/** The line and column of an offset in a text, with the lines around it. */
export function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(lineBreak);
  const [rest = "", after] = text.slice(offset).split(lineBreak, 2);
  const last = lines.at(-1) ?? "";
  const before = lines.at(-2);
  return {
    line: lines.length,
    column: last.length + 1,
    text: last + rest.slice(0, enough),
    ...(before !== undefined && { before: before.slice(0, last.length + enough) }),
    ...(after !== undefined && { after: after.slice(0, last.length + enough) }),
  };
}

const lineBreak = /\r\n|\r|\n/;

/** In characters: no more of a line is shown. */
const enough = 200;

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
