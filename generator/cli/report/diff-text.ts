import { formatRelease } from "../../time/release.js";
import { showInvisible } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import { formatTotal, groupByEvent, describeTarget, formatTitle } from "./diff-report.js";
import type { DiffReport, Group } from "./diff-report.js";
import { formatParagraph, formatRows, type Cell, type Room } from "./terminal-text.js";
import { verdictStyles } from "./verdict-style.js";

/** Formats a diff for a terminal: by event, requests before answers. */
export function formatDiff(report: DiffReport, { columns }: Room = {}): string {
  const groups = groupByEvent(report).map((group) => formatGroup(group, columns));
  return [`${showInvisible(formatTotal(report))}\n`, ...groups].join("\n");
}

/** Each change in two lines: what changed and where, then what to do. */
function formatGroup(group: Group, columns: number | undefined): string {
  const { changes } = group;
  const rows = changes.map((change): Cell[] => {
    const { verdict, direction, code, release } = change;
    const since = release === undefined ? "" : `v${formatRelease(release)}`;
    return [[verdictStyles[verdict], verdict], direction, ["name", describeTarget(change)], code, since];
  });
  const width = Math.max(...changes.map(({ verdict }) => verdict.length));
  const heads = formatRows(rows, { columns, indent: 2 });
  const advice = changes.map((change) => formatParagraph(change.advice, { columns, indent: width + 4 }));
  return [
    `${paint("title", formatTitle(group))}\n`,
    ...heads.map((head, i) => head + (advice[i] ?? "")),
  ].join("");
}
