import type { Problem } from "../problem/problem.js";
import type { JsonObject } from "../till/values/json.js";
import { readTillContract } from "../till/running/contract.js";
import { startTill } from "../till/running/start.js";
import { playAtNewTill, type RunOptions } from "./play/play-at-new-till.js";
import type { ScenarioResult } from "./play/result.js";
import { createScenarioReader } from "./read/read-scenarios.js";
import { formatResult } from "./report/format-results.js";

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
 * With `fetch` nothing goes over the network, and with `log` a step may expect what the receiver logs.
 * @throws Error that says what is wrong with the scenario, or TillError if an option is at fault
 */
export async function runScenario(source: string | JsonObject, options: RunOptions): Promise<ScenarioRun> {
  const contract = readTillContract();
  const reader = createScenarioReader(contract);
  const read =
    typeof source === "string"
      ? reader.readText({ file: "scenario", text: source })
      : reader.readValue(source, "scenario");
  if (!read.ok) throw new Error(read.problems.map(describeProblem).join("\n"));
  const [scenario, ...others] = [read.value].flat();
  if (!scenario || others.length > 0)
    throw new Error("The text holds several scenarios, and one is played at a time.");
  const result = await playAtNewTill(scenario, options, (till) => startTill(contract, till));
  return { ...result, report: formatResult(result) };
}

function describeProblem({ message, hint, place, position }: Problem): string {
  const where = position ? `line ${position.line}` : (place?.pointer ?? "");
  return [where === "" ? "" : `${where}: `, message, hint === undefined ? "" : ` ${hint}`].join("");
}
