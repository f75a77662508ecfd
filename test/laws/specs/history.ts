import { happens, oneOf, someOf, type Draw } from "../../workbench/draw.js";

/**
 * A half-open stretch of the releases of a spec, by index: 0 stands for what lies before the first release, 1 for the
 * first release. An `until` of one beyond the last means that the span has no end.
 */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The releases that a generated spec lists. */
export type Releases = readonly string[];

export const allTime = (releases: Releases): Span => ({ from: 0, until: releases.length + 1 });

type Annotations = Readonly<Record<string, unknown>>;

/** When a part exists, within a span: as annotations of the dialect, and as a span for the parts in it. */
export function drawDates(draw: Draw, within: Span, releases: Releases): [Annotations, Span] {
  if (!happens(draw, 40)) return [{}, within];
  const { from, until } = drawSpan(draw, within);
  const dates = {
    ...(from > within.from && { "x-added-in": releases[from - 1] }),
    ...(until < within.until && { "x-removed-in": releases[until - 1] }),
  };
  return [dates, { from, until }];
}

function drawSpan(draw: Draw, within: Span): Span {
  const from = within.from + draw.below(within.until - within.from);
  return { from, until: within.until - draw.below(within.until - from) };
}

/** The releases in a span, of which an annotation of a part that exists in the span may name one. */
const listReleasesWithin = (releases: Releases, { from, until }: Span): Releases =>
  releases.filter((_, index) => from <= index + 1 && index + 1 < until);

/** Switches between required and optional, which alternate; the last one says what it is now. */
export function drawSwitches(draw: Draw, within: Span, releases: Releases): [Annotations, boolean] {
  const requiredNow = happens(draw, 40);
  if (!happens(draw, 25)) return [{}, requiredNow];
  const at = drawReleases(draw, within, releases, 3);
  const isTo = (value: boolean) => (_: string, index: number) =>
    ((at.length - 1 - index) % 2 === 0) === (value === requiredNow);
  const [required, optional] = [at.filter(isTo(true)), at.filter(isTo(false))];
  return [
    {
      ...(required.length > 0 && { "x-required-since": oneOrMany(required) }),
      ...(optional.length > 0 && { "x-optional-since": oneOrMany(optional) }),
    },
    requiredNow,
  ];
}

const oneOrMany = (items: readonly string[]): unknown => (items.length === 1 ? items[0] : items);

/** Up to so many of the releases in a span, ascending. */
export function drawReleases(draw: Draw, within: Span, releases: Releases, most: number): readonly string[] {
  const possible = listReleasesWithin(releases, within);
  const chosen = new Set(someOf(draw, possible, 1 + draw.below(most)));
  return possible.filter((release) => chosen.has(release));
}

/** An enum whose values come and go, and the span in which the enum exists. */
export interface EnumHistory {
  readonly values: readonly string[];
  readonly open: boolean;
  readonly within: Span;
}

/** When each value of an enum exists. At every release at least one does, unless the enum is open. */
export function drawValueDates(
  draw: Draw,
  { values, open, within }: EnumHistory,
  releases: Releases,
): Annotations {
  const [first = "", second] = values;
  const added: Record<string, unknown> = {};
  const removed: Record<string, unknown> = {};
  const possible = listReleasesWithin(releases, within);
  const handOver = second !== undefined && possible.length > 0 && happens(draw, 25);
  if (handOver) added[second] = removed[first] = oneOf(draw, possible);
  for (const value of values.slice(handOver ? 2 : open ? 0 : 1)) {
    const [dates] = drawDates(draw, within, releases);
    if (dates["x-added-in"] !== undefined) added[value] = dates["x-added-in"];
    if (dates["x-removed-in"] !== undefined) removed[value] = dates["x-removed-in"];
  }
  return {
    ...(Object.keys(added).length > 0 && { "x-enum-added-in": added }),
    ...(Object.keys(removed).length > 0 && { "x-enum-removed-in": removed }),
  };
}
