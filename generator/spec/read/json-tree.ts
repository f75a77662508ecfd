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

/**
 * Sets a property in the text of a JSON object, and leaves all other bytes as they are. A new one goes to its place in
 * the alphabet, where those before it are in theirs, or else to the end.
 */
export function setInJson(text: string, path: readonly string[], value: string): string {
  const [, indent = "  "] = /^([ \t]+)"/m.exec(text) ?? [];
  const name = path.at(-1) ?? "";
  const edits = jsonc.modify(text, [...path], value, {
    formattingOptions: {
      insertSpaces: !indent.startsWith("\t"),
      tabSize: indent.startsWith("\t") ? 1 : indent.length,
      eol: text.includes("\r\n") ? "\r\n" : "\n",
    },
    getInsertionIndex: (names) => {
      const isSorted = names.every((each, index) => index === 0 || (names[index - 1] ?? "") <= each);
      const next = isSorted ? names.findIndex((each) => each > name) : -1;
      return next === -1 ? names.length : next;
    },
  });
  return jsonc.applyEdits(text, edits);
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
