import { builtinModules } from "node:module";
import { expect, it } from "vitest";
import { listFiles, readText } from "./files.js";
import { findEdges, listImports } from "./imports.js";

const files = listFiles("generator").filter((path) => path.endsWith(".ts"));
const imports = listImports(files);
const packages = imports
  .filter(({ to }) => !to.startsWith(".") && !to.startsWith("node:"))
  .map(({ from, to }) => ({ from, to: /^(?:@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to }));

it("the generator imports each package in one file only", () => {
  const users = new Map<string, Set<string>>();
  for (const { from, to } of packages) users.set(to, (users.get(to) ?? new Set()).add(from));
  const several = [...users].filter(([, each]) => each.size > 1).map(([name, each]) => [name, [...each]]);
  expect(several).toEqual([]);
});

it("package.json declares every package that the generator imports: those of devDependencies are bundled, or peers", () => {
  const { dependencies, devDependencies } = JSON.parse(readText("package.json")) as {
    dependencies: object;
    devDependencies: object;
  };
  const declared = { ...dependencies, ...devDependencies };
  expect(packages.filter(({ to }) => !Object.hasOwn(declared, to))).toEqual([]);
});

it("only `explore` loads fast-check, which no other command needs", () => {
  const edges = findEdges(imports, files);
  const reach = (start: string): ReadonlySet<string> => {
    const reached = new Set([start]);
    for (const path of reached) for (const { from, to } of edges) if (from === path) reached.add(to);
    return reached;
  };
  const users = packages.filter(({ to }) => to === "fast-check").map(({ from }) => from);
  const entries = files.filter((path) => /^generator\/(?:cli\/commands\/\w+|index|till)\.ts$/.test(path));
  const loading = entries.filter((path) => users.some((user) => reach(path).has(user)));
  expect(loading).toEqual(["generator/cli/commands/explore.ts"]);
});

it.each([
  [
    "the file system",
    /^node:(fs|child_process|os|process)/,
    /^generator\/(contract\/(read|package)|output|cli)\//,
  ],
  ["the network", /^node:(net|https?|dns|tls)/, /^generator\/till\/(engine|doctor|page|traffic)\//],
])("the generator touches %s only in its own folders", (_, modules, rooms) => {
  expect(imports.filter(({ from, to }) => modules.test(to) && !rooms.test(from))).toEqual([]);
});

it("only cli/main.ts prints, reads the arguments and exits", () => {
  const wrong = files.filter(
    (path) =>
      path !== "generator/cli/main.ts" &&
      /\bconsole\.|\bprocess\.(argv|exit|stdout|stderr)/.test(readText(path)),
  );
  expect(wrong).toEqual([]);
});

it("the generator names node's own modules with their prefix", () => {
  expect(imports.filter(({ to }) => builtinModules.includes(to))).toEqual([]);
});

// Verified on Node 20, 22, 24 and 26 with 62 calls of node:fs and 19 kinds of paths.
it.each([
  [
    "statSync with throwIfNoEntry: 20 throws ENOTDIR, later ones find nothing",
    /\bstatSync\([^;]*throwIfNoEntry/,
  ],
  ["cpSync: from 22 on it fails at a dangling link, or ends the process", /\bcpSync\(/],
])("no code asks what Node releases answer differently: %s", (_, form) => {
  const code = ["generator", "templates"].flatMap(listFiles).filter((path) => /\.m?[jt]s$/.test(path));
  expect(code.filter((path) => form.test(readText(path)))).toEqual([]);
});
