/** Where the values of several rounds lie: the middle half of them is between `low` and `high`. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part) => sorted[Math.floor(part * (sorted.length - 1) + 0.5)];
  return { n: sorted.length, min: at(0), low: at(0.25), median: at(0.5), high: at(0.75), max: at(1) };
}

/** The values of one contestant over those of another, round by round. */
export const ratios = (values, others) => values.map((value, round) => value / others[round]);

/**
 * One line of the table: how something of ours does beside something else that was measured in the same rounds.
 * `aim` is `{ most }` or `{ least }` and holds for the median. Figures of some detail stand in the JSON only.
 */
export function figure({ what, contestant, beside, values, unit = "×", aim, note, detail = false }) {
  const figures = spread(values);
  return { what, contestant, beside, unit, ...figures, detail, aim, note };
}

/** Whether a median reaches an aim; one that could not be had does not. */
export const meetsAim = (median, { most = Infinity, least = -Infinity }) => median <= most && median >= least;

/** A figure of times in milliseconds, which it notes. */
export function figureOfTimes(line, ours, theirs) {
  const [own, other] = [ours, theirs].map((times) => Math.round(spread(times).median));
  return figure({ ...line, values: ratios(ours, theirs), note: `${own} ms beside ${other} ms` });
}

/** A figure that could not be had, and why. */
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
