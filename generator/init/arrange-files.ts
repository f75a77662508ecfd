import { getAt, getOwn, isObject, type JsonObject } from "../base/json.js";
import { hashContent } from "../output/layout.js";
import type { OutputFile } from "../targets/target.js";
import { quoteForShell } from "../base/text/quote.js";
import type { HandlerFile, RequiredLines, OwnFile, Project, ProjectOptions } from "./project.js";

/** The changes to a folder that becomes a project. No existing file is overwritten. */
export interface Arrangement {
  /** The files to write. */
  readonly files: readonly OutputFile[];
  /** The paths of files that are there and stay as they are. */
  readonly left: readonly string[];
  /** The lines that the user has to add to some of those. */
  readonly needs: readonly RequiredLines[];
  /** The paths of files that go with one of those, and are not written. */
  readonly omitted: readonly string[];
  /** The commands that add to a package.json what it lacks. */
  readonly commands: readonly string[];
}

/** The files that the folder of a project already has. */
export interface ExistingProject {
  /** The texts of files that are there, by their paths. */
  readonly texts: ReadonlyMap<string, string>;
  readonly manifest: JsonObject | undefined;
  /** Whether it is a project that init made: then handlers and scenarios are added, and nothing else. */
  readonly isMade: boolean;
}

/** The file that names the handlers of a project. */
export const handlersPath = "src/handlers.ts";

/** Arranges the files of a project beside those that are there. */
export function arrangeFiles(
  project: Project,
  options: ProjectOptions,
  existing: ExistingProject,
): Arrangement {
  const { texts, manifest, isMade } = existing;
  const unlisted = findUnlistedHandlers(project, texts.get(handlersPath));
  const isAdded = ({ path }: OwnFile): boolean => !isMade || path.startsWith("scenarios/");
  const scripts = getOwn(manifest, "scripts");
  const used = Object.entries(isObject(scripts) ? scripts : {}).filter(
    ([, each]) => each !== placeholderScript,
  );
  const taken = new Set(used.map(([name]) => `script ${name}`));
  const ours = new Set(manifest ? [] : ["package.json"]);
  const isOurs = (name: string): boolean => (name.startsWith("script ") ? !taken.has(name) : ours.has(name));
  const wanted: readonly OwnFile[] = [...unlisted, ...project.files.filter(isAdded)];
  const files = wanted.filter(({ path, content, goesWith = [] }) => {
    const text = texts.get(path);
    const isWritten = text === undefined ? goesWith.every(isOurs) : isSame(path, text, content);
    if (isWritten) ours.add(path);
    return isWritten;
  });
  // The commands below tell of package.json and what goes with it, and of an empty file there is nothing to tell.
  const isReported = ({ path, content, goesWith }: OwnFile): boolean =>
    isMade
      ? path === handlersPath && unlisted.length > 0
      : content !== "" && ![path, ...(goesWith ?? [])].includes("package.json");
  const rest = project.files.filter((file) => isReported(file) && !files.includes(file));
  const needs = rest.flatMap((file) => listNeeds(file, texts.get(file.path)));
  return {
    files: files.filter(({ path }) => !texts.has(path)),
    left: rest.flatMap(({ path }) => (texts.has(path) ? path : [])),
    needs: [...nameHandlers(unlisted, options), ...needs],
    omitted: rest.flatMap(({ path }) => (texts.has(path) ? [] : path)),
    commands: manifest && !isMade ? listPackageCommands(project.manifest, options, { manifest, isOurs }) : [],
  };
}

/** Whether two texts of a file differ in layout at most. */
const isSame = (path: string, one: string, other: string): boolean =>
  hashContent(path, one) === hashContent(path, other);

