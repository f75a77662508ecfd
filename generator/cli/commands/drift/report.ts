import { toVisibleLine, truncate } from "../../../base/text/quote.js";
import { stripStyles } from "../../../base/text/style.js";
import { capitalize } from "../../../base/text/words.js";
import { formatRelease } from "../../../base/time/release.js";
import { groupBy } from "../../../contract/read/values.js";
import type { DriftResult } from "../../../drift/drift.js";
import { describeDecision, type Decision } from "../../../drift/propose.js";
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

/** What came of a run, and where in the spec each finding is about. */
export interface DriftReport extends Omit<DriftResult, "contract"> {
  readonly findLine: (finding: DriftFinding) => FileLine | undefined;
}

/** What each verdict means, and what to do about it. */
const meanings: Readonly<Record<OpenVerdict, string>> = {
  new: "Apply what --patch proposes, or add the review to drift/reviewed.json and say why it is left out.",
  contradicts: "Edit the spec, or add the review to drift/reviewed.json and say why it may differ.",
  vanished: "Edit the spec, or add the review to drift/reviewed.json and say why the source lacks it.",
  unread: "See that the spec has what it says, and add the review to drift/reviewed.json in your own words.",
};

/** Findings about one part in one row, or about one sentence, which a report counts and shows as one. */
type Entry = readonly [DriftFinding, ...DriftFinding[]];

function listEntries({ findings }: JudgedSource, verdict: DriftVerdict): readonly Entry[] {
  const found = findings.filter((finding) => finding.verdict === verdict);
  // A new part, and the sentence that explains it, are one.
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

/** The whole report: a line on what to do, the counts of each source, what to decide, and each entry. */
export function reportDrift(report: DriftReport): readonly ReportBlock[] {
  const { sources, proposal } = report;
  const shown = driftVerdicts.filter((verdict) => count(sources, verdict) > 0);
  const loud = shown.filter(isOpenVerdict).map((verdict) => `${count(sources, verdict)} ${verdict}`);
  const total = toParagraph(loud.length > 0 ? `To do: ${loud.join(", ")}.` : "Nothing to do.");
  const rows = sources.map((source) => [
    styled("name", source.file),
    plain(describeSource(source)),
    ...shown.map((verdict) => count([source], verdict)),
  ]);
  const { decisions } = proposal;
  return [
    ...total,
    grid(rows, { columns: ["source", "what it is", ...shown] }),
    ...(decisions.length > 0 ? [heading(2, "To decide")] : []),
    ...bullets(decisions.map((decision) => plain(formatDecision(decision)))),
    ...listToDo(report),
    ...total,
  ];
}

/** `page “Webhook release notes”, up to v59.6` */
function describeSource({ kind, title, newest }: JudgedSource): string {
  const name = title === "" ? kind : `${kind} “${truncate(title, 100)}”`;
  return newest === undefined ? name : `${name}, up to v${formatRelease(newest)}`;
}

/** Each entry with something to do, below its verdict. */
export const listToDo = (report: DriftReport): readonly ReportBlock[] =>
  openVerdicts.flatMap((verdict) => {
    const entries = report.sources.flatMap((source) =>
      listEntries(source, verdict).flatMap((entry) => describeEntry(entry, source, report)),
    );
    const head = [heading(2, capitalize(verdict)), ...toParagraph(meanings[verdict])];
    return entries.length === 0 ? [] : [...head, ...entries];
  });

/** The place, the difference, what it names, the line of the spec, the source's words, and the reviews to add. */
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
    parts && `names: ${parts.map(nameSubject).join(", ")}`,
    releases && `releases: ${releases.map((release) => `v${formatRelease(release)}`).join(", ")}`,
    line && `spec: ${line.file}:${line.line}`,
    text && `says: “${truncate(toVisibleLine(text), 300)}”`,
  ];
  const shown = items.flatMap((item) => (item ? [plain(item)] : []));
  const entries = [...reviews].flatMap(([list, all]) => [
    ...bullets([plain(`review, for "${list}":`)]),
    codeBlock("json", all.map((review) => JSON.stringify(review.entry)).join(",\n")),
  ]);
  const head = styled("name", truncate(where.filter(Boolean).join(", "), 400));
  return nestedBullets([listItem(head, ...bullets(shown), ...entries)]);
}

/** `To write: response dialog.footer: … (responses/dialog.json#/…)` */
export const formatDecision = (decision: Decision): string =>
  toVisibleLine(`To ${decision.kind === "ask" ? "find out" : decision.kind}: ${describeDecision(decision)}`);

/** In characters: GitHub takes 65,536 in the description of a pull request. The rest is for the fence and two sentences. */
const maxReportLength = 64_000;

/**
 * The description of a pull request: the counts, and the report as a terminal shows it. In a block of code nothing calls people
 * or links. Entries that are too much for it are counted.
 */
export function formatMarkdown(report: DriftReport): string {
  const text = stripStyles(printForTerminal(reportDrift(report))).trimEnd();
  const end = text.length > maxReportLength ? text.lastIndexOf("\n\n  ", maxReportLength) : text.length;
  const [total = ""] = text.split("\n");
  // Only entries begin two spaces from the edge.
  const left = text.slice(end).match(/^ {2}\S/gm)?.length ?? 0;
  const more = `There is more: ${left} entries are too long for a description. The command prints them without \`--markdown\`.`;
  return printBlocks(toBlocks(total, codeBlock("text", text.slice(0, end)), left > 0 ? more : ""), "");
}

/**
 * Text that a job of GitHub may print: its runner takes `::` at the start of a line, and `##[` anywhere, for a command. As
 * escapes of JSON they read the same.
 */
export const escapeWorkflowCommands = (text: string): string =>
  text
    .replaceAll("##[", "##\\u005b")
    .split(/(?<=[\r\n\u2028\u2029])/)
    .map((line) => (line.trimStart().startsWith("::") ? line.replace(":", "\\u003a") : line))
    .join("");

/** A drift as JSON. */
export const driftToJson = ({ sources, proposal, findLine }: DriftReport) => ({
  /** The sources, in the order of the call. */
  sources: sources.map((source) => ({
    ...source,
    findings: undefined,
    newest: source.newest === undefined ? null : formatRelease(source.newest),
    /** Of the entries of a report, as its table has them. */
    counts: driftVerdicts.map((verdict) => ({ verdict, count: count([source], verdict) })),
  })),
  /** All findings, the quiet ones too. */
  findings: sources.flatMap((source) =>
    source.findings.map((finding) => ({
      source: source.file,
      ...finding,
      row: undefined,
      releases: finding.releases?.map(formatRelease),
      /** The line of the spec that has this, or would have it. */
      spec: findLine(finding),
      /** An entry for `drift/reviewed.json`. */
      review: toReviewEntry(finding, source),
    })),
  ),
  /** What a person has to do about what --patch proposes. */
  decisions: proposal.decisions,
});
