import { openScenario, type NewTillOptions, type TillAccess } from "./open-scenario.js";
import type { Scenario, ScenarioResult } from "./scenario.js";

/** Plays a whole scenario, and closes its till. */
export async function playAtNewTill(
  scenario: Scenario,
  options: NewTillOptions,
  access: TillAccess,
): Promise<ScenarioResult> {
  const { timeout } = options;
  const player = openScenario(scenario, options, access);
  const timer = timeout === undefined ? undefined : setTimeout(player.expire, timeout);
  try {
    while (await player.next()) continue;
    return await player.finish();
  } finally {
    clearTimeout(timer);
    await player.close();
  }
}
