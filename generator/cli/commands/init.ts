import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text } from "../../pages/blocks/text.js";
import { bullets, codeBlock, listItem, heading, nestedBullets } from "../../pages/blocks/builders.js";
import { describeFleet } from "../../contract/describe.js";
import type { Generation } from "../../output/generate.js";
import { arrangeFiles, handlersPath, type Arrangement } from "../../init/arrange-files.js";
import { chooseModuleKind, choosePackageManager, findFramework, frameworkNames } from "../../init/choices.js";
import { createProject, generatedFolder, type ProjectOptions } from "../../init/project.js";
import { getAt, getOwn, isObject, parseJson, type JsonObject } from "../../base/json.js";
import { generateOutput, writeFolder } from "../../output/generate-output.js";
import {
  loadSpec,
  packageRoot,
  readTemplates,
  readTestedVersions,
  readToolVersion,
} from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { success } from "../../base/problem/problem.js";
import type { OutputFile } from "../../targets/target.js";
import { hasInvisible, quote, quotePath, toVisibleLine } from "../../base/text/quote.js";
import { normalizeFleetOptions } from "../../base/time/fleet.js";
import { applyPlan } from "../../output/apply.js";
import { findFile } from "../../output/folder.js";
import { formatFlags, parseStamp, stampName, type Settings } from "../../output/stamp.js";
import type { Args } from "../options/commands.js";
import { options } from "../options/options.js";
import { requireSuccess, throwProblems, throwUsageProblem } from "../call-error.js";
import type { WithWarnings } from "../command-result.js";
import { listAncestors } from "../inputs/user-files.js";
import { checkOverlap } from "../inputs/spec-folder.js";
import type { Environment, CommandContext } from "../terminal/terminal.js";

/** `init`: writes a new project, adds what a project needs to a folder, or adds events to a project. */
export async function init(args: Args<"init">, { environment }: CommandContext) {
  const folder = inspectFolder(args);
  const { dir, framework, manifest, earlier } = folder;
  const options = chooseProjectOptions(args, folder, environment);
  const { name: manager, run } = options.packageManager;
  const spec = requireSuccess(loadSpec(args.spec));
  const output = { ...args, ...earlier, target: [framework.name], out: `${dir}/${generatedFolder}` };
  const generated = requireSuccess(await generateOutput(output, spec.value));
  const { generation } = generated.value;
  const project = requireSuccess(createProject(generation, spec.value, readTemplates(), options)).value;
  const paths = [...project.files, ...project.handlers].map(({ path }) => path);
  const texts = readProjectFiles(dir, paths);
  const arrangement = arrangeFiles(project, options, { texts, manifest, isMade: earlier !== undefined });
  if (!earlier) requireSuccess(await writeFolder(generated.value));
  await writeProject(dir, arrangement.files);
  const { left, omitted, needs, commands } = arrangement;
  const files = arrangement.files.map(({ path }) => path);
  const result: InitJson = {
    dir,
    framework: framework.title,
    packageManager: manager,
    module: options.moduleKind,
    events: project.handlers.map(({ event }) => event),
    files,
    left,
    omitted,
    needs,
    next: [
      ...(commands.length > 0 || earlier ? commands : [`${manager} install`]),
      ...(files.includes("test/webhooks.test.ts") || earlier ? [`${manager} test`] : []),
      ...(files.includes("src/server.ts") ? [`${run} dev`] : []),
    ],
    warnings: [...spec.warnings, ...generated.warnings],
  };
  return {
    report: () => reportNewProject(result, manifest ? "Added to" : "Made", options, generation),
    json: () => result,
    warnings: result.warnings,
  };
}

/** The project that was written; its `files` are the user's own. */
export interface InitJson extends WithWarnings, Omit<Arrangement, "files" | "commands"> {
  readonly dir: string;
  readonly framework: string;
  readonly packageManager: string;
  readonly module: string;
  /** The events that the project begins with, or that are added to it. */
  readonly events: readonly string[];
  readonly files: readonly string[];
  /** The commands to run next, in the folder of the project. */
  readonly next: readonly string[];
}

