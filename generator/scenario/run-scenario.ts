import { printForTerminal } from "../blocks/terminal.js";
import { stripStyles } from "../text/style.js";
import type { Problem } from "../problem/problem.js";
import type { JsonObject } from "../json.js";
import { startOwnTill } from "../till/running/start.js";
import { playAtNewTill, type NewTillOptions } from "./play/play-at-new-till.js";
import type { ScenarioResult } from "./play/result.js";
import { getScenarioReader, type ScenarioReader } from "./read/read-scenarios.js";
import { reportResults } from "./report/report-results.js";
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

/**
 * Plays a scenario, given as the text of its file or as an object, in a test of your own:
 *
 *     const run = await runScenario(text, { url, subscription: "shop-12", secret, clock: "virtual" });
 *     assert.equal(run.outcome, "passed", run.report);
 *
 * `file` names it in the messages. With `fetch` nothing goes over the network, and with `log` a step may expect what the receiver logs.
 * @throws Error that says what is wrong with the scenario, or TillError if an option is at fault
 */
export async function runScenario(
  source: string | JsonObject,
  { file = "scenario", ...options }: RunOptions,
): Promise<ScenarioRun> {
  const scenario = readOne(source, file, getScenarioReader());
  const result = await playAtNewTill(scenario, options, startOwnTill);
  return { ...result, report: stripStyles(printForTerminal(reportResults([result]))) };
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
