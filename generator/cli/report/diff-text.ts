import type { Change } from "../../diff/change.js";
import { formatRelease } from "../../time/release.js";
import {
  formatTotal,
  groupByEvent,
  nameOfPlace,
  titleOf,
  type DiffReport,
  type Group,
} from "./diff-report.js";
import { visible } from "../terminal.js";

/** A diff for a person at a terminal: by event, what one may receive before what one may answer. */
export function formatDiff(report: DiffReport): string {
  const groups = groupByEvent(report).map(formatGroup);
  return `${[visible(formatTotal(report)), ...groups].join("\n\n")}\n`;
}

function formatGroup(group: Group): string {
  const { changes } = group;
  const width = Math.max(...changes.map(({ verdict }) => verdict.length));
  const lines = changes.flatMap((change) => formatChange(change, width));
  return [titleOf(group), ...lines].join("\n");
}

/** Two lines: what it means and where, then what to do. */
export function formatChange(change: Change, width: number): string[] {
  const { verdict, direction, code, release, advice } = change;
  const since = release === undefined ? "" : `  v${formatRelease(release)}`;
  return [
    `  ${verdict.padEnd(width)}  ${direction.padEnd("response".length)}  ${nameOfPlace(change)}  ${code}${since}`,
    `  ${" ".repeat(width)}  ${advice}`,
  ];
}
