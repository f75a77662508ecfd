import { baseline, type Release } from "./release.js";

/** A stretch of releases: from one on, until before another. Without an end it is open there. */
export interface Span {
  readonly from?: Release;
  readonly until?: Release;
}

/**
 * When something exists: the one notion of time. Spans ascend, and neither overlap nor touch:
 *
 *     always           [{}]
 *     since v59        [{ from: 59 }]
 *     removed in v59   [{ until: 59 }]
 *     never            []
 */
export type Spans = readonly Span[];

export const always: Spans = [{}];

/** The span between two releases; no span where it would end before it begins. */
export function spanBetween(from: Release | undefined, until: Release | undefined): Spans {
  if ((from ?? baseline) >= (until ?? Infinity)) return [];
  return [{ ...(from !== undefined && from > baseline && { from }), ...(until !== undefined && { until }) }];
}

/** Whether something exists at a release. */
export const existsAt = (spans: Spans, release: Release): boolean =>
  spans.some(({ from = baseline, until = Infinity }) => from <= release && release < until);

/** Whether something exists in every one of these releases. */
export const existsInEvery = (spans: Spans, releases: readonly Release[]): boolean =>
  releases.every((release) => existsAt(spans, release));

/** Whether something exists in one of these releases at least. */
export const existsInSome = (spans: Spans, releases: readonly Release[]): boolean =>
  releases.some((release) => existsAt(spans, release));

/** Whether nothing is known to have removed it. */
export const existsStill = (spans: Spans): boolean => spans.length > 0 && goneIn(spans) === undefined;

/** The release that brought it first; undefined where it was always there. */
export const firstIn = (spans: Spans = always): Release | undefined => spans[0]?.from;

/** The release that removed it for good; undefined where it still exists. */
export const goneIn = (spans: Spans = always): Release | undefined => spans.at(-1)?.until;

/** The releases at which something comes or goes. */
export const edges = (spans: Spans): readonly Release[] =>
  spans.flatMap(({ from, until }) => [from, until].filter((release) => release !== undefined));

/** When both exist. */
export const intersect = (a: Spans, b: Spans): Spans =>
  a.flatMap((one) => b.flatMap((other) => spanBetween(later(one.from, other.from), earlier(one, other))));

const later = (a: Release = baseline, b: Release = baseline): Release => (a > b ? a : b);

const earlier = ({ until: a }: Span, { until: b }: Span): Release | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a < b ? a : b;

/** When one of the two exists at least. */
export const unite = (a: Spans, b: Spans): Spans => complement(intersect(complement(a), complement(b)));

/** When one of them exists at least. */
export const uniteAll = (all: readonly Spans[]): Spans => all.reduce(unite, []);

/** Everything that these spans leave out. */
export function complement(spans: Spans): Spans {
  const starts = [undefined, ...spans.map(({ until }) => until)];
  const ends = [...spans.map(({ from }) => from ?? baseline), undefined];
  return starts.flatMap((from, i) => (i > 0 && from === undefined ? [] : spanBetween(from, ends[i])));
}

/** Whether something exists as long as something else. */
export const covers = (spans: Spans, other: Spans): boolean =>
  intersect(other, complement(spans)).length === 0;

/**
 * When something exists, told to somebody who asks only about a part of time: undefined where it exists throughout that
 * part. An end that lies outside stays open, and so does a gap of the part that lies between two spans:
 *
 *     [{ from: 48, until: 60 }]  within  [{ from: 50 }]  is  [{ until: 60 }]
 */
export function within(spans: Spans, part: Spans): Spans | undefined {
  const missing = intersect(part, complement(spans));
  if (missing.length === 0) return undefined;
  const held = intersect(part, spans);
  return complement(missing).flatMap((gap) => {
    const [first] = held.filter(({ from = baseline }) => existsAt([gap], from));
    return first ? spanBetween(gap.from === undefined ? undefined : first.from, gap.until) : [];
  });
}
