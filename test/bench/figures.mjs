/** The spread of values over several rounds: the middle half is between `low` and `high`. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part) => sorted[Math.floor(part * (sorted.length - 1) + 0.5)];
  return { n: sorted.length, min: at(0), low: at(0.25), median: at(0.5), high: at(0.75), max: at(1) };
}

export const ratios = (values, others) => values.map((value, round) => value / others[round]);

/**
 * A line of the table: our result relative to another result of the same rounds. `aim` is `{ most }` or `{ least }` for
 * the median. Figures with `detail` are only in the JSON.
 */
export function figure({ what, contestant, beside, values, unit = "×", aim, note, detail = false }) {
  const figures = spread(values);
  return { what, contestant, beside, unit, ...figures, detail, aim, note };
}

/** Also false for a missing median. */
export const meetsAim = (median, { most = Infinity, least = -Infinity }) => median <= most && median >= least;

export function figureOfTimes(line, ours, theirs) {
  const [own, other] = [ours, theirs].map((times) => Math.round(spread(times).median));
  return figure({ ...line, values: ratios(ours, theirs), note: `${own} ms beside ${other} ms` });
}

export const missing = ({ what, contestant, beside, aim, note }) => ({
  what,
  contestant,
  beside,
  unit: "",
  n: 0,
  note,
  detail: false,
  aim,
});
