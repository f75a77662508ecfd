import jsonc, { type Node, type ParseError } from "jsonc-parser";

/** A node of a parsed JSON text, with its offset. The one door to jsonc-parser. */
export type JsonNode = Node;

/** Why a text is not JSON, in words, and at which offset. */
export interface SyntaxFault {
  readonly detail: string;
  readonly offset: number;
}

/** The nodes of a strict JSON text: no comments, no trailing commas. */
export function parseTree(text: string): { readonly tree?: JsonNode; readonly fault?: SyntaxFault } {
  const errors: ParseError[] = [];
  const tree = jsonc.parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  return {
    ...(tree && { tree }),
    ...(first && { fault: { detail: describe(first), offset: first.offset } }),
  };
}

/** The part of an object or array under a key or index. */
export const findPart = (node: JsonNode, key: string | number): JsonNode | undefined =>
  jsonc.findNodeAtLocation(node, [key]);

/** The value that a node stands for. */
export const toValue = (node: JsonNode): unknown => jsonc.getNodeValue(node) as unknown;

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
