import { getOwn, isObject } from "../base/json.js";
import { quoteForShell } from "../base/text/quote.js";
import type { FleetOptions } from "../base/time/fleet.js";
import type { ImportExtension } from "../base/text/source-file.js";
import { isSameButForLayout } from "../output/fingerprint.js";
import type { OutputFile } from "../targets/target.js";
import type { Framework, PackageManager } from "./choices.js";
import type { ProjectFacts } from "../output/project-facts.js";
import type { StartEvent } from "./start-event.js";

export interface InitOptions extends FleetOptions {
  readonly framework: Framework;
  readonly packageManager: PackageManager;
  /** True if a worker handles events after the answer. */
  readonly hasInbox: boolean;
  readonly moduleKind: "esm" | "commonjs";
  readonly importExtension: ImportExtension;
  /** For example `src/mplus` or `mplus`. */
  readonly generated: string;
  readonly name: string;
  readonly generateCommand: string;
  /** Relative to the project. Undefined for the built-in spec. */
  readonly spec: string | undefined;
  /** True if the project gets a folder for the user's additions. */
  readonly needsAdditions: boolean;
  /** The dependency on this program: `^0.1.0`, or `file:` and a path. */
  readonly generator: string;
  /** The path of the JSON Schema for scenarios, relative to their folder. */
  readonly schema: string;
  /** Random base64, so that the project runs before its subscription exists. */
  readonly secret: string;
  readonly testedWith: Readonly<Record<string, string>>;
}

export interface ExistingProject {
  readonly facts: ProjectFacts;
  readonly sources: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
  readonly env: string | undefined;
}

export interface ProjectStart {
  readonly events: readonly StartEvent[];
  readonly releases: readonly string[];
  /** The body of a request, as a shop may send it. */
  readonly makeRequest: (event: string) => object;
}

export interface RequiredLines {
  readonly path: string;
  readonly place: string;
  readonly lines: readonly string[];
}

export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Keeps the given version of this program. Other packages start at the tested versions. */
export const toRanges = (
  names: readonly string[],
  { generator, testedWith }: InitOptions,
): Manifest["dependencies"] =>
  Object.fromEntries(
    names
      .toSorted()
      .map((name) => [name, name === "mplus-codegen" ? generator : toRange(name, testedWith[name])]),
  );

/** Processes that share an inbox need the same version of pg-boss, which migrates the tables to its own. */
const toRange = (name: string, version = ""): string => (name === "pg-boss" ? version : `^${version}`);

/** Existing files are never overwritten. */
export interface ProjectChanges {
  readonly files: readonly OutputFile[];
  readonly needs: readonly RequiredLines[];
  readonly manifest: Manifest;
}

export interface Arrangement extends Omit<ProjectChanges, "manifest"> {
  /** Paths of existing files that differ from ours. */
  readonly left: readonly string[];
}

export async function keepExisting(
  { files, needs }: ProjectChanges,
  texts: ReadonlyMap<string, string>,
): Promise<Arrangement> {
  const kept = files.filter(({ path }) => texts.has(path));
  const lists = kept.filter(({ path }) => /^\.(?:git|docker|prettier)ignore$/.test(path));
  const missing = lists.flatMap(({ path, content }) =>
    listMissingLines(path, texts.get(path) ?? "", content),
  );
  const comparable = kept.filter(
    (file) => file.content !== "" && file.path !== "package.json" && !lists.includes(file),
  );
  const left: string[] = [];
  for (const { path, content } of comparable)
    if (!(await isSameButForLayout(path, texts.get(path) ?? "", content))) left.push(path);
  return {
    files: files.filter(({ path }) => !texts.has(path)),
    needs: [...needs, ...missing],
    left,
  };
}

/** `dist`, `/dist` and `dist/` are the same, and `.env*` includes `.env`. */
function listMissingLines(path: string, text: string, wanted: string): readonly RequiredLines[] {
  const toPlain = (line: string): string => line.trim().replace(/^\/|\/$/g, "");
  const known = new Set(text.split("\n").map(toPlain));
  const isKnown = (line: string): boolean => [line, `${line}*`].some((each) => known.has(toPlain(each)));
  const lines = wanted.split("\n").filter((line) => !/^(?:#|$)/.test(line) && !isKnown(line));
  return lines.length === 0 ? [] : [{ path, place: "these lines", lines }];
}

const placeholderScript = `echo "Error: no test specified" && exit 1`;

/** Lists only missing scripts and packages. */
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

/** For shells on any system. A word with an exclamation mark is quoted for Unix shells only. */
function quoteWord(word: string): string {
  if (/^[\w./@:-]+$/.test(word)) return word;
  return word.includes("!") ? quoteForShell(word) : `"${word.replace(/["$\\`]/g, "\\$&")}"`;
}
