import { afterAll, beforeAll, expect, it } from "vitest";
import type { ScenarioResult } from "../../../generator/till/scenario/scenario.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { builtIn, listFailures, playBuiltIn } from "./built-in.js";
import { loadExample, type Example } from "./example-folder.js";

const folder = makeRunFolder();
let example: Example;
beforeAll(async () => {
  example = await loadExample(folder);
});
afterAll(() => removeFolder(folder));

/** The newest release of the frozen contract, the one that most shops run, and an old one. */
const releases = ["59.5.2", "48", "16.2"];

it("each built-in scenario passes at the example, or says which release it needs", async () => {
  const outcomes: string[] = [];
  for (const name of builtIn().keys())
    for (const release of releases) {
      const { fetch, lines } = example.openShop(release);
      const result = await playBuiltIn(name, { url: "http://shop.example/mplus", release, fetch });
      outcomes.push(`${name} at v${release}: ${result.outcome}`, ...describe(result, lines).map(indent), "");
    }
  expect(outcomes.filter((line) => line.endsWith(": failed"))).toEqual([]);
  await expect(outcomes.join("\n")).toMatchFileSnapshot("built-in.txt");
});

/** What the till sent in each step, the sale at the end, and why the scenario did not pass. */
function describe({ steps, session, ...result }: ScenarioResult, log: readonly unknown[]): readonly string[] {
  const sent = steps.map(({ exchanges }) => exchanges.map(({ event }) => event).join("+") || "-");
  const { lines, payments, relation, ended } = session;
  const sale = { lines: lines.length, paid: payments.map(({ amount }) => amount), relation, ended };
  const reasons = [result.reason, ...listFailures({ steps, session, ...result }), ...log.map(toJson)];
  return [sent.join(" "), toJson(sale), ...(result.outcome === "passed" ? [] : reasons)].flatMap(
    (text) => text ?? [],
  );
}

const toJson = (value: unknown): string => JSON.stringify(value);
const indent = (line: string): string => `  ${line}`;
