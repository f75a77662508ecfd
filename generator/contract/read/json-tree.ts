import jsonc, { type Node, type ParseErrorCode, type ParseOptions } from "jsonc-parser";
import type { Position } from "../../base/problem/problem.js";
import { once } from "../../base/once.js";
import { splitPointer } from "./pointer.js";

/** A node of a parsed JSON text, with its offset. Only this file imports jsonc-parser. */
export type JsonNode = Node;

const strict: ParseOptions = { disallowComments: true, allowTrailingComma: false };

export const parseTree = (text: string): JsonNode | undefined => jsonc.parseTree(text, [], strict);

export const findNode = (tree: JsonNode, tokens: readonly (string | number)[]): JsonNode | undefined =>
  jsonc.findNodeAtLocation(tree, [...tokens]);

export const toValue = (node: JsonNode): unknown => jsonc.getNodeValue(node) as unknown;

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

/** Parses the text at most once. */
export function createFinder(text: string): (pointer: string) => Position {
  const locate = createLocator(text);
  const find = createRangeFinder(text);
  return (pointer) => locate(find(pointer).from);
}

/** Offsets in a text, without the last. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the part of a text that a reader should look at: a property with a short value, or else its name; the bracket
 * of an object or a list. If there is no such part, the same of its innermost existing parent.
 */
export function createRangeFinder(text: string): (pointer: string) => TextRange {
  const start = Math.max(0, text.search(/\S/));
  const getTree = once(() => parseTree(text));
  return (pointer) => {
    // The text of a problem with the whole file may be nested too deeply to parse.
    let node = pointer === "" ? undefined : getTree();
    let [isWhole, found] = [true, node];
    for (const token of splitPointer(pointer)) {
      node = node && findChild(node, token);
      isWhole = node !== undefined;
      if (!node) break;
      found = node;
    }
    return found ? toRange(found, isWhole) : { from: start, to: start + 1 };
  };
}

function toRange(node: JsonNode, isWhole: boolean): TextRange {
  const [key] = node.parent?.type === "property" ? (node.parent.children ?? []) : [];
  const isShort = isWhole && node.type !== "object" && node.type !== "array";
  const from = key?.offset ?? node.offset;
  if (isShort) return { from, to: node.offset + node.length };
  return { from, to: key ? key.offset + key.length : from + 1 };
}

/** The first of duplicate names. */
const findChild = ({ type, children = [] }: JsonNode, token: string): JsonNode | undefined =>
  type === "array"
    ? children[Number(token)]
    : children.find(({ children: [key] = [] }) => key?.value === token)?.children?.[1];

export const nestingLimit = 100;

/** Finds what JSON.parse does not report: where the first fault is, names that occur twice, and excessive nesting. */
export function scanJson(text: string) {
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
