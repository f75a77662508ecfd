import type { Table } from "../../docs/blocks/block.js";
import { toCellText } from "../../docs/blocks/write.js";
import { printText } from "./print-text.js";

/**
 * A table with aligned columns. All but the last are as wide as their widest cell. The last one, which has the long
 * texts, is not padded and so has no bar behind it.
 */
export function printTable({ columns, rows }: Table, path: string): string {
  const head = columns.map((column) => printText(column, path));
  const body = rows.map((row) => row.map((cell) => printText(toCellText(cell), path)));
  const widths = head.slice(0, -1).map((_, column) => toWidth([head, ...body], column));
  const rule = [...widths.map((width) => "-".repeat(width)), "---"];
  return [head, rule, ...body].map((row) => formatRow(row, widths)).join("\n");
}

/** Widths grow in steps, so that few changes of a cell move the whole column. */
const widthStep = 4;

const toWidth = (rows: readonly (readonly string[])[], column: number): number =>
  Math.ceil(Math.max(...rows.map((row) => row[column]?.length ?? 0)) / widthStep) * widthStep;

const formatRow = (row: readonly string[], widths: readonly number[]): string =>
  `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")}`;
