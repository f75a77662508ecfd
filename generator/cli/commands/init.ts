import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text, type Text } from "../../pages/blocks/text.js";
import { bullets, codeBlock, listItem, heading, nestedBullets } from "../../pages/blocks/builders.js";
import { describeFleet } from "../../contract/describe.js";
import type { Generation } from "../../output/generate.js";
import { arrangeFiles, handlersPath, type Arrangement } from "../../init/arrange-files.js";
import {
  chooseModuleKind,
  choosePackageManager,
  findFramework,
  frameworkNames,
  type Framework,
} from "../../init/choices.js";
import { createProject, generatedFolder, type Project, type ProjectOptions } from "../../init/project.js";
import { getAt, getOwn, isObject, parseJson, type JsonObject } from "../../base/json.js";
import { generateOutput, writeFolder, type GeneratedOutput } from "../../output/generate-output.js";
import {
  loadSpec,
  packageRoot,
  readTemplates,
  readTestedVersions,
  readToolVersion,
} from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { success, type Problem } from "../../base/problem/problem.js";
import type { OutputFile } from "../../targets/target.js";
import { hasInvisible, quote, quotePath, toVisibleLine } from "../../base/text/quote.js";
import { normalizeFleetOptions } from "../../base/time/fleet.js";
import { applyPlan } from "../../output/apply.js";
import { findFile } from "../../output/folder.js";
import type { PlannedFile } from "../../output/plan.js";
import { formatFlags, parseStamp, stampName, type Settings } from "../../output/stamp.js";
import type { Args } from "../options/commands.js";
import { requireSuccess, throwProblems, throwUsageProblem } from "../call-error.js";
import type { CommandResult } from "../command-result.js";
import { listAncestors } from "../inputs/user-files.js";
import { checkOverlap } from "../inputs/spec-folder.js";
import type { Environment, CommandContext } from "../terminal/terminal.js";

/** `init`: writes a whole project, adds to a folder what one needs, or an event to a project; or writes nothing. */
export async function init(
  args: Args<"init">,
  { terminal: { progress }, environment }: CommandContext,
): Promise<CommandResult<InitJson>> {
  const framework = requireSuccess(findFramework(args.framework)).value;
  const dir = args.dir ?? `mplus-${framework.name}`;
  requireSuccess(checkOverlap("--dir", [dir, `${dir}/${generatedFolder}`], args.spec));
  refuseInvisible({ "--dir": dir, "--spec": args.spec && relative(dir, args.spec) });
  if (resolve(dir).split(sep).includes("node_modules"))
    throwUsageProblem(
      `--dir ${quotePath(dir)} is in a node_modules, which belongs to the package manager, so nothing was written.`,
      "Choose another folder.",
    );
  const folder = inspectFolder(dir, framework);
  const options = chooseProjectOptions(args, chooseSettings(args, folder), folder, environment);
  progress("reading the spec");
  const spec = requireSuccess(loadSpec(args.spec));
  progress("making the project");
  const { earlierSettings, manifest } = folder;
  const out = `${dir}/${generatedFolder}`;
  const generated = requireSuccess(
    await generateOutput({ ...args, ...earlierSettings, target: [framework.name], out }, spec.value),
  );
  const { generation } = generated.value;
  const project = requireSuccess(createProject(generation, spec.value, readTemplates(), options)).value;
  progress("writing");
  const arrangement = writeProject(project, options, folder, generated.value);
  const state = earlierSettings ? "made" : manifest === undefined ? "new" : "existing";
  const events = project.handlers.map(({ event }) => event);
  const result = { dir, state, options, events, generation, arrangement } as const;
  const warnings = [...spec.warnings, ...generated.warnings];
  return {
    report: () => reportNewProject(result),
    json: () => newProjectToJson(result, warnings),
    warnings,
  };
}

/** Refuses a path that no command can name which is printed or written: it has a character that nobody sees. */
function refuseInvisible(paths: Readonly<Record<string, string | undefined>>): void {
  for (const [option, path = ""] of Object.entries(paths).filter(([, path = ""]) => hasInvisible(path)))
    throwUsageProblem(
      `${option} ${quote(path)} has a tab, a line break or another character that nobody sees, so no command can name it.`,
      "Rename the folder, or choose another one.",
    );
}

/** The folder of a project before something is written there. */
interface ProjectFolder {
  readonly dir: string;
  readonly framework: Framework;
  /** The package.json that is there already. */
  readonly manifest: JsonObject | undefined;
  /** The settings of a project that init made there: events are added to it, and nothing else. */
  readonly earlierSettings: Settings | undefined;
}

