import { describe, expect, it } from "vitest";
import { merge, type JsonObject } from "../../../generator/base/json.js";
import { formatYaml } from "../../../generator/base/text/yaml.js";
import type { RecordedExchange } from "../../../generator/contract/traffic/recorded-exchange.js";
import type { EventSetUp } from "../../../generator/till/engine/till-types.js";
import { makeScenarios } from "../../../generator/till/scenario/from-traffic.js";
import { maxScenarioLength } from "../../../generator/till/scenario/read-scenarios.js";
import { createRedaction } from "../../../generator/till/traffic/redact.js";
import { readCases } from "../../workbench/cases.js";
import { play, readOne, reader } from "../desk.js";
import { ownContract } from "../own-spec.js";
import { listFailures } from "../proof/built-in.js";
import { openQuickCafe } from "./quick-cafe.js";
import { doScenario } from "./doing.js";

interface TrafficCase {
  readonly name: string;
  readonly steps: readonly JsonObject[];
  readonly events?: Readonly<Record<string, EventSetUp>>;
  /** The number of first requests that are not in the recording. */
  readonly skip?: number;
  /** Of the same sale. */
  readonly records?: readonly (RecordedExchange & { readonly request: JsonObject })[];
  readonly want?: readonly string[];
  readonly leftOut?: readonly string[];
}

const cases = readCases("from-traffic.yaml", import.meta) as readonly TrafficCase[];

const make = (records: readonly RecordedExchange[]) =>
  makeScenarios(records, ownContract(), { reader: reader() });

async function recordCase({ name, steps, events, skip, records = [] }: TrafficCase) {
  const scenario = readOne(formatYaml({ name, events, steps }));
  const { done, wire } = await doScenario(scenario, { fetch: openQuickCafe() });
  const session = { sessionId: done.at(-1)?.session.sessionId ?? "" };
  const at = (wire.at(-1)?.at ?? 0) + 1000;
  const others = records.map((record) => {
    const request = merge({ session }, record.request);
    return { ...record, subscription: "shop-12", at, request };
  });
  return [...wire.slice(skip), ...others];
}

function requireCase(index: number): TrafficCase {
  const found = cases[index];
  if (!found) throw new Error(`There is no case ${index}`);
  return found;
}

describe("scenarios of a recording", () => {
  it.each(cases)("$name", async (given) => {
    const records = await recordCase(given);
    const before = JSON.stringify(records);
    const { scenarios, leftOut } = await make(records);
    expect(scenarios.map(({ text }) => text)).toEqual(given.want ?? []);
    expect(leftOut).toEqual(given.leftOut ?? []);
    expect(JSON.stringify(records)).toBe(before);
    expect(await make(records)).toEqual({ scenarios, leftOut });
    if (given.records) return;
    const fetch = openQuickCafe();
    for (const { text } of scenarios) expect(listFailures(await play(text, { fetch }))).toEqual([]);
  });

  it("chooses by id in a redacted recording, and expects none of its texts", async () => {
    const redact = createRedaction(ownContract().model, Buffer.alloc(32));
    const records = (await recordCase(requireCase(0))).map((record) => {
      const origin = { event: record.event, isReport: false };
      return {
        ...record,
        redacted: true as const,
        request: redact(record.request, { ...origin, direction: "request" }),
        answer: redact(record.answer ?? null, { ...origin, direction: "response" }),
      };
    });
    const { scenarios, leftOut } = await make(records);
    const [{ text } = { text: "" }] = scenarios;
    expect(leftOut).toEqual([]);
    expect(text).toContain("- choose: 1\n");
    expect(text).toContain("dialogOptions: [ {}, {} ]");
    expect(text).toContain("lineChanges: [ { externalDiscount: { discountAmount: 0.5 } } ]");
  });

  it("makes no more scenarios than a file can have", async () => {
    const sale = await recordCase(requireCase(1));
    const text = JSON.stringify(sale).replaceAll("2900004815168", "9".repeat(30_000));
    const many = Array.from({ length: 8 }, (_, number) =>
      // Other session ids.
      text.replaceAll(/"sessionId":"/g, `$&${number}`),
    ).flatMap((each) => JSON.parse(each) as typeof sale);
    const { scenarios, leftOut } = await make(many);
    const length = scenarios.reduce((sum, each) => sum + each.text.length, 0);
    expect(length).toBeLessThan(maxScenarioLength);
    expect(length).toBeGreaterThan(maxScenarioLength / 2);
    const count = (16 - scenarios.length) * 3;
    expect(leftOut).toEqual([
      `${count} requests left out: a file of scenarios has at most 200,000 characters.`,
    ]);
  });

  it("names twenty reasons at most", async () => {
    const events = Array.from({ length: 30 }, (_, index) => ({
      event: `event${index}`,
      request: { event: {} },
    }));
    const { leftOut } = await make(events);
    expect(leftOut).toHaveLength(21);
    expect(leftOut.at(-1)).toBe("10 more reasons.");
  });
});
