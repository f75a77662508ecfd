import { randomBytes } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text, toPlainString, type Text } from "../../pages/blocks/text.js";
import { bullets, codeBlock, heading, listItem, nestedBullets } from "../../pages/blocks/builders.js";
import { fleetText } from "../../pages/prose/fleet-text.js";
import { createMocker } from "../../contract/examples/mock.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import type { Model } from "../../contract/model/model.js";
import type { View } from "../../contract/view/view.js";
import { createAddition } from "../../init/addition.js";
import {
  keepExisting,
  listPackageCommands,
  type Arrangement,
  type ExistingProject,
  type InitOptions,
  type ProjectChanges,
} from "../../init/changes.js";
import {
  choosePackageManager,
  findFramework,
  frameworkNames,
  listFrameworks,
  type Framework,
  type PackageManager,
} from "../../init/choices.js";
import { findEntry, listEntryPaths } from "../../init/entry.js";
import { createProject } from "../../init/project.js";
import { additionsFolder, createRenderer, listHandlerLines, type Render } from "../../init/render.js";
import { chooseEvents, createStartEvent, type StartEvent } from "../../init/start-event.js";
import { getAt, getOwn } from "../../base/json.js";
import { generateOutput, writeFolder } from "../../output/generate-output.js";
import type { Generation } from "../../output/generate.js";
import { pickImportExtension, type ImportExtensionPick } from "../../output/import-extension.js";
import { getText, isCommonJs, readManifest, readProjectFacts } from "../../output/project-facts.js";
import { formatFiles, hasConfigInCode, isFormattable } from "../../output/layout.js";
import {
  loadSpec,
  packageRoot,
  readTemplates,
  readTestedVersions,
  readToolVersion,
} from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { ownEntry } from "../../contract/read/values.js";
import { success, uniqueProblems } from "../../base/problem/problem.js";
import type { OutputFile } from "../../targets/target.js";
import { hasInvisible, quote, quotePath, toVisibleLine } from "../../base/text/quote.js";
import { listEnds, normalizeFleetOptions } from "../../base/time/fleet.js";
import { applyPlan } from "../../output/apply.js";
import { findFile, listAncestors, listFolderNames } from "../../output/folder.js";
import { formatFlags, parseStamp, stampName, type Settings } from "../../output/stamp.js";
import type { Args } from "../options/commands.js";
import { options } from "../options/options.js";
import { requireSuccess, throwProblems, throwUsageProblem } from "../call-error.js";
import type { WithWarnings } from "../command-result.js";
import { describePick } from "./generate/summary.js";
import { checkOverlap } from "../inputs/spec-folder.js";
import type { CommandContext, Environment } from "../terminal/terminal.js";

