import type { Till, TillOptions } from "../../till/api/till.js";
import type { JsonObject } from "../../till/values/json.js";
import { playScenario } from "./play-scenario.js";
import type { ScenarioResult } from "./result.js";
import type { Scenario } from "../scenario.js";

/** Where a scenario is played, and what stands in the place of what it says itself. */
export interface RunOptions extends Omit<TillOptions, "events" | "settings"> {
  /** Values in the place of those of the scenario. */
  readonly values?: JsonObject | undefined;
  /** What the receiver has logged so far, if it runs in this process. It grows meanwhile. */
  readonly log?: readonly string[] | undefined;
}

/** Plays a scenario at a till of its own, and ends that. */
export async function playAtNewTill(
  scenario: Scenario,
  options: RunOptions,
  start: (options: TillOptions) => Till,
): Promise<ScenarioResult> {
  const { values, log, ...others } = options;
  const till = start({
    ...others,
    release: others.release ?? scenario.release,
    product: others.product ?? scenario.product,
    events: scenario.events,
    settings: scenario.settings,
  });
  try {
    return await playScenario(scenario, till, { values, log });
  } finally {
    await till.close();
  }
}
