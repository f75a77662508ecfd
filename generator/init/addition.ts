import { hasPackage, type ProjectFacts } from "../output/project-facts.js";
import { printJson } from "../targets/code-file.js";
import type { OutputFile } from "../targets/target.js";
import { createTest } from "./added-test.js";
import { toRanges, type ExistingProject, type InitOptions, type Manifest } from "./changes.js";
import type { ProjectChanges, ProjectStart } from "./changes.js";
import { chooseStyle, toImport, type CodeStyle } from "./code-style.js";
import { listCompilerDemands, listSecretDemands } from "./demands.js";
import { listEntryLines } from "./entry.js";
import { createWorker, inboxData } from "./inbox.js";
import { createAdditionsFolder, createScenarios, handlersData, type Render } from "./render.js";

export function createAddition(
  start: ProjectStart,
  render: Render,
  options: InitOptions,
  project: ExistingProject,
): ProjectChanges {
  const { framework, generated, moduleKind, secret } = options;
  const style = chooseStyle(options, project);
  const secretKey = style.toKey("MPLUS_SECRET");
  const data = { ...handlersData(start.events, options, render), ...style, secretKey, isAdded: true, secret };
  const code = (path: string, layout: string, more: object = {}): OutputFile => {
    const webhooksImport = toImport(path, style.webhooks);
    return { path, content: style.toCode(render(layout, { ...data, webhooksImport, ...more })) };
  };
  const worker = options.hasInbox ? createWorker(style, project, code) : undefined;
  const test = createTest(options, project, style);
  const isFormatted = style.bundle !== undefined && hasPackage(project.facts, "prettier");
  return {
    files: [
      ...createScenarios(start.events, start.releases, options),
      ...(test ? [code(test.path, "test/webhooks.test.ts", test.data)] : []),
      ...(style.route === undefined ? [] : [code(style.route, "route.ts")]),
      ...(worker?.files ?? []),
      ...(style.needsType
        ? [{ path: `${generated}/package.json`, content: printJson({ type: "module" }) }]
        : []),
      ...createAdditionsFolder(options, render),
      { path: ".env", content: render(".env", data) },
      { path: ".gitignore", content: ".env\n" },
      ...(isFormatted
        ? [{ path: ".prettierignore", content: `${generated}/${framework.target}.*js\n` }]
        : []),
      options.hasInbox
        ? code(style.webhooks, "webhooks.ts", inboxData(style))
        : code(style.webhooks, "src/handlers.ts"),
    ],
    needs: [
      ...listEntryLines(framework, style, project),
      ...(worker?.needs ?? []),
      ...listCompilerDemands(project.facts, moduleKind),
      ...listSecretDemands(project),
    ],
    manifest: createManifest(options, project.facts, style, test?.command),
  };
}

function createManifest(
  options: InitOptions,
  { dependencies }: ProjectFacts,
  { bundle, isTypeScript }: CodeStyle,
  test: string | undefined,
): Manifest {
  const { framework, generateCommand, hasInbox } = options;
  const isTypes = (name: string): boolean => name.startsWith("@types/");
  const missing = Object.hasOwn(dependencies, framework.packages[0] ?? "") ? [] : framework.packages;
  // Bun's types include Node's.
  const types = "@types/bun" in dependencies ? [] : ["@types/node"];
  const tools = [
    ...(isTypeScript ? [...missing.filter(isTypes), ...types] : []),
    ...(bundle === undefined ? [] : ["esbuild"]),
    "mplus-codegen",
  ];
  return {
    scripts: {
      generate: generateCommand,
      ...(bundle !== undefined && { postgenerate: bundle }),
      ...(test !== undefined && { test }),
    },
    dependencies: toRanges(
      [...missing.filter((name) => !isTypes(name)), ...(hasInbox ? ["pg-boss"] : [])],
      options,
    ),
    devDependencies: toRanges(tools, options),
  };
}
