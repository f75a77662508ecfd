import type { Till, TillOptions } from "../../till/api/till.js";
import type { JsonObject } from "../../json.js";
import { playScenario } from "./play-scenario.js";
import { listHints } from "./hints.js";
import type { ScenarioResult } from "./result.js";
import type { Scenario } from "../scenario.js";

/** Where a scenario is played, and what stands in the place of what it says itself. */
export interface NewTillOptions extends Omit<TillOptions, "events" | "settings"> {
  /** Values in the place of those of the scenario. */
  readonly values?: JsonObject | undefined;
  /** What the receiver has logged so far, if it runs in this process. It grows meanwhile. */
  readonly log?: readonly string[] | undefined;
}

/** Plays a scenario at a till of its own, and ends that. */
export async function playAtNewTill(
  scenario: Scenario,
  options: NewTillOptions,
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
    const result = await playScenario(scenario, till, { values, log });
    return { ...result, hints: listHints(scenario, result, others) };
  } finally {
    await till.close();
  }
}
