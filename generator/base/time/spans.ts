import { baseline, type Release } from "./release.js";

/** The releases from `from` on, up to but not including `until`; a missing end is open. */
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
  if (from === undefined && until === undefined) return always;
  if ((from ?? baseline) >= (until ?? Infinity)) return [];
  return [{ ...(from !== undefined && from > baseline && { from }), ...(until !== undefined && { until }) }];
}

/** Whether something exists at a release. */
export const existsAt = (spans: Spans, release: Release): boolean =>
  spans.some(({ from = baseline, until = Infinity }) => from <= release && release < until);

/** Whether something exists in every one of these releases. */
export const existsInEvery = (spans: Spans, releases: readonly Release[]): boolean =>
  releases.every((release) => existsAt(spans, release));

/** Whether something exists in at least one of these releases. */
export const existsInSome = (spans: Spans, releases: readonly Release[]): boolean =>
  releases.some((release) => existsAt(spans, release));

/** Whether the last span is open: no known release removed it for good. */
export const existsStill = (spans: Spans): boolean => spans.length > 0 && removedIn(spans) === undefined;

/** The release that brought it first; undefined where it was always there. */
export const addedIn = (spans: Spans = always): Release | undefined => spans[0]?.from;

/** The release that removed it for good; undefined where it still exists. */
export const removedIn = (spans: Spans = always): Release | undefined => spans.at(-1)?.until;

/** The releases at which something comes or goes. */
export const listSpanEdges = (spans: Spans): readonly Release[] =>
  spans.flatMap(({ from, until }) => [from, until].filter((release) => release !== undefined));

/** When both exist. */
export const intersect = (a: Spans, b: Spans): Spans =>
  a.flatMap((one) => b.flatMap((other) => spanBetween(later(one.from, other.from), earlier(one, other))));

const later = (a: Release = baseline, b: Release = baseline): Release => (a > b ? a : b);

const earlier = ({ until: a }: Span, { until: b }: Span): Release | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a < b ? a : b;

/** When at least one of the two exists. */
export const unite = (a: Spans, b: Spans): Spans => (a === b ? a : uniteAll([a, b]));

/** When at least one of them exists. */
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

/** Everything that these spans leave out. */
export function complement(spans: Spans): Spans {
  const starts = [undefined, ...spans.map(({ until }) => until)];
  const ends = [...spans.map(({ from }) => from ?? baseline), undefined];
  return starts.flatMap((from, i) => (i > 0 && from === undefined ? [] : spanBetween(from, ends[i])));
}

/** Whether the first spans contain all of the others. */
export const covers = (spans: Spans, other: Spans): boolean =>
  intersect(other, complement(spans)).length === 0;

/**
 * When something exists, as seen from a part of time: undefined if it exists throughout that part. An end outside the part
 * is left open, and two spans with only a gap of the part between them become one:
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
