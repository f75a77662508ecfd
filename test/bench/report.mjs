const format = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The median of values, and the limits of their middle half. */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part) => sorted[Math.round(part * (sorted.length - 1))];
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

export const ratios = (values, others) => values.map((value, round) => value / others[round]);

/** Prints a figure: the median of its values, their middle half, and the aim, `{ least }` or `{ most }`. */
export function report(what, values, { unit = "×", least = -Infinity, most = Infinity }) {
  const { low, median, high } = spread(values);
  const range = values.length > 1 ? ` (${format(low)}–${format(high)})` : "";
  const aim = most === Infinity ? `≥ ${least}` : `≤ ${most}`;
  const isMet = median >= least && median <= most;
  const figure = `${format(median)} ${unit}${range}`;
  console.log(`${what.padEnd(66)} ${figure.padEnd(26)} ${aim.padEnd(8)} ${isMet ? "met" : "NOT MET"}`);
}
