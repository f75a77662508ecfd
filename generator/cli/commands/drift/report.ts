import type { ReportBlock } from "../../../pages/blocks/block.js";
import { printBlocks } from "../../../pages/blocks/markdown.js";
import { plain, styled } from "../../../pages/blocks/text.js";
import {
  bullets,
  codeBlock,
  grid,
  heading,
  nestedBullets,
  toParagraph,
} from "../../../pages/blocks/builders.js";
import type { DriftResult } from "../../../drift/drift.js";
import { describeDecision, type Decision } from "../../../drift/propose.js";
import { toReviewEntry } from "../../../drift/reviews.js";
import { isOpenVerdict, openVerdicts, nameSubject, driftVerdicts } from "../../../drift/source-content.js";
import type { DriftFinding, JudgedSource, OpenVerdict, DriftVerdict } from "../../../drift/source-content.js";
import { groupBy } from "../../../contract/read/values.js";
import { showInvisible, toVisibleLine, truncate } from "../../../base/text/quote.js";
import { capitalize } from "../../../base/text/words.js";
import { formatRelease } from "../../../base/time/release.js";
import type { FileLine } from "../../inputs/spec-folder.js";

/** What came of a run, and where in the spec each finding is about. */
export interface DriftReport extends Omit<DriftResult, "contract"> {
  readonly findLine: (finding: DriftFinding) => FileLine | undefined;
}

/** What each verdict means, and what to do about it. */
const meanings: Readonly<Record<OpenVerdict, string>> = {
  new: "The spec does not have it. --patch proposes what rows say; --json has reviews of what is left out.",
  contradicts: "Edit the spec, or add the entry to drift/reviewed.json and say why it may differ.",
  vanished: "Edit the spec, or add the entry to drift/reviewed.json and say why the source may leave it out.",
  unread: "See that the spec has what it says; add the entry to drift/reviewed.json in words of your own.",
};

/** The loud findings about one part in one row or sentence, or a quiet finding: what a report counts. */
interface ReportEntry {
  readonly verdict: DriftVerdict;
  readonly source: JudgedSource;
  readonly findings: readonly [DriftFinding, ...DriftFinding[]];
}

function listReportEntries(source: JudgedSource): readonly ReportEntry[] {
  let quiet = 0;
  const groups = groupBy(source.findings, ({ verdict, subject, place, text }) => {
    if (!isOpenVerdict(verdict) || !(subject || place)) return `${(quiet += 1)}`;
    return [verdict, subject && nameSubject(subject), place?.line, place?.record, text].join("\n");
  });
  return [...groups.values()].map((findings) => ({ verdict: findings[0].verdict, source, findings }));
}

/** The whole report: a line on what to do, the counts of each source, what to decide, and each entry. */
export function reportDrift(report: DriftReport): readonly ReportBlock[] {
  const { sources, proposal } = report;
  const count = (some: readonly JudgedSource[], verdict: DriftVerdict): number =>
    some.flatMap(listReportEntries).filter((entry) => entry.verdict === verdict).length;
  const shown = driftVerdicts.filter((verdict) => count(sources, verdict) > 0);
  const loud = shown.filter(isOpenVerdict).map((verdict) => `${count(sources, verdict)} ${verdict}`);
  const total = toParagraph(loud.length > 0 ? `To do: ${loud.join(", ")}.` : "Nothing to do.");
  const rows = sources.map((source) => [
    styled("name", source.file),
    plain(describeJudgedSource(source)),
    ...shown.map((verdict) => String(count([source], verdict))),
  ]);
  // A question without a place in the spec is an entry further down.
  const open = proposal.decisions.filter((decision) => decision.kind !== "ask" || decision.place);
  const decisions = bullets(open.map((decision) => plain(formatDecision(decision))));
  return [
    ...total,
    grid(rows, { columns: ["source", "what it is", ...shown] }),
    ...(decisions.length > 0 ? [heading(2, "To decide"), ...decisions] : []),
    ...listToDo(report),
    ...total,
  ];
}

/** Each loud entry, below its verdict. */
export function listToDo(report: DriftReport): readonly ReportBlock[] {
  const entries = report.sources.flatMap(listReportEntries);
  return openVerdicts.flatMap((verdict) => {
    const found = entries.filter((entry) => entry.verdict === verdict);
    const head = [heading(2, capitalize(verdict)), ...toParagraph(meanings[verdict])];
    return found.length === 0 ? [] : [...head, ...found.flatMap((entry) => describeEntry(entry, report))];
  });
}

