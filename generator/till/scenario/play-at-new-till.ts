import type { Till, TillOptions } from "../engine/till.js";
import { openScenario, type NewTillOptions } from "./open-scenario.js";
import type { Scenario, ScenarioResult } from "./scenario.js";

/** Plays a whole scenario, and closes its till. */
export async function playAtNewTill(
  scenario: Scenario,
  options: NewTillOptions,
  start: (options: TillOptions) => Till,
): Promise<ScenarioResult> {
  const { timeout } = options;
  const player = openScenario(scenario, options, start);
  const timer = timeout === undefined ? undefined : setTimeout(player.expire, timeout);
  try {
    while (await player.next()) continue;
    return await player.finish();
  } finally {
    clearTimeout(timer);
    await player.close();
  }
}
