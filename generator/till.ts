import { printForTerminal } from "./pages/blocks/terminal.js";
import type { JsonObject } from "./base/json.js";
import { unwrap } from "./base/problem/problem.js";
import { playAtNewTill, type NewTillOptions } from "./till/scenario/play-at-new-till.js";
import { getScenarioReader } from "./till/scenario/read-scenarios.js";
import { reportResults } from "./till/scenario/report-results.js";
import type { Scenario, ScenarioResult } from "./till/scenario/scenario.js";
import { listEnds } from "./base/time/fleet.js";
import { parseStamp, readStampFleet } from "./output/stamp.js";
import { stripStyles } from "./base/text/style.js";
import { TillError, type Till, type TillOptions } from "./till/engine/till.js";
import { readTillContract, startOwnTill } from "./till/engine/start-till.js";

export type { Difference, Failure, ScenarioResult, StepResult } from "./till/scenario/scenario.js";
export type {
  EventSetUp,
  Exchange,
  Fault,
  Finding,
  LeftOut,
  PendingEvent,
  Reply,
  Report,
  Till,
  TillOptions,
  TillSession,
  TillSettings,
  Verdict,
} from "./till/engine/till.js";
export type { PostResult } from "./till/engine/post.js";
export { TillError };
export type { Json, JsonObject } from "./base/json.js";

/**
 * Starts a till that sends events to your server as a shop of a release would, and does what the answers say:
 *
 *     const till = createTill({ url, subscription: "shop-12", secret, release: "58.1" });
 *     const { verdict } = await till.scan("2900004815168");
 *     await till.close();
 *
 * @throws TillError if an option is at fault
 */
export function createTill(options: TillOptions): Till {
  const { url } = options;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new TillError("misuse", "The URL has to begin with http:// or https://.");
  return startOwnTill(options);
}

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
  const result = await playAtNewTill(readOne(source, file), options, startOwnTill);
  return { ...result, report: stripStyles(printForTerminal(reportResults([result]))) };
}

/**
 * Lists the oldest and the newest known release that your shops run, as the `stamp.json` of a generated folder has them, such as `["48", "59.5.2"]`.
 * Takes the text of the file, or what `JSON.parse` makes of it.
 * @throws Error if it is no such file
 */
export function listReleases(stamp: string | object): readonly string[] {
  const { model } = readTillContract();
  const text = typeof stamp === "string" ? stamp : JSON.stringify(stamp);
  return listEnds(unwrap(readStampFleet(unwrap(parseStamp(text, "The text")), model)), model);
}

function readOne(source: string | JsonObject, file: string): Scenario {
  const reader = getScenarioReader();
  const read =
    typeof source === "string" ? reader.readText({ file, text: source }) : reader.readValue(source, file);
  const [scenario, ...others] = [unwrap<Scenario | readonly Scenario[]>(read)].flat();
  if (!scenario || others.length > 0)
    throw new Error("The text holds several scenarios, and one is played at a time.");
  return scenario;
}
