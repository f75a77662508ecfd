import jsonc, {
  type ModificationOptions,
  type Node,
  type ParseErrorCode,
  type ParseOptions,
} from "jsonc-parser";
import type { Position, Problem } from "../../problem/problem.js";
import { joinPointer, splitPointer } from "../pointer.js";
import type { SourceFile } from "./read-spec.js";

/** A node of a parsed JSON text, with its offset. The one door to jsonc-parser. */
export type JsonNode = Node;

/** No comments, no trailing commas. */
const strict: ParseOptions = { disallowComments: true, allowTrailingComma: false };

/** The nodes of a JSON text. */
export const parseTree = (text: string): JsonNode | undefined => jsonc.parseTree(text, [], strict);

/** What is wrong with a JSON text at an offset: in words, or as the pointer to a key that stands twice. */
interface TextFaults {
  readonly faults: readonly { readonly detail: string; readonly offset: number }[];
  readonly repeated: readonly { readonly key: string; readonly pointer: string; readonly offset: number }[];
}

/** Where a text is not JSON, and which keys stand twice in their object. */
export function findTextFaults(text: string): TextFaults {
  const faults: TextFaults["faults"][number][] = [];
  const repeated: TextFaults["repeated"][number][] = [];
  const open: Set<string>[] = [];
  jsonc.visit(
    text,
    {
      onError: (code, offset) => faults.push({ detail: describe(code), offset }),
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => open.pop(),
      onObjectProperty: (key, offset, ...[, , , way]) => {
        const names = open.at(-1);
        if (names?.has(key)) repeated.push({ key, pointer: joinPointer("", ...way(), key), offset });
        names?.add(key);
      },
    },
    strict,
  );
  return { faults, repeated };
}

/** The part of a tree at the end of a way. */
export const findNode = (tree: JsonNode, tokens: readonly (string | number)[]): JsonNode | undefined =>
  jsonc.findNodeAtLocation(tree, [...tokens]);

export type EditWays = Pick<ModificationOptions, "getInsertionIndex" | "isArrayInsertion">;

/** A text with a part set, put in, or, for undefined, taken out. It is not laid out. */
export const editText = (
  text: string,
  tokens: readonly (string | number)[],
  value: unknown,
  ways: EditWays = {},
): string => jsonc.applyEdits(text, jsonc.modify(text, [...tokens], value, ways));

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
