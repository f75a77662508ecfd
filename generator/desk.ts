import type { Till, TillOptions } from "./till/api/till.js";
import { startOwnTill } from "./till/running/start.js";
import { TillError } from "./till/values/error.js";

export type { Difference } from "./scenario/expect/compare.js";
export type { Failure, ScenarioResult, StepResult } from "./scenario/play/result.js";
export { runScenario, type RunOptions, type ScenarioRun } from "./scenario/run-scenario.js";
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