/** Inspects the folder of a project: its package.json, and a project that init made there. */
function inspectFolder(dir: string, framework: Framework): ProjectFolder {
  const stampPath = `${generatedFolder}/${stampName}`;
  const texts = readProjectFiles(dir, ["package.json", handlersPath, stampPath]);
  const stamp = requireSuccess(parseStamp(texts.get(stampPath), `${dir}/${stampPath}`)).value;
  const targets = texts.has(handlersPath) ? stamp.targets : {};
  const earlierSettings = targets[framework.name];
  const other = frameworkNames.find((name) => Object.hasOwn(targets, name));
  if (!earlierSettings && other !== undefined)
    throwUsageProblem(
      `${dir}/ has a project for ${other}: init adds events to it, and no other framework.`,
      `For example: mplus-codegen init ${other} --dir ${quotePath(dir)} --events completeSession; or name a folder of its own with --dir.`,
    );
  const text = texts.get("package.json");
  const manifest = text === undefined ? undefined : parseManifest(text);
  if (text !== undefined && !isObject(manifest))
    throwProblems(report("package-json-unusable", { path: `${dir}/package.json` }));
  return { dir, framework, manifest: manifest as JsonObject | undefined, earlierSettings };
}

/** Parses a package.json, which may begin with a byte order mark, as for npm. */
const parseManifest = (text: string) => parseJson(text.replace(/^\ufeff/, ""));

/** Reads the files of a folder that are there; a problem where something else is in the place of one. */
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

/** Decides what a project is to be: by the options of the call, then by the files in its folder. */
function chooseProjectOptions(
  args: Args<"init">,
  settings: Settings,
  { dir, framework, manifest }: ProjectFolder,
  environment: Environment,
): ProjectOptions {
  const findText = (name: string): string | undefined => {
    const value = getOwn(manifest, name);
    return typeof value === "string" ? value : undefined;
  };
  const moduleKind = requireSuccess(
    chooseModuleKind(args.module, manifest && { type: findText("type") }),
  ).value;
  const packageManager = choosePackageManager({
    asked: args.packageManager,
    field: findText("packageManager"),
    hasFile: (path) => existsSync(join(dir, path)),
    userAgent: environment["npm_config_user_agent"],
  });
  const spec = args.spec === undefined ? undefined : relative(dir, args.spec);
  return {
    ...settings,
    framework,
    packageManager,
    moduleKind,
    spec,
    // Without names a new project begins with those of the spec.
    events: args.events.length > 0 ? args.events : undefined,
    name: toPackageName(dir, framework.name),
    generateCommand: formatGenerateCommand(settings, framework.name, spec),
    generator: findGenerator(dir, packageManager),
    secret: randomBytes(32).toString("base64"),
    testedWith: readTestedVersions(),
  };
}

/** The settings that the project is generated with; events are added with those that it has. */
function chooseSettings(args: Args<"init">, { dir, earlierSettings }: ProjectFolder): Settings {
  const requested: Settings = normalizeFleetOptions(args);
  if (!earlierSettings) return { ...requested, responses: args.responses, importExtension: "js" };
  if (args.events.length === 0)
    throwUsageProblem(
      `${dir}/ has a project already: init adds events to it.`,
      "Say which, for example: --events completeSession",
    );
  if (Object.entries(requested).every(([name, value]) => getOwn(earlierSettings, name) === value))
    return earlierSettings;
  const current = formatFlags(earlierSettings).join(" ");
  return throwUsageProblem(
    `The project is generated ${current === "" ? "for shops of any release" : `with ${current}`}: init adds events for those.`,
    "Leave the releases out. To change them, edit the script generate of its package.json, and run it.",
  );
}

/** The command that generates the same again, in a script of the project: there it is the program that is installed. */
function formatGenerateCommand(settings: Settings, target: string, spec: string | undefined): string {
  const from = spec === undefined ? [] : [`--spec ${quotePath(spec)}`];
  const flags = [`--target ${target}`, ...formatFlags(settings), ...from, `--out ${generatedFolder}`];
  return `mplus-codegen ${flags.join(" ")}`;
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
  const callers = [folders.slice(0, depth).join(sep), ...listAncestors(process.cwd())];
  const [found] = callers.flatMap(readDependency);
  const [, file] = /^(?:file:)?(.+\.tgz)$/.exec(found?.range ?? "") ?? [];
  if (!found || file === undefined || /^https?:/.test(file)) return file ?? `^${readToolVersion()}`;
  return `file:${toPathFrom(resolve(found.folder, file))}`;
}

/** What the package.json of a folder says where this program comes from; nothing if it does not name it. */
function readDependency(folder: string): readonly { readonly folder: string; readonly range: string }[] {
  const path = join(folder, "package.json");
  const manifest = existsSync(path) ? parseManifest(readFileSync(path, "utf8")) : undefined;
  return ["dependencies", "devDependencies"].flatMap((field) => {
    const range = getAt(manifest, [field, "mplus-codegen"]);
    return typeof range === "string" ? [{ folder, range }] : [];
  });
}

