import { happens, oneOf, someOf, type Draw } from "../../workbench/draw.js";

/**
 * A half-open range of the releases of a spec, by index: 0 is before the first release, 1 is the first release. An
 * `until` one past the last release is open.
 */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export type Releases = readonly string[];

export const allTime = (releases: Releases): Span => ({ from: 0, until: releases.length + 1 });

type Annotations = Readonly<Record<string, unknown>>;

/** Draws when something exists within a span. Returns this as annotations, and as a span for everything inside. */
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

const listReleasesWithin = (releases: Releases, { from, until }: Span): Releases =>
  releases.filter((_, index) => from <= index + 1 && index + 1 < until);

/** Switches between required and optional in turn. The last switch sets the current state. */
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

export function drawReleases(draw: Draw, within: Span, releases: Releases, most: number): readonly string[] {
  const possible = listReleasesWithin(releases, within);
  const chosen = new Set(someOf(draw, possible, 1 + draw.below(most)));
  return possible.filter((release) => chosen.has(release));
}

export interface EnumHistory {
  readonly values: readonly string[];
  readonly open: boolean;
  readonly within: Span;
}

/** Draws when each value of an enum exists. Every release has a value, unless the enum is open. */
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
