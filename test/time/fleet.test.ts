import { describe, expect, it } from "vitest";
import { formatRelease } from "../../generator/time/release.js";
import { parseFleet, type FleetOptions } from "../../generator/time/fleet.js";
import { modelOf } from "../view/spec-of.js";

const model = modelOf({
  releases: ["10", "20.1", "20.10", "30"],
  ping: { a: { type: "string", "x-added-in": "20.1" }, b: { type: "string", "x-added-in": "20.10" } },
});

const listReleases = (options: FleetOptions): readonly string[] | undefined => {
  const fleet = parseFleet(options, model);
  return fleet.ok ? fleet.value.releases.map(formatRelease) : undefined;
};

describe("the releases of a fleet", () => {
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
  for (const { name, given, want } of cases) it(name, () => expect(listReleases(given)).toEqual(want));
});

describe("the releases of a fleet", () => {
  const spans = (options: FleetOptions): readonly string[] | undefined => {
    const fleet = parseFleet(options, model);
    if (!fleet.ok) return undefined;
    return fleet.value.spans.map(({ from, until }) =>
      [from, until].map((end) => (end === undefined ? "" : formatRelease(end))).join(" "),
    );
  };

  const cases: readonly { name: string; given: FleetOptions; want: readonly string[] }[] = [
    { name: "are all where no end is given", given: {}, want: [" "] },
    { name: "have no end where none is given", given: { minVersion: "20" }, want: ["20 "] },
    { name: "go on to the next change", given: { maxVersion: "20.2" }, want: [" 20.10"] },
    {
      name: "end where the knowledge of the spec does",
      given: { minVersion: "20.2", maxVersion: "20.10" },
      want: ["20.2 30.0.1"],
    },
    { name: "go as far ahead as was asked", given: { maxVersion: "40" }, want: [" 40.0.1"] },
    { name: "of one", given: { minVersion: "20.1", maxVersion: "20.1" }, want: ["20.1 20.10"] },
    { name: "of a list have gaps", given: { versions: "10,20.10" }, want: ["10 20.1", "20.10 30.0.1"] },
    { name: "of a list without gaps have none", given: { versions: "10,20.1,20.10" }, want: ["10 30.0.1"] },
    {
      name: "join where nothing changed between",
      given: { versions: "10,20,30" },
      want: ["10 20.1", "30 30.0.1"],
    },
    { name: "of the baseline begin before all", given: { versions: "0,30" }, want: [" 20.1", "30 30.0.1"] },
  ];
  for (const { name, given, want } of cases) it(name, () => expect(spans(given)).toEqual(want));
});

describe("a list of releases", () => {
  const cases: readonly {
    given: string;
    label: string;
    want: readonly string[];
    codes?: readonly string[];
  }[] = [
    { given: "10,30", label: "10 and 30", want: ["10", "30"] },
    { given: "30,v10,20.1.0", label: "10, 20.1 and 30", want: ["10", "20.1", "30"] },
    { given: "10,30,10.0,30", label: "10 and 30", want: ["10", "30"] },
    { given: "10,15,30", label: "10, 15 and 30", want: ["10", "15", "30"] },
    { given: "20.1", label: "20.1..20.1", want: ["20.1"] },
    { given: "20.1,20.1", label: "20.1..20.1", want: ["20.1"] },
    { given: "10,20,20.10", label: "10, 20 and 20.10", want: ["10", "20", "20.10"], codes: ["stops-short"] },
    { given: "20,20.1,20.10", label: "20, 20.1 and 20.10", want: ["20", "20.1", "20.10"] },
    { given: "41,10,40", label: "10, 40 and 41", want: ["10", "40", "41"], codes: ["ahead-of-spec"] },
    { given: "20,40", label: "20 and 40", want: ["20", "40"], codes: ["stops-short", "ahead-of-spec"] },
  ];
  it.each(cases)("$given is $label", ({ given, label, want, codes = [] }) => {
    const fleet = parseFleet({ versions: given }, model);
    if (!fleet.ok) throw new Error(JSON.stringify(fleet.problems));
    expect(fleet.value.label).toBe(label);
    expect(fleet.value.releases.map(formatRelease)).toEqual(want);
    expect(fleet.warnings.map(({ code }) => code)).toEqual(codes);
  });

  it("of one release is the range of that release", () => {
    const [list, range] = [{ versions: "20.1" }, { minVersion: "20.1", maxVersion: "20.1" }].map((options) =>
      parseFleet(options, model),
    );
    expect(list).toEqual(range);
  });

  it.each(["", ",", "10,", ",10", "10,,30", "10, 30", "10..30", "10,latest"])(
    "cannot be written %j",
    (versions) => {
      const fleet = parseFleet({ versions }, model);
      expect(fleet.ok ? [] : fleet.problems.map(({ code }) => code)).toEqual(["malformed-versions"]);
    },
  );

  it.each([{ minVersion: "10" }, { maxVersion: "30" }])("has no place beside %j", (range) => {
    const fleet = parseFleet({ versions: "10,30", ...range }, model);
    expect(fleet.ok ? [] : fleet.problems.map(({ code }) => code)).toEqual(["usage"]);
  });
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
  const ahead = (release: string) => new RegExp(`^v${release} .*\\(v30\\)`);
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
    expect(fleet.ok && fleet.value.releases.map(formatRelease)).toEqual(["0"]);
  });
});
