import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { type JsonNode, parseTree, positionAt, type SyntaxFault } from "./json-text.js";
import { joinPointer } from "../pointer.js";
import type { SourceFile } from "./read-spec.js";

/** A file of the spec, parsed. */
export interface ParsedFile {
  readonly path: string;
  readonly value: unknown;
}

const depthLimit = 100;

/** Strict JSON: no comments, no trailing commas, no key twice, no endless nesting. Of any other file, its text. */
export function parseSource(file: SourceFile): Outcome<ParsedFile> {
  if (!file.path.endsWith(".json")) return success({ path: file.path, value: file.text });
  if (measureDepth(file.text) > depthLimit) {
    return failure([report("json-depth", { limit: depthLimit }, { file: file.path, pointer: "" })]);
  }
  const value = parseJson(file.text);
  return value === undefined || countKeys(value) < countKeysIn(file.text)
    ? failure(findFaults(file))
    : success({ path: file.path, value });
}

/** How deep the brackets nest. Brackets in strings do not count. */
function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/g)) {
    if (token === "[" || token === "{") depth += 1;
    if (token === "]" || token === "}") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The value of a text; undefined if it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How many keys a value has, at every depth. */
function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const parts = Object.values(value);
  return parts.reduce<number>((sum, part) => sum + countKeys(part), Array.isArray(value) ? 0 : parts.length);
}

/** How many keys a JSON text spells out: more than its value has if a key occurs twice. */
const countKeysIn = (text: string): number =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"?|:/g)].filter(([token]) => token === ":").length;

/** Where a text is not JSON, or has a key twice. Called for broken files only, because parsing with positions is slow. */
function findFaults(file: SourceFile): Problem[] {
  if (file.text.trim() === "") return [syntaxProblem(file, { detail: "the file is empty", offset: 0 })];
  const { tree, fault } = parseTree(file.text);
  const duplicates = tree && !fault ? duplicateKeys(file, tree, "") : [];
  return duplicates.length > 0
    ? duplicates
    : [syntaxProblem(file, fault ?? { detail: "it cannot be parsed", offset: 0 })];
}

function syntaxProblem(file: SourceFile, fault: SyntaxFault): Problem {
  const position = positionAt(file.text, fault.offset);
  return { ...report("json-syntax", { detail: fault.detail }, { file: file.path, pointer: "" }), position };
}

function duplicateKeys(file: SourceFile, node: JsonNode, pointer: string): Problem[] {
  if (node.type === "array") {
    return (node.children ?? []).flatMap((child, index) =>
      duplicateKeys(file, child, joinPointer(pointer, index)),
    );
  }
  if (node.type !== "object") return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    const inside = joinPointer(pointer, name);
    const twice = seen.has(name) ? [duplicateKey(file, name, property.offset, inside)] : [];
    seen.add(name);
    return value ? [...twice, ...duplicateKeys(file, value, inside)] : twice;
  });
}

/** Sets the position itself, because a pointer would lead to the first of the two keys. */
const duplicateKey = (file: SourceFile, key: string, offset: number, pointer: string): Problem => ({
  ...report("duplicate-key", { key }, { file: file.path, pointer }),
  position: positionAt(file.text, offset),
});
