import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Config, Output } from "../../output/config.js";
import { getAt, isArray, isObject, parseJson, type JsonObject } from "../../base/json.js";
import { outputOptions, type Option } from "../../base/options.js";
import { report } from "../../base/problem/catalogue.js";
import {
  describeSystemError,
  failure,
  success,
  type Outcome,
  type SourceLocation,
} from "../../base/problem/problem.js";
import { placeIn, placeInside } from "../../contract/read/pointer.js";
import { locateProblems, parseSource, positionAt } from "../../contract/read/json-text.js";
import { targets, type TargetName } from "../../targets/all.js";
import { quote } from "../../base/text/quote.js";
import { listWords, suggest } from "../../base/text/words.js";
import { isInsideFolder, readUserFile } from "./user-files.js";
import type { Args, ExplicitOptions } from "../options/commands.js";
import { catchProblems, throwUsageProblem } from "../call-error.js";

/** A config, and where it comes from. */
interface LoadedConfig {
  readonly config: Outcome<Config>;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  /** Every file that it was made of, without those of packages. */
  readonly files: readonly string[];
  /** Whether it is code, which can give something else at another time. */
  readonly isCode: boolean;
}

/** The outputs that a call requests, and the config that they come from, if there is one. */
export interface RequestedOutputs {
  readonly outputs: Outcome<readonly Output[]>;
  readonly config?: LoadedConfig;
}

/** Reads the config that a call names, or the one of the working folder, and lists the requested outputs. */
export async function readOutputs(
  args: Args<"generate">,
  explicit: ExplicitOptions,
): Promise<RequestedOutputs> {
  const path = catchProblems(() => args.config ?? findConfig());
  if (!path.ok) return { outputs: path };
  if (path.value === undefined) return { outputs: catchProblems(() => [toSingleOutput(args)]) };
  const config = await loadConfig(path.value);
  const select = ({ outputs }: Config) =>
    overrideOutputs(args, explicit, placeOutputs(outputs, config.folder));
  const read = config.config;
  return { config, outputs: read.ok ? catchProblems(() => select(read.value)) : read };
}

/** The one output of the options, where there is no config. */
function toSingleOutput(args: Args<"generate">): Output {
  if (args.target.length === 0)
    throwUsageProblem(
      "Say what to generate with --target.",
      `The targets are ${targets.map(({ name }) => name).join(", ")}; for example: mplus-codegen --target express --min-version 48`,
    );
  // Whether there is a target of a name is checked where it is selected.
  return { ...args, target: args.target as readonly TargetName[] };
}

type PlacedOutput = Output & { readonly out: string };

/** With paths that are relative to the working folder, as those of options are. */
function placeOutputs(outputs: readonly Output[], folder: string): readonly PlacedOutput[] {
  const place = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  return outputs.map(({ out = outputOptions.out.default, spec, ...output }) => ({
    ...output,
    out: place(out),
    ...(spec !== undefined && { spec: place(spec) }),
  }));
}

/** The requested outputs of the config, with the options of the call in place of their own. */
function overrideOutputs(
  args: Args<"generate">,
  explicit: ExplicitOptions,
  outputs: readonly PlacedOutput[],
): readonly PlacedOutput[] {
  const chosen = explicit.has("out") ? chooseFolder(outputs, args.out) : outputs;
  const requested = chosen.map((output) => ({ ...output, ...listOverrides(args, explicit, outputs) }));
  for (const [index, { out }] of requested.entries())
    for (const other of requested.slice(index + 1))
      // One would be written over the other, or into it.
      if (isInsideFolder(out, other.out) || isInsideFolder(other.out, out))
        throwUsageProblem(
          `Two outputs of the config cannot be written to ${out} and ${other.out}.`,
          "Each output needs a folder of its own, and none inside of another.",
        );
  return requested;
}

/** Of several outputs, `--out` names one; a single one it moves. */
function chooseFolder(outputs: readonly PlacedOutput[], out: string): readonly PlacedOutput[] {
  const [only, ...others] = outputs;
  if (only && others.length === 0) return [{ ...only, out }];
  const named = outputs.filter((output) => resolve(output.out) === resolve(out));
  const folders = listWords(
    outputs.map((output) => output.out),
    "or",
  );
  return named.length > 0
    ? named
    : throwUsageProblem(
        `No output of the config is written to ${out}.`,
        `Of several outputs, --out names the one to generate: ${folders}.`,
      );
}

