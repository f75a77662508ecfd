import type { Release } from "./release.js";

/** A stretch of releases: from one on, until before another; an open end reaches as far as its whole does. */
export interface Span {
  readonly from?: Release;
  readonly until?: Release;
}

/**
 * The stretches that some of the steps of a whole cover; undefined where they cover all of it. Between two
 * steps nothing changes, so a stretch ends where the next step begins.
 */
export function spansOf(steps: readonly Release[], whole: readonly Release[]): readonly Span[] | undefined {
  const covered = new Set(steps);
  if (whole.every((step) => covered.has(step))) return undefined;
  const spans: Span[] = [];
  whole.forEach((step, index) => {
    if (!covered.has(step)) return;
    const previous = whole[index - 1];
    const begins = previous === undefined || !covered.has(previous);
    const next = whole[index + 1];
    if (begins) spans.push({ ...(previous !== undefined && { from: step }) });
    if (next !== undefined && !covered.has(next)) spans.push({ ...spans.pop(), until: next });
  });
  return spans;
}

/** From when until when something exists; open ends are as old, or as young, as what holds it. */
export interface Life {
  readonly added?: Release;
  readonly removed?: Release;
}

/** A life as a stretch. */
export const spanOf = ({ added, removed }: Life): Span => ({
  ...(added !== undefined && { from: added }),
  ...(removed !== undefined && { until: removed }),
});

/** Whether a release lies in one of these stretches. */
export const isWithin = (release: Release, spans: readonly Span[]): boolean =>
  spans.some(({ from = 0, until = Infinity }) => from <= release && release < until);

/** Everything that these stretches leave out. */
export function outside(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const gaps: Span[] = [];
  let end: Release | undefined;
  for (const { from, until } of sorted) {
    if (from !== undefined) gaps.push({ ...(end !== undefined && { from: end }), until: from });
    if (until === undefined) return gaps;
    end = until;
  }
  return [...gaps, { ...(end !== undefined && { from: end }) }];
}
