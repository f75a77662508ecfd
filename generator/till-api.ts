import { printForTerminal } from "./pages/blocks/terminal.js";
import type { JsonObject } from "./base/json.js";
import { unwrap } from "./base/problem/problem.js";
import type { NewTillOptions } from "./till/scenario/open-scenario.js";
import { playAtNewTill } from "./till/scenario/play-at-new-till.js";
import { reportResults } from "./till/scenario/report-results.js";
import type { Scenario, ScenarioResult } from "./till/scenario/scenario.js";
import { listEnds } from "./base/time/fleet.js";
import { parseStamp, readStampFleet } from "./output/stamp.js";
import { stripStyles } from "./base/text/style.js";
import type { Till, TillOptions } from "./till/engine/till-types.js";
import { TillError } from "./till/engine/till-error.js";
import { once } from "./base/once.js";
import { readPackageTill } from "./till/package-till.js";

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
} from "./till/engine/till-types.js";
export type { PostResult } from "./till/engine/post.js";
export { TillError };
export type { Json, JsonObject } from "./base/json.js";

/** A test may start many tills. */
const getPackageTill = once(readPackageTill);

/**
 * Starts a till that sends events to your server as a shop with that release would, and does what the answers say:
 *
 *     const till = createTill({ url, subscription: "shop-12", secret, release: "58.1" });
 *     const { verdict } = await till.scan("2900004815168");
 *     await till.close();
 *
 * @throws TillError if an option is invalid
 */
export function createTill(options: TillOptions): Till {
  const { url } = options;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new TillError("misuse", "The URL must start with http:// or https://.");
  return getPackageTill().startTill(options);
}

/** The server for a scenario, and values that override the scenario's own. */
export interface RunOptions extends NewTillOptions {
  /** The name of the scenario in messages, such as its path. Default: `scenario`. */
  readonly file?: string | undefined;
}

/** The result of a scenario, as data and as text. */
export interface ScenarioRun extends ScenarioResult {
  /** The text that `simulate` would print. */
  readonly report: string;
}

/**
 * Plays a scenario in your own test. Pass it as an object or as the text of its file:
 *
 *     const run = await runScenario(text, { url, subscription: "shop-12", secret, clock: "virtual" });
 *     assert.equal(run.outcome, "passed", run.report);
 *
 * `file` names it in messages. With `fetch`, nothing goes over the network. With `log`, a step may expect log lines
 * of the receiver.
 * @throws Error if the scenario is invalid, or TillError if an option is
 */
export async function runScenario(
  source: string | JsonObject,
  { file = "scenario", ...options }: RunOptions,
): Promise<ScenarioRun> {
  const result = await playAtNewTill(readOne(source, file), options, getPackageTill());
  return { ...result, report: stripStyles(printForTerminal(reportResults([result]))) };
}

/**
 * Returns the oldest and the newest known release of your shops, such as `["48", "59.5.2"]`. Pass the `stamp.json` of
 * a generated folder: its text, or the parsed object.
 * @throws Error if it is not such a file
 */
export function listReleases(stamp: string | object): readonly string[] {
  const { model } = getPackageTill().contract;
  const text = typeof stamp === "string" ? stamp : JSON.stringify(stamp);
  return listEnds(unwrap(readStampFleet(unwrap(parseStamp(text, "The text")), model)), model);
}

function readOne(source: string | JsonObject, file: string): Scenario {
  const reader = getPackageTill().getReader();
  const read =
    typeof source === "string" ? reader.readText({ file, text: source }) : reader.readValue(source, file);
  const [scenario, ...others] = [unwrap<Scenario | readonly Scenario[]>(read)].flat();
  if (!scenario || others.length > 0)
    throw new Error("The text contains several scenarios; play one at a time.");
  return scenario;
}
