import { expect, it } from "vitest";
import { listFiles, readText, writeText } from "./files.js";
import { findEdges, listImports } from "./imports.js";

/** Not allowed in `npm test`. Tests that need these belong in an `x.ci.test.ts`. */
const rules: Readonly<Record<string, RegExp>> = {
  "starts a process": /from "node:(?:child_process|cluster|worker_threads)"/,
  "opens a database": /from "(?:@electric-sql\/pglite|pg|ioredis|redis)"/,
  "asks for a port before it listens": /\bfindFreePort\(|\.listen\([1-9]/,
  "waits for a time": /from "node:timers\/promises"|\bsetTimeout\((?:resolve|done)\b/,
  "needs what was built": /\b(?:callBuilt|runBuilt)\(|import \{[^}]*\bmain\b[^}]*\} from/,
  "builds while it is imported":
    /^(?:export )?(?:const|let) [^=]*= (?:await\b|(?:load(?:Model|Range|Spec|Own\w*|Real\w*)|realSpec|readSpec|listSnapshots|pagesOf|siteOf|emit\w*|generate)\()|^await\b/m,
};

/** Files that break a rule. The list may only shrink; MPLUS_UPDATE=1 removes files that no longer need it. */
const exceptionsFile = "test/architecture/exceptions.json";

/** The quick tests and their imports from test/. */
function listQuick(): readonly string[] {
  const files = listFiles("test").filter((path) => path.endsWith(".ts"));
  const edges = findEdges(listImports(files), files);
  const toImported = (path: string) => edges.flatMap(({ from, to }) => (from === path ? [to] : []));
  const reached = new Set(files.filter((path) => /(?<!\.(?:ci|proof))\.test\.ts$/.test(path)));
  for (const path of reached) for (const to of toImported(path)) reached.add(to);
  return [...reached].filter((path) => !path.startsWith("test/architecture/")).sort();
}

it("no file of npm test does what belongs to another tier", () => {
  const texts = listQuick().map((path) => [path, readText(path)] as const);
  const found = Object.entries(rules).map(
    ([rule, form]) => [rule, texts.filter(([, text]) => form.test(text)).map(([path]) => path)] as const,
  );
  const exceptions = JSON.parse(readText(exceptionsFile)) as Readonly<Record<string, readonly string[]>>;
  const kept = found.map(([rule, paths]) => [rule, paths.filter((path) => exceptions[rule]?.includes(path))]);
  if (process.env["MPLUS_UPDATE"] === "1")
    writeText(exceptionsFile, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  const wrong = found.flatMap(([rule, paths]) =>
    paths.filter((path) => !exceptions[rule]?.includes(path)).map((path) => `${path} ${rule}`),
  );
  expect(wrong).toEqual([]);
});

it("no file of npm test that shares its process replaces modules or variables", () => {
  const shared = listQuick().filter((path) => !path.endsWith(".mock.test.ts"));
  const form = /\bvi\.(?:resetModules|mock|doMock|stubEnv|stubGlobal)\(/;
  expect(shared.filter((path) => form.test(readText(path)))).toEqual([]);
});
