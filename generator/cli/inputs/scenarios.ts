import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { JsonObject } from "../../base/json.js";
import { builtInScenarios } from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { describeSystemError, failure, success, type Outcome } from "../../base/problem/problem.js";
import {
  maxScenarioLength,
  type ScenarioReader,
  type ScenarioText,
} from "../../till/scenario/read-scenarios.js";
import type { Scenario } from "../../till/scenario/scenario.js";
import { overrideValues } from "../../till/scenario/references.js";
import { quote } from "../../base/text/quote.js";
import { suggest } from "../../base/text/words.js";
import { readUserFile } from "./user-files.js";
import type { Args } from "../options/commands.js";
import { readReleases } from "./receiver.js";
import { ensure, joinOutcomes, usageProblem } from "../call-error.js";

/** A scenario, and the values in the place of its own. */
interface ScenarioWithValues {
  readonly scenario: Scenario;
  readonly values: JsonObject;
}

/** Scenarios, each with the values that a call gives it; or all that is wrong with what the call says of them. */
export function readScenarios(
  { scenario: names, set, release }: Pick<Args<"simulate">, "scenario" | "set" | "release">,
  reader: ScenarioReader,
): Outcome<readonly ScenarioWithValues[]> {
  const read = joinOutcomes([
    names.length > 0 ? readScenarioFiles(names, reader) : noScenario,
    readReleases(release),
    joinOutcomes(set.map(readSetting)),
  ]);
  if (!read.ok) return read;
  const [scenarios, , settings] = read.value;
  const known = [...new Set(scenarios.flatMap(({ values }) => Object.keys(values)))];
  const newValues = new Map(settings);
  const unknown = [...newValues.keys()].filter((name) => !known.includes(name));
  return unknown.length > 0
    ? failure(
        unknown.map((name) => report("unknown-value", { name, known, suggestion: suggest(name, known) })),
      )
    : success(
        scenarios.map((scenario) => ({ scenario, values: overrideValues(scenario.values, newValues) })),
      );
}

const noScenario = failure([
  usageProblem(
    "Say which scenarios to play.",
    "Name files, or built-in ones: mplus-codegen simulate lists those.",
  ),
]);

const readSetting = (setting: string) =>
  ensure(
    splitSetting(setting),
    /^[^=]+=/.test(setting),
    `--set ${quote(setting)} is not name=value.`,
    "For example: --set card=LOYAL-42",
  );

/** The name and the value in `name=value`. */
export function splitSetting(setting: string): readonly [name: string, value: string] {
  const end = setting.indexOf("=");
  return [setting.slice(0, end), setting.slice(end + 1)];
}

const extension = ".yaml";

/** The names of the scenarios that come with the package. */
export const listBuiltInScenarios = (): readonly string[] =>
  existsSync(builtInScenarios)
    ? readdirSync(builtInScenarios)
        .filter((name) => name.endsWith(extension))
        .map((name) => name.slice(0, -extension.length))
        .sort()
    : [];

/** The scenarios of files, and of built-in ones by their names; `tea.yaml:7` is one up to its step at line 7. */
export function readScenarioFiles(
  names: readonly string[],
  reader: ScenarioReader,
): Outcome<readonly Scenario[]> {
  const read = names.map((name) => {
    const [, whole = name, line] = existsSync(name) ? [] : (/^(.+?):(\d+)(?::\d+)?$/.exec(name) ?? []);
    const text = readScenarioText(whole);
    const scenarios = text.ok ? reader.readText(text.value) : text;
    return scenarios.ok && line !== undefined
      ? cutScenarioAt(scenarios.value, Number(line), whole)
      : scenarios;
  });
  const joined = joinOutcomes(read);
  return joined.ok ? success(joined.value.flat()) : joined;
}

/** The scenario that has a step at a line, up to that step. */
function cutScenarioAt(
  scenarios: readonly Scenario[],
  line: number,
  file: string,
): Outcome<readonly Scenario[]> {
  const isBefore = ({ position }: Scenario["steps"][number]): boolean => (position?.line ?? 0) <= line;
  const scenario = scenarios.findLast(({ steps }) => steps[0] && isBefore(steps[0]));
  return scenario
    ? success([{ ...scenario, steps: scenario.steps.filter(isBefore), isCut: true }])
    : failure([usageProblem(`${file} has no step at line ${line} or before it.`)]);
}

/** The text of the scenarios in a file, or of a built-in one by its name. A file goes first. */
export function readScenarioText(name: string): Outcome<ScenarioText> {
  const isBuiltIn = !existsSync(name);
  const known = isBuiltIn ? listBuiltInScenarios() : [];
  if (isBuiltIn && !known.includes(name))
    return failure([report("unknown-scenario", { name, known, suggestion: suggest(name, known) })]);
  const file = isBuiltIn ? relative(".", join(builtInScenarios, `${name}${extension}`)) : name;
  const place = { file, pointer: "" };
  try {
    // In UTF-8 no character has more bytes.
    const bytes = readUserFile(file, 3 * maxScenarioLength);
    if (!bytes) return failure([report("scenario-too-long", { limit: maxScenarioLength }, place)]);
    return success({ file, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) });
  } catch (error) {
    if (error instanceof TypeError)
      return failure([report("not-utf8", { detail: "some of its bytes are no characters" }, place)]);
    return failure([report("file-unreadable", { reason: describeSystemError(error) }, place)]);
  }
}
