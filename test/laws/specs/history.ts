import { happens, oneOf, someOf, type Draw } from "../../workbench/draw.js";

/**
 * A stretch of the releases of a spec, by index: 0 is what lies before the first, 1 the first that is listed;
 * `until` is not in it, and one beyond the last means that it never ended.
 */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** The releases that a generated spec lists. */
export type Releases = readonly string[];

export const allTime = (releases: Releases): Window => ({ from: 0, until: releases.length + 1 });

type Annotations = Readonly<Record<string, unknown>>;

/** A life inside a window, as annotations and as a window for what lies within. */
export function drawLife(draw: Draw, within: Window, releases: Releases): [Annotations, Window] {
  if (!happens(draw, 40)) return [{}, within];
  const { from, until } = drawWindow(draw, within);
  const life = {
    ...(from > within.from && { "x-added-in": releases[from - 1] }),
    ...(until < within.until && { "x-removed-in": releases[until - 1] }),
  };
  return [life, { from, until }];
}

function drawWindow(draw: Draw, within: Window): Window {
  const from = within.from + draw.below(within.until - within.from);
  return { from, until: within.until - draw.below(within.until - from) };
}

/** The releases in a window: what dates a part lies in its life. */
export const releasesWithin = (releases: Releases, { from, until }: Window): Releases =>
  releases.filter((_, index) => from <= index + 1 && index + 1 < until);

/** Switches between required and optional, which alternate; the last one says what it is now. */
export function drawSwitches(draw: Draw, within: Window, releases: Releases): [Annotations, boolean] {
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

/** Up to so many of the releases in a window, ascending. */
export function drawReleases(
  draw: Draw,
  within: Window,
  releases: Releases,
  most: number,
): readonly string[] {
  const possible = releasesWithin(releases, within);
  const chosen = new Set(someOf(draw, possible, 1 + draw.below(most)));
  return possible.filter((release) => chosen.has(release));
}

/** An enum whose values have lives, and the window in which it lives itself. */
export interface EnumHistory {
  readonly values: readonly string[];
  readonly open: boolean;
  readonly within: Window;
}

/** The lives of an enum's values: at every release one of them is alive, unless the enum is open. */
export function drawValueLives(
  draw: Draw,
  { values, open, within }: EnumHistory,
  releases: Releases,
): Annotations {
  const [first = "", second] = values;
  const added: Record<string, unknown> = {};
  const removed: Record<string, unknown> = {};
  const possible = releasesWithin(releases, within);
  const handOver = second !== undefined && possible.length > 0 && happens(draw, 25);
  if (handOver) added[second] = removed[first] = oneOf(draw, possible);
  for (const value of values.slice(handOver ? 2 : open ? 0 : 1)) {
    const [life] = drawLife(draw, within, releases);
    if (life["x-added-in"] !== undefined) added[value] = life["x-added-in"];
    if (life["x-removed-in"] !== undefined) removed[value] = life["x-removed-in"];
  }
  return {
    ...(Object.keys(added).length > 0 && { "x-enum-added-in": added }),
    ...(Object.keys(removed).length > 0 && { "x-enum-removed-in": removed }),
  };
}
