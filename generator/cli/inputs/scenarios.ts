import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { builtInScenarios } from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { describeSystemError, failure, success, type Outcome } from "../../base/problem/problem.js";
import {
  getScenarioReader,
  maxScenarioLength,
  type ScenarioText,
} from "../../till/scenario/read-scenarios.js";
import type { Scenario } from "../../till/scenario/scenario.js";
import { overrideValues } from "../../till/scenario/references.js";
import { quote } from "../../base/text/quote.js";
import { suggest } from "../../base/text/words.js";
import { readUserFile } from "./user-files.js";
import type { Args } from "../options/commands.js";
import { ensure, joinOutcomes, usageProblem } from "../call-error.js";

export function readScenarios({
  scenario: names,
  set,
}: Pick<Args<"simulate">, "scenario" | "set">): Outcome<readonly Scenario[]> {
  const hint =
    "Name files or built-in scenarios. To list the built-in ones, run mplus-codegen simulate without options.";
  const read = joinOutcomes([
    ensure(names, names.length > 0, "Name the scenarios to run.", hint),
    readScenarioFiles(names),
    joinOutcomes(set.map(readSetting)),
  ]);
  if (!read.ok) return read;
  const [, scenarios, settings] = read.value;
  const known = [...new Set(scenarios.flatMap(({ values }) => Object.keys(values)))];
  const unknown = settings.filter(([name]) => !known.includes(name));
  if (unknown.length > 0)
    return failure(
      unknown.map(([name]) => report("unknown-value", { name, known, suggestion: suggest(name, known) })),
    );
  return success(
    scenarios.map((scenario) => {
      const values = { ...scenario.values, ...overrideValues(scenario.values, new Map(settings)) };
      return { ...scenario, values };
    }),
  );
}

function readSetting(setting: string): Outcome<readonly [name: string, value: string]> {
  const [, name = "", value = ""] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
  const message = `--set ${quote(setting)} is not name=value.`;
  return ensure([name, value], name !== "", message, "For example: --set card=LOYAL-42");
}

const extension = ".yaml";

export const listBuiltInScenarios = (): readonly string[] =>
  readdirSync(builtInScenarios)
    .map((name) => name.slice(0, -extension.length))
    .sort();

/** Reads files, or built-in scenarios by name. `tea.yaml:7` is one scenario up to its step at line 7. */
export function readScenarioFiles(names: readonly string[]): Outcome<readonly Scenario[]> {
  const joined = joinOutcomes(names.map(readScenarioFile));
  return joined.ok ? success(joined.value.flat()) : joined;
}

function readScenarioFile(name: string): Outcome<readonly Scenario[]> {
  const [, file = name, line] = existsSync(name) ? [] : (/^(.+?):(\d+)(?::\d+)?$/.exec(name) ?? []);
  const text = readScenarioText(file);
  const read = text.ok ? getScenarioReader().readText(text.value) : text;
  if (!read.ok || line === undefined) return read;
  const isBefore = ({ position }: Scenario["steps"][number]): boolean =>
    (position?.line ?? 0) <= Number(line);
  const scenario = read.value.findLast(({ steps }) => steps[0] && isBefore(steps[0]));
  return scenario
    ? success([{ ...scenario, steps: scenario.steps.filter(isBefore), isCut: true }])
    : failure([usageProblem(`${file} has no step at line ${line} or before it.`)]);
}

/** A file takes precedence over a built-in scenario. */
export function readScenarioText(name: string): Outcome<ScenarioText> {
  const known = listBuiltInScenarios();
  const isFile = existsSync(name);
  if (!isFile && !known.includes(name))
    return failure([report("unknown-scenario", { name, known, suggestion: suggest(name, known) })]);
  const file = isFile ? name : relative(".", join(builtInScenarios, `${name}${extension}`));
  const place = { file, pointer: "" };
  try {
    // No character takes more than three bytes in UTF-8.
    const bytes = readUserFile(file, 3 * maxScenarioLength);
    if (!bytes) return failure([report("scenario-too-long", { limit: maxScenarioLength }, place)]);
    return success({ file, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) });
  } catch (error) {
    return failure([
      error instanceof TypeError
        ? report("not-utf8", { detail: "some of its bytes are not valid characters" }, place)
        : report("file-unreadable", { reason: describeSystemError(error) }, place),
    ]);
  }
}
