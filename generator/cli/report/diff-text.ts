import type { Change } from "../../diff/change.js";
import { formatRelease } from "../../time/release.js";
import {
  formatTotal,
  groupByEvent,
  describeTarget,
  formatTitle,
  type DiffReport,
  type Group,
} from "./diff-report.js";
import { showInvisible } from "../../text/invisible.js";

/** Formats a diff for a terminal: by event, requests before answers. */
export function formatDiff(report: DiffReport): string {
  const groups = groupByEvent(report).map(formatGroup);
  return `${[showInvisible(formatTotal(report)), ...groups].join("\n\n")}\n`;
}

function formatGroup(group: Group): string {
  const { changes } = group;
  const width = Math.max(...changes.map(({ verdict }) => verdict.length));
  const lines = changes.flatMap((change) => formatChange(change, width));
  return [formatTitle(group), ...lines].join("\n");
}

/** Formats a change in two lines: what changed and where, then what to do. */
function formatChange(change: Change, width: number): string[] {
  const { verdict, direction, code, release, advice } = change;
  const since = release === undefined ? "" : `  v${formatRelease(release)}`;
  return [
    `  ${verdict.padEnd(width)}  ${direction.padEnd("response".length)}  ${describeTarget(change)}  ${code}${since}`,
    `  ${" ".repeat(width)}  ${advice}`,
  ];
}
