import { baseline, type Release } from "./release.js";

/** The releases from `from` up to, but not including, `until`. A missing end is open. */
export interface Span {
  readonly from?: Release;
  readonly until?: Release;
}

/**
 * The releases in which something exists: our only notion of time. Spans ascend, and neither overlap nor touch:
 *
 *     always           [{}]
 *     added in v59     [{ from: 59 }]
 *     removed in v59   [{ until: 59 }]
 *     never            []
 */
export type Spans = readonly Span[];

export const always: Spans = [{}];

/** Empty if the span would end before it begins. */
export function spanBetween(from: Release | undefined, until: Release | undefined): Spans {
  if (from === undefined && until === undefined) return always;
  if ((from ?? baseline) >= (until ?? Infinity)) return [];
  return [{ ...(from !== undefined && from > baseline && { from }), ...(until !== undefined && { until }) }];
}

export const existsAt = (spans: Spans, release: Release): boolean =>
  spans.some(({ from = baseline, until = Infinity }) => from <= release && release < until);

export const existsInEvery = (spans: Spans, releases: readonly Release[]): boolean =>
  releases.every((release) => existsAt(spans, release));

export const existsInSome = (spans: Spans, releases: readonly Release[]): boolean =>
  releases.some((release) => existsAt(spans, release));

/** True if no known release removed it for good. */
export const existsStill = (spans: Spans): boolean => spans.length > 0 && removedIn(spans) === undefined;

/** The release that first added it; undefined if it always existed. */
export const addedIn = (spans: Spans = always): Release | undefined => spans[0]?.from;

/** The release that removed it for good; undefined if it still exists. */
export const removedIn = (spans: Spans = always): Release | undefined => spans.at(-1)?.until;

export const listSpanEdges = (spans: Spans): readonly Release[] =>
  spans.flatMap(({ from, until }) => [from, until].filter((release) => release !== undefined));

export const intersect = (a: Spans, b: Spans): Spans =>
  a.flatMap((one) => b.flatMap((other) => spanBetween(later(one.from, other.from), earlier(one, other))));

const later = (a: Release = baseline, b: Release = baseline): Release => (a > b ? a : b);

const earlier = ({ until: a }: Span, { until: b }: Span): Release | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a < b ? a : b;

export const unite = (a: Spans, b: Spans): Spans => (a === b ? a : uniteAll([a, b]));

export function uniteAll(all: readonly Spans[]): Spans {
  const united: Span[] = [];
  for (const span of all.flat().sort((a, b) => getStart(a) - getStart(b))) {
    const last = united.at(-1);
    if (last === undefined || getEnd(last) < getStart(span)) united.push(span);
    else if (getEnd(last) < getEnd(span)) united.splice(-1, 1, ...spanBetween(last.from, span.until));
  }
  return united;
}

const getStart = ({ from = baseline }: Span): number => from;
const getEnd = ({ until }: Span): number => until ?? Infinity;

export function complement(spans: Spans): Spans {
  const starts = [undefined, ...spans.map(({ until }) => until)];
  const ends = [...spans.map(({ from }) => from ?? baseline), undefined];
  return starts.flatMap((from, i) => (i > 0 && from === undefined ? [] : spanBetween(from, ends[i])));
}

export const covers = (spans: Spans, other: Spans): boolean =>
  intersect(other, complement(spans)).length === 0;

/**
 * Spans as seen from a part of time; undefined if they cover all of it. An end outside the part is left open, and two
 * spans merge if the gap between them lies outside the part:
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
