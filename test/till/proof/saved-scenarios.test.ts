import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatScenario } from "../../../generator/till/scenario/write-scenario.js";
import { makeScenarios } from "../../../generator/till/scenario/from-traffic.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { play, reader } from "../desk.js";
import { ownContract } from "../own-spec.js";
import { doScenario } from "../scenario/doing.js";
import { builtIn, listFailures } from "./built-in.js";
import { loadExample, type Example } from "./example-folder.js";

const folder = makeRunFolder();
let example: Example;
beforeAll(async () => {
  example = await loadExample(folder);
});
afterAll(() => removeFolder(folder));

const openShop = (): typeof fetch => example.openShop("59.5.2").fetch;

const doBuiltIn = (name: string) => {
  const scenario = builtIn().get(name);
  if (!scenario) throw new Error(`There is no built-in scenario ${name}`);
  return doScenario(scenario, { fetch: openShop() });
};

/** Why a recording of a scenario does not make all of its steps. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  // A second payment of a sale has no step without the id of the sale.
  "split-payment": ["2 requests left out: completeSession came after the end of its sale."],
  newer: [
    "1 part of a request left out: No till sends `notKnownYet` in StartSessionRequest.",
    "1 part of a request left out: No till sends `notKnownYet` in AddSessionLine.",
    "1 part of a request left out: No till sends `notKnownYet` in AddSessionLineRequest.",
    "1 part of a request left out: No till sends `notKnownYet` in ScanCode.",
    "1 part of a request left out: No till sends `notKnownYet` in ScanCodeRequest.",
    "1 part of a request left out: No till sends `notKnownYet` in StartPaymentRequest.",
    "1 part of a request left out: No till sends `notKnownYet` in CompleteSession.",
    "1 part of a request left out: No till sends `notKnownYet` in CompleteSessionRequest.",
  ],
};

describe.each([...builtIn().keys()])("the built-in scenario %s", (name) => {
  it("passes at the example once it was done there and saved", async () => {
    const { done } = await doBuiltIn(name);
    const { events, settings } = builtIn().get(name) ?? {};
    const text = formatScenario({ name, events, settings: { ...settings } }, done);
    expect(listFailures(await play(text, { fetch: openShop() }))).toEqual([]);
  });

  it("passes at the example once it was recorded there and saved from the recording", async () => {
    const { wire } = await doBuiltIn(name);
    const made = await makeScenarios(wire, ownContract(), { reader: reader() });
    expect(made.leftOut).toEqual(leftOut[name] ?? []);
    expect(made.scenarios.length).toBeGreaterThan(0);
    const fetch = openShop();
    for (const { text } of made.scenarios) {
      const result = await play(text, { fetch });
      expect(listFailures(result)).toEqual([]);
      expect(result.outcome).toBe("passed");
    }
  });
});
