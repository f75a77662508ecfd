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

  it("says which ends of an empty one", () => {
    const fleet = parseFleet({ minVersion: "60.0", maxVersion: "48" }, model);
    expect(fleet.ok ? "" : fleet.problems[0]?.message).toMatch(/\b60\b.*\b48\b|\b48\b.*\b60\b/);
  });
});

describe("a range that may not be what was meant", () => {
  const ahead = (release: string) => new RegExp(`^v${release} .*v30,`);
  const cases: readonly { given: FleetOptions; label: string; code?: string; message?: RegExp }[] = [
    { given: { minVersion: "40" }, label: "40..", code: "ahead-of-spec", message: ahead("40") },
    { given: { maxVersion: "40.0.0" }, label: "..40", code: "ahead-of-spec", message: ahead("40") },
    {
      given: { minVersion: "40", maxVersion: "41" },
      label: "40..41",
      code: "ahead-of-spec",
      message: ahead("41"),
    },
    { given: { maxVersion: "20" }, label: "..20", code: "stops-short", message: /20\.1.*20\.10/ },
    { given: { maxVersion: "v20.0" }, label: "..20", code: "stops-short", message: /20\.1.*20\.10/ },
    { given: { maxVersion: "20.0.0" }, label: "..20" },
    { given: { maxVersion: "20.1" }, label: "..20.1" },
    { given: { maxVersion: "30" }, label: "..30" },
    { given: { minVersion: "30" }, label: "30.." },
    { given: {}, label: ".." },
  ];
  for (const { given, label, code, message } of cases) {
    it(`is ${label}, of ${JSON.stringify(given)}`, () => {
      const fleet = parseFleet(given, model);
      if (!fleet.ok) throw new Error(JSON.stringify(fleet.problems));
      expect(fleet.value.label).toBe(label);
      expect(fleet.warnings.map((warning) => warning.code)).toEqual(code === undefined ? [] : [code]);
      if (message) expect(fleet.warnings[0]?.message).toMatch(message);
    });
  }

  it("is nothing but the baseline where the spec lists no release", () => {
    const fleet = parseFleet({}, { ...model, releases: [], changes: [] });
    expect(fleet.ok && fleet.value.steps.map(formatRelease)).toEqual(["0"]);
  });
});
