import { formatYaml } from "../text/yaml.js";
import type { Json, JsonObject } from "../json.js";
import type { StartEvent } from "./start-event.js";

/** With this an editor completes a scenario, and marks what is wrong in it. */
const schema = "# yaml-language-server: $schema=../node_modules/mplus-codegen/dist/scenario.schema.json\n";

/**
 * The scenario that a project begins with for an event: it comes, and is answered as its handler does. `release` is that
 * of the till, if it is not to be the newest known one.
 */
export function formatScenario(
  { name, description, before, lookUp, answer }: StartEvent,
  release: string | undefined,
): string {
  const special: JsonObject = lookUp ? { [lookUp.at.property]: lookUp.by } : {};
  const expected = Object.keys(answer).length > 0 ? { expect: answer as JsonObject } : {};
  const steps: readonly Json[] = [
    ...(before === undefined ? [] : [{ [before]: {} }]),
    { [name]: special, ...expected },
  ];
  const scenario = { name, description, ...(release !== undefined && { release }), steps };
  return `${schema}${formatYaml(scenario)}`;
}
