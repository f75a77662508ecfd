import { posix } from "node:path";
import { getOwn, isArray } from "../base/json.js";
import { withExtension } from "../base/text/source-file.js";
import { printJson } from "../targets/code-file.js";
import type { OutputFile } from "../targets/target.js";
import type { InitOptions, Manifest, ProjectChanges, ProjectStart, RequiredLines } from "./changes.js";
import type { Framework } from "./choices.js";
import {
  getText,
  hasPackage,
  isNodeResolution,
  isTypeScript,
  type ProjectFacts,
} from "../output/project-facts.js";
import { createScenarios, handlersData, noServer, renderHandler, type Render } from "./render.js";

/** A project with code of its own, which the webhooks are added to. */
export interface ExistingProject {
  readonly facts: ProjectFacts;
  /** The texts of the files that may make the app, by path; the likeliest first. */
  readonly sources: ReadonlyMap<string, string>;
  /** The names of its folders. */
  readonly folders: readonly string[];
  /** The text of its .env. */
  readonly env: string | undefined;
}

/** The files that may make the app of a project, from the likeliest on, and those that configure a worker. */
export function listEntryPaths(manifestText: string): readonly string[] {
  const named = manifestText.split(/[^\w./-]/).filter((word) => /\.[cm]?[jt]s$/.test(word));
  const folders = ["src/", "", "app/"];
  const names = ["app.module", "app", "server", "main", "index"];
  const endings = ["ts", "mts", "js", "mjs", "cjs"];
  const usual = folders.flatMap((folder) =>
    names.flatMap((name) => endings.map((ending) => `${folder}${name}.${ending}`)),
  );
  const workers = ["jsonc", "json", "toml"].map((ending) => `wrangler.${ending}`);
  // A compiler writes what these folders contain.
  const own = named
    .map((path) => posix.normalize(path))
    .filter((path) => !/^(?:dist|build|out)\//.test(path));
  return [...new Set([...own, ...usual, ...workers])];
}

/** The code of each framework that makes an app, with its name, and the line that puts the endpoint into the app of that name. */
// prettier-ignore
const apps: Readonly<Record<string, { readonly made: RegExp; readonly mount: string }>> = {
  nest: { made: /^\s*(imports): \[/, mount: "WebhooksModule," },
  fastify: { made: /\b(\w+) = (?:await )?[Ff]astify\(|\b(?:function|async) (?:\w+ ?)?\((fastify)\b|(fastify)\.register\(AutoLoad/, mount: 'app.register(createWebhooks(), { prefix: "/mplus" });' },
  hono: { made: /\b(\w+) = new (?:Hono|OpenAPIHono)\b/, mount: 'app.route("/mplus", createWebhooks());' },
  koa: { made: /\b(\w+) = new Koa\b/, mount: "app.use(createWebhooks());" },
  express: { made: /\b(\w+)(?:: [\w.]+)? = express\(/, mount: 'app.use("/mplus", createWebhooks());' },
  node: { made: /\b(\w+) = (?:http\.)?createServer\(/, mount: 'if (request.url?.startsWith("/mplus/")) return webhooks(request, response);' },
};

/** The line in a project that makes its app, or the one that the endpoint has to be above. */
interface Entry {
  readonly path: string;
  readonly app: string;
  readonly place: string;
}

/** A use of a parser, which leaves no raw body to those below. */
const parser = /express\.(?:json|urlencoded|text|raw)|body-?parser|koaBody/i;

/** Finds the line that makes the app, and the parser that the endpoint has to be above. */
export function findEntry({ name }: Framework, sources: ExistingProject["sources"]): Entry | undefined {
  const made = apps[name]?.made ?? /^\b$/;
  for (const [path, text] of sources) {
    const lines = text.split("\n");
    const index = lines.findIndex((line) => made.test(line));
    const [, ...names] = made.exec(lines[index] ?? "") ?? [];
    const app = names.find(Boolean);
    if (app === undefined) continue;
    const parserIndex = lines.findIndex(
      (line, at) => at > index && line.includes(".use(") && parser.test(line),
    );
    const shown = parserIndex === -1 ? index : parserIndex;
    const isAbove = parserIndex !== -1 || (lines[index] ?? "").includes(".register(");
    const side = name === "nest" ? "in" : isAbove ? "above" : "below";
    return { path, app, place: `${side} line ${shown + 1}, ${(lines[shown] ?? "").trim()}` };
  }
  return undefined;
}

/** Adds the webhooks to a project: files beside its own, and lines for its own. */
export function createAddition(
  start: ProjectStart,
  render: Render,
  options: InitOptions,
  project: ExistingProject,
): ProjectChanges {
  const { framework, generated, moduleKind } = options;
  const { facts, env } = project;
  const style = chooseStyle(options, project);
  const data = {
    ...handlersData(start.events, framework, render),
    isAdded: true,
    isTypeScript: style.ending === "ts",
    secret: options.secret,
    secretKey: style.secretKey,
    generatedImport: style.generatedImport,
  };
  const code = (path: string, layout: string, more: object = {}): OutputFile => {
    const webhooksImport = toImport(path, style.webhooks);
    return { path, content: style.toCode(render(layout, { ...data, webhooksImport, ...more })) };
  };
  const test = createTest(options, project, style);
  return {
    files: [
      ...createScenarios(start.events, start.releases, options),
      ...(test ? [code(test.path, "test/webhooks.test.ts", test.data)] : []),
      ...(style.route === undefined ? [] : [code(style.route, "route.ts")]),
      ...(style.needsType
        ? [{ path: `${generated}/package.json`, content: printJson({ type: "module" }) }]
        : []),
      { path: ".env", content: render(".env", data) },
      { path: ".gitignore", content: ".env\n" },
      ...(style.bundle !== undefined && hasPackage(facts, "prettier")
        ? [{ path: ".prettierignore", content: `${generated}/${framework.target}.*js\n` }]
        : []),
      code(style.webhooks, "src/handlers.ts"),
    ],
    needs: [
      ...listEntryLines(framework, style, project),
      ...listCompilerDemands(facts, moduleKind),
      ...listWorkerDemands(project),
      ...(env === undefined || /^MPLUS_SECRET=/m.test(env)
        ? []
        : [{ path: ".env", place: "with the secret key of the subscription", lines: ["MPLUS_SECRET="] }]),
    ],
    manifest: createManifest(options, facts, style, test?.command),
  };
}

/** The scripts and packages that a package.json needs for the webhooks. */
function createManifest(
  { framework, generateCommand, generator, testedWith }: InitOptions,
  facts: ProjectFacts,
  { bundle, ending }: CodeStyle,
  test: string | undefined,
): Manifest {
  const has = (name: string): boolean => Object.hasOwn(facts.dependencies, name);
  const isTypes = (name: string): boolean => name.startsWith("@types/");
  const missing = has(framework.packages[0] ?? "") ? [] : framework.packages;
  const tools = [
    ...(ending === "ts" ? missing.filter(isTypes) : []),
    ...(ending === "ts" && !has("@types/node") && !has("@types/bun") ? ["@types/node"] : []),
    ...(bundle === undefined ? [] : ["esbuild"]),
  ];
  const toRanges = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, `^${testedWith[name] ?? ""}`]));
  return {
    scripts: {
      generate: generateCommand,
      ...(bundle !== undefined && { "generate:js": bundle }),
      ...(test !== undefined && { test }),
    },
    dependencies: toRanges(missing.filter((name) => !isTypes(name))),
    devDependencies: { ...toRanges(tools), "mplus-codegen": generator },
  };
}

/** Adds events: a scenario for each, and its handler as lines for the file of handlers. */
export function createMoreEvents(
  { events, releases }: ProjectStart,
  render: Render,
  options: InitOptions,
  { handlers, isNew, project }: { handlers: string; isNew: boolean; project: ExistingProject },
): ProjectChanges {
  const known = new Set(project.sources.get(handlers)?.split(/\W+/));
  const place = options.framework.name === "nest" ? "in the class" : "in createHandlers";
  const needs = events
    .filter(({ name }) => !known.has(name))
    .map((event) => ({
      path: handlers,
      place,
      lines: renderHandler(event, render, false).trim().split("\n"),
    }));
  const manifest = { scripts: {}, dependencies: {}, devDependencies: {} };
  if (isNew) return { files: createScenarios(events, releases, options), needs, manifest };
  const added = createAddition({ events, releases }, render, options, project);
  return { files: added.files, needs: [...added.needs, ...needs], manifest };
}

/** How the code that is added to a project is written, and where it goes. */
interface CodeStyle {
  readonly ending: "js" | "ts";
  /** The path of the file with the handlers. */
  readonly webhooks: string;
  /** The path of the file that makes the endpoint in a framework that finds it by its path. */
  readonly route: string | undefined;
  readonly generatedImport: string;
  /** The command that compiles the generated code, where neither Node nor Jest runs it as it is. */
  readonly bundle: string | undefined;
  /** Whether Node has to be told that the generated files are ES modules, as package.json means CommonJS. */
  readonly needsType: boolean;
  readonly isCommonJs: boolean;
  readonly secretKey: string;
  readonly toCode: (text: string) => string;
}

function chooseStyle(options: InitOptions, { facts, folders }: ExistingProject): CodeStyle {
  const { framework, generated, moduleKind, importExtension } = options;
  const { name, target } = framework;
  const base = folders.includes("src") ? "src/" : "";
  const ending = isTypeScript(facts) ? "ts" : "js";
  // Next compiles all code itself.
  const isPlain = ending === "js" && name !== "next";
  const isCommonJs = isPlain && moduleKind === "commonjs";
  const isBundled = isPlain && (hasPackage(facts, "jest") || !facts.runsTypeScript);
  const bundled = `${target}.${isCommonJs ? "cjs" : "mjs"}`;
  const format = `--format=${isCommonJs ? "cjs" : "esm"}`;
  const bundle = `esbuild ${generated}/${target}/index.ts --bundle --platform=node --packages=external ${format} --banner:js=/*eslint-disable*/ --outfile=${generated}/${bundled}`;
  const isStrict = facts.compilerOptions?.["noPropertyAccessFromIndexSignature"] === true;
  return {
    ending,
    isCommonJs,
    webhooks: `${base}mplus-webhooks.${ending}`,
    route: name === "next" ? `${base}app/mplus/[event]/route.${ending}` : undefined,
    generatedImport: `./mplus/${isBundled ? bundled : `${target}/index.${isPlain ? "ts" : "js"}`}`,
    bundle: isBundled ? bundle : undefined,
    needsType: isCommonJs && !isBundled,
    secretKey: isStrict ? '["MPLUS_SECRET"]' : ".MPLUS_SECRET",
    toCode: (text) => (isCommonJs ? toCommonJs(text) : isPlain ? text : withExtension(text, importExtension)),
  };
}

/** Turns our own ES modules into CommonJS. */
function toCommonJs(text: string): string {
  const names: string[] = [];
  const body = text
    .replace(/^import (\w+|\{[^{}]*\}) from ("[^"\n]*");$/gm, "const $1 = require($2);")
    .replace(/^export (?=(?:const|function) (\w+))/gm, (_, name: string) => (names.push(name), ""));
  return names.length === 0 ? body : `${body}\nmodule.exports = { ${names.join(", ")} };\n`;
}

/** The relative import of a file by another one. */
function toImport(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to).replace(/\.ts$/, ".js");
  return path.startsWith(".") ? path : `./${path}`;
}

/** The lines that put the endpoint into the app. */
function listEntryLines(
  framework: Framework,
  { webhooks, toCode }: CodeStyle,
  { sources }: ExistingProject,
): readonly RequiredLines[] {
  const mount = apps[framework.name]?.mount;
  if (mount === undefined || [...sources.values()].some((text) => text.includes("/mplus-webhooks")))
    return [];
  const unknown = { path: "The file that makes the app", app: "app", place: "above all parsers of bodies" };
  const { path, app, place } = findEntry(framework, sources) ?? unknown;
  const name = framework.name === "nest" ? "WebhooksModule" : "createWebhooks";
  const from = toImport(path === unknown.path ? webhooks : path, webhooks);
  const line = `import { ${name} } from "${from}";`;
  const imported = path.endsWith(".mjs") ? line : toCode(line);
  const made = framework.name === "node" ? ["const webhooks = createWebhooks();"] : [];
  return [
    { path, place: "at the top", lines: [imported, ...made] },
    { path, place, lines: [mount.replace(/^app\b/, app)] },
  ];
}

/** How a test starts the endpoint of each framework. */
const testServers: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  express: {
    frameworkImport: 'import express from "express";',
    listener: 'express().use("/mplus", createWebhooks(secret))',
  },
  koa: {
    frameworkImport: 'import Koa from "koa";',
    listener: "new Koa().use(createWebhooks(secret)).callback()",
  },
  node: { listener: "createWebhooks(secret)" },
  fastify: { fastify: true, frameworkImport: 'import { fastify } from "fastify";' },
  nest: { nest: true },
  hono: {
    frameworkImport: 'import { Hono } from "hono";',
    web: 'const serve = new Hono().route("/mplus", createWebhooks(secret)).fetch;',
  },
  next: { web: "const serve = createWebhooks(secret);" },
};

/** A test that plays the scenarios, for the runner of the project; undefined if it has none that we know. */
function createTest(
  { framework, generated }: InitOptions,
  { facts, folders }: ExistingProject,
  { webhooks, ending }: CodeStyle,
): { readonly path: string; readonly command: string; readonly data: object } | undefined {
  const runner = pickTestRunner(facts);
  if (!runner) return undefined;
  const folder = folders.find((name) => /^(?:tests?|__tests__)$/.test(name));
  const isNest = framework.name === "nest";
  // A shell takes `test/**/*.test.js` without quotes for files one folder down.
  const name = getText(facts.manifest, "scripts", "test").includes("/**/")
    ? "mplus/webhooks"
    : "mplus-webhooks";
  const path =
    folder === undefined || isNest
      ? webhooks.replace(/(?=\.\w+$)/, isNest ? ".spec" : ".test")
      : `${folder}/${name}.test.${ending}`;
  const commands: Readonly<Record<string, string>> = { vitest: "vitest run", "bun:test": "bun test" };
  return {
    path,
    command: commands[runner] ?? "jest",
    data: {
      starts: { ...noServer, ...testServers[framework.name] },
      generated,
      testImport: runner === "globals" ? "" : `import { test } from "${runner}";`,
    },
  };
}

/** The module that tests of a project import `test` from; `globals` if it is global, undefined if there is no runner that we know. */
function pickTestRunner(facts: ProjectFacts): string | undefined {
  // In workerd there are no files to read scenarios from.
  if (["plugin", "pool-workers"].some((name) => hasPackage(facts, `@cloudflare/vitest-${name}`)))
    return undefined;
  if (hasPackage(facts, "vitest")) return "vitest";
  if (hasPackage(facts, "jest"))
    return isTypeScript(facts) && !Object.hasOwn(facts.dependencies, "@types/jest")
      ? "@jest/globals"
      : "globals";
  if (/ --test\b|\bborp\b/.test(getText(facts.manifest, "scripts", "test"))) return "node:test";
  return facts.files.has("bun.lock") ? "bun:test" : undefined;
}

/** The changes to tsconfig.json without which the generated code does not compile. */
function listCompilerDemands(facts: ProjectFacts, moduleKind: string): readonly RequiredLines[] {
  const { compilerOptions: options, dependencies } = facts;
  if (!options) return [];
  const major = Number(/\d+/.exec(dependencies["typescript"] ?? "")?.[0] ?? 5);
  const lib = getOwn(options, "lib");
  const types = getOwn(options, "types");
  const known = isArray(types) ? types : [];
  // Bun's types include Node's.
  const lacksNode =
    types === undefined ? major >= 6 : !["node", "bun", "bun-types"].some((name) => known.includes(name));
  const usualTarget = isNodeResolution(facts) || major >= 6 ? "esnext" : "es5";
  const isOld = /^es(?:[356]|20(?:1\d|20|21))$/.test(getText(options, "target") || usualTarget);
  const lacksLibrary = isArray(lib) ? !/es(?:202[2-9]|next)\b/i.test(JSON.stringify(lib)) : isOld;
  const lines = [
    ...(lacksLibrary ? [isArray(lib) ? '"lib": ["ES2022"],' : '"target": "ES2022",'] : []),
    ...(lacksNode ? [`"types": ${JSON.stringify([...known, "node"])},`] : []),
    ...(moduleKind === "commonjs" && getOwn(options, "verbatimModuleSyntax") === true
      ? ['"verbatimModuleSyntax": false,']
      : []),
  ];
  return lines.length === 0 ? [] : [{ path: "tsconfig.json", place: "in compilerOptions", lines }];
}

/** The flag without which a worker has neither Node's crypto nor `process.env`. */
function listWorkerDemands({ sources }: ExistingProject): readonly RequiredLines[] {
  const [path, text = ""] = [...sources].find(([name]) => name.startsWith("wrangler.")) ?? [];
  if (path === undefined || text.includes("nodejs_compat")) return [];
  const flags = path.endsWith(".toml") ? "compatibility_flags = " : '"compatibility_flags": ';
  return [{ path, place: "at the top level", lines: [`${flags}["nodejs_compat"]`] }];
}