/** Refuses a folder where no project can be, and a path that no command can name. */
function checkPaths(dir: string, spec: string | undefined): void {
  requireSuccess(checkOverlap("--dir", [dir, `${dir}/${generatedFolder}`], spec));
  for (const [option, path] of Object.entries({ "--dir": dir, "--spec": spec ? relative(dir, spec) : "" }))
    if (hasInvisible(path))
      throwUsageProblem(
        `${option} ${quote(path)} has a tab, a line break or another invisible character, so no command can name it.`,
        "Rename the folder, or choose another one.",
      );
  if (resolve(dir).split(sep).includes("node_modules"))
    throwUsageProblem(
      `--dir ${quotePath(dir)} is in a node_modules, which belongs to the package manager, so nothing was written.`,
      "Choose another folder.",
    );
}

/** Reads what a folder has before something is written there: its package.json, and the settings of a project that init made there. */
function inspectFolder(args: Args<"init">) {
  const framework = requireSuccess(findFramework(args.framework)).value;
  const { dir = `mplus-${framework.name}` } = args;
  checkPaths(dir, args.spec);
  const stampPath = `${generatedFolder}/${stampName}`;
  const texts = readProjectFiles(dir, ["package.json", handlersPath, stampPath]);
  const stamp = requireSuccess(parseStamp(texts.get(stampPath), `${dir}/${stampPath}`)).value;
  const targets = texts.has(handlersPath) ? stamp.targets : {};
  const other = frameworkNames.find((name) => Object.hasOwn(targets, name));
  const earlier = targets[framework.name];
  if (!earlier && other !== undefined)
    throwUsageProblem(
      `${dir}/ has a project for ${other}: init adds events to it, and no other framework.`,
      `For example: mplus-codegen init ${other} --dir ${quotePath(dir)} --events completeSession; or name a folder of its own with --dir.`,
    );
  const text = texts.get("package.json");
  const manifest = text === undefined ? undefined : parseManifest(text);
  if (text !== undefined && manifest === undefined)
    throwProblems(report("package-json-unusable", { path: `${dir}/package.json` }));
  return { dir, framework, manifest, earlier };
}

/** Parses a package.json, which may begin with a byte order mark, as for npm. */
function parseManifest(text: string): JsonObject | undefined {
  const value = parseJson(text.replace(/^\ufeff/, ""));
  return isObject(value) ? value : undefined;
}

/** Reads those of the files that exist; ends the call if something else is in the place of one. */
function readProjectFiles(dir: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const found = findFile(resolve(dir), path);
    if (found.kind === "file") texts.set(path, found.text);
    if (found.kind === "blocked")
      throwProblems(report("output-unwritable", { path: `${dir}/${path}`, reason: found.reason }));
  }
  return texts;
}

/** The settings of an earlier project; ends the call if it asks for other releases, or for nothing. */
function requireSameFleet(earlier: Settings, dir: string, args: Args<"init">): Settings {
  if (args.events.length === 0)
    throwUsageProblem(
      `${dir}/ has a project already: init adds events to it.`,
      "Say which, for example: --events completeSession",
    );
  const fleet = Object.entries(normalizeFleetOptions(args));
  if (fleet.every(([name, value]) => getOwn(earlier, name) === value)) return earlier;
  const flags = formatFlags(earlier).join(" ");
  return throwUsageProblem(
    `The project is generated ${flags === "" ? "for shops of any release" : `with ${flags}`}: init adds events for those.`,
    "Leave the releases out. To change them, edit the script generate of its package.json, and run it.",
  );
}

/** Chooses what a project is made of: by the options of the call, then by the files in its folder. */
function chooseProjectOptions(
  args: Args<"init">,
  { dir, framework, manifest, earlier }: ReturnType<typeof inspectFolder>,
  environment: Environment,
): ProjectOptions {
  const { responses = options.responses.default } = args;
  const settings: Settings = earlier
    ? requireSameFleet(earlier, dir, args)
    : { ...normalizeFleetOptions(args), responses, importExtension: "js" };
  const findText = (name: string): string | undefined => {
    const value = getOwn(manifest, name);
    return typeof value === "string" ? value : undefined;
  };
  const packageManager = choosePackageManager({
    asked: args.packageManager,
    field: findText("packageManager"),
    hasFile: (path) => existsSync(join(dir, path)),
    userAgent: environment["npm_config_user_agent"],
  });
  const type = manifest && { type: findText("type") };
  const spec = args.spec === undefined ? undefined : relative(dir, args.spec);
  const specFlag = spec === undefined ? [] : [`--spec ${quotePath(spec)}`];
  const flags = [...formatFlags(settings), ...specFlag, `--out ${generatedFolder}`].join(" ");
  return {
    ...settings,
    framework,
    packageManager,
    moduleKind: requireSuccess(chooseModuleKind(args.module, type)).value,
    spec,
    // Without names a new project begins with those of the spec.
    events: args.events.length > 0 ? args.events : undefined,
    name: toPackageName(dir, framework.name),
    generateCommand: `mplus-codegen --target ${framework.name} ${flags}`,
    generator: findGenerator(dir, packageManager),
    secret: randomBytes(32).toString("base64"),
    testedWith: readTestedVersions(),
  };
}

