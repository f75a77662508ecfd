import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "recheck";
import ts from "typescript";
import { expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-files.js";
import { exactly, emit, collectFiles, realSpec } from "../workbench/emit.js";

const sources: readonly (readonly [string, string])[] = ["generator", "templates"].flatMap((folder) =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:ts|mts|js)$/.test(path))
    .map((path) => [`${folder}/${path}`, readFileSync(join(packageRoot, folder, path), "utf8")] as const),
);

function nodesOf(path: string, code: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  return nodes;
}

const listLiterals = (files: Iterable<readonly [string, string]>): ReadonlyMap<string, string> =>
  new Map(
    [...files].flatMap(([path, code]) =>
      nodesOf(path, code)
        .filter((node) => ts.isRegularExpressionLiteral(node))
        .map((node) => [node.getText(), path] as const),
    ),
  );

/** Formats of ajv-formats, which lint applies to examples in a spec. */
const listFormats = () =>
  nodesOf("formats.js", readFileSync(join(packageRoot, "node_modules/ajv-formats/dist/formats.js"), "utf8"))
    .filter((node) => ts.isRegularExpressionLiteral(node) && ts.isVariableDeclaration(node.parent))
    .map((node) => [node.getText(), "ajv-formats"] as const);

/**
 * An automaton proves an expression, and a search looks for attacks on those that it does not know: look-around,
 * back-references and the long expression for URIs. The search stops after steps, not milliseconds, so that a busy
 * machine gets the same verdict.
 */
const bounds = {
  timeout: 600_000,
  randomSeed: 1,
  maxRepeatCount: 1_000,
  maxNFASize: 1e6,
  maxPatternSize: 500,
  attackLimit: 1e8,
  attackTimeout: null,
  incubationTimeout: null,
};

async function findWeakness(literal: string): Promise<string | undefined> {
  const end = literal.lastIndexOf("/");
  const checked = await check(literal.slice(1, end), literal.slice(end + 1), bounds);
  if (checked.status === "safe") return undefined;
  return `${checked.status} ${JSON.stringify("attack" in checked ? checked.attack : checked)}`;
}

it("no regular expression takes long over a text that was made for it", async () => {
  const emitted = collectFiles(await emit(realSpec(), exactly("59"), { targets: ["receiver"] }));
  const [literals, formats] = [listLiterals([...emitted, ...sources]), listFormats()];
  expect(literals.size).toBeGreaterThan(90);
  expect(formats.length).toBeGreaterThanOrEqual(3);
  const weak: string[] = [];
  for (const [literal, path] of [...literals, ...formats]) {
    const weakness = await findWeakness(literal);
    if (weakness !== undefined) weak.push(`${path}: ${literal}: ${weakness}`);
  }
  expect(weak).toEqual([]);
});

/** The bodies of its look-behinds, without characters that are escaped or in a class. */
const listLookBehinds = (literal: string): readonly string[] =>
  literal
    .replace(/\\[pPk]\{[^}]*\}|\\./g, "x")
    .replace(/\[[^\]]*\]/g, "x")
    .split(/\(\?<[=!]/)
    .slice(1)
    .map((rest) => {
      let depth = 1;
      const brackets = Array.from(rest.matchAll(/[()]/g));
      const end = brackets.find(([bracket]) => (depth += bracket === "(" ? 1 : -1) === 0);
      return rest.slice(0, end?.index);
    });

const isLookAround = (literal: string): boolean => /\(\?(?:<?[=!])/.test(literal);

it("no look-behind has a repetition without an end, because it is tried at every place", () => {
  expect(listLookBehinds(String.raw`/(?<=(?:[=:?<(,[]|=>)\s*)\|/g`)).toEqual(["(?:x|=>)x*"]);
  const repeating = [...listLiterals(sources)].filter(([literal]) =>
    listLookBehinds(literal).some((body) => /[*+]|\{\d*,\}/.test(body)),
  );
  expect(repeating).toEqual([]);
});

/** One for each class that an expression may have. */
const samples = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...["\n", "\r", "\t", "\r\n", "\u00e9", "\u2028", "\u{1f600}", "\ud800", "\u0000", "\ufeff"],
];

/** In milliseconds. */
function measureProcessorTime(task: () => unknown): number {
  const start = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

it("a regular expression with look-around takes no time over a long run of any character", () => {
  const expressions = [...listLiterals(sources)].filter(([literal]) => isLookAround(literal));
  expect(expressions.length).toBeGreaterThan(10);
  const slow = expressions.flatMap(([literal, path]) => {
    const end = literal.lastIndexOf("/");
    const flags = literal.slice(end + 1).replace(/[gy]/g, "");
    const expression = new RegExp(literal.slice(1, end), `g${flags}`);
    return samples.flatMap((sample) => {
      const run = sample.repeat(100_000 / sample.length);
      const measure = (): number =>
        measureProcessorTime(() => [run, `a${run}a`].map((text) => text.replace(expression, "")));
      // The first time includes compiling the expression and, at times, a garbage collection.
      return measure() < 100 || measure() < 100 ? [] : `${path}: ${literal}: ${JSON.stringify(sample)}`;
    });
  });
  expect(slow).toEqual([]);
});

it("no regular expression is made of text that a spec or a request has: each that is made is known here", () => {
  const known = {
    "generator/base/text/style.ts": "the codes of our colours",
    "generator/cli/run.ts": "the names of our commands",
  };
  const making = sources.filter(([path, code]) =>
    nodesOf(path, code).some(
      (node) =>
        (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp",
    ),
  );
  expect(making.map(([path]) => path).sort()).toEqual(Object.keys(known));
});
