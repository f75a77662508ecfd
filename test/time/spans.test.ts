import { describe, expect, it } from "vitest";
import { baseline, formatRelease, parseRelease, type Release } from "../../generator/time/release.js";
import { outside, spansOf, type Span } from "../../generator/time/spans.js";

const releasesIn = (text: string): Release[] =>
  text === "" ? [] : text.split(" ").map((release) => parseRelease(release) ?? baseline);

/** `20..30 40..`: from 20 until before 30, and from 40 on. */
const spansIn = (text: string): Span[] =>
  (text === "" ? [] : text.split(" ")).map((span) => {
    const [from, until] = span.split("..").map((end) => parseRelease(end));
    return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  });

const format = (spans: readonly Span[] | undefined): string | undefined =>
  spans?.map(({ from, until }) => [from, until].map((end) => end && formatRelease(end)).join("..")).join(" ");

describe("the stretches that steps cover", () => {
  it.each([
    { name: "all of them", steps: "10 20 30", whole: "10 20 30", want: undefined },
    { name: "more than the whole", steps: "10 20 30", whole: "20 30", want: undefined },
    { name: "none of them", steps: "", whole: "10 20 30", want: "" },
    { name: "the first", steps: "10", whole: "10 20 30", want: "..20" },
    { name: "the last", steps: "30", whole: "10 20 30", want: "30.." },
    { name: "one in the middle", steps: "20", whole: "10 20 30", want: "20..30" },
    { name: "two in a row, which make one", steps: "10 20", whole: "10 20 30", want: "..30" },
    { name: "two to the end", steps: "20 30", whole: "10 20 30", want: "20.." },
    { name: "both ends", steps: "10 30", whole: "10 20 30", want: "..20 30.." },
    { name: "every other one", steps: "20 40", whole: "10 20 30 40 50", want: "20..30 40..50" },
    {
      name: "runs of several",
      steps: "10 20 40 50 70",
      whole: "10 20 30 40 50 60 70",
      want: "..30 40..60 70..",
    },
  ])("of a whole: $name", ({ steps, whole, want }) => {
    expect(format(spansOf(releasesIn(steps), releasesIn(whole)))).toBe(want);
  });
});

describe("what stretches leave out", () => {
  it.each([
    { given: "", want: ".." },
    { given: "..", want: "" },
    { given: "..20", want: "20.." },
    { given: "20..", want: "..20" },
    { given: "20..30", want: "..20 30.." },
    { given: "..20 30..", want: "20..30" },
    { given: "20..30 40..50", want: "..20 30..40 50.." },
    { given: "40..50 20..30", want: "..20 30..40 50.." },
    { given: "30.. ..20", want: "20..30" },
    { given: "30.. 10..20", want: "..10 20..30" },
  ])("of $given is $want", ({ given, want }) => {
    expect(format(outside(spansIn(given)))).toBe(want);
  });
});
