const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** The milliseconds of `500ms`, `30s`, `10m` or `1h`; undefined for another text. */
export function parseDuration(text: string): number | undefined {
  const [, count = "", unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const size = units[unit];
  return size === undefined ? undefined : Math.round(Number(count) * size);
}

/** A time as a scenario says it, in the largest unit that has it whole. */
export function formatDuration(milliseconds: number): string {
  const whole = Object.entries(units).filter(([, size]) => milliseconds >= size && milliseconds % size === 0);
  const [unit, size] = whole.at(-1) ?? ["ms", 1];
  return `${milliseconds / size}${unit}`;
}
