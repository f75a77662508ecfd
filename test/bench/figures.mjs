/** Median, spread, and the median of the ratios to another contestant, taken round by round. */
export function summarise(times, baselines) {
  return Object.entries(times).map(([name, values]) => {
    const baseline = baselines[name];
    const ratios = baseline === undefined ? undefined : values.map((value, i) => value / times[baseline][i]);
    return {
      name,
      milliseconds: spread(values),
      ...(ratios && { baseline, ratio: spread(ratios) }),
    };
  });
}

const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) };
};

/** The figures as one table that a person can read. */
export function formatFigures(figures) {
  const rows = figures.map(({ name, milliseconds, baseline, ratio }) => [
    name,
    milliseconds.median.toFixed(0),
    `${milliseconds.min.toFixed(0)}–${milliseconds.max.toFixed(0)}`,
    ratio ? ratio.median.toFixed(2) : "",
    ratio ? `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)} × ${baseline}` : "",
  ]);
  const head = ["contestant", "ms", "spread", "ratio", "spread"];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
