import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { findTextFaults, positionAt } from "./json-text.js";
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
function findFaults({ path: file, text }: SourceFile): Problem[] {
  const { faults, repeated } = findTextFaults(text);
  if (faults.length === 0 && repeated.length > 0)
    // A pointer leads to the first of the two keys, so the position is set here.
    return repeated.map(({ key, pointer, offset }) => ({
      ...report("duplicate-key", { key }, { file, pointer }),
      position: positionAt(text, offset),
    }));
  const { detail, offset } =
    text.trim() === "" ? { detail: "the file is empty", offset: 0 } : (faults[0] ?? unknownFault);
  return [
    { ...report("json-syntax", { detail }, { file, pointer: "" }), position: positionAt(text, offset) },
  ];
}

const unknownFault = { detail: "it cannot be parsed", offset: 0 };
