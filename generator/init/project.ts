import { quotePath } from "../base/text/quote.js";
import { printJson } from "../targets/code-file.js";
import type { OutputFile } from "../targets/target.js";
import type { InitOptions, Manifest, ProjectChanges, ProjectStart } from "./changes.js";
import { frameworkNames } from "./choices.js";
import { createScenarios, handlersData, noServer, type Render } from "./render.js";

/** Creates a whole project around the generated code. */
export function createProject(start: ProjectStart, render: Render, options: InitOptions): ProjectChanges {
  const { framework, packageManager } = options;
  const data = { ...layoutData(start, options), ...handlersData(start.events, framework, render) };
  const file = (path: string): OutputFile => ({ path, content: render(path, data) });
  const json = (path: string, value: object): OutputFile => ({ path, content: printJson(value) });
  const list = (path: string, lines: readonly string[]): OutputFile => ({
    path,
    content: `${lines.join("\n")}\n`,
  });
  const manifest = createManifest(options);
  return {
    manifest,
    needs: [],
    files: [
      json("package.json", manifest),
      ...packageManager.settings.map(([path, content]) => ({ path, content })),
      list(".gitignore", ["node_modules/", "dist/", ".env", ...packageManager.leaves]),
      list(".dockerignore", ["# No image holds a secret.", ".env*", ".git", "dist", "node_modules"]),
      file(".env"),
      { path: ".env.example", content: render(".env", { ...data, secret: "" }) },
      json("tsconfig.json", { compilerOptions: toCompilerOptions(options), include: ["src", "test"] }),
      json("tsconfig.build.json", buildConfig),
      file("src/app.ts"),
      file("src/server.ts"),
      ...createScenarios(start.events, start.releases, options),
      file("test/webhooks.test.ts"),
      file("Dockerfile"),
      file(".github/workflows/ci.yml"),
      file("README.md"),
      // A project is whole once it has this file.
      file("src/handlers.ts"),
    ],
  };
}

/** The content of package.json, with the packages in the versions that we test with, and later ones. */
function createManifest(options: InitOptions): Manifest {
  const { name, framework, moduleKind, packageManager, generateCommand, generator, testedWith } = options;
  const tools = ["@types/node", "mplus-codegen", "tsx", "typescript"];
  const isTool = (name: string): boolean => name.startsWith("@types/") || tools.includes(name);
  const ranges = [...framework.packages, ...tools]
    .toSorted()
    .map((name) => [name, name === "mplus-codegen" ? generator : `^${testedWith[name] ?? ""}`] as const);
  const manifest = {
    name,
    private: true,
    type: moduleKind === "esm" ? "module" : "commonjs",
    engines: { node: ">=20.19" },
    packageManager: packageManager.pin,
    scripts: {
      build: "tsc -p tsconfig.build.json",
      dev: "tsx watch src/server.ts",
      generate: generateCommand,
      start: "node dist/server.js",
      test: "node --import tsx --test --test-force-exit test/*.test.ts",
      typecheck: "tsc",
    },
    dependencies: Object.fromEntries(ranges.filter(([name]) => !isTool(name))),
    devDependencies: Object.fromEntries(ranges.filter(([name]) => isTool(name))),
  };
  return manifest;
}

const toCompilerOptions = ({ framework, moduleKind }: InitOptions): object => ({
  target: "ES2022",
  module: "NodeNext",
  types: ["node"],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  ...(moduleKind === "esm" && { verbatimModuleSyntax: true }),
  isolatedModules: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  ...(framework.name === "nest" && { experimentalDecorators: true }),
});

const buildConfig = {
  extends: "./tsconfig.json",
  compilerOptions: { noEmit: false, rootDir: "src", outDir: "dist" },
  include: ["src"],
};

/** The node of the image and the workflow: one with long-term support. */
const nodeVersion = "24";

function layoutData({ events }: ProjectStart, options: InitOptions): object {
  const { framework, packageManager, generator, spec } = options;
  const [first] = events;
  const special = first?.lookUp;
  // Where only this machine has the generator.
  const [, outside = ""] = /^(?:file|link|portal):(.+)/.exec(generator) ?? [];
  const setUp = ["package.json", packageManager.lockfile, ...packageManager.settings.map(([path]) => path)];
  return {
    name: options.name,
    secret: options.secret,
    nodeVersion,
    framework: framework.title,
    target: framework.target,
    generatedImport: `./mplus/${framework.target}/index.js`,
    optionsType: framework.name === "nest" ? "MplusModuleOptions" : "MplusOptions",
    // Its server does not close by itself what it has begun.
    isPlain: !["fastify", "nest"].includes(framework.name),
    isAdded: false,
    is: Object.fromEntries(frameworkNames.map((each) => [each, each === framework.name])),
    // The files that it reads before it installs.
    manager: { ...packageManager, files: [...new Set(setUp)].join(" ") },
    outside,
    vendor: `${outside.endsWith(".tgz") ? "cp -t" : "npm pack --pack-destination"} vendor ${quotePath(outside)}`,
    fromSpec: spec === undefined ? "" : ` --spec ${quotePath(spec)}`,
    // In a workflow `${{` begins an expression, whatever quotes it stands in.
    contract: quotePath(spec ?? "node_modules/mplus-codegen/spec").replaceAll("${{", "${{ '${{' }}"),
    event: first?.name ?? "",
    // Only what needs no quotes, in a shell or in Markdown.
    special: special && /^[\w.-]+$/.test(special.by) && `${special.at.property}=${special.by}`,
    generated: options.generated,
    starts: { ...noServer, app: true },
    isTypeScript: true,
    testImport: 'import { test } from "node:test";',
  };
}
