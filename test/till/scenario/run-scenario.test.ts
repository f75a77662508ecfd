import { describe, expect, it } from "vitest";
import { runScenario } from "../../../generator/till-api.js";
import { carryTo, createCafe, secret } from "../desk.js";

const options = {
  url: "http://café.example/mplus",
  subscription: "shop-12",
  secret,
  clock: "virtual",
} as const;

describe("a scenario in a test of one's own", () => {
  it("is a text or an object, and its report is what the command prints", async () => {
    const object = { steps: [{ scan: "1", expect: { scanCode: { recognized: true } } }] };
    for (const source of [object, JSON.stringify(object)]) {
      const run = await runScenario(source, { ...options, fetch: carryTo(createCafe()) });
      expect(run.outcome).toBe("failed");
      expect(run.report).toContain("    scanCode.recognized\n      expected  true\n      seen      false\n");
    }
  });

  it("goes by the name of its file in the report, and in what is wrong with it", async () => {
    const file = "scenarios/size.yaml";
    const text = "steps:\n  - scan: x\n    expect: { message: [] }\n";
    const run = await runScenario(text, { ...options, file, fetch: carryTo({}) });
    expect(run.report).toContain("\n  scenarios/size.yaml:2:5\n");
    await expect(runScenario("steps:\n  - scn: x\n", { ...options, file })).rejects.toThrow(
      `${file}:2:5: Unknown key "scn". Did you mean "scan"?`,
    );
    await expect(runScenario("steps: 1", options)).rejects.toThrow("scenario:1:1: ");
  });

  it.each([
    [
      "an object that is wrong",
      { steps: [{ scan: 1 }] },
      "/steps/0/scan: This must be a string or an object.",
    ],
    [
      "several scenarios",
      "steps: [{ cancel: }]\n---\nsteps: [{ cancel: }]",
      "The text contains several scenarios",
    ],
  ])("is refused with a sentence: %s", async (_name, source, want) => {
    await expect(runScenario(source, options)).rejects.toThrow(want);
  });
});
