import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { builtInScenarios } from "../package/package-files.js";
import { report } from "../problem/catalogue.js";
import { describeSystemError, failure, success, type Outcome } from "../problem/problem.js";
import {
  maxScenarioLength,
  type ScenarioReader,
  type ScenarioText,
} from "../scenario/read/read-scenarios.js";
import type { Scenario } from "../scenario/scenario.js";
import { suggest } from "../text/words.js";
import { readNamedFile } from "./named-files.js";

const extension = ".yaml";

/** The names of the scenarios that come with the package. */
export const listBuiltIn = (): readonly string[] =>
  existsSync(builtInScenarios)
    ? readdirSync(builtInScenarios)
        .filter((name) => name.endsWith(extension))
        .map((name) => name.slice(0, -extension.length))
        .sort()
    : [];

/** The scenarios of files, and of built-in ones by their names; `tea.yaml:7` is one up to its step at line 7. */
export function readFiles(names: readonly string[], reader: ScenarioReader): Outcome<readonly Scenario[]> {
  const read = names.map((name) => {
    const [, whole = name, line] = existsSync(name) ? [] : (/^(.+?):(\d+)(?::\d+)?$/.exec(name) ?? []);
    const text = readScenarioText(whole);
    const scenarios = text.ok ? reader.readText(text.value) : text;
    return scenarios.ok && line !== undefined ? cutAt(scenarios.value, Number(line), whole) : scenarios;
  });
  const problems = read.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  return problems.length > 0
    ? failure(problems)
    : success(read.flatMap((outcome) => (outcome.ok ? outcome.value : [])));
}

/** The scenario that has a step at a line, up to that step. */
function cutAt(scenarios: readonly Scenario[], line: number, file: string): Outcome<readonly Scenario[]> {
  const isBefore = ({ position }: Scenario["steps"][number]): boolean => (position?.line ?? 0) <= line;
  const scenario = scenarios.findLast(({ steps }) => steps[0] && isBefore(steps[0]));
  if (scenario) return success([{ ...scenario, steps: scenario.steps.filter(isBefore), isCut: true }]);
  return failure([
    report("usage", { message: `${file} has no step at line ${line} or before it.`, hint: undefined }),
  ]);
}

/** The text of the scenarios in a file, or of a built-in one by its name. A file goes first. */
export function readScenarioText(name: string): Outcome<ScenarioText> {
  if (existsSync(name)) return readScenarioFile(name);
  const known = listBuiltIn();
  return known.includes(name)
    ? readScenarioFile(relative(".", join(builtInScenarios, `${name}${extension}`)))
    : failure([report("unknown-scenario", { name, known, suggestion: suggest(name, known) })]);
}

/** Reads a file that the user named, as UTF-8. */
function readScenarioFile(file: string): Outcome<ScenarioText> {
  const place = { file, pointer: "" };
  try {
    // In UTF-8 no character has more bytes.
    const bytes = readNamedFile(file, 3 * maxScenarioLength);
    if (!bytes) return failure([report("scenario-too-long", { limit: maxScenarioLength }, place)]);
    return success({ file, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) });
  } catch (error) {
    if (error instanceof TypeError)
      return failure([report("not-utf8", { detail: "some of its bytes are no characters" }, place)]);
    return failure([report("file-unreadable", { reason: describeSystemError(error) }, place)]);
  }
}
