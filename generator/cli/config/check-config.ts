import type { Config } from "../../config.js";
import { isArray, isObject, type JsonObject } from "../../json.js";
import { outputOptions, type Option } from "../../options.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Place } from "../../problem/problem.js";
import { placeInside } from "../../spec/pointer.js";
import { targets } from "../../targets/all.js";
import { quote } from "../../text/quote.js";
import { listWords, suggest } from "../../text/words.js";

/** Checks what a config holds against the table of the options. */
export function checkConfig(value: unknown, place: Place): Outcome<Config> {
  const problems = findFaults(value).map(({ path, detail, hint }) =>
    report("config-invalid", { detail, hint }, placeInside(place, ...path)),
  );
  return problems.length > 0 ? failure(problems) : success(value as Config);
}

/** What is wrong at a path of a config: `["outputs", 0, "minVersion"]`. */
interface Fault {
  readonly path: readonly (string | number)[];
  readonly detail: string;
  readonly hint?: string;
}

function findFaults(value: unknown): readonly Fault[] {
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

function findFaultsOfOutput(output: unknown, index: number): readonly Fault[] {
  const path = ["outputs", index];
  if (!isObject(output)) return [mistype(path, "an object")];
  const wrong = Object.entries(outputOptions).flatMap(([key, option]) => {
    const expected = key === "target" ? expectTargets(output[key]) : expectValue(output[key], option);
    return expected === undefined ? [] : [mistype([...path, key], expected)];
  });
  return [...findUnknown(output, Object.keys(outputOptions), path), ...wrong];
}

const mistype = (path: Fault["path"], expected: string): Fault => ({
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

function findUnknown(value: JsonObject, known: readonly string[], path: Fault["path"]): readonly Fault[] {
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
const formatPath = (path: Fault["path"]): string => path.join(".").replace(/\.(\d+)/g, "[$1]");

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