export async function init(args: Args<"init">, { environment }: CommandContext) {
  const found = inspectProject(args);
  const { dir, framework, generated, earlier } = found;
  const choices = chooseOptions(args, found, environment);
  const own = join(dir, additionsFolder);
  const spec = requireSuccess(loadSpec(args.spec, args.additions ?? (existsSync(own) ? own : undefined)));
  const target = listTargets(found);
  const output = { ...args, ...choices, ...earlier, target, out: join(dir, generated) };
  const made = requireSuccess(await generateOutput(output, spec.value));
  const { view } = made.value.generation;
  const model = buildModel(spec.value);
  const { handlers, project } = found;
  const handled = new Set(project.sources.get(handlers ?? "")?.split(/\W+/));
  // On a rerun, the default is the events that have a handler.
  const usual =
    handlers === undefined
      ? model.startWith
      : view.events.map(({ name }) => name).filter((name) => handled.has(name));
  const chosen = requireSuccess(chooseEvents(args.events.length > 0 ? args.events : usual, view)).value;
  const events = chosen.map((event) => createStartEvent(event, view, model));
  const makeRequest = createRequestMaker(view, model);
  const start = { events, releases: listEnds(view.fleet, model), makeRequest };
  const render = createRenderer(readTemplates(), framework);
  const created = found.isNew
    ? createProject(start, render, choices)
    : createAddition(start, render, choices, project);
  const lacking = events.filter(({ name }) => !handled.has(name));
  const more = { ...found, handlers: handlers ?? "" };
  const changes = handlers === undefined ? created : addEvents(created, lacking, render, more);
  const paths = changes.files.map(({ path }) => path);
  checkPlaces(dir, paths);
  const texts = readTexts(dir, paths);
  const { files, needs, left } = await keepExisting(changes, texts);
  const { value: formatted, warnings } = requireSuccess(await formatFiles(files, resolve(dir), "data"));
  const written = earlier ? undefined : requireSuccess(await writeFolder(made.value, false, "data"));
  await writeFiles(dir, formatted);
  const isInCode = await hasConfigInCode(resolve(dir));
  const unformatted = [
    ...formatted.map(({ path }) => path).filter(isFormattable),
    ...(written ? [generated] : []),
  ];
  const result: InitJson = {
    dir,
    framework: framework.title,
    packageManager: choices.packageManager.name,
    module: choices.moduleKind,
    events: events.map(({ name }) => name),
    files: formatted.map(({ path }) => path),
    // Files of an earlier run belong to the user.
    left: handlers === undefined ? left : [],
    needs,
    next: listNext({ ...changes, files: formatted }, found, choices, isInCode ? unformatted : []),
    warnings: uniqueProblems([...spec.warnings, ...made.warnings, ...warnings, ...(written?.warnings ?? [])]),
  };
  return {
    report: () => reportProject(result, found, choices, made.value.generation),
    json: () => result,
    warnings: result.warnings,
  };
}

function createRequestMaker(view: View, model: Model) {
  const make = createMocker(view, createSnapshots(model));
  return (name: string): object => {
    const event = view.events.find((each) => each.name === name);
    return event ? make(event, { side: "request", size: "rich", seed: 1 }) : {};
  };
}

