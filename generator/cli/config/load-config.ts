import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { Config } from "../../config.js";
import { getAt, isObject, parseJson } from "../../json.js";
import { report } from "../../problem/catalogue.js";
import { describeSystemError, failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { placeIn } from "../../spec/pointer.js";
import { locateProblems, parseSource, positionAt } from "../../spec/read/json-text.js";
import { checkConfig } from "./check-config.js";

/** A config, and where it comes from. */
export interface LoadedConfig {
  readonly config: Outcome<Config>;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  /** Every file that it was made of, without those of packages. */
  readonly files: readonly string[];
  /** Whether it is code, which can give something else at another time. */
  readonly isCode: boolean;
}

/** The key of a config in package.json. */
const packageKey = "mplus-codegen";

/** What a config can be called. */
const names = ["ts", "mts", "js", "mjs", "cjs", "json"].map((ending) => `mplus-codegen.config.${ending}`);

/** Every file that could hold a config, in the working folder, where none is named. */
export const candidates: readonly string[] = [...names, "package.json"];

/** Finds the config of the working folder: there may be one. */
export function findConfig(): Outcome<string | undefined> {
  const [first, second] = candidates.filter((path) => existsSync(path) && holdsConfig(path));
  if (first === undefined || second === undefined) return success(first);
  return failure([
    report("usage", {
      message: `There are two configs here, ${first} and ${second}.`,
      hint: "Keep one of them, or name one with --config.",
    }),
  ]);
}

function holdsConfig(path: string): boolean {
  if (path !== "package.json") return true;
  try {
    const text = readFileSync(path, "utf8");
    const manifest = parseJson(text);
    // One that is broken is reported, if it has a config.
    return isObject(manifest) ? Object.hasOwn(manifest, packageKey) : text.includes(`"${packageKey}":`);
  } catch {
    // A package.json that cannot be read is none of ours.
    return false;
  }
}

/** Reads a config: of JSON as it stands, of code by running it. */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const source = { folder: dirname(path), files: [path], isCode: !path.endsWith(".json") };
  const reason = findObstacle(path);
  if (reason !== undefined) return { ...source, config: failure([unreadable(path, reason)]) };
  return { ...source, ...(source.isCode ? await runConfig(path) : { config: readJson(path) }) };
}

const unreadable = (path: string, reason: string): Problem => report("config-unreadable", { path, reason });

/** In bytes. */
const largest = 5_000_000;

/** Why a file is none to read: a pipe, for one, would be waited for. */
function findObstacle(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return "it does not exist";
  if (!status.isFile()) return "it is no regular file";
  return status.size > largest ? `it is larger than ${largest} bytes` : undefined;
}

function readJson(path: string): Outcome<Config> {
  const keys = basename(path) === "package.json" ? [packageKey] : [];
  try {
    const text = readFileSync(path, "utf8");
    const parsed = parseSource({ path, text });
    const config = parsed.ok ? checkConfig(getAt(parsed.value.value, keys), placeIn(path, ...keys)) : parsed;
    return config.ok ? config : failure(locateProblems(config.problems, [{ path, text }]));
  } catch (error) {
    return failure([unreadable(path, describeSystemError(error))]);
  }
}

/**
 * Runs a config in TypeScript or JavaScript, as it is now: neither it nor what it imports is remembered from an earlier call. It
 * gets this very package where it imports `mplus-codegen`. Nothing else knows jiti, which is heavy: only for those who need it.
 */
async function runConfig(path: string): Promise<Pick<LoadedConfig, "config" | "files">> {
  const { createJiti } = await import("jiti");
  const api = await import("../../index.js");
  const file = resolve(path);
  const jiti = createJiti(file, { fsCache: false, virtualModules: { "mplus-codegen": api } });
  const before = new Set(Object.keys(jiti.cache));
  const run = (): Outcome<Config> => {
    try {
      // Its successor `import` leaves some modules to node, which never reads them again.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      return checkConfig(getDefault(jiti(file)), placeIn(path));
    } catch (error) {
      return failure([describeFault(error, path)]);
    }
  };
  const config = run();
  const added = Object.keys(jiti.cache).filter((name) => !before.has(name) && !isOfPackage(name));
  for (const name of added) Reflect.deleteProperty(jiti.cache, name);
  return { config, files: [...new Set([file, ...added])] };
}

const isOfPackage = (path: string): boolean => path.includes(`${sep}node_modules${sep}`);

const getDefault = (module: unknown): unknown =>
  typeof module === "object" && module !== null && "default" in module ? module.default : module;

function describeFault(error: unknown, path: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const [, detail = text] = /^(?:\w*Error: )*([^\n]*)/.exec(text) ?? [];
  const problem = unreadable(path, detail.trim().replace(/\.$/, ""));
  const [file, line, column] = findFrame(error) ?? [];
  if (file === undefined) return problem;
  const source = readFileSync(file, "utf8");
  const lines = source.split("\n");
  const before = lines.slice(0, Number(line) - 1).map((each) => `${each}\n`);
  // Code that was transformed may have longer lines.
  const within = Math.min(Number(column), lines[before.length]?.length ?? 0);
  const position = positionAt(source, before.join("").length + within);
  return { ...problem, place: placeIn(relative("", file)), position };
}

/** A syntax error has its place at its end; what was thrown has it in its stack: that of the innermost file of the user. */
function findFrame(error: unknown): readonly string[] | undefined {
  const stack = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : "";
  // `at name (file:3:4)`, `at file:3:4`, or the place alone.
  const places = stack.split("\n").map((line) => line.trim().replace(/^at |\)$/g, ""));
  const frames = places.map((place) => place.slice(place.indexOf("(") + 1).split(":"));
  return frames
    .map((parts) => [parts.slice(0, -2).join(":"), ...parts.slice(-2)])
    .find(([file = ""]) => isAbsolute(file) && !isOfPackage(file) && findObstacle(file) === undefined);
}
