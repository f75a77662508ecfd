/** Figures as one table that a person can read. */
export function formatTable(figures) {
  const head = ["what", "contestant", "beside", "median", "middle half", "n", "aim", "met"];
  const rows = [head, ...figures.filter(({ detail }) => !detail).map(toRow)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function toRow({ what, contestant, beside, unit, n, median, low, high, aim, met, note = "" }) {
  const range = n > 1 ? `${number(low)}–${number(high)}` : "";
  const value = n === 0 ? note : [number(median), unit].join(" ").trim();
  return [what, contestant, beside ?? "", value, range, String(n), aimText(aim), metText(met)];
}

const metText = (met) => (met === undefined ? "" : met ? "yes" : "NO");

const aimText = (aim) =>
  aim === undefined ? "stated" : aim.most === undefined ? `≥ ${aim.least}` : `≤ ${aim.most}`;

const number = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
