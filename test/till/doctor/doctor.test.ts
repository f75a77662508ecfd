import { expect, it } from "vitest";
import { examine, probes } from "../../../generator/till/doctor/examine.js";
import { examinationAt, examineServer } from "./examination.js";
import { diagnoses, sickReceivers } from "./servers/sick-receivers.js";

it.each(Object.entries(sickReceivers))(
  "the doctor finds each fault of a receiver, and says what to change, if %s",
  async (name, { start, ...call }) => {
    const { findings } = await examineServer(start, call);
    const seen = (state: string) => {
      const found = findings.filter(({ probe, ...each }) => each.state === state && probe.id !== "pace");
      expect(found.filter(({ change = "" }) => !/^[A-Z].*\.$/.test(change))).toEqual([]);
      return Object.fromEntries(found.map(({ probe, saw }) => [probe.id, saw]));
    };
    expect({ wrong: seen("wrong"), advice: seen("advice") }).toEqual({
      wrong: {},
      advice: {},
      ...diagnoses[name],
    });
  },
);

const appends = "It has a query or fragment, and the POS appends the event to the very end: ";

it.each([
  ["mplus", "url", "wrong", '"mplus" is not an http or https URL.'],
  ["ftp://localhost/mplus", "url", "wrong", '"ftp://localhost/mplus" is not an http or https URL.'],
  ["http://127.0.0.1:4/mplus?shop=1", "url-end", "wrong", `${appends}"?shop=1/…".`],
  ["http://127.0.0.1:4", "url-end", "well", 'The POS posts to "/…".'],
])("the doctor says what it thinks of the URL %s", async (url, id, state, saw) => {
  const findings = await examine(examinationAt(url));
  expect(findings.find(({ probe }) => probe.id === id)).toMatchObject({ state, saw });
});

it("the doctor reports slow answers", async () => {
  const pace = probes.find(({ id }) => id === "pace");
  const access = { durations: [12, 1500] } as unknown as Parameters<NonNullable<typeof pace>["ask"]>[0];
  expect(await pace?.ask(access)).toMatchObject({
    isWell: false,
    saw: "The slowest answer took 1500 ms, and a cashier has to wait for it.",
  });
});
