import ts from "typescript";

export interface CodeSkeleton {
  readonly faults: readonly string[];
  /** Statements and expressions by kind, comment tags, and directives for tools. */
  readonly parts: readonly string[];
  readonly literals: readonly string[];
}

/** Properties of a source file that TypeScript does not declare. */
interface Parsed extends ts.SourceFile {
  readonly parseDiagnostics: readonly ts.Diagnostic[];
  readonly commentDirectives?: readonly { readonly type: number }[];
  readonly pragmas: ReadonlyMap<string, unknown>;
}

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

/** Directives for tools in the code without its literals: references, checks, exclusions and source maps. */
const ordersIn = (file: Parsed, comments: string): string[] => [
  ...[...file.pragmas.keys()].sort(),
  ...(file.commentDirectives ?? []).map(({ type }) => `directive ${type}`),
  ...[...comments.matchAll(/\/[/*][#@]\s*\w+=|\/[/*]\s*(?:eslint|prettier)-|@ts-\w+/g)].map(
    ([order]) => order,
  ),
];
