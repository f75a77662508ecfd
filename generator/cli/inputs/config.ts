import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve, sep } from "node:path";
import type { Config, Output } from "../../output/config.js";
import { getAt, getOwn, isArray, isObject, parseJson } from "../../base/json.js";
import { outputOptions, type Option } from "../../base/options.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome, type SourceLocation } from "../../base/problem/problem.js";
import { createAjv, type ErrorObject } from "../../contract/read/ajv.js";
import { placeIn, placeInside, splitPointer } from "../../contract/read/pointer.js";
import { locateProblems, parseSource } from "../../contract/read/json-text.js";
import type { SourceFile } from "../../contract/read/read-spec.js";
import { targets, type TargetName } from "../../targets/all.js";
import { readTargetName } from "../../targets/own-target.js";
import { readThrown } from "../../base/problem/thrown.js";
import { quote, toVisibleLine, truncate } from "../../base/text/quote.js";
import { listWords, suggest } from "../../base/text/words.js";
import { isInsideFolder, requireUserFile } from "./user-files.js";
import type { Args } from "../options/commands.js";
import { requireSuccess, throwUsageProblem } from "../call-error.js";

/**
 * The config is the one on the command line, or else the one in the working folder.
 * @throws CallError
 */
export async function readOutputs(args: Args<"generate">): Promise<readonly Output[]> {
  const path = args.config ?? findConfig();
  if (path === undefined) return [toSingleOutput(args)];
  const source = { path, text: readText(path) };
  const config = path.endsWith(".json") ? readJsonConfig(source) : await runConfig(path, args.watch);
  return overrideOutputs(args, placeOutputs(requireSuccess(config).value.outputs, dirname(path)));
}

function toSingleOutput(args: Args<"generate">): Output {
  if (args.target.length === 0)
    throwUsageProblem(
      "Choose what to generate with --target.",
      "For example: mplus-codegen --target express --min-version 48. All targets: mplus-codegen --help.",
    );
  // Target names are checked when targets are selected.
  return { ...args, target: args.target as readonly TargetName[] };
}

type PlacedOutput = Output & { readonly out: string };

/** Makes paths relative to the working folder, like the paths of options. */
function placeOutputs(outputs: readonly Output[], folder: string): readonly PlacedOutput[] {
  const place = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  return outputs.map((output) => ({
    ...output,
    out: place(output.out ?? outputOptions.out.default),
    spec: output.spec === undefined ? undefined : place(output.spec),
    additions: output.additions === undefined ? undefined : place(output.additions),
  }));
}

function overrideOutputs(args: Args<"generate">, outputs: readonly PlacedOutput[]): readonly PlacedOutput[] {
  const chosen = args.out === undefined ? outputs : chooseFolder(outputs, args.out);
  const overrides = listOverrides(args, outputs);
  const requested = chosen.map((output) => ({ ...output, ...overrides, out: output.out }));
  for (const [index, { out }] of requested.entries())
    for (const other of requested.slice(index + 1))
      // One would overwrite the other.
      if (isInsideFolder(out, other.out) || isInsideFolder(other.out, out))
        throwUsageProblem(
          `Two outputs of the config cannot be written to ${out} and ${other.out}.`,
          "Each output needs its own folder, and none inside another.",
        );
  return requested;
}

/** `--out` selects one of several outputs, or moves a single one. */
function chooseFolder(outputs: readonly PlacedOutput[], out: string): readonly PlacedOutput[] {
  if (outputs.length === 1) return outputs.map((output) => ({ ...output, out }));
  const named = outputs.filter((output) => resolve(output.out) === resolve(out));
  if (named.length > 0) return named;
  const folders = outputs.map((output) => output.out);
  return throwUsageProblem(
    `No output of the config is written to ${out}.`,
    `With several outputs, --out selects the one to generate: ${listWords(folders, "or")}.`,
  );
}

/** Options on the command line take precedence. A list of releases and a range exclude each other. */
function listOverrides(args: Args<"generate">, outputs: readonly Output[]): Partial<Output> {
  const own = outputs.flatMap(({ target }) => target.filter((item) => typeof item === "object"));
  // A name may belong to one of the user's own targets.
  const target = args.target.map(
    (name) => own.find((item) => readTargetName(item) === name) ?? (name as TargetName),
  );
  const { minVersion, maxVersion, versions } = args;
  const given = Object.entries({ ...args, target: target.length > 0 ? target : undefined });
  const isRange = (minVersion ?? maxVersion) !== undefined;
  const replaced = versions === undefined ? (isRange ? ["versions"] : []) : ["minVersion", "maxVersion"];
  return Object.fromEntries(given.filter(([name, value]) => value !== undefined || replaced.includes(name)));
}

const packageKey = "mplus-codegen";

export const configPaths: readonly string[] = [
  ...["ts", "mts", "js", "mjs", "cjs", "json"].map((ending) => `mplus-codegen.config.${ending}`),
  "package.json",
];

/** There may be only one. */
export function findConfig(): string | undefined {
  const [first, second] = configPaths.filter((path) => existsSync(path) && containsConfig(path));
  return first === undefined || second === undefined
    ? first
    : throwUsageProblem(
        `There are two configs here, ${first} and ${second}.`,
        "Keep one of them, or choose one with --config.",
      );
}

/** A package.json with invalid JSON is for npm to report. */
const containsConfig = (path: string): boolean =>
  path !== "package.json" || getOwn(parseJson(readText(path)), packageKey) !== undefined;

const readText = (path: string): string => new TextDecoder().decode(requireUserFile(path));

