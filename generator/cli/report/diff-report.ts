import { changeToJson, isShared, type Change, type Diff } from "../../diff/change.js";
import { verdicts, type Verdict } from "../../diff/kinds/kind.js";
import type { Problem } from "../../problem/problem.js";
import { toCodeSpan, toMarkdownText } from "../../text/escape.js";
import { showInvisible } from "../../text/quote.js";
import { paint, type Style } from "../../text/style.js";
import { formatRelease } from "../../time/release.js";
import type { Result } from "../json/results.js";
import type { FileLine } from "../spec-folder/find-line.js";
import { formatMarkdownTable, formatParagraph, formatRows, type Cell, type Room } from "./tables.js";

/** A diff with the names of its two sides. */
export interface DiffReport extends Diff {
  readonly from: string;
  readonly to: string;
}

/** How grave a change is, as it is seen. */
export const verdictStyles: Readonly<Record<Verdict, Style>> = {
  breaking: "error",
  handle: "warning",
  safe: "good",
  docs: "faint",
};

/** Formats a diff for a terminal: by event, requests before answers. */
export function formatDiff(report: DiffReport, { columns }: Room = {}): string {
  const groups = groupByEvent(report).map((group) => formatGroup(group, columns));
  return [`${showInvisible(formatTotal(report))}\n`, ...groups].join("\n");
}

/** Each change in two lines: what changed and where, then what to do. */
function formatGroup(group: Group, columns: number | undefined): string {
  const { changes } = group;
  const rows = changes.map((change): Cell[] => {
    const { verdict, direction, code } = change;
    return [
      [verdictStyles[verdict], verdict],
      direction,
      ["name", describeTarget(change)],
      code,
      formatSince(change),
    ];
  });
  const width = Math.max(...changes.map(({ verdict }) => verdict.length));
  const heads = formatRows(rows, { columns, indent: 2 });
  const advice = changes.map((change) => formatParagraph(change.advice, { columns, indent: width + 4 }));
  return [
    `${paint("title", formatTitle(group))}\n`,
    ...heads.map((head, i) => head + (advice[i] ?? "")),
  ].join("");
}

/** Formats a diff as Markdown, for a release note or the description of a pull request. */
export function formatDiffMarkdown(report: DiffReport): string {
  const parts = [`## Webhooks: from ${toMarkdownText(report.from)} to ${toMarkdownText(report.to)}`];
  return `${[...parts, toMarkdownText(formatTotal(report)), ...groupByEvent(report).map(formatMarkdownGroup)].join("\n\n")}\n`;
}

const formatMarkdownGroup = (group: Group): string =>
  `### ${toMarkdownText(formatTitle(group))}\n\n${formatMarkdownTable([columnNames, ...group.changes.map(toMarkdownRow)])}`;

const columnNames = ["Verdict", "In the", "Where", "What", "Since", "To do"];

const toMarkdownRow = (change: Change): readonly string[] => [
  change.verdict === "breaking" ? "**breaking**" : change.verdict,
  change.direction,
  toCodeSpan(describeTarget(change)),
  toCodeSpan(change.code),
  formatSince(change),
  toMarkdownText(change.advice),
];

/** A diff for a program, each change with the line of the spec where a reviewer has to look. */
export const diffToJson = (
  changes: readonly Change[],
  warnings: readonly Problem[],
  findLine: (change: Change) => FileLine | undefined,
): Result<"diff"> => ({
  changes: changes.map((change) => ({ ...changeToJson(change), ...findLine(change) })),
  warnings,
});

/** Changes that concern the same events; `names` is empty for changes that concern all events. */
interface Group {
  readonly names: readonly string[];
  readonly changes: readonly Change[];
}

/** Groups changes: first those of all events, then those of each event. Events with the same changes share a group. */
function groupByEvent(diff: Diff): readonly Group[] {
  const { changes } = diff;
  const own = changes.filter((change) => !isShared(change, diff));
  const names = [...new Set(own.flatMap((change) => change.events))].sort();
  const groups = new Map<string, Group>();
  for (const name of names) {
    const touching = own.filter((change) => change.events.includes(name));
    const key = touching.map((change) => own.indexOf(change)).join();
    groups.set(key, { names: [...(groups.get(key)?.names ?? []), name], changes: touching });
  }
  const shared = { names: [], changes: changes.filter((change) => isShared(change, diff)) };
  return [shared, ...groups.values()].filter((group) => group.changes.length > 0);
}

/** The heading of a group. */
const formatTitle = ({ names }: Group): string => (names.length === 0 ? "Every event" : names.join(", "));

/** Counts the changes of each verdict. */
const countVerdicts = (changes: readonly Change[]): readonly (readonly [Verdict, number])[] =>
  verdicts
    .map((verdict) => [verdict, changes.filter((change) => change.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0);

/** `5 changes from v48 to v59: 1 breaking, 4 safe.` */
function formatTotal({ from, to, changes }: DiffReport): string {
  if (changes.length === 0) return `Nothing that the spec knows changes from ${from} to ${to}.`;
  const counts = countVerdicts(changes).map(([verdict, count]) => `${count} ${verdict}`);
  const total = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return `${total} from ${from} to ${to}: ${counts.join(", ")}.`;
}

/** Describes what changed: the pointer into a request or an answer, or all of it. */
export const describeTarget = ({ pointer, direction }: Change): string =>
  pointer !== "" ? pointer : direction === "request" ? "(the event)" : "(the answer)";

const formatSince = ({ release }: Change): string =>
  release === undefined ? "" : `v${formatRelease(release)}`;
