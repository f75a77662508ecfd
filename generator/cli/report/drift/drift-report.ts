import type { Drift, JudgedSource } from "../../../drift/drift.js";
import { nameSubject, type SourcePlace } from "../../../drift/claim.js";
import {
  isLoud,
  loudVerdicts,
  verdicts,
  type Finding,
  type LoudVerdict,
  type Verdict,
} from "../../../drift/judge/finding.js";
import { describeDecision, type Decision } from "../../../drift/proposal/proposal.js";
import { toReviewEntry, type ReviewEntry } from "../../../drift/review-entry.js";
import { formatRelease } from "../../../time/release.js";
import type { FileLine } from "../../spec-folder/find-line.js";

/** What came of a run, and where in the spec it is about. */
export interface DriftReport extends Drift {
  readonly findLine: (finding: Finding) => FileLine | undefined;
}

/** In the order of the reports, with what each means and what to do about it. */
export const loudMeanings: Readonly<
  Record<LoudVerdict, Record<"title" | "meaning" | "advice" | "review", string>>
> = {
  new: {
    title: "New",
    meaning: "The spec does not have this yet.",
    advice: "Add it to the spec: --patch prints a proposal.",
    review: "What is left out on purpose is reviewed: --json has the entry.",
  },
  contradicts: {
    title: "Contradicts",
    meaning: "The spec says something else.",
    advice: "Find out which of the two is right, and edit the spec if it is not.",
    review: "If it is, add the entry to drift/reviewed.json, and say why.",
  },
  vanished: {
    title: "Vanished",
    meaning: "The spec has this, and the source does not say it, or not any more.",
    advice: "What no longer exists gets x-removed-in. A review that fits nothing is taken out.",
    review: "If only the source leaves it out, add the entry to drift/reviewed.json, and say why.",
  },
  unread: {
    title: "Unread",
    meaning: "No reader understands this.",
    advice: "Read it, and see that the spec has what it says.",
    review: "Then add the entry to drift/reviewed.json, with what it says in your own words.",
  },
};

/** Findings of one source that say the same of the same, about the same sentence. */
export interface FindingGroup {
  readonly source: JudgedSource;
  readonly findings: readonly [Finding, ...Finding[]];
}

/** What there is to do, by verdict; verdicts without findings are left out. */
export function groupLoud({ sources }: Drift): readonly (readonly [LoudVerdict, readonly FindingGroup[]])[] {
  return loudVerdicts
    .map((verdict) => [verdict, sources.flatMap((source) => groupOne(source, verdict))] as const)
    .filter(([, groups]) => groups.length > 0);
}

function groupOne(source: JudgedSource, verdict: LoudVerdict): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  source.findings.forEach((finding, index) => {
    if (finding.verdict !== verdict) return;
    const { subject, sentence } = finding;
    // What stands nowhere has no company.
    const of = sentence ? [sentence.place.line, sentence.text] : [index];
    const key = JSON.stringify([subject?.side, subject?.path, subject?.events, ...of]);
    const before = groups.get(key);
    groups.set(key, { source, findings: before ? [...before.findings, finding] : [finding] });
  });
  return [...groups.values()];
}

/** What differs, each once: that something is not there is found of all that is said of it. */
export const listMessages = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.map(({ message }) => message)),
];

/** The entries that review a group. What is new is added to the spec, and reviewed only on purpose. */
export const listReviewEntries = ({ source, findings }: FindingGroup): readonly ReviewEntry[] =>
  findings.flatMap((finding) => (finding.verdict === "new" ? [] : (toReviewEntry(finding, source) ?? [])));

/** How many findings have each verdict; those that none has are left out. */
export const countVerdicts = (findings: readonly Finding[]): readonly (readonly [Verdict, number])[] =>
  verdicts
    .map((verdict) => [verdict, findings.filter((finding) => finding.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0);

/** Whether there is something to do. */
export const hasLoud = ({ sources }: Drift): boolean =>
  sources.some(({ findings }) => findings.some(({ verdict }) => isLoud(verdict)));

/** `To do: 2 new, 1 unread.` */
export function formatTotal(drift: Drift): string {
  const findings = drift.sources.flatMap((source) => source.findings);
  if (!hasLoud(drift)) return `Nothing to do: all of ${findings.length} findings are accounted for.`;
  const loud = countVerdicts(findings).filter(([verdict]) => isLoud(verdict));
  return `To do: ${loud.map(([verdict, count]) => `${count} ${verdict}`).join(", ")}.`;
}

/** What a person has to do about a proposal: `To write: response dialog.footer: … (responses/dialog.json#/…)`. */
export const formatDecision = (decision: Decision): string =>
  `To ${decision.kind}: ${describeDecision(decision)}`;

/** What a source is: `definitions, up to v59.3.2, of 2026-03-01`. */
export const describeSource = ({ kind, newest, date }: JudgedSource): string =>
  [
    kind,
    ...(newest === undefined ? [] : [`up to v${formatRelease(newest)}`]),
    ...(date === undefined ? [] : [`of ${date}`]),
  ].join(", ");

/** Where something stands: `page.md:12`, or `till.har:1, record 3`. */
export const describeSpot = ({ file, line, record }: SourcePlace): string =>
  `${file}:${line}${record === undefined ? "" : `, record ${record}`}`;

/** What a finding is about: `response form.fields[].separator`. */
export const describeSubject = ({ subject }: Finding): string =>
  subject === undefined
    ? ""
    : `${nameSubject(subject)}${subject.events ? ` (${subject.events.join(", ")})` : ""}`;

/** The words of a source on one line, cut where they are longer than that. */
export const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, Math.max(1, length - 1))}…` : text;