function readJsonConfig(source: SourceFile): Outcome<Config> {
  const keys = basename(source.path) === "package.json" ? [packageKey] : [];
  const parsed = parseSource(source);
  const config = parsed.ok
    ? checkConfig(getAt(parsed.value.value, keys), placeIn(source.path, ...keys))
    : parsed;
  return config.ok ? config : failure(locateProblems(config.problems, [source]));
}

/** An import of `mplus-codegen` gets this package. With --watch, loads the config and its imports anew on each run. */
async function runConfig(path: string, isWatched: boolean): Promise<Outcome<Config>> {
  const api = await import("../../index.js");
  const file = resolve(path);
  // Only on demand, because it loads slowly.
  const { createJiti } = await import("jiti");
  const jiti = createJiti(file, {
    fsCache: false,
    moduleCache: !isWatched,
    tsconfigPaths: true,
    virtualModules: { "mplus-codegen": api },
  });
  try {
    // jiti's newer `import` leaves some modules to Node, which never reads them again.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const module: unknown = jiti(file);
    return checkConfig(copyConfig(getOwn(module, "default") ?? module), placeIn(path));
  } catch (error) {
    const reason = toVisibleLine(describeThrown(error, dirname(file)));
    return failure([report("config-unreadable", { path, reason })]);
  }
}

/** Reads each property here, where an error of a getter is caught. The check refuses any other shape. */
function copyConfig(config: unknown): unknown {
  if (!isObject(config) || !isArray(config["outputs"])) return config;
  const outputs = config["outputs"].map((output) => {
    const copy = isObject(output) ? { ...output } : output;
    const target = getOwn(copy, "target");
    return isObject(copy) && isArray(target) ? { ...copy, target: [...target] } : copy;
  });
  return { ...config, outputs };
}

const isOfPackage = (path: string): boolean => path.includes(`${sep}node_modules${sep}`);

/** Includes the first line of the stack that is in the config's folder. */
function describeThrown(error: unknown, folder: string): string {
  const { message, places } = readThrown(error);
  const sentence = message.replace(/\.$/, "");
  const place = places.find((line) => line.includes(folder) && !isOfPackage(line));
  return place === undefined ? sentence : `${sentence} (${truncate(place, 500)})`;
}

/** The user's own targets are checked when they are used. */
export function checkConfig(value: unknown, place: SourceLocation): Outcome<Config> {
  const { $schema: _, ...schema } = createConfigSchema({ type: ["string", "object"] });
  const validate = createAjv({ allErrors: true, verbose: true }).compile(schema);
  if (validate(value)) return success(value as Config);
  return failure((validate.errors ?? []).map((error) => toConfigProblem(error, place)));
}

function toConfigProblem({ instancePath, data, keyword, ...error }: ErrorObject, place: SourceLocation) {
  const { additionalProperty: key, allowedValues, missingProperty, type } = error.params as ErrorParams;
  const tokens = splitPointer(instancePath);
  const path = tokens.join(".").replace(/\.(\d+)/g, "[$1]");
  if (key !== undefined) {
    const known = Object.keys(error.parentSchema?.["properties"] as object);
    const near = suggest(key, known);
    const detail = `Unknown key ${quote(key)} in ${path === "" ? "the config" : path}.`;
    const hint = near === undefined ? `Known keys: ${listWords(known, "and")}.` : `Did you mean "${near}"?`;
    return report("config-invalid", { detail, hint }, placeInside(place, ...tokens, key));
  }
  const expected = allowedValues
    ? `must be ${listWords(allowedValues.map(quote), "or")}`
    : missingProperty === undefined
      ? (expectations[type ?? keyword] ?? error.message ?? "")
      : `needs ${quote(missingProperty)}`;
  const detail = `${path === "" ? "The config" : path} ${expected}.`;
  const asText = type === "string" && typeof data === "number" ? `Write ${quote(String(data))}.` : undefined;
  const example =
    typeof data === "object" ? 'For example: { outputs: [{ target: ["express"] }] }' : undefined;
  return report("config-invalid", { detail, hint: asText ?? example }, placeInside(place, ...tokens));
}

const expectations: Readonly<Record<string, string>> = {
  object: "must be an object",
  array: "must be a list",
  string: "must be a string",
  minItems: "needs at least one item",
  minLength: "must be a string that is not empty",
};

interface ErrorParams {
  readonly additionalProperty?: string;
  readonly allowedValues?: readonly string[];
  readonly missingProperty?: string;
  readonly type?: string;
}

/** JSON Schema 2020-12, with which editors complete and check a JSON config. */
export const createConfigSchema = (
  target: object = { enum: targets.map(({ name }) => name) },
): Readonly<Record<string, unknown>> => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:mplus-codegen:config",
  title: "mplus-codegen.config.json",
  type: "object",
  properties: {
    $schema: { description: "The location of this schema.", type: "string" },
    outputs: {
      description: "The outputs, each in its own folder.",
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        properties: {
          ...Object.fromEntries(
            Object.entries(outputOptions).map(([key, row]) => [key, createOptionSchema(row)]),
          ),
          target: { description: "The targets to generate.", type: "array", minItems: 1, items: target },
        },
        required: ["target"],
        additionalProperties: false,
      },
    },
  },
  required: ["outputs"],
  additionalProperties: false,
});

/** JSON omits the undefined properties. */
const createOptionSchema = ({ describe, choices, default: initial }: Option): object => ({
  description: describe,
  type: choices ? undefined : "string",
  enum: choices,
  minLength: choices ? undefined : 1,
  default: initial,
});
