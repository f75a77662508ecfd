import { isObject, type Json, type JsonObject } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome, type Position } from "../../base/problem/problem.js";
import type { SourceLocation, Problem } from "../../base/problem/problem.js";
import { listWords, suggest } from "../../base/text/words.js";
import type { Snapshots } from "../../contract/lattice/snapshot.js";
import { createAjv, type ErrorObject, type ValidateFunction } from "../../contract/read/ajv.js";
import { joinPointer, splitPointer } from "../../contract/read/pointer.js";
import { defined } from "../../contract/read/values.js";
import { listReferences, maxFilledLength, measureValues } from "./references.js";
import frame from "./scenario.schema.json" with { type: "json" };
import { createScenarioSchema, scenarioChecks } from "./scenario-schema.js";
import { parseDuration, type StepAction, type Scenario, type ScenarioStep } from "./scenario.js";
import { parseYaml } from "./parse-yaml.js";

export interface ScenarioText {
  /** The name shown in problems and reports. */
  readonly file: string;
  readonly text: string;
}

export type ScenarioReader = ReturnType<typeof createReader>;

/** In characters. Nobody writes nearly as much. */
export const maxScenarioLength = 200_000;

/** @param built The contract's check, if the build has compiled it. Compiling takes longer than reading. */
export const createScenarioReader = (contract: Snapshots, built?: ValidateFunction) =>
  createReader(built ?? compileCheck(contract));

function createReader(validate: ValidateFunction) {
  return {
    readText: (source: ScenarioText) => readDocuments(source, validate),
    readValue: (value: Json, file: string): Outcome<Scenario> => {
      const problems = checkScenario(value, file, validate);
      return problems.length > 0 ? failure(problems) : success(toScenario(value as JsonObject, file));
    },
  };
}

/** Without optimization, because compiling takes longer than reading. */
const compileCheck = (contract: Snapshots): ValidateFunction =>
  createAjv({ ...scenarioChecks, code: { optimize: false } }).compile(createScenarioSchema(contract));

function readDocuments(
  { file, text }: ScenarioText,
  validate: ValidateFunction,
): Outcome<readonly Scenario[]> {
  const whole = { file, pointer: "" };
  if (text.length > maxScenarioLength)
    return failure([report("scenario-too-long", { limit: maxScenarioLength }, whole)]);
  const { documents, faults } = parseYaml(text);
  const problems = [
    ...faults.map(({ detail, position }) => ({ ...report("scenario-syntax", { detail }, whole), position })),
    ...documents.flatMap(({ value, locate }) =>
      checkScenario(value, file, validate).map((problem) => ({
        ...problem,
        position: locate(problem.place?.pointer ?? ""),
      })),
    ),
  ];
  if (problems.length > 0) return failure(problems.sort(byPosition));
  if (documents.length === 0) return failure([report("scenario-empty", {}, whole)]);
  return success(
    documents.map(({ value, locate }, index) => toScenario(value as JsonObject, file, index, locate)),
  );
}

type Positioned = Required<Pick<Problem, "position">>;

const byPosition = ({ position: a }: Positioned, { position: b }: Positioned): number =>
  a.line - b.line || a.column - b.column;

/** Names the scenarios of `scenarios/loyalty.yaml` `loyalty`, `loyalty 2`, and so on. */
function nameByFile(file: string, index: number): string {
  const name = file.replace(/^.*[/\\]/, "").replace(/\.(?:ya?ml|json)$/i, "");
  return index === 0 ? name : `${name} ${index + 1}`;
}

type CheckedScenario = Omit<Partial<Scenario>, "steps"> & { readonly steps: readonly JsonObject[] };
type Locate = (pointer: string) => Position;

function toScenario(value: JsonObject, file: string, index = 0, locate?: Locate): Scenario {
  const { steps, ...checked } = value as unknown as CheckedScenario;
  return {
    name: nameByFile(file, index),
    values: {},
    ...checked,
    file,
    steps: steps.map((step, at) => toScenarioStep(step, locate?.(`/steps/${at}`))),
  };
}

function toScenarioStep(step: JsonObject, position: Position | undefined): ScenarioStep {
  const [key = ""] = listActions(step);
  const { [key]: value = null, fault, ...held } = step;
  const event = { kind: "event", event: key, parts: value ?? {}, ...(fault !== undefined && { fault }) };
  const action = toAction[key]?.(value) ?? (event as StepAction);
  return { ...(position && { position }), title: toStepTitle(key, value), action, ...held };
}

const toAction: Readonly<Record<string, (value: Json) => StepAction>> = {
  choose: (options) => ({ kind: "choose", options }),
  fill: (values) => ({ kind: "fill", values: values as JsonObject }),
  scan: (code) => ({ kind: "scan", ...((isObject(code) ? code : { code }) as { readonly code: string }) }),
  cancel: () => ({ kind: "cancel" }),
  wait: (time) => ({ kind: "wait", duration: parseDuration(time as string) ?? 0 }),
};