/** Options of the call win. A list of releases and a range exclude one another. */
function listOverrides(
  args: Args<"generate">,
  explicit: ExplicitOptions,
  outputs: readonly Output[],
): Partial<Omit<Output, "out">> {
  const own = outputs.flatMap(({ target }) => target.filter((item) => typeof item === "object"));
  // A name may be that of a target of the user's own.
  const target = args.target.map((name) => own.find((item) => item.name === name) ?? (name as TargetName));
  const overrides = Object.entries({ ...args, target }).filter(
    ([name]) => explicit.has(name) && name !== "out",
  );
  return {
    ...(explicit.has("versions") && { minVersion: undefined, maxVersion: undefined }),
    ...((explicit.has("minVersion") || explicit.has("maxVersion")) && { versions: undefined }),
    ...Object.fromEntries(overrides),
  };
}

/** The key of a config in package.json. */
const packageKey = "mplus-codegen";

/** Every file that could hold a config, in the working folder, where none is named. */
export const configPaths: readonly string[] = [
  ...["ts", "mts", "js", "mjs", "cjs", "json"].map((ending) => `mplus-codegen.config.${ending}`),
  "package.json",
];

/** Finds the config of the working folder: there may be one. */
function findConfig(): string | undefined {
  const [first, second] = configPaths.filter((path) => existsSync(path) && containsConfig(path));
  return first === undefined || second === undefined
    ? first
    : throwUsageProblem(
        `There are two configs here, ${first} and ${second}.`,
        "Keep one of them, or name one with --config.",
      );
}

function containsConfig(path: string): boolean {
  if (path !== "package.json") return true;
  const read = readConfigText(path);
  // A package.json that cannot be read is none of ours.
  if (!read.ok) return false;
  const manifest = parseJson(read.value);
  // One that is broken is reported, if it has a config.
  return isObject(manifest) ? Object.hasOwn(manifest, packageKey) : read.value.includes(`"${packageKey}":`);
}

/** Reads a config: of JSON as it stands, of code by running it. */
async function loadConfig(path: string): Promise<LoadedConfig> {
  const source = { folder: dirname(path), files: [path], isCode: !path.endsWith(".json") };
  const text = readConfigText(path);
  if (!text.ok) return { ...source, config: text };
  return {
    ...source,
    ...(source.isCode ? await runConfig(path) : { config: readJsonConfig(path, text.value) }),
  };
}

const reportUnreadable = (path: string, reason: string) => report("config-unreadable", { path, reason });

/** In bytes. */
const maxLength = 5_000_000;

/** The text of a file, which has to be a regular one: a pipe would be waited for. */
function readConfigText(path: string): Outcome<string> {
  try {
    const bytes = readUserFile(path, maxLength);
    if (!bytes) return failure([reportUnreadable(path, `it is larger than ${maxLength} bytes`)]);
    return success(new TextDecoder().decode(bytes));
  } catch (error) {
    return failure([reportUnreadable(path, describeSystemError(error))]);
  }
}

