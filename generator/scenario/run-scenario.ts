import { stripStyles } from "../text/style.js";
import type { Problem } from "../problem/problem.js";
import type { JsonObject } from "../json.js";
import type { TillContract } from "../till/running/contract.js";
import { startTill } from "../till/running/start.js";
import { playAtNewTill, type NewTillOptions } from "./play/play-at-new-till.js";
import type { ScenarioResult } from "./play/result.js";
import { createScenarioReader, type ScenarioReader } from "./read/read-scenarios.js";
import { formatResult } from "./report/format-results.js";
import type { Scenario } from "./scenario.js";

/** Where a scenario is played, and what stands in the place of what it says itself. */
export interface RunOptions extends NewTillOptions {
  /** What the messages call the scenario, such as the path of its file. Default: `scenario`. */
  readonly file?: string | undefined;
}

/** What came of a scenario, as data and as text. */
export interface ScenarioRun extends ScenarioResult {
  /** What `simulate` would print. */
  readonly report: string;
}

/** Plays a scenario, given as the text of its file or as an object. */
export type RunScenario = (source: string | JsonObject, options: RunOptions) => Promise<ScenarioRun>;

/** Makes what plays scenarios of a contract: its schema takes longer to compile than a scenario to play. */
export function createScenarioRunner(contract: TillContract): RunScenario {
  const reader = createScenarioReader(contract);
  return async (source, { file = "scenario", ...options }) => {
    const scenario = readOne(source, file, reader);
    const result = await playAtNewTill(scenario, options, (till) => startTill(contract, till));
    return { ...result, report: stripStyles(formatResult(result)) };
  };
}

function readOne(source: string | JsonObject, file: string, reader: ScenarioReader): Scenario {
  const read =
    typeof source === "string" ? reader.readText({ file, text: source }) : reader.readValue(source, file);
  if (!read.ok) throw new Error(read.problems.map(describeProblem).join("\n"));
  const [scenario, ...others] = [read.value].flat();
  if (!scenario || others.length > 0)
    throw new Error("The text holds several scenarios, and one is played at a time.");
  return scenario;
}

function describeProblem({ message, hint, place, position }: Problem): string {
  const where = position
    ? `${place?.file ?? ""}:${position.line}:${position.column}`
    : (place?.pointer ?? "");
  return [where === "" ? "" : `${where}: `, message, hint === undefined ? "" : ` ${hint}`].join("");
}
