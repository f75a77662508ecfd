import type { Json } from "../../json.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Result } from "../json/results.js";
import { toVisible } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import { formatParagraph, type Room } from "./tables.js";

/** A built-in scenario, and what it is called on the command line. */
export interface ListedScenario {
  readonly id: string;
  readonly scenario: Scenario;
}

/** Scenarios with what each shows and needs. */
export const formatScenarioList = (listed: readonly ListedScenario[], room: Room = {}): string =>
  listed.map((each) => formatScenario(each, room)).join("\n");

/** The same for programs. */
export const scenarioListToJson = (listed: readonly ListedScenario[]): Result<"simulate"> => ({
  scenarios: listed.map(({ id, scenario: { name, description, needs, values } }) => ({
    id,
    name,
    description,
    needs,
    values,
  })),
});

function formatScenario({ id, scenario }: ListedScenario, { columns }: Room): string {
  const { name, description = "", needs = "", values } = scenario;
  const lines = [
    description.trim(),
    needs === "" ? "" : `Needs: ${needs.trim()}`,
    ...Object.entries(values).map(([key, value]) => `--set ${key}=${toText(value)}`),
  ].filter((line) => line !== "");
  return [
    `${paint("name", id)}: ${toVisible(name)}\n`,
    ...lines.map((line) => formatParagraph(toVisible(line), { columns, indent: 2 })),
  ].join("");
}

const toText = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));
