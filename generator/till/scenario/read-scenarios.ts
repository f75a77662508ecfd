import { isObject, type Json, type JsonObject } from "../../base/json.js";
import { once } from "../../base/once.js";
import { loadBuilt } from "../../contract/package/build-id.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome, type Position } from "../../base/problem/problem.js";
import { createAjv, type ValidateFunction } from "../../contract/read/ajv.js";
import { readTillContract } from "../engine/start-till.js";
import { checkScenario, listActions } from "./check.js";
import { createScenarioSchema, scenarioChecks } from "./scenario-schema.js";
import { parseDuration, type StepAction, type Scenario, type ScenarioStep } from "./scenario.js";
import { parseYaml } from "./parse-yaml.js";

/** The text of a scenario, and what to call it. */
export interface ScenarioText {
  /** As the user named it: for problems and reports. */
  readonly file: string;
  readonly text: string;
}

/** Reads scenarios. */
export type ScenarioReader = ReturnType<typeof getScenarioReader>;

/** In characters: longer than any scenario that a person would write. */
export const maxScenarioLength = 200_000;

/** The reader of scenarios by the contract that comes with the package, made once. */
export const getScenarioReader = once(() => {
  const validate = createCheck();
  return {
    /** The scenarios of a text in YAML or JSON: several, if it has several documents. */
    readText: (source: ScenarioText) => readScenarioText(source, validate),
    /** The scenario that an object describes. */
    readValue: (value: Json, file: string): Outcome<Scenario> => {
      const problems = checkScenario(value, file, validate);
      return problems.length > 0 ? failure(problems) : success(toScenario(value as JsonObject, file));
    },
  };
});

/** The schema takes longer to compile than a scenario to read: the build has done so, or code is made without care for its speed. */
function createCheck(): ValidateFunction {
  const built = loadBuilt("scenario") as { readonly validate: ValidateFunction } | undefined;
  const hasty = { ...scenarioChecks, code: { optimize: false } };
  return built?.validate ?? createAjv(hasty).compile(createScenarioSchema(readTillContract()));
}

function readScenarioText(
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

const byPosition = ({ position: a }: WithPosition, { position: b }: WithPosition): number =>
  a.line - b.line || a.column - b.column;

interface WithPosition {
  readonly position: Position;
}

/** `scenarios/loyalty.yaml` holds `loyalty`, and after that `loyalty 2`. */
function nameByFile(file: string, index: number): string {
  const name = file.replace(/^.*[/\\]/, "").replace(/\.(?:ya?ml|json)$/i, "");
  return index === 0 ? name : `${name} ${index + 1}`;
}

/** What the schema promises. */
type CheckedScenario = Omit<Partial<Scenario>, "steps"> & { readonly steps: readonly JsonObject[] };
type Locate = (pointer: string) => Position;

/** A scenario of an object that was checked. */
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

/** What a user of the till does; everything else is an event. */
const toAction: Readonly<Record<string, (value: Json) => StepAction>> = {
  choose: (options) => ({ kind: "choose", options }),
  fill: (values) => ({ kind: "fill", values: values as JsonObject }),
  scan: (code) => ({ kind: "scan", ...((isObject(code) ? code : { code }) as { readonly code: string }) }),
  cancel: () => ({ kind: "cancel" }),
  wait: (time) => ({ kind: "wait", duration: parseDuration(time as string) ?? 0 }),
};

/** What the user wrote, as far as it is short. */
function toStepTitle(key: string, value: Json): string {
  if (typeof value === "string" || typeof value === "number") return `${key} ${value}`;
  return Array.isArray(value) ? `${key} ${value.join(", ")}` : key;
}
