import type { CodeSkeleton } from "./code-skeleton.js";

/** Comments and texts of PHP. All else is code. */
const token = /\/\*[\s\S]*?\*\/|(?:\/\/|#(?!\[))[^\n]*|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

/** Generated PHP has neither heredocs nor HTML, so a tag that ends the code is a fault anywhere but in a text. */
export function readPhp(code: string): CodeSkeleton {
  const literals: string[] = [];
  const tags: string[] = [];
  const rest = code.replace(token, (found) => {
    if (/^['"]/.test(found)) return ` ${literals.push(toText(found)) > 0 ? "text" : ""} `;
    // A tag of a comment is at the start of a line.
    tags.push(...(found.match(/(?<=^\s*\* )@\w+/gm) ?? []));
    return found.startsWith("/*") ? " " : found;
  });
  // How lists are laid out, and how cases are called, depends on their texts.
  const laidOut = rest.replace(/,(?=\s*\])/g, "").replace(/\bcase \w+ =/g, "case =");
  return {
    faults: /\?>|<<<|[`$]\{/.test(rest) ? ["ends the code, or a text in it"] : [],
    parts: [...(laidOut.match(/[\w$\\]+|[^\w\s$\\]/g) ?? []), ...tags],
    literals,
  };
}

/** What a literal evaluates to. A double-quoted one with a variable in it would be a fault. */
function toText(literal: string): string {
  const inner = literal.slice(1, -1);
  if (literal.startsWith("'")) return inner.replace(/\\([\\'])/g, "$1");
  return inner.replace(
    /\\(?:u\{([\da-f]+)\}|(.))|\$/gi,
    (found, point: string | undefined, other?: string) => {
      if (found === "$") return "(a variable)";
      return point === undefined ? (other ?? "") : String.fromCodePoint(Number.parseInt(point, 16));
    },
  );
}
