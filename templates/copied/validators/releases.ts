import type { Span } from "./table.js";

/** Releases as numbers that compare: 59.3.2 is 59 0003 0002. The end is not included. */
export type Period = readonly [from: number, until: number];

export const readSpans = (spans: readonly Span[]): readonly Period[] =>
  spans.map(([from, until]) => [parseRelease(from) ?? -Infinity, parseRelease(until) ?? Infinity]);

export const isWithin = (release: number, periods: readonly Period[]): boolean =>
  periods.some(([from, until]) => release >= from && release < until);

const partSize = 10_000;

/** Parses a release: `59.3.2` or `v59.3.2`. Undefined for anything else. */
export function parseRelease(text: unknown): number | undefined {
  const match = typeof text === "string" ? /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?$/.exec(text) : null;
  if (!match) return undefined;
  return (Number(match[1]) * partSize + Number(match[2] ?? 0)) * partSize + Number(match[3] ?? 0);
}

export function formatRelease(release: number): string {
  const patch = release % partSize;
  const minor = Math.floor(release / partSize) % partSize;
  const major = Math.floor(release / partSize / partSize);
  if (patch > 0) return `${major}.${minor}.${patch}`;
  return minor > 0 ? `${major}.${minor}` : String(major);
}
