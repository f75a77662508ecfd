import { toCodeSpan, toMarkdownText } from "../../text/escape.js";
import type { Change } from "../../diff/change.js";
import { formatRelease } from "../../time/release.js";
import { formatTotal, groupByEvent, describeTarget, formatTitle } from "./diff-report.js";
import type { DiffReport, Group } from "./diff-report.js";

/** Formats a diff as Markdown, for a release note or the description of a pull request. */
export function formatDiffMarkdown(report: DiffReport): string {
  const parts = [`## Webhooks: from ${toMarkdownText(report.from)} to ${toMarkdownText(report.to)}`];
  return `${[...parts, toMarkdownText(formatTotal(report)), ...groupByEvent(report).map(formatGroup)].join("\n\n")}\n`;
}

function formatGroup(group: Group): string {
  const heading = `### ${toMarkdownText(formatTitle(group))}`;
  const head = [
    "| Verdict | In the | Where | What | Since | To do |",
    "| --- | --- | --- | --- | --- | --- |",
  ];
  return [heading, [...head, ...group.changes.map(formatRow)].join("\n")].join("\n\n");
}

function formatRow(change: Change): string {
  const { verdict, direction, code, release, advice } = change;
  const cells = [
    verdict === "breaking" ? "**breaking**" : verdict,
    direction,
    toCodeSpan(describeTarget(change)),
    toCodeSpan(code),
    release === undefined ? "" : `v${formatRelease(release)}`,
    toMarkdownText(advice),
  ];
  return `| ${cells.join(" | ")} |`;
}
