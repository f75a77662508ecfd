import { describe, expect, it } from "vitest";
import { formatRelease } from "../../generator/schema/release.js";
import { parseFleet, type FleetOptions } from "../../generator/version/fleet.js";
import { modelOf } from "./spec-of.js";

const model = modelOf({
  releases: ["10", "20.1", "20.10", "30"],
  ping: { a: { type: "string", "x-added-in": "20.1" }, b: { type: "string", "x-added-in": "20.10" } },
});

const steps = (options: FleetOptions): readonly string[] | undefined => {
  const fleet = parseFleet(options, model);
  return fleet.ok ? fleet.value.steps.map(formatRelease) : undefined;
};

describe("the steps of a fleet", () => {
  const cases: readonly { name: string; given: FleetOptions; want: readonly string[] }[] = [
    { name: "of any shop are the baseline and every change", given: {}, want: ["0", "20.1", "20.10"] },
    {
      name: "leave out what the lower end already has",
      given: { minVersion: "20.1" },
      want: ["20.1", "20.10"],
    },
    { name: "order parts as numbers", given: { minVersion: "20.9" }, want: ["20.9", "20.10"] },
    {
      name: "may begin at a release that nobody listed",
      given: { minVersion: "v15" },
      want: ["15", "20.1", "20.10"],
    },
    { name: "end with the range", given: { maxVersion: "20.2" }, want: ["0", "20.1"] },
    { name: "are one where the ends meet", given: { minVersion: "20", maxVersion: "20.0.0" }, want: ["20"] },
    {
      name: "skip a release that changed no shape",
      given: { minVersion: "25", maxVersion: "30" },
      want: ["25"],
    },
  ];
  for (const { name, given, want } of cases) it(name, () => expect(steps(given)).toEqual(want));
});

describe("a range that cannot be", () => {
  const cases: readonly { name: string; given: FleetOptions; want: readonly string[] }[] = [
    { name: "names no release", given: { minVersion: "4x" }, want: ["malformed-release"] },
    {
      name: "names none at both ends",
      given: { minVersion: "", maxVersion: "1.2.3.4" },
      want: ["malformed-release", "malformed-release"],
    },
    { name: "is empty", given: { minVersion: "60", maxVersion: "48" }, want: ["empty-range"] },
  ];
  for (const { name, given, want } of cases) {
    it(name, () => {
      const fleet = parseFleet(given, model);
      expect(fleet.ok ? [] : fleet.problems.map(({ code }) => code)).toEqual(want);
    });
  }

  it("is accepted with a warning where it is ahead of the spec", () => {
    const fleet = parseFleet({ minVersion: "40" }, model);
    expect(fleet.ok && fleet.warnings.map(({ code }) => code)).toEqual(["ahead-of-spec"]);
    expect(fleet.ok && fleet.value.label).toBe("40..");
  });
});
