import type { Generation, Templates } from "../output/generate.js";
import type { Json, JsonObject } from "../base/json.js";
import { toLiteral } from "../base/text/code.js";
import { buildModel } from "../contract/model/build.js";
import { success, type Outcome } from "../base/problem/problem.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { tightenComments } from "../targets/doc-comment.js";
import type { OutputFile } from "../targets/target.js";
import { toCommentText, toStringLiteral } from "../base/text/escape.js";
import { quotePath } from "../base/text/quote.js";
import { compileTemplate } from "../base/text/template.js";
import { wrapText } from "../base/text/words.js";
import { formatYaml } from "../base/text/yaml.js";
import { listEnds, type FleetOptions } from "../base/time/fleet.js";
import { frameworkNames, type Framework, type ModuleKind, type PackageManager } from "./choices.js";
import { chooseEvents, createStartEvent, type StartEvent } from "./start-event.js";

/** The choices for a new project. */
export interface ProjectOptions extends FleetOptions {
  readonly framework: Framework;
  readonly packageManager: PackageManager;
  readonly moduleKind: ModuleKind;
  /** The names of the events that it begins with; undefined for those that the spec names. */
  readonly events: readonly string[] | undefined;
  /** Its name in package.json. */
  readonly name: string;
  /** The command that repeats the generation from within the project. */
  readonly generateCommand: string;
  /** The folder of the contract, from within the project; undefined for the one that comes with this program. */
  readonly spec: string | undefined;
  /** Where the package manager finds this program for the project: `^0.1.0`, or `file:` and a path. */
  readonly generator: string;
  /** A new secret, in base64, so that the project runs before its subscription is set up. */
  readonly secret: string;
  /** The versions of the packages that we test with. */
  readonly testedWith: Readonly<Record<string, string>>;
}

/** The files of a project that are the user's. */
export interface Project {
  /** What its package.json says. */
  readonly manifest: ReturnType<typeof createManifest>;
  /** A file follows those that it goes with. */
  readonly files: readonly OwnFile[];
  /** The handler of each event that was chosen, for a project that has a file of handlers already. */
  readonly handlers: readonly HandlerFile[];
}

/** A handler in a file of its own, with the lines that name it among the other handlers. */
export interface HandlerFile extends OutputFile {
  readonly event: string;
  readonly entry: readonly string[];
}

/** The folder of a project for what is generated. */
export const generatedFolder = "src/mplus";

/** Lines that a file of the user needs, and the place in it; none for words that tell of them. */
export interface RequiredLines {
  readonly path: string;
  readonly place: string;
  readonly lines: readonly string[];
}

/** A file of a project that is the user's. */
export interface OwnFile extends OutputFile {
  /** Paths, and scripts such as `script test`: where one of them is not ours, the file is of no use, and left out. */
  readonly goesWith?: readonly string[];
  /** Lines that a file of the user in its place has to have. */
  readonly need?: Omit<RequiredLines, "path">;
  /** Set for a list of lines: a file of the user needs those that it lacks. */
  readonly isList?: true;
}

/** Creates a project around generated code. Pure: the same input gives the same bytes. */
export function createProject(
  { view }: Generation,
  spec: CheckedSpec,
  templates: Templates,
  options: ProjectOptions,
): Outcome<Project> {
  const model = buildModel(spec);
  const chosen = chooseEvents(options.events ?? model.startWith, view);
  if (!chosen.ok) return chosen;
  const events = chosen.value.map((event) => createStartEvent(event, view, model));
  const start = { events, releases: listEnds(view.fleet, model) };
  const manifest = createManifest(options);
  const own = { path: "package.json", content: toJson(manifest) };
  return success({
    manifest,
    files: [...createProjectFiles(start, templates, options), own],
    handlers: createHandlerFiles(start, templates, options),
  });
}

/** The events and releases that a project begins with. */
interface ProjectStart {
  readonly events: readonly StartEvent[];
  /** The releases that its scenarios are played at. */
  readonly releases: readonly string[];
}

