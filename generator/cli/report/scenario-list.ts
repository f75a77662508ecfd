import type { Json } from "../../till/values/json.js";
import type { Scenario } from "../../scenario/scenario.js";
import { toVisible } from "../../text/invisible.js";

/** A built-in scenario, and what it is called on the command line. */
export interface ListedScenario {
  readonly id: string;
  readonly scenario: Scenario;
}

/** Scenarios with what each shows and needs. */
export function formatScenarioList(listed: readonly ListedScenario[], json: boolean): string {
  if (!json) return listed.map(formatScenario).join("\n");
  const rows = listed.map(({ id, scenario: { name, description, needs, values } }) => ({
    id,
    name,
    description,
    needs,
    values,
  }));
  return `${JSON.stringify({ scenarios: rows }, null, 2)}\n`;
}

function formatScenario({ id, scenario }: ListedScenario): string {
  const { name, description = "", needs = "", values } = scenario;
  return [
    `${id}: ${toVisible(name)}`,
    ...(description === "" ? [] : [`  ${toVisible(description.trim())}`]),
    ...(needs === "" ? [] : [`  Needs: ${toVisible(needs.trim())}`]),
    ...Object.entries(values).map(([key, value]) => `  --set ${key}=${toVisible(toText(value))}`),
    "",
  ].join("\n");
}

const toText = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));