/** Lists the missing handlers. Adds only scenarios and requests, and only to a project that init made. */
function addEvents(
  { files, needs, manifest }: ProjectChanges,
  lacking: readonly StartEvent[],
  render: Render,
  { isNew, handlers: path, framework, hasInbox }: FoundProject & { readonly handlers: string },
): ProjectChanges {
  return {
    files: files.filter(({ path }) => !isNew || /^(?:scenarios|tests\/requests)\//.test(path)),
    needs: [...needs, ...listHandlerLines(lacking, render, { path, framework, hasInbox })],
    manifest,
  };
}

/** `files` are those that belong to the user. */
export interface InitJson extends WithWarnings, Omit<Arrangement, "files"> {
  readonly dir: string;
  readonly framework: string;
  readonly packageManager: string;
  readonly module: string;
  readonly events: readonly string[];
  readonly files: readonly string[];
  /** Run these in the project folder. */
  readonly next: readonly string[];
}

/** Writes nothing. */
function inspectProject(args: Args<"init">) {
  const asked =
    args.framework === undefined ? undefined : requireSuccess(findFramework(args.framework)).value;
  const dir = args.dir ?? (asked && !isHere(asked) ? `mplus-${asked.name}` : ".");
  const manifestPath = join(dir, "package.json");
  const hasManifest = existsSync(manifestPath);
  if (hasManifest && readManifest(manifestPath) === undefined)
    throwProblems(report("package-json-unusable", { path: `${dir}/package.json` }));
  const seen = readProjectFacts(dir);
  const entries = listEntryPaths(JSON.stringify(getOwn(seen.manifest, "scripts") ?? {}));
  const [sources, folders] = [readTexts(dir, [...entries, ...handlersPaths]), listFolderNames(dir)];
  const used = listFrameworks(seen);
  if (!asked && used.length === 0 && seen.isInWorkspace) throwNoServer(dir);
  const framework =
    asked ??
    used.find((each) => findEntry(each, sources) !== undefined) ??
    used[0] ??
    throwUsageProblem(
      "Choose a framework for the project.",
      `Use one of ${frameworkNames.join(", ")}. For example: mplus-codegen init express`,
    );
  if (framework.name === "next" && !used.includes(framework)) throwNoNext(dir);
  checkInbox(args, framework);
  const written = handlersPaths.find((path) => sources.has(path));
  const isOwn = written === madeHandlers || written === phpHandlers;
  const writtenTo = toGeneratedFolder(written === phpHandlers, isOwn, folders);
  const earlier = written === undefined ? undefined : readEarlierSettings(dir, writtenTo, framework);
  const handlers = earlier && written;
  const hasInbox =
    handlers === undefined ? args.inbox : (sources.get(handlers) ?? "").includes("defineQueued(");
  if (args.inbox && !hasInbox)
    throwUsageProblem(
      `${dir}/ already has webhooks, and init changes no files. Add the inbox by hand.`,
      "See By framework in docs/inbox.md, or run init --inbox in a project without webhooks and copy its files.",
    );
  // A workspace may contain files in both languages.
  const sign = handlers ?? findEntry(framework, sources)?.path;
  const facts = sign === undefined ? seen : { ...seen, isTypeScript: sign.endsWith("ts") };
  const started = framework.name === "next" ? readTexts(dir, instrumentationPaths) : [];
  const project: ExistingProject = {
    facts,
    sources: new Map([...sources, ...started]),
    folders,
    env: readTexts(dir, [".env"]).get(".env"),
  };
  const isPhp = framework.name === "php";
  const isNew = earlier ? isOwn : isPhp || !hasApp(framework, project, hasManifest);
  if (isPhp && !earlier) checkComposer(dir);
  const pick = isNew || earlier ? undefined : pickImportExtension(facts);
  const generated = toGeneratedFolder(isPhp, isNew, folders);
  checkPaths(dir, generated, args);
  if (isNew && !earlier && facts.isInWorkspace) throwNoServer(dir);
  return { dir, framework, hasManifest, isNew, pick, generated, project, handlers, hasInbox, earlier };
}

const throwNoNext = (dir: string): never =>
  throwUsageProblem(
    `${quotePath(dir)} has no Next project. init adds webhooks to an existing one.`,
    "Create one with npx create-next-app@latest, then run init in its folder.",
  );

function checkComposer(dir: string): void {
  if (!existsSync(join(dir, "composer.json"))) return;
  throwUsageProblem(
    `${quotePath(dir)} already has a composer.json. init php only creates new projects.`,
    "Generate the receiver: mplus-codegen --target php --out mplus. Then read mplus/php/README.md, which has the code for Laravel and others.",
  );
}

function checkInbox({ inbox }: Args<"init">, { name, title }: Framework): void {
  if (!inbox || name === "next") return;
  throwUsageProblem(
    `--inbox works only with Next, not with ${title}.`,
    "Run init without --inbox, and then add the inbox as docs/inbox.md shows.",
  );
}

const listTargets = ({ framework, hasInbox }: Pick<FoundProject, "framework" | "hasInbox">) =>
  hasInbox ? ([framework.target, "inbox"] as const) : [framework.target];

/** A new project brings its own lockfile, workflow and image, which a workspace has in its root. */
const throwNoServer = (dir: string): never =>
  throwUsageProblem(
    `No server was found in ${quotePath(dir)}, which is part of a workspace.`,
    "Run init in a package that has a server, or name it: mplus-codegen init --dir apps/api. For a new service, first add a package with a server.",
  );

const toGeneratedFolder = (isPhp: boolean, isNew: boolean, folders: readonly string[]): string =>
  isPhp ? "mplus" : isNew || folders.includes("src") ? "src/mplus" : "mplus";

const isHere = (framework: Framework): boolean =>
  framework.name === "next" ||
  (existsSync("package.json") &&
    realpathSync(".") !== packageRoot &&
    listFrameworks(readProjectFacts(".")).includes(framework));

type FoundProject = ReturnType<typeof inspectProject>;

const madeHandlers = "src/handlers.ts";
const phpHandlers = "src/Webhooks.php";

const handlersPaths = [
  ...["src/", ""].flatMap((folder) => ["ts", "js"].map((ending) => `${folder}mplus-webhooks.${ending}`)),
  madeHandlers,
  phpHandlers,
];

const instrumentationPaths = ["src/", ""].flatMap((folder) =>
  ["ts", "js"].map((ending) => `${folder}instrumentation.${ending}`),
);

const hasApp = ({ name }: Framework, { facts, sources }: ExistingProject, hasManifest: boolean): boolean =>
  name === "next" ||
  sources.size > 0 ||
  (hasManifest && ["start", "dev"].some((each) => getText(facts.manifest, "scripts", each) !== ""));

function readEarlierSettings(
  dir: string,
  generated: string,
  { name, target }: Framework,
): Settings | undefined {
  const path = `${generated}/${stampName}`;
  const { targets } = requireSuccess(parseStamp(readTexts(dir, [path]).get(path), `${dir}/${path}`)).value;
  const other = frameworkNames.find((each) => Object.hasOwn(targets, each));
  const earlier = ownEntry(targets, target);
  if (!earlier && other !== undefined)
    throwUsageProblem(
      `${dir}/ already has a project for ${other}. init can add events to it, but not another framework.`,
      `For example: mplus-codegen init ${other} --dir ${quotePath(dir)} --events completeSession. For ${name}, choose another folder with --dir.`,
    );
  return earlier;
}

function checkPaths(dir: string, generated: string, { spec, additions }: Args<"init">): void {
  requireSuccess(checkOverlap("--dir", [dir, `${dir}/${generated}`], spec));
  const read = Object.entries({ "--spec": spec, "--additions": additions });
  const named = read.map(([option, path]) => [option, path ? relative(dir, path) : ""] as const);
  for (const [option, path] of [["--dir", dir] as const, ...named])
    if (hasInvisible(path))
      throwUsageProblem(
        `${option} ${quote(path)} contains a tab, a line break or another invisible character, so no command can name it.`,
        "Rename the folder or choose another one.",
      );
  if (resolve(dir).split(sep).includes("node_modules"))
    throwUsageProblem(
      `--dir ${quotePath(dir)} is inside node_modules, which belongs to the package manager. Nothing was written.`,
      "Choose another folder.",
    );
}

function readTexts(dir: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const found = paths.map((path) => [path, findFile(resolve(dir), path)] as const);
  return new Map(found.flatMap(([path, state]) => (state.kind === "file" ? [[path, state.text]] : [])));
}

/** Ends the command if a path exists and is not a file. */
function checkPlaces(dir: string, paths: readonly string[]): void {
  for (const path of paths) {
    const found = findFile(resolve(dir), path);
    if (found.kind === "blocked")
      throwProblems(report("output-unwritable", { path: `${dir}/${path}`, reason: found.reason }));
  }
}

/** Returns the settings of an earlier project. Ends the command if other releases, or no events, are requested. */
function requireSameFleet(earlier: Settings, { dir, isNew }: FoundProject, args: Args<"init">): Settings {
  if (args.events.length === 0 && isNew)
    throwUsageProblem(
      `${dir}/ already has a project. init can add events to it.`,
      "Name the events, for example: --events completeSession",
    );
  const fleet = Object.entries(normalizeFleetOptions(args));
  if (fleet.every(([name, value]) => getOwn(earlier, name) === value)) return earlier;
  const flags = formatFlags({ ...earlier, additions: undefined }).join(" ");
  return throwUsageProblem(
    `The project is generated ${flags === "" ? "for shops of any release" : `with ${flags}`}, and new events must use the same releases.`,
    "Remove the release options. To change the releases, edit and run the generate script in package.json.",
  );
}

/** The command line takes precedence over the files in the folder. */
function chooseOptions(
  args: Args<"init">,
  found: FoundProject,
  environment: Environment,
): InitOptions & Settings {
  const { dir, framework, generated, hasManifest, hasInbox, isNew, pick, project, earlier } = found;
  const { facts } = project;
  const { responses = options.responses.default } = args;
  const importExtension = pick?.importExtension ?? "js";
  const settings: Settings = earlier
    ? requireSameFleet(earlier, found, args)
    : {
        ...normalizeFleetOptions(args),
        responses,
        importExtension,
        additions: args.additions ?? additionsFolder,
      };
  const packageManager = choosePackageManager({
    asked: args.packageManager,
    field: getText(facts.manifest, "packageManager"),
    hasFile: (path) => facts.files.has(path),
    userAgent: environment["npm_config_user_agent"],
  });
  // Scripts run in the folder of package.json, which may be that of a workspace.
  const home = hasManifest || isNew ? resolve(dir) : (facts.folder ?? resolve(dir));
  const toPath = (path: string): string => relative(home, resolve(path)).replaceAll(sep, "/");
  const folders = {
    spec: args.spec,
    additions: args.additions ?? join(dir, additionsFolder),
    out: join(dir, generated),
  };
  const flags = [
    ...formatFlags({ ...settings, additions: undefined }),
    ...Object.entries(folders).flatMap(([name, path]) =>
      path === undefined ? [] : [`--${name} ${quotePath(toPath(path))}`],
    ),
  ];
  return {
    importExtension,
    ...settings,
    framework,
    packageManager,
    hasInbox,
    generated,
    moduleKind: (hasManifest || !isNew) && isCommonJs(facts) ? "commonjs" : "esm",
    spec: args.spec === undefined ? undefined : relative(dir, args.spec),
    needsAdditions: args.additions === undefined && !earlier,
    name: toPackageName(dir, framework.name),
    generateCommand: `mplus-codegen --target ${listTargets(found).join(",")} ${flags.join(" ")}`,
    generator: findGenerator(dir, packageManager),
    schema: findSchema(dir, isNew),
    secret: randomBytes(32).toString("base64"),
    testedWith: readTestedVersions(),
  };
}

/** Relative to the scenarios folder. A workspace may have installed the schema in its root. */
function findSchema(dir: string, isNew: boolean): string {
  const installed = "node_modules/mplus-codegen";
  const home = isNew
    ? undefined
    : listAncestors(resolve(dir)).find((each) => existsSync(join(each, installed)));
  const path = join(home ?? resolve(dir), installed, "dist/scenario.schema.json");
  return relative(resolve(dir, "scenarios"), path).replaceAll(sep, "/");
}

function toPackageName(dir: string, target: string): string {
  const name = basename(resolve(dir))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "");
  return /^.*[a-z0-9]/.exec(name)?.[0] ?? `mplus-${target}`;
}

