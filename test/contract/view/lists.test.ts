import { describe, expect, it } from "vitest";
import { toPlainString } from "../../../generator/pages/blocks/text.js";
import { fleetText } from "../../../generator/pages/prose/fleet-text.js";
import { baseline, parseRelease, type Release } from "../../../generator/base/time/release.js";
import { getCoverage, parseFleet, type Fleet } from "../../../generator/base/time/fleet.js";
import { describeObject, modelOf, tableOf, viewOf } from "./spec-of.js";

const text = { type: "string" };
const model = modelOf({
  ping: {
    always: text,
    once: { ...text, "x-added-in": "20", "x-removed-in": "30" },
    since: { ...text, "x-added-in": "20" },
  },
});

const parseListFleet = (versions: string): Fleet => {
  const fleet = parseFleet({ versions }, model);
  if (!fleet.ok) throw new Error(JSON.stringify(fleet.problems));
  return fleet.value;
};

const releaseOf = (name: string): Release => parseRelease(name) ?? baseline;

const once = { ...text, "x-added-in": "20", "x-removed-in": "30" };
const other = {
  ...text,
  "x-was": [
    { until: "20", schema: { ...text, maxLength: 9 } },
    { until: "30", schema: { type: "integer" } },
  ],
};

it.each([
  { name: "existed only in a gap is in none", shape: once, list: "10,30", ping: [], pong: [] },
  { name: "existed at one is in some", shape: once, list: "10,20", ping: ["x?: string @since"], pong: [] },
  {
    name: "existed at all is in all",
    shape: once,
    list: "20,29.9",
    ping: ["x?: string"],
    pong: ["x?: string"],
  },
  {
    name: "was another in a gap",
    shape: other,
    list: "10,30",
    ping: ["x?: string"],
    pong: ["x?: string<-9>"],
  },
  { name: "was another", shape: other, list: "10,25,30", ping: ["x?: string | integer"], pong: [] },
])("a property that $name, of $list", ({ shape, list, ping, pong }) => {
  expect(describeObject(viewOf(modelOf({ ping: { x: shape } }), list), "ping")).toEqual(ping);
  expect(describeObject(viewOf(modelOf({ pong: { x: shape } }), list), "pong")).toEqual(pong);
});

describe("what existed only between the releases of a list", () => {
  const exists = [{ from: releaseOf("20"), until: releaseOf("30") }];

  it("is not among what a receiver knows, but told of by the release that removed it", () => {
    const listProperties = (versions: string) => tableOf(model, versions).objects["Ping"]?.properties;
    const always = "string";
    const since = { type: "string", proves: "20" };
    const once = { proves: "20", outside: { until: "30" } };
    expect(listProperties("10,30")).toEqual({ always, since, once });
    expect(listProperties("10,20,30")).toEqual({ always, since, once: since });
  });

  it("is in no shop, as the docs mark it", () => {
    expect(getCoverage(parseListFleet("10,30"), exists)).toBe("no shop");
    expect(getCoverage(parseListFleet("10,25"), exists)).toBe("some shops");
    expect(getCoverage(parseListFleet("20,25"), exists)).toBe("every shop");
  });
});

describe("a list", () => {
  it("is told in words", () => {
    expect(toPlainString(fleetText(parseListFleet("30,10")))).toBe("shops that run v10 or v30");
    expect(toPlainString(fleetText(parseListFleet("10,20,30")))).toBe("shops that run v10, v20 or v30");
    expect(toPlainString(fleetText(parseListFleet("20")))).toBe("shops that run v20");
  });
});