function readJsonConfig(path: string, text: string): Outcome<Config> {
  const keys = basename(path) === "package.json" ? [packageKey] : [];
  const parsed = parseSource({ path, text });
  const config = parsed.ok ? checkConfig(getAt(parsed.value.value, keys), placeIn(path, ...keys)) : parsed;
  return config.ok ? config : failure(locateProblems(config.problems, [{ path, text }]));
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
      return failure([describeConfigError(error, path)]);
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

/** Locates an error in code: a syntax error at the end of its message, what was thrown in its stack. */
function describeConfigError(error: unknown, path: string) {
  const { message, stack = "" } = error instanceof Error ? error : { message: String(error) };
  const [, detail = message] = /^(?:\w*Error: )*([^\n]*)/.exec(message) ?? [];
  const problem = reportUnreadable(path, detail.trim().replace(/\.$/, ""));
  // `at name (file:3:4)`, `at file:3:4`, or the place alone: that of the innermost file of the user.
  const found = `${message}\n${stack}`
    .split("\n")
    .map((each) => each.trim().replace(/^at /, "").replace(/^.*\(/, "").replace(/\)$/, ""))
    .map((place) => /:(\d+):(\d+)$/.exec(place))
    .flatMap((end) => {
      const file = end?.input.slice(0, end.index) ?? "";
      const read = isAbsolute(file) && !isOfPackage(file) ? readConfigText(file) : undefined;
      return read?.ok ? { file, source: read.value, line: Number(end?.[1]), column: Number(end?.[2]) } : [];
    })[0];
  if (!found) return problem;
  const { file, source, line, column } = found;
  const lines = source.split("\n");
  const before = lines.slice(0, line - 1).map((each) => `${each}\n`);
  // Code that was transformed may have longer lines.
  const within = Math.min(column, lines[before.length]?.length ?? 0);
  const position = positionAt(source, before.join("").length + within);
  return { ...problem, place: placeIn(relative("", file)), position };
}

/** Checks what a config holds against the table of the options. */
export function checkConfig(value: unknown, place: SourceLocation): Outcome<Config> {
  const problems = findConfigFaults(value).map(([path, detail, hint]) =>
    report("config-invalid", { detail, hint }, placeInside(place, ...path)),
  );
  return problems.length > 0 ? failure(problems) : success(value as Config);
}

/** A path of a config, such as `["outputs", 0, "minVersion"]`, and what is wrong there. */
type ConfigFault = readonly [path: readonly (string | number)[], detail: string, hint?: string];

function findConfigFaults(value: unknown): readonly ConfigFault[] {
  if (!isObject(value))
    return [[[], "A config is an object.", 'For example: { outputs: [{ target: ["express"] }] }']];
  // In JSON, `$schema` leads editors to the schema.
  const { $schema: _, ...own } = value;
  const { outputs } = own;
  const within =
    isArray(outputs) && outputs.length > 0
      ? outputs.flatMap((output, index) => findOutputFaults(output, ["outputs", index]))
      : [mistype(["outputs"], "a list of at least one output")];
  return [...findUnknownKeys(own, ["outputs"], []), ...within];
}

function findOutputFaults(output: unknown, path: ConfigFault[0]): readonly ConfigFault[] {
  if (!isObject(output)) return [mistype(path, "an object")];
  const wrong = Object.entries(outputOptions).flatMap(([key, option]) => {
    const expected = expectValue(output[key], option);
    return expected === undefined ? [] : [mistype([...path, key], expected)];
  });
  return [...findUnknownKeys(output, Object.keys(outputOptions), path), ...wrong];
}

const mistype = (path: ConfigFault[0], expected: string): ConfigFault => [
  path,
  `${formatPath(path)} has to be ${expected}.`,
];

/** What a value should be; undefined if it is. Whether a target of the user's own can be used is checked where one is used. */
function expectValue(value: unknown, { type, choices, nonEmpty }: Option): string | undefined {
  if (type === "list")
    return isArray(value) &&
      value.length > 0 &&
      value.every((item) => typeof item === "string" || isObject(item))
      ? undefined
      : 'a list of at least one target: ["express"]';
  if (value === undefined) return undefined;
  if (choices) return choices.includes(value as string) ? undefined : listWords(choices.map(quote), "or");
  if (typeof value === "number") return `a text: ${quote(String(value))}`;
  return typeof value === "string" && !(nonEmpty && value === "") ? undefined : "a text";
}

function findUnknownKeys(
  value: JsonObject,
  known: readonly string[],
  path: ConfigFault[0],
): readonly ConfigFault[] {
  const within = path.length > 0 ? ` in ${formatPath(path)}` : "";
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const near = suggest(toCamelCase(key), known);
      const hint =
        near === undefined ? `It can have ${listWords(known, "and")}.` : `Did you mean ${quote(near)}?`;
      return [[...path, key], `A config has no ${quote(key)}${within}.`, hint];
    });
}

const toCamelCase = (text: string): string =>
  text.replace(/^-+/, "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `outputs[0].minVersion`. */
const formatPath = (path: ConfigFault[0]): string => path.join(".").replace(/\.(\d+)/g, "[$1]");

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
    ...Object.fromEntries(
      Object.entries(outputOptions).map(([key, option]) => [key, createOptionSchema(option)]),
    ),
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

function createOptionSchema({ describe, choices, default: initial, nonEmpty }: Option): object {
  return {
    description: describe,
    ...(choices ? { enum: choices } : { type: "string" }),
    ...(nonEmpty && { minLength: 1 }),
    ...(initial !== undefined && { default: initial }),
  };
}
