import jsonc, { type Node, type ParseErrorCode, type ParseOptions } from "jsonc-parser";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Position, type Problem } from "../../problem/problem.js";
import { parseJson } from "../../json.js";
import { placeIn, splitPointer } from "../pointer.js";
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
  const { isDeep, fault, repeated } = scan(text);
  if (isDeep) return failure([report("json-depth", { limit: depthLimit }, placeIn(path))]);
  const value = parseJson(text);
  if (value === undefined) {
    const { detail, offset } = text.trim() === "" ? { detail: "the file is empty", offset: 0 } : fault;
    return failure([
      { ...report("json-syntax", { detail }, placeIn(path)), position: positionAt(text, offset) },
    ]);
  }
  if (repeated.length === 0) return success({ path, value });
  // The pointer leads to the first of the two keys, so the position is set here.
  return failure(
    repeated.map(({ key, way, offset }) => ({
      ...report("duplicate-key", { key }, placeIn(path, ...way, key)),
      position: positionAt(text, offset),
    })),
  );
}

/** Goes once through a text: whether it nests too deeply, where it is no JSON first, and the keys that their object has already. */
function scan(text: string) {
  const repeated: {
    readonly key: string;
    readonly way: readonly (string | number)[];
    readonly offset: number;
  }[] = [];
  const faults: { readonly detail: string; readonly offset: number }[] = [];
  const open: Set<string>[] = [];
  const enter = (): void => {
    if (open.push(new Set()) > depthLimit) throw tooDeep;
  };
  const leave = (): void => void open.pop();
  try {
    jsonc.visit(
      text,
      {
        ...{ onObjectBegin: enter, onArrayBegin: enter, onObjectEnd: leave, onArrayEnd: leave },
        onObjectProperty: (key, offset, ...[, , , way]) => {
          const known = open.at(-1);
          if (known?.has(key)) repeated.push({ key, way: way(), offset });
          known?.add(key);
        },
        onError: (error, offset) => void faults.push({ detail: describe(error), offset }),
      },
      strict,
    );
  } catch (error) {
    if (error !== tooDeep) throw error;
    return { isDeep: true, repeated, fault: noFault };
  }
  return { isDeep: false, repeated, fault: faults[0] ?? noFault };
}

/** Ends a visit before its calls fill the stack. */
const tooDeep = new Error("This text nests too deeply.");

const noFault = { detail: "it cannot be parsed", offset: 0 };

/** What is wrong, in words of ours where it happens often; else `CommaExpected` as `comma expected`. */
function describe(error: ParseErrorCode): string {
  const code = jsonc.printParseErrorCode(error);
  return frequent[code] ?? code.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

const frequent: Readonly<Record<string, string>> = {
  InvalidSymbol: "this word means nothing in JSON",
  PropertyNameExpected: "a property name in double quotes is expected (a comma too many?)",
  ValueExpected: "a value is expected (a comma too many?)",
  EndOfFileExpected: "there is more after the end",
  InvalidCommentToken: "comments are not allowed",
};