function toStepTitle(key: string, value: Json): string {
  if (typeof value === "string" || typeof value === "number") return `${key} ${value}`;
  return Array.isArray(value) ? `${key} ${value.join(", ")}` : key;
}

/** Checks the rules beyond the schema only if the value matches the schema. */
function checkScenario(value: Json, file: string, validate: ValidateFunction): readonly Problem[] {
  if (validate(value)) return checkSteps(value as JsonObject, file);
  const places = new Map<string, ErrorObject[]>();
  for (const error of (validate.errors ?? []).slice(0, maxErrors))
    if (!summaries.includes(error.keyword)) getOrCreate(places, toPointer(error), () => []).push(error);
  const pointers = [...places.keys()];
  return [...places]
    .filter(([pointer]) => !pointers.some((other) => other.startsWith(`${pointer}/`)))
    .map(([pointer, errors]) => toScenarioProblem(errors, { file, pointer }));
}

/** Nobody reads more, but a hostile text may have more. */
const maxErrors = 500;

const summaries = ["anyOf", "propertyNames"];

/** Points to an unknown or missing key, or to a value. */
function toPointer({ instancePath, params, propertyName }: ErrorObject): string {
  const { additionalProperty, missingProperty } = params as Readonly<Record<string, string | undefined>>;
  const key = additionalProperty ?? missingProperty ?? propertyName;
  return key === undefined ? instancePath : joinPointer(instancePath, key);
}

/** Merges the errors at one place. If several kinds of value are allowed, each kind has its own error. */
function toScenarioProblem(errors: readonly ErrorObject[], place: SourceLocation): Problem {
  const { keyword, instancePath, parentSchema, data } = defined(errors[0], "an error led to this place");
  const key = splitPointer(place.pointer).at(-1) ?? "";
  if (keyword === "required") return report("scenario-lacks", { key }, { ...place, pointer: instancePath });
  if (keyword === "additionalProperties") {
    const known = Object.keys(parentSchema?.["properties"] as object);
    return report("scenario-key", { key, suggestion: suggestKey(key, known), known }, place);
  }
  const kinds = new Set(errors.flatMap((error) => describeSchemaKinds(error.parentSchema as SchemaNode)));
  const expected = kinds.size === 0 ? "something else" : listWords([...kinds], "or");
  const isUnquoted = typeof data === "number" && expected.startsWith("a string");
  return report("scenario-value", { expected, isUnquoted }, place);
}

/** Suggests a similar name, or one with the same start (`priceIncl` for `price`). */
const suggestKey = (key: string, known: readonly string[]): string | undefined =>
  suggest(key, known) ??
  (key.length < 3 ? undefined : known.find((name) => name.toLowerCase().startsWith(key.toLowerCase())));

/** Uses the schema's `$comment`, if it has one. */
function describeSchemaKinds({ type = [], enum: values, $comment }: SchemaNode): readonly string[] {
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
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  null: "null",
  array: "a list",
  object: "an object",
};

const stepOptions = ["expect", "exactly", "as", "fault"];

const listActions = (step: JsonObject): readonly string[] =>
  Object.keys(step).filter((key) => !stepOptions.includes(key));

const userActions = listActions(frame.definitions.step.properties);

function checkSteps({ values = {}, steps = [] }: JsonObject, file: string): readonly Problem[] {
  if (measureValues(steps, values as JsonObject) > maxFilledLength)
    return [report("scenario-too-long", { limit: maxFilledLength }, { file, pointer: "/values" })];
  const known = new Set(Object.keys(values as JsonObject));
  const problems: Problem[] = [];
  for (const [index, step] of (steps as readonly JsonObject[]).entries()) {
    const place = { file, pointer: `/steps/${index}` };
    problems.push(...checkAction(step, place));
    problems.push(...checkReferences(step, place, known, maxErrors - problems.length));
    if (problems.length >= maxErrors) break;
    if (typeof step["as"] === "string") known.add(step["as"]);
  }
  return problems;
}

function checkAction(step: JsonObject, { file, pointer }: SourceLocation): readonly Problem[] {
  const actions = listActions(step);
  const [action, ...others] = actions;
  if (action === undefined || others.length > 0)
    return [report("scenario-step", { actions }, { file, pointer })];
  return step["fault"] !== undefined && userActions.includes(action)
    ? [report("scenario-fault", { action }, { file, pointer: `${pointer}/fault` })]
    : [];
}

/** Reports each name once, and at most `count` names. */
function checkReferences(
  step: Json,
  { file, pointer }: SourceLocation,
  known: ReadonlySet<string>,
  count: number,
): readonly Problem[] {
  const unknown = listReferences(step, pointer).filter(({ name }) => !known.has(name));
  const places = new Map<string, string>();
  for (const { name, pointer: at } of unknown) getOrCreate(places, name, () => at);
  return [...places]
    .slice(0, count)
    .map(([name, at]) =>
      report("scenario-name", { name, suggestion: suggest(name, known) }, { file, pointer: at }),
    );
}
