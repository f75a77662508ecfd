import { toVisibleLine, truncate } from "../../../base/text/quote.js";
import { stripStyles } from "../../../base/text/style.js";
import { capitalize } from "../../../base/text/words.js";
import { formatRelease } from "../../../base/time/release.js";
import { groupBy } from "../../../contract/read/values.js";
import type { DriftResult } from "../../../drift/drift.js";
import { explainsNew } from "../../../drift/judge-source.js";
import { toReviewEntry } from "../../../drift/reviews.js";
import { driftVerdicts, isOpenVerdict, nameSubject, openVerdicts } from "../../../drift/source-content.js";
import type { DriftFinding, DriftVerdict, JudgedSource, OpenVerdict } from "../../../drift/source-content.js";
import type { ReportBlock } from "../../../pages/blocks/block.js";
import { bullets, codeBlock, grid, heading } from "../../../pages/blocks/builders.js";
import { listItem, nestedBullets, toBlocks, toParagraph } from "../../../pages/blocks/builders.js";
import { printBlocks } from "../../../pages/blocks/markdown.js";
import { printForTerminal } from "../../../pages/blocks/terminal.js";
import { plain, styled } from "../../../pages/blocks/text.js";
import type { FileLine } from "../../inputs/spec-folder.js";

export interface DriftReport extends Omit<DriftResult, "contract"> {
  readonly findLine: (finding: DriftFinding) => FileLine | undefined;
}

const meanings: Readonly<Record<OpenVerdict, string>> = {
  new: "Edit the spec, or add the review to drift/reviewed.json and say why it is left out.",
  contradicts: "Edit the spec, or add the review to drift/reviewed.json and say why the difference is right.",
  vanished: "Edit the spec, or add the review to drift/reviewed.json and say why the source omits it.",
  unread: "Check that the spec covers it, and add the review to drift/reviewed.json in your own words.",
};

/** Findings about one part in one row, or about one sentence. A report counts and shows them as one entry. */
type Entry = readonly [DriftFinding, ...DriftFinding[]];

function listEntries({ findings }: JudgedSource, verdict: DriftVerdict): readonly Entry[] {
  const found = findings.filter((finding) => finding.verdict === verdict);
  // A new part and the sentence that explains it are one entry.
  const groups = groupBy(found, ({ subject, about, message, place, text }) =>
    [
      subject ? nameSubject(subject) : message,
      place?.line,
      ...(verdict === "new" ? [] : [!about, text]),
    ].join("\n"),
  );
  return [...groups.values()];
}

const count = (sources: readonly JudgedSource[], verdict: DriftVerdict): number =>
  sources.flatMap((source) => listEntries(source, verdict)).length;

export function reportDrift(report: DriftReport): readonly ReportBlock[] {
  const { sources } = report;
  const shown = driftVerdicts.filter((verdict) => count(sources, verdict) > 0);
  const loud = shown.filter(isOpenVerdict).map((verdict) => `${count(sources, verdict)} ${verdict}`);
  const total = toParagraph(loud.length > 0 ? `To do: ${loud.join(", ")}.` : "Nothing to do.");
  const rows = sources.map((source) => [
    styled("name", source.file),
    plain(describeSource(source)),
    ...shown.map((verdict) => count([source], verdict)),
  ]);
  return [...total, grid(rows, { columns: ["source", "kind", ...shown] }), ...listToDo(report), ...total];
}

/** `page “Webhook release notes”, up to v59.6` */
function describeSource({ kind, title, newest }: JudgedSource): string {
  const name = title === "" ? kind : `${kind} “${truncate(title, 100)}”`;
  return newest === undefined ? name : `${name}, up to v${formatRelease(newest)}`;
}

export const listToDo = (report: DriftReport): readonly ReportBlock[] =>
  openVerdicts.flatMap((verdict) => {
    const entries = report.sources.flatMap((source) =>
      listEntries(source, verdict).flatMap((entry) => describeEntry(entry, source, report)),
    );
    const head = [heading(2, capitalize(verdict)), ...toParagraph(meanings[verdict])];
    return entries.length === 0 ? [] : [...head, ...entries];
  });

