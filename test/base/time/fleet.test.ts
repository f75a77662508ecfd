import { describe, expect, it } from "vitest";
import { formatRelease } from "../../../generator/base/time/release.js";
import {
  formatFleet,
  parseFleet,
  parseRange,
  type FleetOptions,
} from "../../../generator/base/time/fleet.js";
import { modelOf } from "../../contract/view/spec-of.js";

const model = modelOf({
  releases: ["10", "20.1", "20.10", "30"],
  ping: { a: { type: "string", "x-added-in": "20.1" }, b: { type: "string", "x-added-in": "20.10" } },
});

/** Parses a range such as `10..30`, with optional ends, or a list. */
function parse(text: string) {
  if (!text.includes("..")) return parseFleet({ versions: text }, model);
  const [minVersion, maxVersion] = text.split("..").map((end) => (end === "" ? undefined : end));
  return parseFleet({ minVersion, maxVersion }, model);
}

describe("a fleet", () => {
  it.each<[given: string, label: string, releases: string, spans: string, ...warnings: string[]]>([
    ["..", "..", "0 20.1 20.10", ".."],
    ["20.1..", "20.1..", "20.1 20.10", "20.1.."],
    ["20.9..", "20.9..", "20.9 20.10", "20.9.."],
    ["v15..", "15..", "15 20.1 20.10", "15.."],
    ["..20.2", "..20.2", "0 20.1", "..20.10"],
    ["20..20.0.0", "20..20", "20", "20..20.1"],
    ["25..30", "25..30", "25", "25..30.0.1"],
    ["20.2..20.10", "20.2..20.10", "20.2 20.10", "20.2..30.0.1"],
    ["20.1..20.1", "20.1..20.1", "20.1", "20.1..20.10"],
    ["40..", "40..", "40", "40..", "ahead-of-spec"],
    ["..40", "..40", "0 20.1 20.10", "..40.0.1", "ahead-of-spec"],
    ["40..41", "40..41", "40", "40..41.0.1", "ahead-of-spec"],
    ["..v20.0", "..20", "0", "..20.1", "stops-short"],
    // A release with all three numbers means only that release.
    ["..20.0.0", "..20", "0", "..20.1"],
    ["..20.1", "..20.1", "0 20.1", "..20.10"],
    ["..30", "..30", "0 20.1 20.10", "..30.0.1"],
    ["30..", "30..", "30", "30.."],
    ["30,v10,20.1.0", "10, 20.1 and 30", "10 20.1 30", "10..20.10 30..30.0.1"],
    ["10,30,10.0,30", "10 and 30", "10 30", "10..20.1 30..30.0.1"],
    ["10,15,30", "10, 15 and 30", "10 15 30", "10..20.1 30..30.0.1"],
    ["20.1,20.1", "20.1..20.1", "20.1", "20.1..20.10"],
    ["10,20,20.10", "10, 20 and 20.10", "10 20 20.10", "10..20.1 20.10..30.0.1", "stops-short"],
    ["20,20.1,20.10", "20, 20.1 and 20.10", "20 20.1 20.10", "20..30.0.1"],
    ["41,10,40", "10, 40 and 41", "10 40 41", "10..20.1 40..41.0.1", "ahead-of-spec"],
    ["20,40", "20 and 40", "20 40", "20..20.1 40..40.0.1", "stops-short", "ahead-of-spec"],
    ["0,30", "0 and 30", "0 30", "..20.1 30..30.0.1"],
  ])("%s is %s: it changes at %s, and is there through %s", (...row) => {
    const [given, label, releases, spans, ...warnings] = row;
    const fleet = parse(given);
    if (!fleet.ok) throw new Error(JSON.stringify(fleet.problems));
    const { value } = fleet;
    const ends = value.spans.map(({ from, until }) => [from, until].map((end) => end && formatRelease(end)));
    expect(value.label).toBe(label);
    expect(value.releases.map(formatRelease).join(" ")).toBe(releases);
    expect(ends.map((each) => each.join("..")).join(" ")).toBe(spans);
    expect(fleet.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it("of one release in a list is the range of that release", () => {
    expect(parse("20.1")).toEqual(parse("20.1..20.1"));
  });

  it.each([
    ["40.0..41.0", /^v41 .*\(v30\)/],
    ["..20", /20\.1.*20\.10/],
  ])("%s warns of the releases that it is about", (given, message) => {
    const fleet = parse(given);
    expect(fleet.ok && fleet.warnings[0]?.message).toMatch(message);
  });

  it.each<[string, FleetOptions, ...codes: string[]]>([
    ["names no release", { minVersion: "4x" }, "malformed-release"],
    ["names none", { minVersion: "", maxVersion: "1.2.3.4" }, "malformed-release", "malformed-release"],
    ["is empty", { minVersion: "60", maxVersion: "48" }, "empty-range"],
    ["is a list beside a beginning", { versions: "10,30", minVersion: "10" }, "usage"],
    ["is a list beside an end", { versions: "10,30", maxVersion: "30" }, "usage"],
    ...["", ",", "10,", ",10", "10,,30", "10, 30", "10..30", "10,latest"].map(
      (versions): [string, FleetOptions, string] => [`is "${versions}"`, { versions }, "malformed-versions"],
    ),
  ])("cannot be one that %s", (_, given, ...codes) => {
    const fleet = parseFleet(given, model);
    expect(fleet.ok ? [] : fleet.problems.map(({ code }) => code)).toEqual(codes);
  });

  it("that is empty is told by its ends", () => {
    const fleet = parse("60.0..48");
    expect(fleet.ok ? "" : fleet.problems[0]?.message).toMatch(/\b60\b.*\b48\b|\b48\b.*\b60\b/);
  });

  it("is nothing but the baseline where the spec lists no release", () => {
    const fleet = parseFleet({}, { ...model, releases: [], changes: [] });
    expect(fleet.ok && fleet.value.releases.map(formatRelease)).toEqual(["0"]);
  });
});

describe("a range in one word", () => {
  it.each<[given: string, name: string, ends: string, ...warnings: string[]]>([
    ["20.1", "v20.1", "20.1 20.1"],
    ["v10.0", "v10", "10 10"],
    ["20", "v20", "20 20", "stops-short"],
    ["40", "v40", "40 40", "ahead-of-spec"],
    ["10..30", "10..30", "10 30"],
    ["10..", "10..", "10 30"],
    ["..", "..", "0 30"],
    ["30,10,20.1", "10, 20.1 and 30", "10 30"],
  ])("%s is %s", (given, name, ends, ...warnings) => {
    const fleet = parseRange(given, model);
    if (!fleet.ok) throw new Error(JSON.stringify(fleet.problems));
    const { min, max } = fleet.value;
    expect([formatFleet(fleet.value), `${formatRelease(min)} ${formatRelease(max)}`]).toEqual([name, ends]);
    expect(fleet.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it.each([
    ...["", "x", "10..x", "x..10", "10..20..30", "....", "10 ..20", "10...20", "10,", "10,20..30", "10, 30"],
    "30..10",
  ])("cannot be %j", (given) => {
    const fleet = parseRange(given, model);
    const code = given === "30..10" ? "empty-range" : "malformed-range";
    expect(fleet.ok ? [] : fleet.problems.map((problem) => problem.code)).toEqual([code]);
    expect(fleet.ok ? "" : fleet.problems[0]?.message).toContain(
      given === "30..10" ? "30" : JSON.stringify(given),
    );
  });
});
