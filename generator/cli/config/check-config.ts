import type { Config } from "../../config.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Place, type Problem } from "../../problem/problem.js";
import { joinPointer } from "../../spec/pointer.js";
import { listWords, suggest } from "../../text/words.js";
import { quote } from "../../text/quote.js";
import { isObject } from "../../json.js";
import { outputOptions, type Option } from "../../options.js";

/** Checks what a config holds against the table of the options. */
export function checkConfig(value: unknown, place: Place): Outcome<Config> {
  const problems = [...findFaults(value, place)];
  return problems.length > 0 ? failure(problems) : success(value as Config);
}

function* findFaults(value: unknown, place: Place): Generator<Problem, void, void> {
  if (!isObject(value)) {
    yield invalid(place, "A config is an object.", 'For example: { outputs: [{ target: ["express"] }] }');
    return;
  }
  // In JSON it leads editors to the schema.
  const { $schema: _, ...rest } = value;
  yield* findUnknown(rest, ["outputs"], place);
  const outputs = value["outputs"];
  const inside = under(place, "outputs");
  if (!Array.isArray(outputs) || outputs.length === 0) {
    yield invalid(inside, "outputs has to be a list of at least one output.", undefined);
    return;
  }
  for (const [index, output] of outputs.entries()) yield* findFaultsOfOutput(output, under(inside, index));
}

function* findFaultsOfOutput(output: unknown, place: Place): Generator<Problem, void, void> {
  if (!isObject(output)) {
    yield invalid(place, `${name(place)} has to be an object.`, undefined);
    return;
  }
  yield* findUnknown(output, Object.keys(outputOptions), place);
  for (const [key, option] of Object.entries(outputOptions)) {
    const value = output[key];
    const expected = key === "target" ? expectTargets(value) : expectValue(value, option);
    if (expected === undefined) continue;
    const at = under(place, key);
    yield invalid(at, `${name(at)} has to be ${expected}.`, undefined);
  }
}

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
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => typeof item === "string" || isObject(item))
    ? undefined
    : 'a list of at least one target: ["express"]';

function* findUnknown(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  place: Place,
): Generator<Problem, void, void> {
  for (const key of Object.keys(value).filter((name) => !known.includes(name))) {
    const near = suggest(toCamelCase(key), known);
    const hint =
      near === undefined ? `It can have ${listWords(known, "and")}.` : `Did you mean ${quote(near)}?`;
    yield invalid(
      under(place, key),
      `A config has no ${quote(key)}${name(place) && ` in ${name(place)}`}.`,
      hint,
    );
  }
}

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

const invalid = (place: Place, detail: string, hint: string | undefined): Problem =>
  report("config-invalid", { detail, hint }, place);
