import jsonc, { type Node, type ParseError, type ParseErrorCode, type ParseOptions } from "jsonc-parser";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Position, type Problem } from "../../problem/problem.js";
import { parseJson } from "../../json.js";
import { joinPointer, splitPointer } from "../pointer.js";
import type { SourceFile } from "./read-spec.js";

/** A node of a parsed JSON text, with its offset. The one door to jsonc-parser. */
export type JsonNode = Node;

/** No comments, no trailing commas. */
const strict: ParseOptions = { disallowComments: true, allowTrailingComma: false };

/** The nodes of a JSON text. */
export const parseTree = (text: string): JsonNode | undefined => jsonc.parseTree(text, [], strict);

/** The part of a tree at the end of a way. */
export const findNode = (tree: JsonNode, tokens: readonly (string | number)[]): JsonNode | undefined =>
  jsonc.findNodeAtLocation(tree, [...tokens]);

/** The value that a node stands for. */
export const toValue = (node: JsonNode): unknown => jsonc.getNodeValue(node) as unknown;

function describe(error: ParseErrorCode): string {
  const words: Record<string, string> = {
    InvalidSymbol: "this word means nothing in JSON",
    InvalidNumberFormat: "this number is malformed",
    PropertyNameExpected: "a property name in double quotes is expected (a comma too many?)",
    ValueExpected: "a value is expected (a comma too many?)",
    ColonExpected: "a colon is expected",
    CommaExpected: "a comma is expected",
    CloseBraceExpected: "a closing brace is expected",
    CloseBracketExpected: "a closing bracket is expected",
    EndOfFileExpected: "there is more after the end",
    InvalidCommentToken: "comments are not allowed",
    UnexpectedEndOfString: "this string does not end",
    InvalidCharacter: "this character is not allowed here",
    InvalidUnicode: "this \\u escape is malformed",
    InvalidEscapeCharacter: "this escape is malformed",
  };
  const code = jsonc.printParseErrorCode(error);
  return words[code] ?? code;
}

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
export const positionAt = (text: string, offset: number): Position => createLocator(text)(offset);

/** The same for many offsets of one text. */
export function createLocator(text: string): (offset: number) => Position {
  const lines = text.split(lineBreak);
  const starts = [0, ...Array.from(text.matchAll(lineBreak), ({ 0: found, index }) => index + found.length)];
  return (offset) => {
    const at = starts.findLastIndex((start) => start <= offset);
    const column = offset - (starts[at] ?? 0);
    const [before, own = "", after] = [at - 1, at, at + 1].map((line) =>
      lines[line]?.slice(0, column + enough),
    );
    return {
      ...{ line: at + 1, column: column + 1, text: own },
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  };
}

const lineBreak = /\r\n|\r|\n/g;

/** In characters: no more of a line is shown behind a place in it. */
const enough = 200;

function findOffset(text: string, pointer: string): number {
  if (pointer === "") return Math.max(0, text.search(/\S/));
  let node = parseTree(text);
  let offset = node?.offset ?? 0;
  for (const token of splitPointer(pointer)) {
    const key = node?.type === "array" ? Number(token) : token;
    const next: JsonNode | undefined = node && findNode(node, [key]);
    if (!next) break;
    node = next;
    offset = node.parent?.type === "property" ? node.parent.offset : node.offset;
  }
  return offset;
}

/** A file of the spec, parsed. */
export interface ParsedFile {
  readonly path: string;
  readonly value: unknown;
}

const depthLimit = 100;

/** Strict JSON: no comments, no trailing commas, no key twice, no endless nesting. Of any other file, its text. */
export function parseSource({ path, text }: SourceFile): Outcome<ParsedFile> {
  if (!path.endsWith(".json")) return success({ path, value: text });
  const { depth, keys } = measure(text);
  if (depth > depthLimit)
    return failure([report("json-depth", { limit: depthLimit }, { file: path, pointer: "" })]);
  const value = parseJson(text);
  if (value === undefined) return failure([findSyntaxFault(path, text)]);
  // A text that spells out more keys than its value has spells one of them twice.
  return countKeys(value) < keys ? failure(findRepeatedKeys(path, text)) : success({ path, value });
}

/** How deep the brackets of a text nest, and how many keys it spells out. What is in strings does not count. */
function measure(text: string): { readonly depth: number; readonly keys: number } {
  let [open, depth, keys] = [0, 0, 0];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}:]/g)) {
    if (token === "[" || token === "{") open += 1;
    if (token === "]" || token === "}") open -= 1;
    if (token === ":") keys += 1;
    depth = Math.max(depth, open);
  }
  return { depth, keys };
}

/** How many keys a value has, at every depth. */
function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const parts = Object.values(value);
  return parts.reduce<number>((sum, part) => sum + countKeys(part), Array.isArray(value) ? 0 : parts.length);
}

/** The first place where a text is not JSON. */
function findSyntaxFault(file: string, text: string): Problem {
  const faults: ParseError[] = [];
  jsonc.parse(text, faults, strict);
  const isEmpty = text.trim() === "";
  const [fault] = isEmpty ? [] : faults;
  const detail = isEmpty ? "the file is empty" : fault ? describe(fault.error) : "it cannot be parsed";
  const position = positionAt(text, fault?.offset ?? 0);
  return { ...report("json-syntax", { detail }, { file, pointer: "" }), position };
}

/** The keys of a JSON text that their object has already. */
function findRepeatedKeys(file: string, text: string): Problem[] {
  const repeated: Problem[] = [];
  const open: Set<string>[] = [];
  jsonc.visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => open.pop(),
    onObjectProperty: (key, offset, ...[, , , way]) => {
      const known = open.at(-1);
      const place = { file, pointer: joinPointer("", ...way(), key) };
      // The pointer leads to the first of the two keys, so the position is set here.
      if (known?.has(key))
        repeated.push({ ...report("duplicate-key", { key }, place), position: positionAt(text, offset) });
      known?.add(key);
    },
  });
  return repeated;
}
