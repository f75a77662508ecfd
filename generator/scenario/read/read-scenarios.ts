import type { Album } from "../../lattice/snapshot.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Position, type Problem } from "../../problem/problem.js";
import { createMemo, type Memo } from "../../memo.js";
import { loadBuilt } from "../../package/build-id.js";
import { createAjv, type ValidateFunction } from "../../spec/ajv.js";
import { positionAt } from "../../spec/read/json-text.js";
import { joinPointer, splitPointer } from "../../spec/pointer.js";
import type { Json, JsonObject } from "../../json.js";
import type { Scenario } from "../scenario.js";
import { createScenarioSchema } from "../schema/scenario-schema.js";
import { checkShape } from "./check-shape.js";
import { checkSteps } from "./check-steps.js";
import { toScenario } from "./to-scenario.js";
import { parseYaml, type YamlDocument, type YamlFault } from "./yaml.js";

/** The text of a scenario, and what to call it. */
export interface ScenarioText {
  /** As the user named it: for problems and reports. */
  readonly file: string;
  readonly text: string;
}

/** Reads scenarios of one contract. */
export interface ScenarioReader {
  readonly schema: Readonly<Record<string, unknown>>;
  /** The scenarios of a text in YAML or JSON: several, if it has several documents. */
  readonly readText: (source: ScenarioText) => Outcome<readonly Scenario[]>;
  /** The scenario that an object describes. */
  readonly readValue: (value: Json, file: string) => Outcome<Scenario>;
}

/** In characters: longer than any scenario that a person would write. */
export const longestScenario = 200_000;

/** How an ajv holds scenarios against their schema. */
export const scenarioChecks = { allErrors: true, verbose: true, inlineRefs: false, validateSchema: false };

/** Creates a reader. Its schema takes longer to compile than a scenario to read: the build has done so, or code is made without care for its speed. */
export function createScenarioReader(album: Album, memo: Memo = createMemo()): ScenarioReader {
  const schema = createScenarioSchema(album);
  const built = loadBuilt("scenario", memo) as { readonly validate: ValidateFunction } | undefined;
  const hasty = { ...scenarioChecks, code: { optimize: false } };
  const validate = built?.validate ?? createAjv(hasty).compile(schema);
  const events = new Set(album.model.events.map(({ name }) => name));
  const check = (value: Json, file: string): readonly Problem[] => {
    const wrong = checkShape(value, file, validate);
    return wrong.length > 0 ? wrong : checkSteps(value as JsonObject, file, (name) => events.has(name));
  };
  const readText = ({ file, text }: ScenarioText): Outcome<readonly Scenario[]> => {
    const whole = { file, pointer: "" };
    if (text.length > longestScenario)
      return failure([report("scenario-too-long", { limit: longestScenario }, whole)]);
    const documents = parseYaml(text);
    const faults = documents.filter((each): each is YamlFault => "detail" in each);
    if (faults.length > 0) return failure(faults.slice(0, 10).map((fault) => toProblem(fault, file, text)));
    const read = documents.filter((each): each is YamlDocument => "value" in each);
    if (read.length === 0) return failure([report("scenario-empty", {}, whole)]);
    const problems = read.flatMap((document) =>
      check(document.value, file).map((problem) => locate(problem, document, text)),
    );
    if (problems.length > 0) return failure(sortByPlace(problems));
    return success(
      read.map((document, index) =>
        toScenario(document.value as JsonObject, { file, index }, (pointer) =>
          findPosition(pointer, document, text),
        ),
      ),
    );
  };
  const readValue = (value: Json, file: string): Outcome<Scenario> => {
    const problems = check(value, file);
    if (problems.length > 0) return failure(problems);
    return success(toScenario(value as JsonObject, { file, index: 0 }));
  };
  return { schema, readText, readValue };
}

const toProblem = ({ detail, offset }: YamlFault, file: string, text: string): Problem => ({
  ...report("scenario-syntax", { detail }, { file, pointer: "" }),
  position: positionAt(text, offset),
});

const locate = (problem: Problem, document: YamlDocument, text: string): Problem => ({
  ...problem,
  position: findPosition(problem.place?.pointer ?? "", document, text),
});

const sortByPlace = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    ({ position: a }, { position: b }) =>
      (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  );

/** The position of a part, or of the innermost part around it that stands in the text. */
function findPosition(pointer: string, { offsets }: YamlDocument, text: string): Position {
  const tokens = splitPointer(pointer);
  const around = tokens.map((_, index) => joinPointer("", ...tokens.slice(0, tokens.length - index)));
  const offset = [...around, ""].map((each) => offsets.get(each)).find((each) => each !== undefined);
  return positionAt(text, offset ?? 0);
}