/** Writes a project into its folder, and the generated files unless it has them. No file that is there is overwritten. */
function writeProject(
  project: Project,
  options: ProjectOptions,
  { dir, manifest, earlierSettings }: ProjectFolder,
  generated: GeneratedOutput,
): Arrangement {
  const texts = readProjectFiles(
    dir,
    [...project.files, ...project.handlers].map(({ path }) => path),
  );
  const arrangement = arrangeFiles(project, options, {
    texts,
    manifest,
    isMade: earlierSettings !== undefined,
  });
  if (!earlierSettings) requireSuccess(writeFolder(generated));
  // By its handlers the next run knows a project that is whole: they come last.
  const isLast = ({ path }: OutputFile): number => Number(path === handlersPath);
  const files = arrangement.files
    .toSorted((one, other) => isLast(one) - isLast(other))
    .map(({ path, content }): PlannedFile => ({
      path,
      content,
      target: "",
      action: "create",
      // The secret in it is for its owner only.
      ...(path === ".env" && { mode: 0o600 }),
    }));
  const stamp = { path: stampName, target: "", action: "unchanged" } as const;
  requireSuccess(applyPlan(resolve(dir), () => success({ files, stamp })));
  return arrangement;
}

/** A project that was written. */
interface NewProject {
  readonly dir: string;
  /** Whether its folder was new, had a package.json, or had a project that init made. */
  readonly state: "new" | "existing" | "made";
  readonly options: ProjectOptions;
  /** The names of the events that it begins with, or that are added to it. */
  readonly events: readonly string[];
  readonly generation: Generation;
  readonly arrangement: Arrangement;
}

export type InitJson = ReturnType<typeof newProjectToJson>;

/** The project, for a program. */
function newProjectToJson(project: NewProject, warnings: readonly Problem[]) {
  const { dir, options, events, arrangement } = project;
  return {
    dir,
    framework: options.framework.title,
    packageManager: options.packageManager.name,
    module: options.moduleKind,
    events,
    files: arrangement.files.map(({ path }) => path),
    left: arrangement.left,
    omitted: arrangement.omitted,
    needs: arrangement.needs,
    next: listNextCommands(project),
    warnings,
  };
}

/** The commands to go on with, in the folder of the project. */
function listNextCommands({ state, options, arrangement }: NewProject): readonly string[] {
  const { name, run } = options.packageManager;
  const has = (path: string): boolean => arrangement.files.some((file) => file.path === path);
  if (state === "made") return [`${name} test`];
  return [
    ...(arrangement.commands.length > 0 ? arrangement.commands : [`${name} install`]),
    ...(has("test/webhooks.test.ts") ? [`${name} test`] : []),
    ...(has("src/server.ts") ? [`${run} dev`] : []),
  ];
}

/** A project that was written, and how to go on. */
function reportNewProject(project: NewProject): readonly ReportBlock[] {
  const { dir, arrangement } = project;
  const { needs, left, omitted } = arrangement;
  const place = toVisibleLine(dir);
  const rest = left.filter((path) => !needs.some((need) => need.path === path));
  const lines = needs.flatMap(({ path, place: where, lines }) =>
    where === ""
      ? lines.map((line) => listItem(plain(`${path}: ${line}`)))
      : [listItem(plain(`${path}, ${where}:`), codeBlock("text", lines.join("\n")))],
  );
  const calls = [...(dir === "." ? [] : [`cd ${quotePath(dir)}`]), ...listNextCommands(project)];
  return [
    ...bullets(describeProject(project, place)),
    ...titledBlocks("Your own files stay as they are. Add to them by hand:", nestedBullets(lines)),
    ...titledBlocks("Left as they are:", bullets(rest.map(plain))),
    ...titledBlocks("Not written, as they go with files of your own:", bullets(omitted.map(plain))),
    heading(2, "Go on with:"),
    codeBlock("sh", calls.join("\n")),
  ];
}

function describeProject(project: NewProject, place: string): readonly Text[] {
  const { state, options, events, generation, arrangement } = project;
  const { name, title } = options.framework;
  const names = events.join(", ");
  const written = arrangement.files.map(({ path }) => path);
  if (state === "made" && written.length === 0)
    return [plain(`Nothing to write: ${place}/ has a handler and a scenario for ${names} already.`)];
  if (state === "made")
    return [text`${styled("good", "Added to")} ${plain(`${place}/: ${written.join(", ")}.`)}`];
  const generated = generation.outputs.flatMap((output) => output.files).length;
  const answers = `it answers ${names}, for ${describeFleet(generation.view.fleet)}.`;
  const what = styled("good", state === "new" ? "Made" : "Added to");
  return [
    text`${what} ${plain(`${place}/ with ${title}: ${answers}`)}`,
    plain(
      `${written.length} files are yours from now on; the ${generated} in ${generatedFolder}/ are made again by ${options.packageManager.run} generate.`,
    ),
    ...(state === "existing"
      ? [plain(`A server of your own gets the endpoint as ${generatedFolder}/${name}/README.md shows.`)]
      : []),
  ];
}

const titledBlocks = (title: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];
