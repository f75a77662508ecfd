import jsonc, { type Node, type ParseErrorCode, type ParseOptions } from "jsonc-parser";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome, type Position, type Problem } from "../../base/problem/problem.js";
import { parseJson } from "../../base/json.js";
import { once, getOrCreate } from "../../base/once.js";
import { placeIn, splitPointer } from "./pointer.js";
import type { SourceFile } from "./read-spec.js";

/** A node of a parsed JSON text, with its offset. Only this file imports jsonc-parser. */
export type JsonNode = Node;

const strict: ParseOptions = { disallowComments: true, allowTrailingComma: false };

export const parseTree = (text: string): JsonNode | undefined => jsonc.parseTree(text, [], strict);

export const findNode = (tree: JsonNode, tokens: readonly (string | number)[]): JsonNode | undefined =>
  jsonc.findNodeAtLocation(tree, [...tokens]);

export const toValue = (node: JsonNode): unknown => jsonc.getNodeValue(node) as unknown;

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

/** If the value does not exist, the position of its innermost existing parent. */
export const findPosition = (text: string, pointer: string): Position => createFinder(text)(pointer);

export const positionAt = (text: string, offset: number): Position => createLocator(text)(offset);

/** Caches the line starts, for many offsets of one text. */
export function createLocator(text: string): (offset: number) => Position {
  const lines = text.split(lineBreak);
  const starts = [0, ...Array.from(text.matchAll(lineBreak), ({ 0: found, index }) => index + found.length)];
  return (offset) => {
    const at = starts.findLastIndex((start) => start <= offset);
    const column = offset - (starts[at] ?? 0);
    // Nobody reads a line this long, and many problems in it would fill the memory.
    const shown = column > longestShown ? 0 : column + shownBehind;
    const [before, own = "", after] = [at - 1, at, at + 1].map((line) => lines[line]?.slice(0, shown));
    return {
      line: at + 1,
      column: column + 1,
      text: own,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  };
}

const lineBreak = /\r\n|\r|\n/g;

/** In characters: a line is cut this far after a position. */
const shownBehind = 200;

/** In characters: a line is not shown if the position is beyond this. */
const longestShown = 2000;

function createFinder(text: string): (pointer: string) => Position {
  const locate = createLocator(text);
  const start = Math.max(0, text.search(/\S/));
  const getTree = once(() => parseTree(text));
  return (pointer) => {
    let node = pointer === "" ? undefined : getTree();
    let offset = node?.offset ?? start;
    for (const token of splitPointer(pointer)) {
      node = node && findChild(node, token);
      if (!node) break;
      offset = node.parent?.type === "property" ? node.parent.offset : node.offset;
    }
    return locate(offset);
  };
}

/** The first of duplicate names. */
const findChild = ({ type, children = [] }: JsonNode, token: string): JsonNode | undefined =>
  type === "array"
    ? children[Number(token)]
    : children.find(({ children: [key] = [] }) => key?.value === token)?.children?.[1];

export interface ParsedFile {
  readonly path: string;
  readonly value: unknown;
}

const nestingLimit = 100;

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

function scanJson(text: string) {
  const repeated: {
    readonly key: string;
    readonly way: readonly (string | number)[];
    readonly offset: number;
  }[] = [];
  const faults: { readonly detail: string; readonly offset: number }[] = [];
  const open: Set<string>[] = [];
  const enter = (): void => {
    if (open.push(new Set()) > nestingLimit) throw depthError;
  };
  const leave = (): void => void open.pop();
  try {
    jsonc.visit(
      text,
      {
        onObjectBegin: enter,
        onArrayBegin: enter,
        onObjectEnd: leave,
        onArrayEnd: leave,
        onObjectProperty: (key, offset, ...[, , , way]) => {
          const known = open.at(-1);
          if (known?.has(key)) repeated.push({ key, way: way(), offset });
          known?.add(key);
        },
        onError: (error, offset) => void faults.push({ detail: describeParseError(error), offset }),
      },
      strict,
    );
  } catch (error) {
    if (error !== depthError) throw error;
    return { isDeep: true, repeated, fault: noFault };
  }
  return { isDeep: false, repeated, fault: faults[0] ?? noFault };
}

/** Thrown to stop the visitor before it overflows the stack. */
const depthError = new Error("This text is nested too deeply.");

const noFault = { detail: "it cannot be parsed", offset: 0 };

/**
 * Describes a parse error: common ones in our words, others by their code, such as `CommaExpected` as `comma
 * expected`.
 */
function describeParseError(error: ParseErrorCode): string {
  const code = jsonc.printParseErrorCode(error);
  return frequentErrors[code] ?? code.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

const frequentErrors: Readonly<Record<string, string>> = {
  InvalidSymbol: "this word is not valid JSON",
  PropertyNameExpected: "expected a property name in double quotes (extra comma?)",
  ValueExpected: "expected a value (extra comma?)",
  EndOfFileExpected: "there is text after the end",
  InvalidCommentToken: "comments are not allowed",
};

/** Replaces a value in a JSON text; everything else keeps its layout. */
export const editJson = (text: string, path: readonly string[], value: unknown): string =>
  jsonc.applyEdits(text, jsonc.modify(text, [...path], value, {}));
