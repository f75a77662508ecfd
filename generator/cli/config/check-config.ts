import type { Config } from "../../config.js";
import { isArray, isObject, type JsonObject } from "../../json.js";
import { outputOptions, type Option } from "../../options.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Place, type Problem } from "../../problem/problem.js";
import { joinPointer } from "../../spec/pointer.js";
import { targets } from "../../targets/all.js";
import { quote } from "../../text/quote.js";
import { listWords, suggest } from "../../text/words.js";

/** Checks what a config holds against the table of the options. */
export function checkConfig(value: unknown, place: Place): Outcome<Config> {
  const problems = findFaults(value, place);
  return problems.length > 0 ? failure(problems) : success(value as Config);
}

function findFaults(value: unknown, place: Place): readonly Problem[] {
  if (!isObject(value))
    return [invalid(place, "A config is an object.", 'For example: { outputs: [{ target: ["express"] }] }')];
  // In JSON, `$schema` leads editors to the schema.
  const { $schema: _, ...own } = value;
  const inside = under(place, "outputs");
  const { outputs } = own;
  return [
    ...findUnknown(own, ["outputs"], place),
    ...(isArray(outputs) && outputs.length > 0
      ? outputs.flatMap((output, index) => findFaultsOfOutput(output, under(inside, index)))
      : [invalid(inside, "outputs has to be a list of at least one output.")]),
  ];
}

function findFaultsOfOutput(output: unknown, place: Place): readonly Problem[] {
  if (!isObject(output)) return [invalid(place, `${name(place)} has to be an object.`)];
  const wrong = Object.entries(outputOptions).flatMap(([key, option]) => {
    const expected = key === "target" ? expectTargets(output[key]) : expectValue(output[key], option);
    const at = under(place, key);
    return expected === undefined ? [] : [invalid(at, `${name(at)} has to be ${expected}.`)];
  });
  return [...findUnknown(output, Object.keys(outputOptions), place), ...wrong];
}

/** What a value should be; undefined if it is. */
function expectValue(value: unknown, { choices, nonEmpty }: Option): string | undefined {
  if (value === undefined) return undefined;
  if (choices) return choices.includes(value as string) ? undefined : listWords(choices.map(quote), "or");
  if (typeof value === "number") return `a text: ${quote(String(value))}`;
  return typeof value === "string" && !(nonEmpty && value === "") ? undefined : "a text";
}

/** Whether a target of the user's own can be used is checked where one is used. */
const expectTargets = (value: unknown): string | undefined =>
  isArray(value) && value.length > 0 && value.every((item) => typeof item === "string" || isObject(item))
    ? undefined
    : 'a list of at least one target: ["express"]';

const findUnknown = (value: JsonObject, known: readonly string[], place: Place): readonly Problem[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const near = suggest(toCamelCase(key), known);
      const hint =
        near === undefined ? `It can have ${listWords(known, "and")}.` : `Did you mean ${quote(near)}?`;
      const within = name(place) && ` in ${name(place)}`;
      return invalid(under(place, key), `A config has no ${quote(key)}${within}.`, hint);
    });

const toCamelCase = (text: string): string =>
  text.replace(/^-+/, "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const under = ({ file, pointer }: Place, key: string | number): Place => ({
  file,
  pointer: joinPointer(pointer, key),
});

/** `outputs[0].minVersion`. */
const name = ({ pointer }: Place): string =>
  (pointer.includes("/outputs") ? pointer.slice(pointer.indexOf("/outputs") + 1) : "")
    .replace(/\/(\d+)/g, "[$1]")
    .replaceAll("/", ".");

const invalid = (place: Place, detail: string, hint?: string): Problem =>
  report("config-invalid", { detail, hint }, place);

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
