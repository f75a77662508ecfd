import { printForTerminal } from "../../blocks/terminal.js";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { arrangeFiles, handlersPath, type Arrangement } from "../../init/arrange-files.js";
import { chooseModuleKind, choosePackageManager, findFramework, type Framework } from "../../init/choices.js";
import { createProject, generatedFolder, type Project, type ProjectOptions } from "../../init/project.js";
import { getAt, getOwn, isObject, parseJson, type JsonObject } from "../../json.js";
import { generateOutput, writeFolder, type Generated } from "../../output/output.js";
import { loadSpec } from "../../package/load-spec.js";
import {
  packageRoot,
  readTemplates,
  readTestedVersions,
  readToolVersion,
} from "../../package/package-files.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import type { OutputFile } from "../../targets/target.js";
import { hasInvisible, quote, quotePath } from "../../text/quote.js";
import { spellOptions } from "../../time/fleet.js";
import { applyPlan } from "../../write/apply.js";
import { findFile } from "../../write/folder.js";
import type { PlannedFile } from "../../write/plan.js";
import { formatFlags, parseStamp, stampName, type Settings } from "../../write/stamp.js";
import type { Args } from "../options/commands.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { newProjectToJson, reportNewProject, type NewProject } from "../report/new-project.js";
import { findOverlap } from "../spec-folder.js";
import type { Surroundings } from "../terminal.js";

/** `init`: writes a whole project, adds to a folder what one needs, or an event to a project; or writes nothing. */
export async function init(args: Args<"init">, around: Surroundings): Promise<Ending> {
  const made = await makeProject(args, around);
  if (!made.ok) return problemEnding(made.problems, args.json);
  return args.json
    ? jsonEnding(newProjectToJson(made.value, made.warnings))
    : successEnding(printForTerminal(reportNewProject(made.value), around.terminal), made.warnings);
}

async function makeProject(
  args: Args<"init">,
  { terminal: { progress }, environment }: Surroundings,
): Promise<Outcome<NewProject>> {
  const framework = findFramework(args.framework);
  if (!framework.ok) return framework;
  const dir = args.dir ?? `mplus-${framework.value.name}`;
  const overlap = findOverlap({ option: "--dir", out: dir, spec: args.spec });
  if (overlap) return failure([overlap]);
  const unseen = findInvisible({ "--dir": dir, "--spec": args.spec && relative(dir, args.spec) });
  if (unseen) return failure([unseen]);
  const folder = lookAtFolder(dir, framework.value);
  if (!folder.ok) return folder;
  const settings = chooseSettings(args, folder.value);
  if (!settings.ok) return settings;
  const chosen = chooseProjectOptions(args, settings.value, folder.value, environment);
  if (!chosen.ok) return chosen;
  const options = chosen.value;
  progress("reading the spec");
  const spec = loadSpec(args.spec);
  if (!spec.ok) return spec;
  progress("making the project");
  const { made } = folder.value;
  const out = `${dir}/${generatedFolder}`;
  const output = { ...args, ...made, target: [options.framework.name], out };
  const generated = await generateOutput(output, spec.value);
  if (!generated.ok) return generated;
  const { generation } = generated.value;
  const project = createProject(generation, spec.value, readTemplates(), options);
  if (!project.ok) return project;
  progress("writing");
  const arrangement = writeProject(project.value, options, folder.value, generated.value);
  if (!arrangement.ok) return arrangement;
  const isFresh = folder.value.manifest === undefined;
  const state = made ? "made" : isFresh ? "new" : "existing";
  const events = project.value.handlers.map(({ event }) => event);
  const result = { dir, state, options, events, generation, arrangement: arrangement.value } as const;
  return success(result, [...spec.warnings, ...generated.warnings]);
}

/** Reports a path that no command can name which is printed or written: it has a character that nobody sees. */
function findInvisible(paths: Readonly<Record<string, string | undefined>>): Problem | undefined {
  const [option, path = ""] = Object.entries(paths).find(([, path = ""]) => hasInvisible(path)) ?? [];
  if (option === undefined) return undefined;
  const message = `${option} ${quote(path)} has a tab, a line break or another character that nobody sees, so no command can name it.`;
  return report("usage", { message, hint: "Rename the folder, or choose another one." });
}

/** The folder of a project before something is written there. */
interface Folder {
  readonly dir: string;
  readonly framework: Framework;
  /** The package.json that is there already. */
  readonly manifest: JsonObject | undefined;
  /** The settings of a project that init made there: events are added to it, and nothing else. */
  readonly made: Settings | undefined;
}

/** Looks at the folder of a project: at its package.json, and at a project that init made there. */
function lookAtFolder(dir: string, framework: Framework): Outcome<Folder> {
  const stampPath = `${generatedFolder}/${stampName}`;
  const texts = readTexts(dir, ["package.json", handlersPath, stampPath]);
  if (!texts.ok) return texts;
  const stamp = parseStamp(texts.value.get(stampPath), `${dir}/${stampPath}`);
  if (!stamp.ok) return stamp;
  const made = texts.value.has(handlersPath) ? stamp.value.targets[framework.name] : undefined;
  const text = texts.value.get("package.json");
  const manifest = text === undefined ? undefined : parseManifest(text);
  if (manifest === undefined ? text === undefined : isObject(manifest))
    return success({ dir, framework, manifest: manifest as JsonObject | undefined, made });
  return failure([report("package-json-unusable", { path: `${dir}/package.json` })]);
}

