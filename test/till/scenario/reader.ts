import { getScenarioReader } from "../../../generator/till/scenario/read-scenarios.js";
import type { Scenario } from "../../../generator/till/scenario/scenario.js";
import { need } from "../../laws/judges/interpreted.js";

export const reader = getScenarioReader;

export function readOne(text: string): Scenario {
  const [scenario, ...others] = need(reader().readText({ file: "café.yaml", text }));
  if (!scenario || others.length > 0) throw new Error(`${others.length} scenarios beside the first`);
  return scenario;
}