/** `release notes “Webhook release notes”, up to v59.6, of 2025-02-03` */
const describeJudgedSource = ({ kind, title, newest, date }: JudgedSource): string =>
  [
    title === "" ? kind : `${kind} “${truncate(title, 100)}”`,
    newest === undefined ? "" : `up to v${formatRelease(newest)}`,
    date === undefined ? "" : `of ${date}`,
  ]
    .filter((part) => part !== "")
    .join(", ");

/** Where it stands, what differs, what it names, where the spec has it, what stands there, and what a review adds. */
function describeEntry({ source, findings }: ReportEntry, { findLine }: DriftReport): readonly ReportBlock[] {
  const [first] = findings;
  const { subject, text, place, parts = [], releases = [] } = first;
  const messages = [...new Set(findings.map(({ message }) => message))].join("; ");
  const line = findLine(first);
  const items: readonly (readonly [start: string, text: string])[] = [
    [subject ? `${nameSubject(subject)}: ` : "", messages],
    ["names: ", parts.map(nameSubject).join(", ")],
    ["releases: ", releases.map((release) => `v${formatRelease(release)}`).join(", ")],
    ["spec: ", line ? `${line.file}:${line.line}` : ""],
    ["says: ", text === undefined ? "" : `“${truncate(toVisibleLine(text), 300)}”`],
  ];
  const reviews = findings.flatMap((each) =>
    each.verdict === "new" ? [] : (toReviewEntry(each, source) ?? []),
  );
  const record = place?.record === undefined ? "" : `, record ${place.record}`;
  const section = place?.section ? `, in ${truncate(place.section, 200)}` : "";
  return nestedBullets([
    {
      text: [
        ...styled("name", place ? `${place.file}:${place.line}` : source.file),
        ...plain(`${record}${section}`),
      ],
      items: items.filter(([, value]) => value !== "").map(([start, value]) => plain(start + value)),
      blocks: reviews.map(({ list, entry }) => codeBlock("json", showInvisible(JSON.stringify(entry)), list)),
    },
  ]);
}

/** `To write: response dialog.footer: … (responses/dialog.json#/…)` */
const formatDecision = (decision: Decision): string =>
  toVisibleLine(`To ${decision.kind === "ask" ? "find out" : decision.kind}: ${describeDecision(decision)}`);

/** What a person has to do about a proposal, a line each. */
export const formatDecisions = ({ proposal }: Pick<DriftResult, "proposal">): string =>
  proposal.decisions.map((decision) => `${formatDecision(decision)}\n`).join("");

/** In characters: GitHub takes no more in the description of a pull request. What is left is for the sentence at the end. */
const maxDescriptionLength = 65_536 - 200;

/** Code, which begins a line, an entry or a row here, or a sign that calls somebody or links to something. */
const codeOrMention = /^ *(?:[-|] )?(`+)(?!`)[^]*?(?<!`)\1(?!`)|@(?=[\w-])|(?<!(?<!\\)&)#(?=[\w-])/gm;

/** A report as Markdown, for the description of a pull request. What is too much for one is counted. */
export function formatMarkdown(blocks: readonly ReportBlock[]): string {
  // Nobody is called, and nothing is linked: the character behind each sign is not seen. What is code does neither.
  const parts = blocks.map((block) =>
    printBlocks([block], "").replace(codeOrMention, (found) =>
      found.length > 1 ? found : `${found}&#8288;`,
    ),
  );
  let length = 0;
  const end = parts.findIndex((part) => (length += part.length + 1) > maxDescriptionLength);
  if (end < 0) return parts.join("\n");
  const left = blocks.slice(end).filter(({ kind }) => kind === "list").length;
  return `${parts.slice(0, end).join("\n")}\nThere is more: ${left} entries are too long for a description. The command prints them without \`--markdown\`.\n`;
}

/**
 * Text that a job of GitHub may print: its runner takes `::` at the start of a line, and `##[` anywhere, for the beginning of a
 * command. What is written instead is the same JSON, and reads the same.
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
  sources: sources.map(({ findings, newest, ...source }) => ({
    ...source,
    date: source.date ?? null,
    newest: newest === undefined ? null : formatRelease(newest),
    counts: driftVerdicts.map((verdict) => ({
      verdict,
      count: findings.filter((each) => each.verdict === verdict).length,
    })),
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
