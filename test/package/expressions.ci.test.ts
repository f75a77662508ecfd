import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/package/package-files.js";
import { exactly, emit, collectFiles, realSpec } from "../workbench/emit.js";

/** The code that works on what others wrote: the generator's, and what it emits. */
const sources: readonly (readonly [string, string])[] = ["generator", "templates"].flatMap((folder) =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:ts|mts|js)$/.test(path))
    .map((path) => [`${folder}/${path}`, readFileSync(join(packageRoot, folder, path), "utf8")] as const),
);

const emitted = await emit(realSpec(), exactly("59"), { targets: ["receiver"] });

/** Every node of some code. */
function nodesOf(path: string, code: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  return nodes;
}

/** Expressions that are written out, each with the first file that has it. */
const literals = new Map(
  [...collectFiles(emitted), ...sources].flatMap(([path, code]) =>
    nodesOf(path, code)
      .filter((node) => ts.isRegularExpressionLiteral(node))
      .map((node) => [node.getText(), path] as const),
  ),
);

/**
 * What the formats that lint checks with ajv-formats are made of; those that the dialect lacks stand in a table. Of its
 * URI recheck thinks one thing now and another then, as it searches for an attack for some time only. What it found
 * takes node 17 ms for 40,000 characters; and only examples of a spec are held against it: the output has its own.
 */
const formats = nodesOf(
  "formats.js",
  readFileSync(join(packageRoot, "node_modules/ajv-formats/dist/formats.js"), "utf8"),
)
  .filter((node) => ts.isRegularExpressionLiteral(node) && ts.isVariableDeclaration(node.parent))
  .map((node) => ["ajv-formats", node.getText()] as const)
  .filter(([, literal]) => !literal.startsWith("/^(?:[a-z][a-z0-9+\\-.]*:)"));

const statusOf = (source: string, flags: string): string => {
  const { status, ...more } = checkSync(source, flags, { timeout: 600_000 });
  return status === "safe" ? status : `${status} ${JSON.stringify("attack" in more ? more.attack : more)}`;
};

describe("no regular expression takes long over a text that was made for it:", () => {
  it("those that are checked are all there are", () => {
    expect(literals.size).toBeGreaterThan(90);
    expect(formats.length).toBeGreaterThanOrEqual(3);
  });

  const written = [...literals].map(([literal, path]) => [path, literal] as const);
  it.each([...written, ...formats])("%s: %s", (_, literal) => {
    const end = literal.lastIndexOf("/");
    expect(statusOf(literal.slice(1, end), literal.slice(end + 1))).toBe("safe");
  });
});

describe("no regular expression is made of text that a spec or a request has:", () => {
  /** What these are made of is ours. */
  const known = {
    "generator/text/style.ts": "the codes of our colours",
    "templates/int64/write-json.ts": "a random mark",
  };

  it("each that is made as the program runs is known here", () => {
    const making = sources.filter(([path, code]) =>
      nodesOf(path, code).some(
        (node) =>
          (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp",
      ),
    );
    expect(making.map(([path]) => path).sort()).toEqual(Object.keys(known));
  });
});