/**
 * The dependency of a project in `dir` on this program. A clone is used from its folder. An installed program is
 * installed again the same way: from the same file, or by version.
 */
function findGenerator(dir: string, { folderProtocol }: InitOptions["packageManager"]): string {
  const toPathFrom = (path: string): string => relative(resolve(dir), path).replaceAll(sep, "/");
  const folders = packageRoot.split(sep);
  const depth = folders.indexOf("node_modules");
  if (depth === -1) return `${folderProtocol}${toPathFrom(packageRoot)}`;
  // In a workspace or a cache, the package.json that requires this program is the caller's.
  const [found] = [folders.slice(0, depth).join(sep), ...listAncestors(process.cwd())].flatMap((folder) => {
    const manifest = readManifest(join(folder, "package.json"));
    const ranges = ["dependencies", "devDependencies"].map((field) =>
      getAt(manifest, [field, "mplus-codegen"]),
    );
    return ranges.flatMap((range) => (typeof range === "string" ? { folder, range } : []));
  });
  const [, file] = /^(?:file:)?(.+\.tgz)$/.exec(found?.range ?? "") ?? [];
  if (!found || file === undefined || /^https?:/.test(file)) return file ?? `^${readToolVersion()}`;
  return `file:${toPathFrom(resolve(found.folder, file))}`;
}