function describeEntry(entry: Entry, source: JudgedSource, { findLine }: DriftReport): ReportBlock[] {
  const { subject, text, place, parts, releases } = entry[0];
  const line = findLine(entry[0]);
  const messages = [...new Set(entry.map(({ message }) => message))].filter(
    (each, i) => i === 0 || each !== explainsNew,
  );
  const reviews = groupBy(
    entry.flatMap((finding) => toReviewEntry(finding, source) ?? []),
    ({ list }) => list,
  );
  const at = place ? `${place.file}:${place.line}` : source.file;
  const where = [at, place?.section && `in ${place.section}`];
  const items = [
    `${subject ? `${nameSubject(subject)}: ` : ""}${messages.join("; ")}`,
    parts && `mentions: ${parts.map(nameSubject).join(", ")}`,
    releases && `releases: ${releases.map((release) => `v${formatRelease(release)}`).join(", ")}`,
    line && `spec: ${line.file}:${line.line}`,
    text && `says: “${truncate(toVisibleLine(text), 300)}”`,
  ];
  const shown = items.flatMap((item) => (item ? [plain(item)] : []));
  const entries = [...reviews].flatMap(([list, all]) => [
    ...bullets([plain(`review to add to "${list}":`)]),
    codeBlock("json", all.map((review) => JSON.stringify(review.entry)).join(",\n")),
  ]);
  const head = styled("name", truncate(where.filter(Boolean).join(", "), 400));
  return nestedBullets([listItem(head, ...bullets(shown), ...entries)]);
}

/**
 * In characters. GitHub allows 65,536 in an issue or a pull request. The remaining characters are for the
 * fence and two sentences.
 */
const maxReportLength = 64_000;

/**
 * For an issue or a pull request. It is a code block, so nothing in it mentions people or becomes a link.
 * Entries that do not fit are only counted.
 */
export function formatMarkdown(report: DriftReport): string {
  const text = stripStyles(printForTerminal(reportDrift(report))).trimEnd();
  const end = text.length > maxReportLength ? text.lastIndexOf("\n\n  ", maxReportLength) : text.length;
  const [total = ""] = text.split("\n");
  // Only entries are indented by two spaces.
  const left = text.slice(end).match(/^ {2}\S/gm)?.length ?? 0;
  const more = `${left} more entries do not fit in an issue or a pull request. Run the command without \`--markdown\` to see them.`;
  return printBlocks(toBlocks(total, codeBlock("text", text.slice(0, end)), left > 0 ? more : ""), "");
}

/**
 * A GitHub runner treats `::` at the start of a line, and `##[` anywhere, as commands. JSON reads the escapes as
 * the same text.
 */
export const escapeWorkflowCommands = (text: string): string =>
  text
    .replaceAll("##[", "##\\u005b")
    .split(/(?<=[\r\n\u2028\u2029])/)
    .map((line) => (line.trimStart().startsWith("::") ? line.replace(":", "\\u003a") : line))
    .join("");

export const driftToJson = ({ sources, findLine }: DriftReport) => ({
  /** In the order of the command line. */
  sources: sources.map((source) => ({
    ...source,
    findings: undefined,
    newest: source.newest === undefined ? null : formatRelease(source.newest),
    /** Counts of entries, as in the table of the report. */
    counts: driftVerdicts.map((verdict) => ({ verdict, count: count([source], verdict) })),
  })),
  findings: sources.flatMap((source) =>
    source.findings.map((finding) => ({
      source: source.file,
      ...finding,
      row: undefined,
      releases: finding.releases?.map(formatRelease),
      spec: findLine(finding),
      /** An entry for `drift/reviewed.json`. */
      review: toReviewEntry(finding, source),
    })),
  ),
});
