import { describe, expect, it } from "vitest";
import * as generator from "../../../generator/base/time/release.js";
import * as output from "../../../templates/copied/validators/releases.js";

const { baseline, byRelease } = generator;

/** Generated code reads releases as the generator does. */
const readers: { where: string; parseRelease: Parse; formatRelease: Format }[] = [
  { where: "the generator", ...generator },
  { where: "the output", ...output } as never,
];
type Parse = typeof generator.parseRelease;
type Format = typeof generator.formatRelease;

describe.each(readers)("a release, in $where,", ({ parseRelease, formatRelease }) => {
  it.each([
    ["48", "48"],
    ["v48", "48"],
    ["v48.0.0", "48"],
    ["59.3.2", "59.3.2"],
    ["59.0.2", "59.0.2"],
    ["0", "0"],
    ["0.0.1", "0.0.1"],
    ["007", "7"],
    ["9999.9999.9999", "9999.9999.9999"],
  ])("written %s is %s", (text, shortest) => {
    const release = parseRelease(text);
    expect(release === undefined ? undefined : formatRelease(release)).toBe(shortest);
  });

  it.each([
    ...["", "v", "4x", "59.", ".3", "59..2", "59.3.2.1", "V48", "vv48", " 48", "48 ", "48\n", "-1", "1e3"],
    ...["59,3", "10000", "1.10000", "٤٨", "latest"],
  ])("cannot be written %j", (text) => {
    expect(parseRelease(text)).toBeUndefined();
  });

  it("is ordered part by part, by number", () => {
    const ascending = [
      "0",
      "0.0.1",
      "9",
      "11.1",
      "11.3",
      "48",
      "59",
      "59.0.9",
      "59.3",
      "59.3.2",
      "59.3.10",
      "59.10",
    ];
    const releases = ascending.map((text) => parseRelease(text) ?? baseline);
    const shuffled = [...releases].sort((a, b) => (a % 7) - (b % 7));
    expect(shuffled.sort(byRelease).map(formatRelease)).toEqual(ascending);
  });
});

describe("what is no text, in the output,", () => {
  it.each([undefined, null, 48, ["48"]])("is no release: %j", (value) => {
    expect(output.parseRelease(value)).toBeUndefined();
  });
});