/** Writes in order. None of the files exists yet. */
async function writeFiles(dir: string, wanted: readonly OutputFile[]): Promise<void> {
  const files = wanted.map(({ path, content }) => {
    // Only the owner may read the secret.
    const mode = path === ".env" ? 0o600 : undefined;
    return { path, content, target: "", action: "create", mode } as const;
  });
  const stamp = { path: stampName, target: "", action: "unchanged" } as const;
  requireSuccess(await applyPlan(resolve(dir), () => Promise.resolve(success({ files, stamp }))));
}

function listNext(
  { manifest, files }: ProjectChanges,
  { project, hasManifest, isNew, handlers }: FoundProject,
  { framework, packageManager }: InitOptions,
  unformatted: readonly string[],
): readonly string[] {
  const { name: manager, run, execute } = packageManager;
  const hasTest = files.some(({ path }) => /\.(?:test|spec)\.\w+$/.test(path));
  const isTested = handlers !== undefined && getText(project.facts.manifest, "scripts", "test") !== "";
  const isPhp = framework.name === "php";
  if (isNew && handlers !== undefined) return [`${isPhp ? "composer" : manager} test`];
  return [
    ...(project.facts.manifest || isNew ? [] : ["npm init -y"]),
    ...(hasManifest || !isNew
      ? listPackageCommands(manifest, project.facts, packageManager)
      : [`${manager} install`]),
    // init runs no code of the project, so it ignores a prettier config that is code.
    ...(unformatted.length > 0
      ? [`${execute} prettier --write ${unformatted.map((path) => quotePath(path)).join(" ")}`]
      : []),
    ...(manifest.scripts["postgenerate"] === undefined ? [] : [`${run} postgenerate`]),
    ...(hasTest || isTested ? [`${manager} test`] : []),
    ...(isPhp ? ["composer install", "composer test", "composer start"] : isNew ? [`${run} dev`] : []),
  ];
}