/** Parses a package.json, which may begin with a byte order mark, as for npm. */
const parseManifest = (text: string) => parseJson(text.replace(/^\ufeff/, ""));

/** Reads the files of a folder that are there; a problem where something else is in the place of one. */
function readTexts(dir: string, paths: readonly string[]): Outcome<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const found = findFile(resolve(dir), path);
    if (found.kind === "file") texts.set(path, found.text);
    if (found.kind === "blocked")
      return failure([report("output-unwritable", { path: `${dir}/${path}`, reason: found.reason })]);
  }
  return success(texts);
}

/** Decides what a project is to be: by the options of the call, then by what its folder tells. */
function chooseProjectOptions(
  args: Args<"init">,
  settings: Settings,
  { dir, framework, manifest, made }: Folder,
  environment: NodeJS.ProcessEnv,
): Outcome<ProjectOptions> {
  const findText = (name: string): string | undefined => {
    const value = getOwn(manifest, name);
    return typeof value === "string" ? value : undefined;
  };
  const moduleKind = chooseModuleKind(args.module, manifest && { type: findText("type") });
  if (!moduleKind.ok) return moduleKind;
  const packageManager = choosePackageManager({
    asked: args.packageManager,
    field: findText("packageManager"),
    hasFile: (path) => existsSync(join(dir, path)),
    userAgent: environment["npm_config_user_agent"],
  });
  const spec = args.spec === undefined ? undefined : relative(dir, args.spec);
  return success({
    ...settings,
    framework,
    packageManager,
    moduleKind: moduleKind.value,
    // Without names a new project begins with those of the spec; one that was made gets none by itself.
    events: args.events.length > 0 || made ? args.events : undefined,
    name: toPackageName(dir, framework.name),
    generateCommand: formatGenerateCommand(settings, framework.name, spec),
    spec,
    generator: findGenerator(dir, packageManager),
    secret: randomBytes(32).toString("base64"),
    testedWith: readTestedVersions(),
  });
}

/** The settings that the project is generated with; events are added with those that it has. */
function chooseSettings(args: Args<"init">, { made }: Folder): Outcome<Settings> {
  const asked: Settings = spellOptions(args);
  if (!made) return success({ ...asked, responses: args.responses, importExtension: "js" });
  if (Object.entries(asked).every(([name, value]) => getOwn(made, name) === value)) return success(made);
  const has = formatFlags(made).join(" ");
  const message = `The project is generated ${has === "" ? "for shops of any release" : `with ${has}`}: init adds events for those.`;
  const hint =
    "Leave the releases out. To change them, edit the script generate of its package.json, and run it.";
  return failure([report("usage", { message, hint })]);
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
  const installed = folders.slice(0, depth).join(sep);
  const given = readDependency(join(installed, "package.json"));
  const [, file] = /^(?:file:)?(.+\.tgz)$/.exec(given) ?? [];
  if (file === undefined || /^https?:/.test(file)) return file ?? `^${readToolVersion()}`;
  return `file:${toPathFrom(resolve(installed, file))}`;
}

/** Where a package.json says that this program comes from; nothing where it was installed without one, such as globally. */
function readDependency(path: string): string {
  if (!existsSync(path)) return "";
  const manifest = parseManifest(readFileSync(path, "utf8"));
  const found = ["dependencies", "devDependencies"].map((section) =>
    getAt(manifest, [section, "mplus-codegen"]),
  );
  return found.find((range) => typeof range === "string") ?? "";
}

/** Writes a project into its folder, and the generated files unless it has them. No file that is there is overwritten. */
function writeProject(
  project: Project,
  options: ProjectOptions,
  { dir, manifest, made }: Folder,
  generated: Generated,
): Outcome<Arrangement> {
  const paths = [...project.files, ...project.handlers].map(({ path }) => path);
  const texts = readTexts(dir, paths);
  if (!texts.ok) return texts;
  const existing = { texts: texts.value, manifest, isMade: made !== undefined };
  const arrangement = arrangeFiles(project, options, existing);
  const written = made ? undefined : writeFolder(generated);
  if (written?.ok === false) return written;
  // By its handlers the next run knows a project that is whole: they come last.
  const isLast = ({ path }: OutputFile): number => Number(path === handlersPath);
  const files = arrangement.files
    .toSorted((one, other) => isLast(one) - isLast(other))
    .map(({ path, content }): PlannedFile => ({
      ...{ path, content, target: "", action: "create" },
      // The secret in it is for its owner only.
      ...(path === ".env" && { mode: 0o600 }),
    }));
  const stamp = { path: stampName, target: "", action: "unchanged" } as const;
  const applied = applyPlan(resolve(dir), () => success({ files, stamp }));
  return applied.ok ? success(arrangement) : applied;
}
