import { createScenarioReader } from "../../generator/scenario/read/read-scenarios.js";
import { readTillContract } from "../../generator/till/running/contract.js";
import type { Scenario } from "../../generator/scenario/scenario.js";

/** The contract of this package, and a reader of scenarios for it. */
export const contract = readTillContract();
export const reader = createScenarioReader(contract);

/** The scenario of a text that has one. */
export function readOne(text: string): Scenario {
  const read = reader.readText({ file: "café.yaml", text });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  const [scenario, ...others] = read.value;
  if (!scenario || others.length > 0) throw new Error(`${read.value.length} scenarios`);
  return scenario;
}
