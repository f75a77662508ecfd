import type { Json, JsonObject } from "../../base/json.js";
import { onceFor } from "../../base/once.js";
import { report } from "../../base/problem/catalogue.js";
import type { Place, Problem } from "../../base/problem/problem.js";
import type { ErrorObject, ValidateFunction } from "../../contract/read/ajv.js";
import { joinPointer, splitPointer } from "../../contract/read/pointer.js";
import { defined } from "../../contract/read/values.js";
import { listWords, suggest } from "../../base/text/words.js";
import frame from "./scenario.schema.json" with { type: "json" };
import { listReferences } from "./references.js";

/** Everything that is wrong with a scenario, up to a bound. What no schema says is looked at only where the schema is kept to. */
export function checkScenario(value: Json, file: string, validate: ValidateFunction): readonly Problem[] {
  if (validate(value)) return checkSteps(value as JsonObject, file);
  const places = new Map<string, ErrorObject[]>();
  for (const error of (validate.errors ?? []).slice(0, maxErrors))
    if (!summaries.includes(error.keyword)) onceFor(places, toPointer(error), () => []).push(error);
  const pointers = [...places.keys()];
  return [...places]
    .filter(([pointer]) => !pointers.some((other) => other.startsWith(`${pointer}/`)))
    .map(([pointer, errors]) => toScenarioProblem(errors, { file, pointer }));
}

/** Nobody reads as many; a text that means harm has more. */
const maxErrors = 500;

/** Errors that only say that there are others. */
const summaries = ["anyOf", "propertyNames"];

/** Where an error is: a key that is unknown or missing, or a value. */
function toPointer({ instancePath, params, propertyName }: ErrorObject): string {
  const { additionalProperty, missingProperty } = params as Readonly<Record<string, string | undefined>>;
  const key = additionalProperty ?? missingProperty ?? propertyName;
  return key === undefined ? instancePath : joinPointer(instancePath, key);
}

/** What is wrong at a place: where values of several kinds may stand, each kind has an error that says why the value is not of it. */
function toScenarioProblem(errors: readonly ErrorObject[], place: Place): Problem {
  const { keyword, instancePath, parentSchema, data } = defined(errors[0], "an error led to this place");
  const key = splitPointer(place.pointer).at(-1) ?? "";
  if (keyword === "required") return report("scenario-lacks", { key }, { ...place, pointer: instancePath });
  if (keyword === "additionalProperties") {
    const known = Object.keys(parentSchema?.["properties"] as object);
    return report("scenario-key", { key, suggestion: suggestKey(key, known), known }, place);
  }
  const kinds = new Set(errors.flatMap((error) => describeKinds(error.parentSchema as SchemaNode)));
  const expected = kinds.size === 0 ? "something else" : listWords([...kinds], "or");
  const isUnquoted = typeof data === "number" && expected.startsWith("a text");
  return report("scenario-value", { expected, isUnquoted }, place);
}

/** A name that is near, or that begins so: `priceIncl` for `price`. */
const suggestKey = (key: string, known: readonly string[]): string | undefined =>
  suggest(key, known) ??
  (key.length < 3 ? undefined : known.find((name) => name.toLowerCase().startsWith(key.toLowerCase())));

/** Which values a schema admits, in words; its `$comment` says that where it has one. */
function describeKinds({ type = [], enum: values, $comment }: SchemaNode): readonly string[] {
  if ($comment !== undefined) return [$comment];
  const listed = values?.filter((value) => value !== null).map((value) => JSON.stringify(value));
  return [type]
    .flat()
    .map((each) => (each === "string" && listed ? `one of ${listed.join(", ")}` : (typeWords[each] ?? each)));
}

interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly $comment?: string;
}

const typeWords: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  null: "nothing",
  array: "a list",
  object: "an object",
};

/** What is written in a step besides its action. */
const stepOptions = ["expect", "exactly", "as", "fault"];

/** The keys of a step that say what it does. */
export const listActions = (step: JsonObject): readonly string[] =>
  Object.keys(step).filter((key) => !stepOptions.includes(key));

const userActions = listActions(frame.definitions.step.properties);

function checkSteps({ values = {}, steps = [] }: JsonObject, file: string): readonly Problem[] {
  const known = new Set(Object.keys(values as JsonObject));
  const problems: Problem[] = [];
  for (const [index, step] of (steps as readonly JsonObject[]).entries()) {
    const place = { file, pointer: `/steps/${index}` };
    problems.push(...checkAction(step, place), ...checkReferences(step, place, known));
    if (problems.length >= maxErrors) break;
    if (typeof step["as"] === "string") known.add(step["as"]);
  }
  return problems;
}

function checkAction(step: JsonObject, { file, pointer }: Place): readonly Problem[] {
  const actions = listActions(step);
  const [action, ...others] = actions;
  if (action === undefined || others.length > 0)
    return [report("scenario-step", { actions }, { file, pointer })];
  return step["fault"] !== undefined && userActions.includes(action)
    ? [report("scenario-fault", { action }, { file, pointer: `${pointer}/fault` })]
    : [];
}

const checkReferences = (
  step: Json,
  { file, pointer }: Place,
  known: ReadonlySet<string>,
): readonly Problem[] =>
  listReferences(step, pointer)
    .filter(({ name }) => !known.has(name))
    .map(({ name, pointer: at }) =>
      report("scenario-name", { name, suggestion: suggest(name, known) }, { file, pointer: at }),
    );
