import { once } from "./once.js";
import { createScenarioRunner, type RunScenario } from "./scenario/run-scenario.js";
import type { Till, TillOptions } from "./till/api/till.js";
import { readTillContract } from "./till/running/contract.js";
import { startTill } from "./till/running/start.js";
import { TillError } from "./till/values/error.js";

export type { Difference } from "./scenario/expect/compare.js";
export type { Failure, ScenarioResult, StepResult } from "./scenario/play/result.js";
export type { RunOptions, ScenarioRun } from "./scenario/run-scenario.js";
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
  Verdict,
} from "./till/api/till.js";
export type { TillSettings } from "./till/api/settings.js";
export type { PostResult } from "./till/wire/post.js";
export { TillError };
export type { Json, JsonObject } from "./json.js";

const getContract = once(readTillContract);
const getRunner = once(() => createScenarioRunner(getContract()));

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
  return startTill(getContract(), options);
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
export const runScenario: RunScenario = async (source, options) => getRunner()(source, options);
