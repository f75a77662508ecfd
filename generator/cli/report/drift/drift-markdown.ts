import { formatMarkdownTable } from "../tables.js";
import { verdicts, type LoudVerdict } from "../../../drift/judge/finding.js";
import { describeLowestRelease } from "../../../drift/traffic/describe-lowest-release.js";
import { toVisibleLine } from "../../../text/quote.js";
import { toCodeSpan, toMarkdownProse } from "../../../text/escape.js";
import {
  countVerdicts,
  describeSource,
  describeSpot,
  describeSubject,
  formatDecision,
  formatTotal,
  groupLoud,
  listMessages,
  listReviewEntries,
  loudMeanings,
  shorten,
} from "./drift-report.js";
import type { DriftReport, FindingGroup } from "./drift-report.js";

/** In characters: GitHub takes no more in the description of a pull request. */
const longest = 65_536;

/** Formats a drift as Markdown, for the description of a pull request. What is too much for one is counted. */
export function formatDriftMarkdown(report: DriftReport): string {
  const start = [
    "## What the sources say, and the spec does not",
    formatTotal(report),
    formatCounts(report),
    ...formatLowest(report),
    ...formatDecisions(report),
  ];
  const parts = groupLoud(report).flatMap(([verdict, groups]) => [
    formatHeading(verdict),
    ...groups.map((group) => formatGroup(group, report)),
  ]);
  return `${fit([...start, ...parts]).join("\n\n")}\n`;
}

/** What the proposal leaves open. What it says nothing of stands further down, as what was found. */
function formatDecisions({ proposal }: DriftReport): readonly string[] {
  const open = proposal.decisions.filter(({ kind }) => kind !== "edit");
  const items = open.map((decision) => `- [ ] ${toQuietMarkdown(formatDecision(decision))}`);
  return items.length === 0 ? [] : ["### To decide", items.join("\n")];
}

/** As many parts, from the first on, as a description can hold. */
function fit(parts: readonly string[]): readonly string[] {
  // What is between parts, and the sentence that tells of those that are left out.
  const room = longest - 200;
  let length = 0;
  const count = parts.findIndex((part) => (length += part.length + 2) > room);
  if (count < 0) return parts;
  return [
    ...parts.slice(0, count),
    `There is more, which is too long for a description: ${parts.length - count} parts are left out here. The command prints them without \`--markdown\`.`,
  ];
}

function formatCounts({ sources }: DriftReport): string {
  const rows = sources.map((source) => {
    const counts = new Map(countVerdicts(source.findings));
    return [
      toCell(source.title === "" ? source.file : source.title),
      toCell(describeSource(source)),
      ...verdicts.map((verdict) => `${counts.get(verdict) ?? 0}`),
    ];
  });
  return formatMarkdownTable([["Source", "What it is", ...verdicts], ...rows]);
}

/** What recorded traffic tells of the shops, a file an item. */
function formatLowest({ sources }: DriftReport): readonly string[] {
  const items = sources.flatMap(({ file, lowest }) => {
    const sentences = lowest.flatMap(describeLowestRelease);
    return sentences.length === 0 ? [] : [`- ${toCell(file)}: ${toQuietMarkdown(sentences.join(" "))}`];
  });
  return items.length === 0 ? [] : [items.join("\n")];
}

function formatHeading(verdict: LoudVerdict): string {
  const { title, meaning, advice, review } = loudMeanings[verdict];
  return `### ${title}\n\n${toMarkdownProse(`${meaning} ${advice} ${review}`)}`;
}

function formatGroup(group: FindingGroup, { findLine }: DriftReport): string {
  const { source, findings } = group;
  const [finding] = findings;
  const { sentence } = finding;
  const line = findLine(finding);
  const at = sentence ? describeSpot(sentence.place) : source.file;
  const section = sentence?.place.section ?? "";
  const subject = describeSubject(finding);
  return [
    `- ${subject === "" ? "" : `${toQuietMarkdown(subject)}, `}${toQuietMarkdown(at)}${section === "" ? "" : `, in ${toQuietMarkdown(section)}`}`,
    ...listMessages(findings).map((message) => `  - ${toQuietMarkdown(message)}`),
    ...(line ? [`  - in the spec: ${toCodeSpan(`${line.file}:${line.line}`)}`] : []),
    ...(sentence ? [`\n  > ${toQuietMarkdown(shorten(toVisibleLine(sentence.text), 300))}`] : []),
    ...listReviewEntries(group).map(
      ({ list, entry }) => `\n  For ${toCodeSpan(list)}:${toCodeBlock(JSON.stringify(entry))}`,
    ),
  ].join("\n");
}

const toCell = (text: string): string => toQuietMarkdown(shorten(toVisibleLine(text), 100));

/** Text from outside, of which every character is shown as it is, and by which nobody is called and nothing is linked. */
const toQuietMarkdown = (text: string): string =>
  toMarkdownProse(toVisibleLine(text)).replace(/[@#](?=[\w-])/g, `$&${wordJoiner}`);

/** It is not seen, and nothing breaks a line there. */
const wordJoiner = "&#8288;";

/** A block of code within an item of a list; its text is one line. */
function toCodeBlock(text: string): string {
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `\n\n  ${fence}json\n  ${toVisibleLine(text)}\n  ${fence}`;
}
