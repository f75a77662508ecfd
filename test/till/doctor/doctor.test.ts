import { describe, expect, it } from "vitest";
import { examine, probes } from "../../../generator/till/doctor/examine.js";
import { examinationAt, examineServer } from "./examination.js";
import { sickReceivers } from "./servers/sick-receivers.js";

describe("the doctor finds each fault, and says what to change, if", () => {
  it.each(sickReceivers)("$name", async ({ start, wrong = {}, advice = {}, ...call }) => {
    const { findings } = await examineServer(start, call);
    const seen = (state: string) => {
      const found = findings.filter(({ probe, ...each }) => each.state === state && probe.id !== "pace");
      expect(found.filter(({ change = "" }) => !/^[A-Z].*\.$/.test(change))).toEqual([]);
      return Object.fromEntries(found.map(({ probe, saw }) => [probe.id, saw]));
    };
    expect({ wrong: seen("wrong"), advice: seen("advice") }).toEqual({ wrong, advice });
  });

  it.each([
    ["mplus", "url", '"mplus" is not an http or https URL.'],
    ["ftp://localhost/mplus", "url", '"ftp://localhost/mplus" is not an http or https URL.'],
    [
      "http://127.0.0.1:4/mplus?shop=1",
      "url-end",
      'It has a query or fragment, and the POS appends the event to the very end: "?shop=1/…".',
    ],
  ])("the URL is %s", async (url, id, saw) => {
    const findings = await examine(examinationAt(url));
    expect(findings.find(({ probe }) => probe.id === id)).toMatchObject({ state: "wrong", saw });
  });
});

it("the doctor reports slow answers", async () => {
  const pace = probes.find(({ id }) => id === "pace");
  const access = { durations: [12, 1500] } as unknown as Parameters<NonNullable<typeof pace>["ask"]>[0];
  expect(await pace?.ask(access)).toMatchObject({
    isWell: false,
    saw: "The slowest answer took 1500 ms, and a cashier has to wait for it.",
  });
});
