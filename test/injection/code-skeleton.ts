import ts from "typescript";

/** What code does, apart from the texts in it. */
export interface CodeSkeleton {
  /** Why it cannot be parsed. */
  readonly faults: readonly string[];
  /** Its statements and all that is in them, by kind; the tags of its comments; what it tells tools. */
  readonly parts: readonly string[];
  /** The texts of its literals, in order. */
  readonly literals: readonly string[];
}

/** What TypeScript notes of a file besides its tree. */
interface Parsed extends ts.SourceFile {
  readonly parseDiagnostics: readonly ts.Diagnostic[];
  readonly commentDirectives?: readonly { readonly type: number }[];
  readonly pragmas: ReadonlyMap<string, unknown>;
}

/** Reads code as TypeScript does. */
export function readCode(path: string, code: string): CodeSkeleton {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true) as Parsed;
  const parts: string[] = [];
  const literals: string[] = [];
  let rest = code;
  const visit = (node: ts.Node): void => {
    parts.push(...tagsOf(node));
    const text = textOf(node);
    if (text !== undefined) {
      literals.push(text);
      rest = rest.slice(0, node.getStart()) + " ".repeat(node.getWidth()) + rest.slice(node.end);
      parts.push("text");
      return;
    }
    parts.push(ts.isIdentifier(node) ? node.text : ts.SyntaxKind[node.kind]);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return {
    faults: file.parseDiagnostics.map(({ messageText, start }) => `${start}: ${JSON.stringify(messageText)}`),
    parts: [...parts, ...ordersIn(file, rest)],
    literals,
  };
}

/** A literal, or the key of an object: one with quotes and one without mean the same. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isComputedPropertyName(node) && ts.isStringLiteralLike(node.expression)) return node.expression.text;
  return ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node
    ? node.text
    : undefined;
}

const tagsOf = (node: ts.Node): string[] =>
  ts
    .getJSDocCommentsAndTags(node)
    .flatMap((comment) =>
      ts.isJSDoc(comment) ? (comment.tags ?? []).map(({ tagName }) => `@${tagName.text}`) : [],
    );

/** Orders to tools, in what is left of the code without its literals: what is referenced, checked or left out, and where a source map would be. */
const ordersIn = (file: Parsed, comments: string): string[] => [
  ...[...file.pragmas.keys()].sort(),
  ...(file.commentDirectives ?? []).map(({ type }) => `directive ${type}`),
  ...[...comments.matchAll(/\/[/*][#@]\s*\w+=|\/[/*]\s*(?:eslint|prettier)-|@ts-\w+/g)].map(
    ([order]) => order,
  ),
];
