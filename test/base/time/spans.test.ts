import { describe, expect, it } from "vitest";
import { formatRelease, parseRelease } from "../../../generator/base/time/release.js";
import {
  complement,
  covers,
  existsAt,
  existsInEvery,
  existsInSome,
  existsStill,
  addedIn,
  removedIn,
  intersect,
  spanBetween,
  unite,
  within,
  type Span,
  type Spans,
} from "../../../generator/base/time/spans.js";
import { releaseOf } from "../../pages/hand-made.js";

/** `20..30 40..`: from 20 until before 30, and from 40 on. */
const spansIn = (text: string): Span[] =>
  (text === "" ? [] : text.split(" ")).map((span) => {
    const [from, until] = span.split("..").map((end) => parseRelease(end));
    return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  });

const format = (spans: Spans | undefined): string | undefined =>
  spans?.map(({ from, until }) => [from, until].map((end) => end && formatRelease(end)).join("..")).join(" ");

describe("when something exists", () => {
  it.each([
    { spans: "..", at: "0", want: true },
    { spans: "", at: "10", want: false },
    { spans: "10..", at: "10", want: true },
    { spans: "10..", at: "9.9", want: false },
    { spans: "..10", at: "9.9", want: true },
    { spans: "..10", at: "10", want: false },
    { spans: "..10 20..30", at: "15", want: false },
    { spans: "..10 20..30", at: "29", want: true },
  ])("in $spans: at $at it is $want", ({ spans, at, want }) => {
    expect(existsAt(spansIn(spans), releaseOf(at))).toBe(want);
  });

  it.each([
    { spans: "..", first: undefined, gone: undefined, still: true },
    { spans: "", first: undefined, gone: undefined, still: false },
    { spans: "10..20 30..", first: "10", gone: undefined, still: true },
    { spans: "..20 30..40", first: undefined, gone: "40", still: false },
  ])("in $spans: its two ends", ({ spans, first, gone, still }) => {
    expect(addedIn(spansIn(spans))).toBe(first && releaseOf(first));
    expect(removedIn(spansIn(spans))).toBe(gone && releaseOf(gone));
    expect(existsStill(spansIn(spans))).toBe(still);
  });

  it("is asked of some releases, or of none", () => {
    const asked = (spans: string, ...releases: string[]) =>
      [existsInEvery, existsInSome].map((ask) => ask(spansIn(spans), releases.map(releaseOf)));
    expect(asked("10..", "10", "20")).toEqual([true, true]);
    expect(asked("20..", "10", "20")).toEqual([false, true]);
    expect(asked("30..", "10", "20")).toEqual([false, false]);
    expect(asked("")).toEqual([true, false]);
  });
});

describe("spans put together", () => {
  it.each([
    { a: "..", b: "10..20", both: "10..20", either: "..", aCoversB: true },
    { a: "", b: "10..20", both: "", either: "10..20", aCoversB: false },
    { a: "..20", b: "10..", both: "10..20", either: "..", aCoversB: false },
    { a: "..20", b: "20..", both: "", either: "..", aCoversB: false },
    { a: "10..20", b: "20..30", both: "", either: "10..30", aCoversB: false },
    { a: "10..20 30..40", b: "15..35", both: "15..20 30..35", either: "10..40", aCoversB: false },
    { a: "10..20 30..40", b: "12..13 30..", both: "12..13 30..40", either: "10..20 30..", aCoversB: false },
    { a: "10..20 30..", b: "12..13 35..40", both: "12..13 35..40", either: "10..20 30..", aCoversB: true },
  ])("$a and $b", ({ a, b, both, either, aCoversB }) => {
    const [mine, theirs] = [spansIn(a), spansIn(b)];
    expect(format(intersect(mine, theirs))).toBe(both);
    expect(format(unite(mine, theirs))).toBe(either);
    expect(format(unite(theirs, mine))).toBe(either);
    expect(covers(mine, theirs)).toBe(aCoversB);
  });

  it("makes none that ends before it begins, and leaves the first release open", () => {
    expect(spanBetween(releaseOf("20"), releaseOf("10"))).toEqual([]);
    expect(spanBetween(releaseOf("10"), releaseOf("10"))).toEqual([]);
    expect(spanBetween(releaseOf("0"), undefined)).toEqual([{}]);
  });
});

describe("a span within a part of time", () => {
  it.each([
    { name: "all of it", spans: "..", part: "10..40", want: undefined },
    { name: "just that part", spans: "10..40", part: "10..40", want: undefined },
    { name: "nothing of it", spans: "50..", part: "10..40", want: "" },
    { name: "its beginning", spans: "10..20", part: "10..40", want: "..20" },
    { name: "its end", spans: "30..", part: "10..40", want: "30.." },
    { name: "its middle", spans: "20..30", part: "10..40", want: "20..30" },
    { name: "both ends", spans: "10..20 30..40", part: "10..", want: "..20 30..40" },
    { name: "two parts with a gap that is not asked about", spans: "10..", part: "..20 30..", want: "10.." },
    { name: "all but the end of a part with gaps", spans: "..40", part: "10..20 30..40 50..", want: "..50" },
    { name: "what begins in a gap of the part", spans: "25..", part: "10..20 30..40", want: "30.." },
    { name: "what ends in a gap of the part", spans: "..25", part: "10..20 30..40", want: "..30" },
  ])("is $want for $name", ({ spans, part, want }) => {
    expect(format(within(spansIn(spans), spansIn(part)))).toBe(want);
  });
});

describe("what spans leave out", () => {
  it.each([
    { given: "", want: ".." },
    { given: "..", want: "" },
    { given: "..20", want: "20.." },
    { given: "20..", want: "..20" },
    { given: "20..30", want: "..20 30.." },
    { given: "..20 30..", want: "20..30" },
    { given: "20..30 40..50", want: "..20 30..40 50.." },
  ])("of $given is $want", ({ given, want }) => {
    expect(format(complement(spansIn(given)))).toBe(want);
  });
});