/** Creates the files of a project that are the user's. A file follows those that it goes with. */
function createProjectFiles(
  start: ProjectStart,
  templates: Templates,
  options: ProjectOptions,
): readonly OwnFile[] {
  const { framework, packageManager } = options;
  const render = createRenderer(templates, options, layoutData(start, options));
  type Row = Omit<OwnFile, "path" | "content">;
  const file = (path: string, row: Row = {}): OwnFile => ({ path, content: render(path), ...row });
  const data = (path: string, value: object, row: Row): OwnFile => ({ path, content: toJson(value), ...row });
  const compilation = { compilerOptions: toCompilerOptions(options), include: ["src", "test"] };
  return [
    ...packageManager.settings.map(([path, content]) => ({ path, content, goesWith: ["package.json"] })),
    { path: ".gitignore", content: joinLines([...ignoredPaths, ...packageManager.leaves]), isList: true },
    file(".env", { need: describeNeed("MPLUS_SECRET, as .env.example tells") }),
    {
      path: ".env.example",
      content: render(".env", { secret: "" }),
      need: describeNeed("MPLUS_SECRET and PORT"),
    },
    data("tsconfig.json", compilation, {
      need: { place: "in compilerOptions", lines: listCompilerOptions(options) },
    }),
    file("src/handlers.ts"),
    file("src/app.ts", {
      goesWith: ["src/handlers.ts"],
      need: describeNeed(`the endpoint, as src/mplus/${framework.name}/README.md shows`),
    }),
    file("src/server.ts", { goesWith: ["src/app.ts"] }),
    ...createScenarios(start, options),
    file("test/webhooks.test.ts", { goesWith: ["src/app.ts", "script test"] }),
    data("tsconfig.build.json", buildConfig, { goesWith: ["tsconfig.json", "script build"] }),
    file("Dockerfile", { goesWith: ["src/server.ts", "tsconfig.build.json"] }),
    { path: ".dockerignore", content: joinLines(outsideOfImages), isList: true },
    file(".github/workflows/ci.yml", {
      goesWith: ["test/webhooks.test.ts", "tsconfig.build.json", "script generate"],
      need: describeNeed("the script generate with --check, so that src/mplus/ stays as the script makes it"),
    }),
    // It tells of all of these.
    file("README.md", { goesWith: ["src/server.ts", "test/webhooks.test.ts", "tsconfig.build.json"] }),
  ];
}

function createHandlerFiles(
  { events, releases }: ProjectStart,
  templates: Templates,
  options: ProjectOptions,
): readonly HandlerFile[] {
  return events.map((event) => {
    const { name, lookUp } = event;
    const render = createRenderer(templates, options, layoutData({ events: [event], releases }, options));
    const [parameter, argument] = lookUp ? [`context: MplusContext<"${name}">`, "context"] : ["", ""];
    const method = [`@OnMplus("${name}")`, `${name}(${parameter}) {`, `  return ${name}(${argument});`, "}"];
    const entry = options.framework.name === "nest" ? method : [`${name},`];
    return { path: `src/handlers/${name}.ts`, content: render("src/handlers/event.ts"), event: name, entry };
  });
}

/** Lays files out by their paths; a framework may have a layout of its own. */
function createRenderer(templates: Templates, { framework }: ProjectOptions, data: object) {
  return (path: string, more: object = {}): string => {
    const layout = templates.get(`init/${framework.name}/${path}.hbs`) ?? templates.get(`init/${path}.hbs`);
    if (layout === undefined) throw new Error(`there is no layout init/${path}.hbs`);
    const text = compileTemplate(layout)({ ...data, ...more });
    return path.endsWith(".ts") ? tightenComments(text) : text;
  };
}

const ignoredPaths = ["node_modules/", "dist/", ".env"];

const outsideOfImages = [
  "# No image holds a secret, or what it makes itself.",
  ...[".env*", ".git", "dist", "node_modules"],
];

const joinLines = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

const describeNeed = (text: string): Omit<RequiredLines, "path"> => ({ place: "", lines: [text] });

const toJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** What package.json says, with the packages of a project in the versions that we test with, and later ones. */
function createManifest(options: ProjectOptions) {
  const { name, framework, moduleKind, packageManager, generateCommand, generator, testedWith } = options;
  const tools = ["@types/node", "mplus-codegen", "tsx", "typescript"];
  const isTool = (name: string): boolean => name.startsWith("@types/") || tools.includes(name);
  const ranges = [...framework.packages, ...tools]
    .toSorted()
    .map((name) => [name, name === "mplus-codegen" ? generator : `^${testedWith[name] ?? ""}`] as const);
  return {
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
}

const toCompilerOptions = ({ framework, moduleKind }: ProjectOptions): object => ({
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

/** The compiler options without which the code of a project does not compile. */
const listCompilerOptions = ({ framework, moduleKind }: ProjectOptions): readonly string[] => [
  ...['"target": "ES2022",', '"module": "NodeNext",', '"types": ["node"],', '"strict": true,'],
  ...(moduleKind === "commonjs" ? ['"verbatimModuleSyntax": false,'] : []),
  ...(framework.name === "nest" ? ['"experimentalDecorators": true,'] : []),
];

const buildConfig = {
  extends: "./tsconfig.json",
  compilerOptions: { noEmit: false, rootDir: "src", outDir: "dist" },
  include: ["src"],
};

/** The layouts are filled with this. */
function layoutData({ events, releases }: ProjectStart, options: ProjectOptions): object {
  const { framework, moduleKind, packageManager, generator, spec } = options;
  const [first] = events;
  const special = first?.lookUp;
  const shown = events.find(({ lookUp }) => lookUp)?.lookUp;
  // Where only this machine has the generator.
  const [, outside = ""] = /^(?:file|link|portal):(.+)/.exec(generator) ?? [];
  const setUp = ["package.json", packageManager.lockfile, ...packageManager.settings.map(([path]) => path)];
  return {
    name: options.name,
    secret: options.secret,
    nodeVersion,
    folder: moduleKind === "esm" ? "import.meta.dirname" : "__dirname",
    framework: framework.title,
    target: framework.name,
    create: framework.create,
    optionsType: framework.name === "nest" ? "MplusModuleOptions" : "MplusOptions",
    // It gets every request, wherever it is to answer.
    ownsPath: ["koa", "node"].includes(framework.name),
    // Its server does not close by itself what it has begun.
    isPlain: !["fastify", "nest"].includes(framework.name),
    is: Object.fromEntries(frameworkNames.map((each) => [each, each === framework.name])),
    // What it reads before it installs.
    manager: { ...packageManager, files: [...new Set(setUp)].join(" ") },
    outside,
    vendor: `${outside.endsWith(".tgz") ? "cp -t" : "npm pack --pack-destination"} vendor ${quotePath(outside)}`,
    fromSpec: spec === undefined ? "" : ` --spec ${quotePath(spec)}`,
    // In a workflow `${{` begins an expression, whatever quotes it stands in.
    contract: quotePath(spec ?? "node_modules/mplus-codegen/spec").replaceAll("${{", "${{ '${{' }}"),
    event: first?.name ?? "",
    // Only what needs no quotes, in a shell or in Markdown.
    special: special && /^[\w.-]+$/.test(special.by) && `${special.at.property}=${special.by}`,
    releases: `[${releases.map((each) => toStringLiteral(each)).join(", ")}]`,
    shownCode: shown && toStringLiteral(shown.by),
    shownCustomer: shown && JSON.stringify(shown.found),
    handlers: events.map(handlerData),
  };
}

/** The node of the image and the workflow: one with long-term support. */
const nodeVersion = "24";

function handlerData({ name, description, ownAnswers, answer, lookUp }: StartEvent): object {
  const own = ownAnswers.map((property) => `\`${property}\``).join(", ");
  const takes = own === "" ? "" : ` Besides the common answers, it may be answered with ${own}.`;
  return {
    name,
    comment: wrapText(toCommentText(description + takes), 100),
    answer: toLiteral(answer).text,
    isShown: lookUp !== undefined,
  };
}

/** With this an editor completes a scenario, and marks what is wrong in it. */
const schema = "# yaml-language-server: $schema=../node_modules/mplus-codegen/dist/scenario.schema.json\n";

/** A scenario for each event: it comes, and is answered as its handler does. */
function createScenarios(
  { events, releases }: ProjectStart,
  { maxVersion, versions }: ProjectOptions,
): readonly OwnFile[] {
  // Without a release a scenario is played at the newest known one: shops that do not upgrade never have that.
  const isOpen = maxVersion === undefined && versions === undefined;
  const release = isOpen ? undefined : releases.at(-1);
  return events.map(({ name, description, before, requestParts, answer }) => {
    const expected = Object.keys(answer).length > 0 ? { expect: answer as JsonObject } : {};
    const steps: readonly Json[] = [
      ...(before ? [{ [before]: {} }] : []),
      { [name]: requestParts, ...expected },
    ];
    const scenario = { name, description, ...(release !== undefined && { release }), steps };
    return { path: `scenarios/${name}.yaml`, content: `${schema}${formatYaml(scenario)}` };
  });
}
