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
  type Place,
} from "../../base/problem/problem.js";
import { placeIn, placeInside } from "../../contract/read/pointer.js";
import { locateProblems, parseSource, positionAt } from "../../contract/read/json-text.js";
import { targets, type TargetName } from "../../targets/all.js";
import { quote } from "../../base/text/quote.js";
import { listWords, suggest } from "../../base/text/words.js";
import { isWithin, readNamedFile } from "./user-files.js";
import type { Args, Given } from "../options/commands.js";
import { attempt, refuseCall } from "../call-error.js";

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

/** What a call asks for, and the config that it has from, if there is one. */
export interface AskedOutputs {
  readonly outputs: Outcome<readonly Output[]>;
  readonly config?: LoadedConfig;
}

/** Reads the config that a call names, or the one of the working folder, and lists the outputs that are asked for. */
export async function readOutputs(args: Args<"generate">, given: Given): Promise<AskedOutputs> {
  const path = attempt(() => args.config ?? findConfig());
  if (!path.ok) return { outputs: path };
  if (path.value === undefined) return { outputs: attempt(() => [listOutput(args)]) };
  const config = await loadConfig(path.value);
  const listAsked = ({ outputs }: Config) => listOutputs(args, given, placeOutputs(outputs, config.folder));
  const read = config.config;
  return { config, outputs: read.ok ? attempt(() => listAsked(read.value)) : read };
}

