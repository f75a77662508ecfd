import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { Config } from "../config.js";
import { getAt, isArray, isObject, type JsonObject, parseJson } from "../json.js";
import { type Option, outputOptions } from "../options.js";
import { report } from "../problem/catalogue.js";
import {
  describeSystemError,
  failure,
  type Outcome,
  type Place,
  type Problem,
  success,
} from "../problem/problem.js";
import { placeIn, placeInside } from "../spec/pointer.js";
import { locateProblems, parseSource, positionAt } from "../spec/read/json-text.js";
import { targets } from "../targets/all.js";
import { quote } from "../text/quote.js";
import { listWords, suggest } from "../text/words.js";

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
  const api = await import("../index.js");
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

/** Checks what a config holds against the table of the options. */
export function checkConfig(value: unknown, place: Place): Outcome<Config> {
  const problems = findFaults(value).map(({ path, detail, hint }) =>
    report("config-invalid", { detail, hint }, placeInside(place, ...path)),
  );
  return problems.length > 0 ? failure(problems) : success(value as Config);
}

/** What is wrong at a path of a config: `["outputs", 0, "minVersion"]`. */
interface ConfigFault {
  readonly path: readonly (string | number)[];
  readonly detail: string;
  readonly hint?: string;
}

function findFaults(value: unknown): readonly ConfigFault[] {
  const hint = 'For example: { outputs: [{ target: ["express"] }] }';
  if (!isObject(value)) return [{ path: [], detail: "A config is an object.", hint }];
  // In JSON, `$schema` leads editors to the schema.
  const { $schema: _, ...own } = value;
  const { outputs } = own;
  const within =
    isArray(outputs) && outputs.length > 0
      ? outputs.flatMap(findFaultsOfOutput)
      : [mistype(["outputs"], "a list of at least one output")];
  return [...findUnknown(own, ["outputs"], []), ...within];
}

function findFaultsOfOutput(output: unknown, index: number): readonly ConfigFault[] {
  const path = ["outputs", index];
  if (!isObject(output)) return [mistype(path, "an object")];
  const wrong = Object.entries(outputOptions).flatMap(([key, option]) => {
    const expected = key === "target" ? expectTargets(output[key]) : expectValue(output[key], option);
    return expected === undefined ? [] : [mistype([...path, key], expected)];
  });
  return [...findUnknown(output, Object.keys(outputOptions), path), ...wrong];
}

const mistype = (path: ConfigFault["path"], expected: string): ConfigFault => ({
  path,
  detail: `${formatPath(path)} has to be ${expected}.`,
});

/** What a value should be; undefined if it is. */
function expectValue(value: unknown, { type, choices, nonEmpty }: Option): string | undefined {
  if (value === undefined) return undefined;
  if (type === "boolean") return typeof value === "boolean" ? undefined : "true or false";
  if (choices) return choices.includes(value as string) ? undefined : listWords(choices.map(quote), "or");
  if (typeof value === "number") return `a text: ${quote(String(value))}`;
  return typeof value === "string" && !(nonEmpty && value === "") ? undefined : "a text";
}

/** Whether a target of the user's own can be used is checked where one is used. */
const expectTargets = (value: unknown): string | undefined =>
  isArray(value) && value.length > 0 && value.every((item) => typeof item === "string" || isObject(item))
    ? undefined
    : 'a list of at least one target: ["express"]';

function findUnknown(
  value: JsonObject,
  known: readonly string[],
  path: ConfigFault["path"],
): readonly ConfigFault[] {
  const within = path.length > 0 ? ` in ${formatPath(path)}` : "";
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  return unknown.map((key) => {
    const near = suggest(toCamelCase(key), known);
    const hint =
      near === undefined ? `It can have ${listWords(known, "and")}.` : `Did you mean ${quote(near)}?`;
    return { path: [...path, key], detail: `A config has no ${quote(key)}${within}.`, hint };
  });
}

const toCamelCase = (text: string): string =>
  text.replace(/^-+/, "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `outputs[0].minVersion`. */
const formatPath = (path: ConfigFault["path"]): string => path.join(".").replace(/\.(\d+)/g, "[$1]");

/** The JSON Schema (2020-12) of a config in JSON, by which editors complete and check one. */
export const createConfigSchema = (): object => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:mplus-codegen:config",
  title: "mplus-codegen.config.json",
  type: "object",
  properties: {
    $schema: { description: "Where this schema is.", type: "string" },
    outputs: { description: "Each in a folder of its own.", type: "array", minItems: 1, items: output },
  },
  required: ["outputs"],
  additionalProperties: false,
});

const output = {
  type: "object",
  properties: {
    ...Object.fromEntries(Object.entries(outputOptions).map(([key, option]) => [key, describeValue(option)])),
    target: {
      description: "What to generate.",
      type: "array",
      minItems: 1,
      items: { enum: targets.map(({ name }) => name) },
    },
  },
  required: ["target"],
  additionalProperties: false,
};

function describeValue({ describe, type, choices, default: initial, nonEmpty }: Option): object {
  return {
    description: describe,
    ...(choices ? { enum: choices } : { type: type ?? "string" }),
    ...(nonEmpty && { minLength: 1 }),
    ...(initial !== undefined && { default: initial }),
  };
}
