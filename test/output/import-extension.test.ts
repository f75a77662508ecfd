import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pickImportExtension } from "../../generator/output/import-extension.js";
import { readProjectFacts } from "../../generator/output/project-facts.js";
import { removeFolder, writeFiles } from "../workbench/folders.js";

interface Case {
  readonly name: string;
  readonly manifest?: object | string;
  readonly tsconfig?: object | string;
  /** Other files by path; objects are written as JSON. */
  readonly files?: Readonly<Record<string, object | string>>;
  /** The project's folder below that of the files. */
  readonly at?: string;
  /** The extension, and words that identify its rule. */
  readonly want: string | undefined;
}

const [deno, next] = ["ts: Deno needs", "none: Next.js does"];
const [javaScript, allowed] = ["ts: Node runs TypeScript", "ts: tsconfig.json allows"];
const [commonJs, bundled, esm] = [
  "none: the code is compiled to CommonJS",
  "none: Jest and webpack",
  "js: ES",
];
const [module, commonjs] = [{ type: "module" }, { type: "commonjs" }];
const has = (...names: readonly string[]) => ({
  devDependencies: Object.fromEntries(names.map((name) => [name, "1"])),
});
const options = (compilerOptions: object) => ({ compilerOptions });
const nodeNext = options({ module: "NodeNext" });
const bundler = options({ module: "ESNext", moduleResolution: "Bundler" });
const lock = { "package-lock.json": "{}" };

