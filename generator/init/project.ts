import { quotePath } from "../base/text/quote.js";
import { printJson } from "../targets/code-file.js";
import type { OutputFile } from "../targets/target.js";
import {
  toRanges,
  type InitOptions,
  type Manifest,
  type ProjectChanges,
  type ProjectStart,
} from "./changes.js";
import { createAdditionsFolder, createScenarios, handlersData, type Render } from "./render.js";

export function createProject(start: ProjectStart, render: Render, options: InitOptions): ProjectChanges {
  const data = { ...layoutData(start, options), ...handlersData(start.events, options, render) };
  const file = (path: string): OutputFile => ({ path, content: render(path, data) });
  const manifest = JSON.parse(render("package.json", data)) as Manifest;
  const isPhp = options.framework.name === "php";
  return {
    manifest,
    needs: [],
    files: [
      { path: "package.json", content: printJson(manifest) },
      ...options.packageManager.settings.map(([path, content]) => ({ path, content })),
      ...[".gitignore", ".dockerignore", ".env"].map(file),
      { path: ".env.example", content: render(".env", { ...data, secret: "" }) },
      ...(isPhp ? phpFiles : typescriptFiles).map(file),
      ...createScenarios(start.events, start.releases, options),
      ...(isPhp ? createRequests(start) : []),
      ...["Dockerfile", ".github/workflows/ci.yml", "README.md"].map(file),
      ...createAdditionsFolder(options, render),
      // Written last, because this file marks a complete project.
      file(isPhp ? "src/Webhooks.php" : "src/handlers.ts"),
    ],
  };
}

// prettier-ignore
const typescriptFiles = ["tsconfig.json", "tsconfig.build.json", "src/app.ts", "src/server.ts", "test/webhooks.test.ts"];

const phpFiles = ["composer.json", "public/index.php", "tests/WebhooksTest.php"];

/** For tests without a till. */
const createRequests = ({ events, makeRequest }: ProjectStart): readonly OutputFile[] =>
  events.map(({ name }) => ({ path: `tests/requests/${name}.json`, content: printJson(makeRequest(name)) }));

function layoutData({ events }: ProjectStart, options: InitOptions): object {
  const { framework, packageManager, generator, spec } = options;
  const [first] = events;
  const special = first?.lookUp;
  const isPhp = framework.name === "php";
  const tools = isPhp ? ["mplus-codegen"] : ["@types/node", "mplus-codegen", "tsx", "typescript"];
  const packages = [...framework.packages, ...tools];
  // Composer has a folder of this name.
  const vendor = isPhp ? "packages" : "vendor";
  const isTool = (name: string): boolean => /^(?:@types\/.*|mplus-codegen|tsx|typescript)$/.test(name);
  // Set if only this machine has the generator.
  const [, outside = ""] = /^(?:file|link|portal):(.+)/.exec(generator) ?? [];
  const setUp = ["package.json", packageManager.lockfile, ...packageManager.settings.map(([path]) => path)];
  return {
    ...options,
    isEsm: options.moduleKind === "esm",
    generateCommand: JSON.stringify(options.generateCommand),
    dependencies: JSON.stringify(
      toRanges(
        packages.filter((name) => !isTool(name)),
        options,
      ),
    ),
    devDependencies: JSON.stringify(toRanges(packages.filter(isTool), options)),
    // For the image and the workflow: a version with long-term support.
    nodeVersion: "24",
    framework: framework.title,
    target: framework.target,
    generatedImport: `./mplus/${framework.target}/index.js`,
    optionsType: framework.name === "nest" ? "MplusModuleOptions" : "MplusOptions",
    // Fastify and Nest close their connections themselves.
    isPlain: !["fastify", "nest"].includes(framework.name),
    isAdded: false,
    // The files that the package manager reads before it installs.
    manager: { ...packageManager, files: [...new Set(setUp)].join(" ") },
    outside,
    vendor: outside.endsWith(".tgz")
      ? `cp ${quotePath(outside)} ${vendor}/`
      : `npm pack --pack-destination ${vendor} ${quotePath(outside)}`,
    fromSpec: spec === undefined ? "" : ` --spec ${quotePath(spec)}`,
    // In a workflow, `${{` starts an expression even inside quotes.
    contract: quotePath(spec ?? "node_modules/mplus-codegen/spec").replaceAll("${{", "${{ '${{' }}"),
    event: first?.name ?? "",
    // Set only if the text needs no quotes in a shell or in Markdown.
    special: special && /^[\w.-]+$/.test(special.by) && `${special.at.property}=${special.by}`,
    isTypeScript: true,
    testRunner: "node:test",
    isVitest: false,
    listens: false,
  };
}