/** The one output of the options, where there is no config. */
function listOutput(args: Args<"generate">): Output {
  if (args.target.length === 0)
    refuseCall(
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

/** The outputs of the config that are asked for, under the options that were given. */
function listOutputs(
  args: Args<"generate">,
  given: Given,
  outputs: readonly PlacedOutput[],
): readonly PlacedOutput[] {
  const chosen = given.has("out") ? chooseFolder(outputs, args.out) : outputs;
  const asked = chosen.map((output) => ({ ...output, ...listGiven(args, given, outputs) }));
  for (const [index, { out }] of asked.entries())
    for (const other of asked.slice(index + 1))
      // One would be written over the other, or into it.
      if (isWithin(out, other.out) || isWithin(other.out, out))
        refuseCall(
          `Two outputs of the config cannot be written to ${out} and ${other.out}.`,
          "Each output needs a folder of its own, and none inside of another.",
        );
  return asked;
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
    : refuseCall(
        `No output of the config is written to ${out}.`,
        `Of several outputs, --out names the one to generate: ${folders}.`,
      );
}

/** What was given in the call wins. A list of releases and a range exclude one another. */
function listGiven(
  args: Args<"generate">,
  given: Given,
  outputs: readonly Output[],
): Partial<Omit<Output, "out">> {
  const own = outputs.flatMap(({ target }) => target.filter((item) => typeof item === "object"));
  // A name may be that of a target of the user's own.
  const target = args.target.map((name) => own.find((item) => item.name === name) ?? (name as TargetName));
  const won = Object.entries({ ...args, target }).filter(([name]) => given.has(name) && name !== "out");
  return {
    ...(given.has("versions") && { minVersion: undefined, maxVersion: undefined }),
    ...((given.has("minVersion") || given.has("maxVersion")) && { versions: undefined }),
    ...Object.fromEntries(won),
  };
}

/** The key of a config in package.json. */
const packageKey = "mplus-codegen";

/** Every file that could hold a config, in the working folder, where none is named. */
export const candidates: readonly string[] = [
  ...["ts", "mts", "js", "mjs", "cjs", "json"].map((ending) => `mplus-codegen.config.${ending}`),
  "package.json",
];

/** Finds the config of the working folder: there may be one. */
function findConfig(): string | undefined {
  const [first, second] = candidates.filter((path) => existsSync(path) && holdsConfig(path));
  return first === undefined || second === undefined
    ? first
    : refuseCall(
        `There are two configs here, ${first} and ${second}.`,
        "Keep one of them, or name one with --config.",
      );
}

function holdsConfig(path: string): boolean {
  if (path !== "package.json") return true;
  const read = readText(path);
  // A package.json that cannot be read is none of ours.
  if (!read.ok) return false;
  const manifest = parseJson(read.value);
  // One that is broken is reported, if it has a config.
  return isObject(manifest) ? Object.hasOwn(manifest, packageKey) : read.value.includes(`"${packageKey}":`);
}

/** Reads a config: of JSON as it stands, of code by running it. */
async function loadConfig(path: string): Promise<LoadedConfig> {
  const source = { folder: dirname(path), files: [path], isCode: !path.endsWith(".json") };
  const text = readText(path);
  if (!text.ok) return { ...source, config: text };
  return { ...source, ...(source.isCode ? await runConfig(path) : { config: readJson(path, text.value) }) };
}

const unreadable = (path: string, reason: string) => report("config-unreadable", { path, reason });

/** In bytes. */
const maxLength = 5_000_000;

/** The text of a file, which has to be a regular one: a pipe would be waited for. */
function readText(path: string): Outcome<string> {
  try {
    const bytes = readNamedFile(path, maxLength);
    if (!bytes) return failure([unreadable(path, `it is larger than ${maxLength} bytes`)]);
    return success(new TextDecoder().decode(bytes));
  } catch (error) {
    return failure([unreadable(path, describeSystemError(error))]);
  }
}

function readJson(path: string, text: string): Outcome<Config> {
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

/** Where code fails, as far as it tells: a syntax error at the end of its message, what was thrown in its stack. */
function describeFault(error: unknown, path: string) {
  const { message, stack = "" } = error instanceof Error ? error : { message: String(error) };
  const [, detail = message] = /^(?:\w*Error: )*([^\n]*)/.exec(message) ?? [];
  const problem = unreadable(path, detail.trim().replace(/\.$/, ""));
  // `at name (file:3:4)`, `at file:3:4`, or the place alone: that of the innermost file of the user.
  const found = `${message}\n${stack}`
    .split("\n")
    .map((each) => each.trim().replace(/^at /, "").replace(/^.*\(/, "").replace(/\)$/, ""))
    .map((place) => /:(\d+):(\d+)$/.exec(place))
    .flatMap((end) => {
      const file = end?.input.slice(0, end.index) ?? "";
      const read = isAbsolute(file) && !isOfPackage(file) ? readText(file) : undefined;
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
export function checkConfig(value: unknown, place: Place): Outcome<Config> {
  const problems = findFaults(value).map(([path, detail, hint]) =>
    report("config-invalid", { detail, hint }, placeInside(place, ...path)),
  );
  return problems.length > 0 ? failure(problems) : success(value as Config);
}

/** A path of a config, such as `["outputs", 0, "minVersion"]`, and what is wrong there. */
type Fault = readonly [path: readonly (string | number)[], detail: string, hint?: string];

function findFaults(value: unknown): readonly Fault[] {
  if (!isObject(value))
    return [[[], "A config is an object.", 'For example: { outputs: [{ target: ["express"] }] }']];
  // In JSON, `$schema` leads editors to the schema.
  const { $schema: _, ...own } = value;
  const { outputs } = own;
  const within =
    isArray(outputs) && outputs.length > 0
      ? outputs.flatMap((output, index) => findFaultsOfOutput(output, ["outputs", index]))
      : [mistype(["outputs"], "a list of at least one output")];
  return [...findUnknown(own, ["outputs"], []), ...within];
}

function findFaultsOfOutput(output: unknown, path: Fault[0]): readonly Fault[] {
  if (!isObject(output)) return [mistype(path, "an object")];
  const wrong = Object.entries(outputOptions).flatMap(([key, option]) => {
    const expected = expectValue(output[key], option);
    return expected === undefined ? [] : [mistype([...path, key], expected)];
  });
  return [...findUnknown(output, Object.keys(outputOptions), path), ...wrong];
}

const mistype = (path: Fault[0], expected: string): Fault => [
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

function findUnknown(value: JsonObject, known: readonly string[], path: Fault[0]): readonly Fault[] {
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
const formatPath = (path: Fault[0]): string => path.join(".").replace(/\.(\d+)/g, "[$1]");

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

function describeValue({ describe, choices, default: initial, nonEmpty }: Option): object {
  return {
    description: describe,
    ...(choices ? { enum: choices } : { type: "string" }),
    ...(nonEmpty && { minLength: 1 }),
    ...(initial !== undefined && { default: initial }),
  };
}