/** Turns the name of the folder into one that npm accepts. */
function toPackageName(dir: string, target: string): string {
  const name = basename(resolve(dir))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "");
  return /^.*[a-z0-9]/.exec(name)?.[0] ?? `mplus-${target}`;
}

/**
 * Where the package manager of a project in `dir` finds this program. A clone is where it is. An installed program is
 * installed as it was here: from the same file, or by its version.
 */
function findGenerator(dir: string, { folderProtocol }: ProjectOptions["packageManager"]): string {
  const toPathFrom = (path: string): string => relative(resolve(dir), path).replaceAll(sep, "/");
  const folders = packageRoot.split(sep);
  const depth = folders.indexOf("node_modules");
  if (depth === -1) return `${folderProtocol}${toPathFrom(packageRoot)}`;
  // Where it is in the `node_modules` of a workspace or in a cache, the package.json that asks for it is the caller's.
  const [found] = [folders.slice(0, depth).join(sep), ...listAncestors(process.cwd())].flatMap((folder) => {
    const path = join(folder, "package.json");
    const manifest = existsSync(path) ? parseManifest(readFileSync(path, "utf8")) : undefined;
    const ranges = ["dependencies", "devDependencies"].map((field) =>
      getAt(manifest, [field, "mplus-codegen"]),
    );
    return ranges.flatMap((range) => (typeof range === "string" ? { folder, range } : []));
  });
  const [, file] = /^(?:file:)?(.+\.tgz)$/.exec(found?.range ?? "") ?? [];
  if (!found || file === undefined || /^https?:/.test(file)) return file ?? `^${readToolVersion()}`;
  return `file:${toPathFrom(resolve(found.folder, file))}`;
}

/** Writes files of a project, none of which exists. A project is whole once it has its file of handlers: that comes last. */
async function writeProject(dir: string, wanted: readonly OutputFile[]): Promise<void> {
  const files = wanted
    .toSorted((one, other) => Number(one.path === handlersPath) - Number(other.path === handlersPath))
    .map(({ path, content }) => {
      // Only the owner may read the secret.
      const mode = path === ".env" ? 0o600 : undefined;
      return { path, content, target: "", action: "create", mode } as const;
    });
  const stamp = { path: stampName, target: "", action: "unchanged" } as const;
  requireSuccess(await applyPlan(resolve(dir), () => success({ files, stamp })));
}

/** The project that was written, and what to do next. */
function reportNewProject(
  { dir, needs, left, omitted, next, events, files }: InitJson,
  done: "Made" | "Added to",
  { framework, packageManager }: ProjectOptions,
  { outputs, view }: Generation,
): readonly ReportBlock[] {
  const byHand = needs.map(({ path, place: where, lines }) =>
    where === ""
      ? listItem(plain(`${path}: ${lines.join(" ")}`))
      : listItem(plain(`${path}, ${where}:`), codeBlock("text", lines.join("\n"))),
  );
  const count = outputs.flatMap((output) => output.files).length;
  const yours =
    files.length > 0 ? `Yours from now on: ${files.join(", ")}.` : "All its files are there already.";
  return [
    ...bullets([
      text`${styled("good", done)} ${plain(`${toVisibleLine(dir)}/ with ${framework.title}: it answers ${events.join(", ")}, for ${describeFleet(view.fleet)}.`)}`,
      plain(yours),
      plain(`${packageManager.run} generate makes the ${count} files in ${generatedFolder}/ again.`),
    ]),
    ...titledBlocks("Your own files stay as they are. Add to them by hand:", nestedBullets(byHand)),
    ...titledBlocks(
      "Left as they are:",
      bullets(left.filter((path) => !needs.some((need) => need.path === path)).map(plain)),
    ),
    ...titledBlocks("Not written, as they go with files of your own:", bullets(omitted.map(plain))),
    heading(2, "Next:"),
    codeBlock("sh", [...(dir === "." ? [] : [`cd ${quotePath(dir)}`]), ...next].join("\n")),
  ];
}

const titledBlocks = (title: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];