function reportProject(
  { dir, needs, left, next, events, files }: InitJson,
  { isNew, pick, generated, handlers, hasManifest, project }: FoundProject,
  { framework, packageManager, hasInbox }: InitOptions,
  { outputs, view }: Generation,
): readonly ReportBlock[] {
  const [done, verb] =
    handlers !== undefined
      ? ["Prepared", ""]
      : [isNew && !hasManifest ? "Created" : "Added to", "it answers "];
  const byHand = needs.map(({ path, place, lines }) =>
    listItem(plain(`${path}, ${place}:`), codeBlock("text", lines.join("\n"))),
  );
  const count = outputs.flatMap((output) => output.files).length;
  const yours =
    files.length > 0 ? `Files for you to edit: ${files.join(", ")}.` : "All its files already exist.";
  const isAdded = !isNew && handlers === undefined;
  const [major = ""] = /\d+/.exec(project.facts.dependencies[framework.packages[0] ?? ""] ?? "") ?? [];
  const title = `${framework.title}${major && ` ${major}`}`;
  const send = `${packageManager.execute} mplus-codegen send ${events[0] ?? ""} --url http://localhost:3000/mplus`;
  const variables = hasInbox ? "MPLUS_SECRET and DATABASE_URL" : "MPLUS_SECRET";
  const enter = dir === "." ? [] : [`cd ${quotePath(dir)}`];
  return [
    ...bullets([
      text`${styled("good", done)} ${plain(`${toVisibleLine(dir)}/ with ${title}: ${verb}${events.join(", ")}, for ${toPlainString(fleetText(view.fleet))}.`)}`,
      plain(yours),
      ...(handlers === undefined
        ? [plain(`${packageManager.run} generate regenerates the ${count} files in ${generated}/.`)]
        : []),
      ...(pick ? [describeCode(pick, next, packageManager)] : []),
    ]),
    ...titledBlocks("Your own files are unchanged. Add these lines by hand:", nestedBullets(byHand)),
    ...titledBlocks("Not overwritten, because you already have these files:", bullets(left.map(plain))),
    ...titledBlocks("Next:", next.length === 0 ? [] : [codeBlock("sh", [...enter, ...next].join("\n"))]),
    ...titledBlocks(
      `Then start your server with ${variables} from .env and send it an event:`,
      isAdded ? [codeBlock("sh", send)] : [],
    ),
  ];
}

function describeCode(pick: ImportExtensionPick, next: readonly string[], { name }: PackageManager): Text {
  if (!next.some((command) => command.includes("postgenerate"))) return describePick(pick);
  const byHand = name === "yarn" ? " Yarn does not run it after generate, so run it yourself." : "";
  return plain(
    `Jest and Node before 22.18 cannot run TypeScript, so postgenerate compiles these files with esbuild.${byHand}`,
  );
}

const titledBlocks = (title: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];