/** The handlers that a file of handlers, where the user has one, does not name yet. */
function findUnlistedHandlers(
  { files, handlers }: Project,
  text: string | undefined,
): readonly HandlerFile[] {
  const own = files.find(({ path }) => path === handlersPath);
  if (text === undefined || (own && isSame(own.path, text, own.content))) return [];
  // A comment tells of other events, too.
  const code = text.split("*/").map((part) => part.split("/*")[0] ?? "");
  const words = new Set(
    code
      .join(" ")
      .replace(/\/\/.*/g, " ")
      .split(/\W+/),
  );
  return handlers.filter(({ event }) => !words.has(event));
}

function nameHandlers(
  handlers: readonly HandlerFile[],
  { framework }: ProjectOptions,
): readonly RequiredLines[] {
  if (handlers.length === 0) return [];
  const imports = handlers.map(({ event }) => `import { ${event} } from "./handlers/${event}.js";`);
  const place = framework.name === "nest" ? "in the class" : "in defineHandlers";
  return [
    { path: handlersPath, place: "at the top", lines: imports },
    { path: handlersPath, place, lines: handlers.flatMap(({ entry }) => entry) },
  ];
}

/** The part that a file of the user has to have; of a list, the lines that it lacks. */
function listNeeds(
  { path, content, need, isList }: OwnFile,
  text: string | undefined,
): readonly RequiredLines[] {
  if (text === undefined) return [];
  if (!isList) return need ? [{ path, ...need }] : [];
  const known = new Set(text.split(/\r?\n/).map(toPlain));
  const lines = content.split("\n").filter((line) => !/^(?:#|$)/.test(line) && !known.has(toPlain(line)));
  return lines.length === 0 ? [] : [{ path, place: "these lines", lines }];
}

/** `dist`, `/dist` and `dist/` leave out the same folder of a project. */
const toPlain = (line: string): string => line.trim().replace(/^\/|\/$/g, "");

/** The command that `npm init` gives the script `test`. */
const placeholderScript = `echo "Error: no test specified" && exit 1`;

/** The files that a script of a project is of no use without. */
const scriptFiles: Readonly<Record<string, readonly string[]>> = {
  build: ["tsconfig.build.json"],
  dev: ["src/server.ts"],
  start: ["src/server.ts", "tsconfig.build.json"],
  test: ["test/webhooks.test.ts"],
  typecheck: ["tsconfig.json"],
};

/** The commands that add to a package.json what it lacks of ours, and install that. */
function listPackageCommands(
  ours: Project["manifest"],
  { packageManager }: ProjectOptions,
  { manifest, isOurs }: { readonly manifest: JsonObject; readonly isOurs: (name: string) => boolean },
): readonly string[] {
  const { name: manager, configure, addRuntime, add, allow } = packageManager;
  const scripts = Object.entries(ours.scripts).filter(([name]) =>
    [`script ${name}`, ...(scriptFiles[name] ?? [])].every(isOurs),
  );
  const known = ["dependencies", "devDependencies", "peerDependencies"];
  const install = (section: "dependencies" | "devDependencies", command: string): readonly string[] => {
    const missing = Object.entries(ours[section]).filter(([name]) =>
      known.every((each) => getAt(manifest, [each, name]) === undefined),
    );
    const words = missing.map(([name, range]) => quoteWord(`${name}@${range}`));
    return words.length === 0 ? [] : [`${manager} ${command} ${words.join(" ")}`];
  };
  return [
    ...scripts.map(([name, command]) => `npm pkg set ${quoteWord(`scripts.${name}=${command}`)}`),
    ...(configure === "" ? [] : [configure]),
    ...install("dependencies", addRuntime),
    ...install("devDependencies", `${add}${allow}`),
  ];
}

/** A word of a command, in the quotes that the shells of Windows know too; in those a shell reads an exclamation mark. */
function quoteWord(word: string): string {
  if (/^[\w./@:-]+$/.test(word)) return word;
  return word.includes("!") ? quoteForShell(word) : `"${word.replace(/["$\\`]/g, "\\$&")}"`;
}
