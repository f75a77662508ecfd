import { describe, expect, it } from "vitest";
import { formatRelease } from "../../../generator/base/time/release.js";
import { formatFleet, parseRange } from "../../../generator/base/time/fleet.js";
import { modelOf } from "../../contract/view/spec-of.js";

const model = modelOf({
  releases: ["10", "20.1", "30"],
  ping: { a: { type: "string", "x-added-in": "20.1" }, b: { type: "string", "x-added-in": "30" } },
});

describe("a range", () => {
  it.each([
    { given: "20.1", name: "v20.1", min: "20.1", max: "20.1", warned: [] },
    { given: "v10.0", name: "v10", min: "10", max: "10", warned: [] },
    { given: "20", name: "v20", min: "20", max: "20", warned: ["stops-short"] },
    { given: "40", name: "v40", min: "40", max: "40", warned: ["ahead-of-spec"] },
    { given: "10..30", name: "10..30", min: "10", max: "30", warned: [] },
    { given: "10..", name: "10..", min: "10", max: "30", warned: [] },
    { given: "..30", name: "..30", min: "0", max: "30", warned: [] },
    { given: "..", name: "..", min: "0", max: "30", warned: [] },
    { given: "10,30", name: "10 and 30", min: "10", max: "30", warned: [] },
    { given: "30,10,20.1", name: "10, 20.1 and 30", min: "10", max: "30", warned: [] },
  ])("$given is $name", ({ given, name, min, max, warned }) => {
    const fleet = parseRange(given, model);
    if (!fleet.ok) throw new Error(JSON.stringify(fleet.problems));
    expect(formatFleet(fleet.value)).toBe(name);
    expect([fleet.value.min, fleet.value.max].map(formatRelease)).toEqual([min, max]);
    expect(fleet.warnings.map(({ code }) => code)).toEqual(warned);
  });

  it.each([
    ...["", "x", "10..x", "x..10", "10..20..30", "....", "10 ..20", "10...20", "10,", "10,20..30", "10, 30"],
  ])("cannot be written %j", (given) => {
    const fleet = parseRange(given, model);
    expect(fleet.ok ? [] : fleet.problems.map(({ code }) => code)).toEqual(["malformed-range"]);
    expect(fleet.ok ? "" : fleet.problems[0]?.message).toContain(JSON.stringify(given));
  });

  it("must not end before it begins", () => {
    const fleet = parseRange("30..10", model);
    expect(fleet.ok ? [] : fleet.problems.map(({ code }) => code)).toEqual(["empty-range"]);
  });
});
