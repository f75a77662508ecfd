import { meetsAim } from "./figures.mjs";

const head = ["what", "contestant", "beside", "Node", "median", "middle half", "n", "aim", "met"];

export function formatTable(runs) {
  const rows = [head, ...runs.flatMap(({ node, figures }) => figures.flatMap((each) => toRow(node, each)))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (row) => row.map((cell, column) => cell.padEnd(widths[column])).join("  ");
  return rows.map((row) => pad(row).trimEnd()).join("\n");
}

function toRow(node, { what, contestant, beside = "", unit, n, median, low, high, aim, note = "", detail }) {
  if (detail) return [];
  const range = n > 1 ? formatRange(low, high) : "";
  const value = n === 0 ? note : `${formatNumber(median)} ${unit}`.trim();
  const met = aim === undefined ? "" : meetsAim(median, aim) ? "yes" : "NO";
  return [[what, contestant, beside, node, value, range, String(n), formatAim(aim), met]];
}

export const formatAim = (aim) =>
  aim === undefined ? "" : aim.most === undefined ? `≥ ${aim.least}` : `≤ ${aim.most}`;

export const formatRange = (low, high) => `${formatNumber(low)}–${formatNumber(high)}`;

export const formatNumber = (value) =>
  Math.abs(value) >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toPrecision(3);
