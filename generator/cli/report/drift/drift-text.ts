import type { JudgedSource } from "../../../drift/drift.js";
import { isLoud, type Finding, type LoudVerdict } from "../../../drift/judge/finding.js";
import { describeLowestRelease } from "../../../drift/traffic/describe-lowest-release.js";
import { showInvisible, toVisibleLine } from "../../../text/quote.js";
import { paint, type Style } from "../../../text/style.js";
import { formatParagraph, formatTable, type Room } from "../tables.js";
import {
  countVerdicts,
  describeSource,
  describeSpot,
  describeSubject,
  formatTotal,
  groupLoud,
  listMessages,
  listReviewEntries,
  hasLoud,
  loudMeanings,
  shorten,
} from "./drift-report.js";
import type { DriftReport, FindingGroup } from "./drift-report.js";

/** Formats a drift for a terminal: the counts of each source, then what there is to do. */
export function formatDrift(report: DriftReport, { columns }: Room = {}): string {
  const sources = report.sources.map((source) => formatSource(source, columns));
  return [...sources, formatToDo(report, { columns }), formatEnd(report)].join("");
}

/** What there is to do, and no more. */
export const formatToDo = (report: DriftReport, { columns }: Room = {}): string =>
  groupLoud(report)
    .map(([verdict, groups]) => formatVerdict(verdict, groups, report, columns))
    .join("");

const formatEnd = (report: DriftReport): string =>
  `${paint(hasLoud(report) ? "warning" : "good", formatTotal(report))}\n`;

function formatSource(source: JudgedSource, columns: number | undefined): string {
  const counts = countVerdicts(source.findings).map(([verdict, count]) => {
    const style: Style = isLoud(verdict) ? "warning" : "good";
    return [`${count}`.padStart(6), [style, verdict] as const];
  });
  const title = toVisibleLine(source.title);
  return [
    ...(title === "" ? [] : [`${paint("title", title)}\n`]),
    formatParagraph(`${source.file}: ${describeSource(source)}`, { columns, indent: 2 }),
    ...source.lowest
      .flatMap(describeLowestRelease)
      .map((sentences) => formatParagraph(sentences, { columns, indent: 2 })),
    formatTable(counts, { columns }),
    "\n",
  ].join("");
}

function formatVerdict(
  verdict: LoudVerdict,
  groups: readonly FindingGroup[],
  report: DriftReport,
  columns: number | undefined,
): string {
  const { title, meaning, advice, review } = loudMeanings[verdict];
  return [
    `${paint("title", title)}\n`,
    formatParagraph(`${meaning} ${advice} ${review}`, { columns, indent: 2 }),
    "\n",
    ...groups.map((group) => `${formatGroup(group, report, columns)}\n`),
  ].join("");
}

/** Where it stands, what it is about, what differs, what is said there, where the spec has it, and what a review adds. */
function formatGroup(group: FindingGroup, { findLine }: DriftReport, columns: number | undefined): string {
  const { source, findings } = group;
  const [finding] = findings;
  const { sentence, subject } = finding;
  const line = findLine(finding);
  const inside = { columns, indent: 4 };
  const says = sentence && shorten(toVisibleLine(sentence.text), Math.max(24, (columns ?? 200) - 12));
  return [
    formatParagraph(["name", describePlace(finding, source)], { columns, indent: 2 }),
    ...(subject ? [formatParagraph(describeSubject(finding), inside)] : []),
    ...listMessages(findings).map((message) => formatParagraph(`- ${toVisibleLine(message)}`, inside)),
    ...(says === undefined ? [] : [`    says: ${showInvisible(`“${says}”`)}\n`]),
    ...(line ? [formatParagraph(["faint", `spec: ${line.file}:${line.line}`], inside)] : []),
    // On one line each, whatever the terminal: they are to be copied.
    ...listReviewEntries(group).map(
      ({ list, entry }) => `    ${list}: ${showInvisible(JSON.stringify(entry))}\n`,
    ),
  ].join("");
}

function describePlace({ sentence }: Finding, { file }: JudgedSource): string {
  if (!sentence) return file;
  const { section } = sentence.place;
  const at = describeSpot(sentence.place);
  return section === "" ? at : `${at}, in ${toVisibleLine(section)}`;
}
