import { getOwn, isObject } from "../base/json.js";
import { quoteForShell } from "../base/text/quote.js";
import type { FleetOptions } from "../base/time/fleet.js";
import type { ImportExtension } from "../base/text/source-file.js";
import { hashContent } from "../output/layout.js";
import type { OutputFile } from "../targets/target.js";
import type { Framework, PackageManager } from "./choices.js";
import type { ProjectFacts } from "../output/project-facts.js";
import type { StartEvent } from "./start-event.js";

/** The choices for a project that is made, or that the webhooks are added to. */
export interface InitOptions extends FleetOptions {
  readonly framework: Framework;
  readonly packageManager: PackageManager;
  readonly moduleKind: "esm" | "commonjs";
  readonly importExtension: ImportExtension;
  /** The folder for what is generated, in the project: `src/mplus` or `mplus`. */
  readonly generated: string;
  /** The name of a new project in package.json. */
  readonly name: string;
  /** The command that repeats the generation from within the project. */
  readonly generateCommand: string;
  /** The folder of the contract, from within the project; undefined for the one that comes with this program. */
  readonly spec: string | undefined;
  /** Where the package manager finds this program for the project: `^0.1.0`, or `file:` and a path. */
  readonly generator: string;
  /** The path of the JSON Schema for scenarios, from their folder. */
  readonly schema: string;
  /** A new secret, in base64, so that the project runs before its subscription is set up. */
  readonly secret: string;
  /** The versions of the packages that we test with. */
  readonly testedWith: Readonly<Record<string, string>>;
}

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

/** The events that a project begins with, and the releases of its fleet to try them at. */
export interface ProjectStart {
  readonly events: readonly StartEvent[];
  readonly releases: readonly string[];
}

/** Lines that a file of the user needs, and the place in it. */
export interface RequiredLines {
  readonly path: string;
  readonly place: string;
  readonly lines: readonly string[];
}

/** The part of a package.json that a project needs. */
export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The ranges of packages: this program as it is found, others in the versions that we test with and later ones. */
export const toRanges = (
  names: readonly string[],
  { generator, testedWith }: InitOptions,
): Manifest["dependencies"] =>
  Object.fromEntries(
    names
      .toSorted()
      .map((name) => [name, name === "mplus-codegen" ? generator : `^${testedWith[name] ?? ""}`]),
  );

/** The changes to a project. Only files that do not exist are written. */
export interface ProjectChanges {
  readonly files: readonly OutputFile[];
  readonly needs: readonly RequiredLines[];
  readonly manifest: Manifest;
}

/** The same beside the files that exist: those are left as they are. */
export interface Arrangement extends Omit<ProjectChanges, "manifest"> {
  /** The paths of existing files in the place of ours, which say something else. */
  readonly left: readonly string[];
}

/** Leaves existing files as they are. */
export function keepExisting(
  { files, needs }: ProjectChanges,
  texts: ReadonlyMap<string, string>,
): Arrangement {
  const kept = files.filter(({ path }) => texts.has(path));
  const lists = kept.filter(({ path }) => /^\.(?:git|docker|prettier)ignore$/.test(path));
  const missing = lists.flatMap(({ path, content }) =>
    listMissingLines(path, texts.get(path) ?? "", content),
  );
  const isOther = (file: OutputFile) =>
    file.content !== "" &&
    !lists.includes(file) &&
    hashContent(file.path, file.content) !== hashContent(file.path, texts.get(file.path) ?? "");
  return {
    files: files.filter(({ path }) => !texts.has(path)),
    needs: [...needs, ...missing],
    left: kept.filter((file) => isOther(file) && file.path !== "package.json").map(({ path }) => path),
  };
}

/** Lists the lines that a file of the user lacks: `dist`, `/dist` and `dist/` are the same, and `.env*` includes `.env`. */
function listMissingLines(path: string, text: string, wanted: string): readonly RequiredLines[] {
  const toPlain = (line: string): string => line.trim().replace(/^\/|\/$/g, "");
  const known = new Set(text.split("\n").map(toPlain));
  const isKnown = (line: string): boolean => [line, `${line}*`].some((each) => known.has(toPlain(each)));
  const lines = wanted.split("\n").filter((line) => !/^(?:#|$)/.test(line) && !isKnown(line));
  return lines.length === 0 ? [] : [{ path, place: "these lines", lines }];
}

/** The command that `npm init` gives the script `test`. */
const placeholderScript = `echo "Error: no test specified" && exit 1`;

/** The commands that add to a package.json the scripts and packages that it lacks. */
export function listPackageCommands(
  { scripts, dependencies, devDependencies }: Manifest,
  facts: ProjectFacts,
  { name: manager, addRuntime, add }: PackageManager,
): readonly string[] {
  const present = getOwn(facts.manifest, "scripts");
  const isMissing = (name: string): boolean =>
    [undefined, placeholderScript].includes(isObject(present) ? (present[name] as string) : undefined);
  const install = (ranges: Manifest["dependencies"], command: string): readonly string[] => {
    const missing = Object.entries(ranges).filter(([name]) => !Object.hasOwn(facts.dependencies, name));
    const words = missing.map(([name, range]) => quoteWord(`${name}@${range}`));
    return words.length === 0 ? [] : [`${manager} ${command} ${words.join(" ")}`];
  };
  return [
    ...Object.entries(scripts)
      .filter(([name]) => isMissing(name))
      .map(([name, command]) => `npm pkg set ${quoteWord(`scripts.${name}=${command}`)}`),
    ...install(dependencies, addRuntime),
    ...install(devDependencies, add),
  ];
}

/** Quotes a word of a command as the shells of Windows know it too, except where a shell would read an exclamation mark. */
function quoteWord(word: string): string {
  if (/^[\w./@:-]+$/.test(word)) return word;
  return word.includes("!") ? quoteForShell(word) : `"${word.replace(/["$\\`]/g, "\\$&")}"`;
}
