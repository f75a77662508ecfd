import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { builtInScenarios } from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { describeSystemError } from "../../base/problem/problem.js";
import {
  maxScenarioLength,
  type ScenarioReader,
  type ScenarioText,
} from "../../till/scenario/read-scenarios.js";
import type { Scenario } from "../../till/scenario/scenario.js";
import { overrideValues } from "../../till/scenario/references.js";
import { suggest } from "../../base/text/words.js";
import { defaultSettings } from "../../till/engine/till-set-up.js";
import type { TillSettings } from "../../till/engine/till-types.js";
import { isSetting, readSet, toTillSettings } from "./settings.js";
import { readUserFile } from "./user-files.js";
import type { Args } from "../options/commands.js";
import { CallError, requireSuccess, throwProblems, throwUsageProblem } from "../call-error.js";

/** The settings of the till are those in `--set`; each scenario has them, too. */
export function readScenarios(
  { scenario: names, set }: Pick<Args<"simulate">, "scenario" | "set">,
  reader: ScenarioReader,
): {
  readonly scenarios: readonly Scenario[];
  readonly settings: Partial<TillSettings>;
} {
  if (names.length === 0)
    throwUsageProblem(
      "Name the scenarios to run.",
      "Name files or built-in scenarios. To list the built-in ones, run mplus-codegen simulate without options.",
    );
  const given = readSet(set, "card=LOYAL-42");
  const scenarios = readScenarioFiles(names, reader);
  const known = [...new Set(scenarios.flatMap(({ values }) => Object.keys(values)))];
  const others = new Map([...given].filter(([name]) => !known.includes(name)));
  const unknown = [...others.keys()].find((name) => !isSetting(name));
  if (unknown !== undefined) {
    const suggestion = suggest(unknown, [...known, ...Object.keys(defaultSettings)]);
    throwProblems(report("unknown-value", { name: unknown, known, suggestion }));
  }
  const settings = toTillSettings(others);
  return {
    scenarios: scenarios.map((scenario) => ({
      ...scenario,
      values: { ...scenario.values, ...overrideValues(scenario.values, given) },
      settings: { ...scenario.settings, ...settings },
    })),
    settings,
  };
}

const extension = ".yaml";

export const listBuiltInScenarios = (): readonly string[] =>
  readdirSync(builtInScenarios)
    .map((name) => name.slice(0, -extension.length))
    .sort();

/** Built-in scenarios by name, for a page. */
export const readBuiltInScenarios = (): ReadonlyMap<string, ScenarioText> =>
  new Map(
    listBuiltInScenarios().map((name) => {
      const text = readFileSync(join(builtInScenarios, `${name}${extension}`), "utf8");
      return [name, { file: `${name}${extension}`, text }] as const;
    }),
  );

/** Reads files, or built-in scenarios by name. */
export const readScenarioFiles = (names: readonly string[], reader: ScenarioReader): readonly Scenario[] =>
  names.flatMap((name) => requireSuccess(reader.readText(readScenarioText(name))).value);

/** A file takes precedence over a built-in scenario. */
export function readScenarioText(name: string): ScenarioText {
  const known = listBuiltInScenarios();
  const isFile = existsSync(name);
  if (!isFile && !known.includes(name))
    throwProblems(report("unknown-scenario", { name, known, suggestion: suggest(name, known) }));
  const file = isFile ? name : relative(".", join(builtInScenarios, `${name}${extension}`));
  const place = { file, pointer: "" };
  try {
    // No character takes more than three bytes in UTF-8.
    const bytes =
      readUserFile(file, 3 * maxScenarioLength) ??
      throwProblems(report("scenario-too-long", { limit: maxScenarioLength }, place));
    return { file, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof CallError) throw error;
    return throwProblems(
      error instanceof TypeError
        ? report("not-utf8", { detail: "some of its bytes are not valid characters" }, place)
        : report("file-unreadable", { reason: describeSystemError(error) }, place),
    );
  }
}