/** A row for each rule, and for each surprise in the frameworks' own starters. */
const cases: readonly Case[] = [
  { name: "no project at all", want: undefined },
  { name: "deno init, without package.json", files: { "deno.json": {} }, want: deno },
  { name: "Deno beside npm, with comments", manifest: module, files: { "deno.jsonc": "// {}" }, want: deno },
  { name: "create-next-app, TypeScript", manifest: has("next", "typescript"), tsconfig: bundler, want: next },
  { name: "Next by its config alone", manifest: {}, files: { "next.config.mjs": "" }, want: next },
  { name: "express-generator, without a type", manifest: has("express"), want: javaScript },
  { name: "JavaScript in ES modules", manifest: module, want: javaScript },
  { name: "JavaScript with Jest and Babel", manifest: { ...commonjs, ...has("jest") }, want: javaScript },
  {
    name: "bun init, whose tsconfig.json has comments and trailing commas",
    manifest: module,
    tsconfig:
      '{ // Bundler\n "compilerOptions": { "module": "Preserve", "allowImportingTsExtensions": true, },\n}',
    want: allowed,
  },
  {
    name: "Node that strips types, compiled to CommonJS too",
    manifest: commonjs,
    tsconfig: options({ module: "nodenext", rewriteRelativeImportExtensions: true }),
    want: allowed,
  },
  { name: "module CommonJS", manifest: {}, tsconfig: options({ module: "CommonJS" }), want: commonJs },
  {
    name: "module CommonJS, whatever package.json says",
    manifest: module,
    tsconfig: options({ module: "commonjs" }),
    want: commonJs,
  },
  { name: "npm init of npm 11, with tsx alone", manifest: { ...commonjs, ...has("tsx") }, want: commonJs },
  { name: "nest 11: NodeNext without a type", manifest: has("jest"), tsconfig: nodeNext, want: commonJs },
  {
    name: "fastify-cli: NodeNext by a package that tsconfig.json extends",
    manifest: has("typescript", "fastify-tsconfig"),
    tsconfig: { extends: "fastify-tsconfig" },
    files: {
      "node_modules/fastify-tsconfig/package.json": { name: "fastify-tsconfig" },
      "node_modules/fastify-tsconfig/tsconfig.json": nodeNext,
    },
    want: commonJs,
  },
  {
    name: "Nx: the options of the first reference, by its base, without a package.json of its own",
    manifest: { workspaces: ["apps/*"], ...has("typescript") },
    tsconfig: { files: [], references: [{ path: "./apps/api" }] },
    files: {
      ...lock,
      "tsconfig.base.json": options({ module: "es2022", moduleResolution: "bundler" }),
      "apps/api/tsconfig.json": { files: [], references: [{ path: "./tsconfig.app.json" }] },
      "apps/api/tsconfig.app.json": { extends: "../../tsconfig.base.json" },
    },
    at: "apps/api/src/mplus",
    want: esm,
  },
  {
    name: "a base whose module the project overrides",
    manifest: module,
    tsconfig: { extends: "./base.json", ...nodeNext },
    files: { "base.json": options({ module: "commonjs" }) },
    want: esm,
  },
  {
    name: "Nitro, before it has made the tsconfig.json that its own extends",
    manifest: module,
    tsconfig: { extends: "./.nitro/types/tsconfig.json" },
    want: esm,
  },
  {
    name: "a bundler with Jest",
    manifest: { ...module, ...has("@jest/globals") },
    tsconfig: bundler,
    want: bundled,
  },
  {
    name: "a bundler with webpack, and the usual module",
    manifest: has("webpack"),
    tsconfig: options({ moduleResolution: "Bundler" }),
    want: bundled,
  },
  { name: "a bundler with Vitest", manifest: has("vitest"), tsconfig: bundler, want: esm },
  { name: "nest 12: ES modules of NodeNext", manifest: module, tsconfig: nodeNext, want: esm },
  {
    name: "Jest in ES modules of NodeNext",
    manifest: { ...module, ...has("jest") },
    tsconfig: nodeNext,
    want: esm,
  },
  {
    name: "Elysia: ES2022 with the old resolution, without a type",
    manifest: {},
    tsconfig: options({ module: "ES2022", moduleResolution: "node" }),
    want: esm,
  },
  {
    name: "a package.json with a byte order mark",
    manifest: '\ufeff{ "type": "module" }',
    tsconfig: nodeNext,
    want: esm,
  },
  {
    name: "a tsconfig.json with a byte order mark",
    manifest: {},
    tsconfig: '\ufeff{ "compilerOptions": { "module": "es2022" } }',
    want: esm,
  },
  {
    name: "ranges that are no texts, and references that are no list",
    manifest: { ...module, dependencies: { express: { toString: 1 } } },
    tsconfig: { files: [], references: null },
    want: esm,
  },
  {
    name: "a reference without a path",
    manifest: module,
    tsconfig: { files: [], references: [{ path: 5 }] },
    want: esm,
  },
  {
    name: "a package of a pnpm workspace, whose root has TypeScript, with a tsconfig.json",
    manifest: has("typescript"),
    files: {
      "pnpm-workspace.yaml": "",
      "apps/api/package.json": module,
      "apps/api/tsconfig.json": nodeNext,
    },
    at: "apps/api",
    want: esm,
  },
  {
    name: "a package of a workspace, whose root has TypeScript for its linter",
    manifest: has("typescript"),
    files: { "pnpm-workspace.yaml": "", "apps/api/package.json": module },
    at: "apps/api",
    want: javaScript,
  },
  {
    name: "a package of a workspace whose root has Next",
    manifest: has("next", "typescript"),
    tsconfig: nodeNext,
    files: { "pnpm-workspace.yaml": "", "next.config.ts": "", "apps/api/package.json": module },
    at: "apps/api",
    want: esm,
  },
  {
    name: "a package in a folder with no workspace, whose TypeScript is another's",
    manifest: has("typescript"),
    files: { "apps/api/package.json": module },
    at: "apps/api",
    want: javaScript,
  },
];

it.each(cases)("the import extension fits $name", ({ manifest, tsconfig, files = {}, at = ".", want }) => {
  const folder = mkdtempSync(join(tmpdir(), "facts-"));
  try {
    const all = Object.entries({ "package.json": manifest, "tsconfig.json": tsconfig, ...files });
    const toText = (content: object | string) =>
      typeof content === "string" ? content : JSON.stringify(content);
    writeFiles(
      folder,
      all.flatMap(([path, content]) => (content === undefined ? [] : [[path, toText(content)]])),
    );
    const pick = pickImportExtension(readProjectFacts(join(folder, at)));
    const picked = pick && `${pick.importExtension}: ${pick.because ?? ""}`;
    expect(picked?.slice(0, want?.length)).toBe(want);
  } finally {
    removeFolder(folder);
  }
});
