import jsonc, { type Node, type ParseError } from "jsonc-parser";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { positionAt } from "./locate.js";
import { joinPointer } from "./pointer.js";
import type { SourceFile } from "./read.js";

/** A file of the spec, parsed. */
export interface ParsedFile {
  readonly path: string;
  readonly value: unknown;
}

const depthLimit = 100;

/** Strict JSON: no comments, no trailing commas, no key twice, no endless nesting. */
export function parseSource(file: SourceFile): Outcome<ParsedFile> {
  if (depthOf(file.text) > depthLimit) {
    return failure([report("json-depth", { limit: depthLimit }, { file: file.path, pointer: "" })]);
  }
  const errors: ParseError[] = [];
  const tree = jsonc.parseTree(file.text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (!tree || first) return failure([syntaxProblem(file, first)]);
  const duplicates = duplicateKeys(file.path, tree, "");
  return duplicates.length > 0
    ? failure(duplicates)
    : success({ path: file.path, value: JSON.parse(file.text) as unknown });
}

/** How deep the brackets nest; a bracket inside a string counts too, which no honest spec notices. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of text.match(/[[\]{}]/g) ?? []) {
    depth += char === "[" || char === "{" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function syntaxProblem(file: SourceFile, error: ParseError | undefined): Problem {
  const detail = error ? describe(error) : "the file is empty";
  const position = positionAt(file.text, error?.offset ?? 0);
  return { ...report("json-syntax", { detail }, { file: file.path, pointer: "" }), position };
}

function describe(error: ParseError): string {
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
  const code = jsonc.printParseErrorCode(error.error);
  return words[code] ?? code;
}

function duplicateKeys(file: string, node: Node, pointer: string): Problem[] {
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
    const twice = seen.has(name) ? [report("duplicate-key", { key: name }, { file, pointer: inside })] : [];
    seen.add(name);
    return value ? [...twice, ...duplicateKeys(file, value, inside)] : twice;
  });
}
