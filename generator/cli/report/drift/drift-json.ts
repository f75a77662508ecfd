import { nameClaim } from "../../../drift/claim.js";
import type { JudgedSource } from "../../../drift/drift.js";
import type { Finding } from "../../../drift/judge/finding.js";
import { toReviewEntry } from "../../../drift/review-entry.js";
import type { Problem } from "../../../problem/problem.js";
import { formatRelease, type Release } from "../../../time/release.js";
import type { Result } from "../../json/results.js";
import { countVerdicts, type DriftReport } from "./drift-report.js";

type Json = Result<"drift">;

/** A drift for a program: all findings, the quiet ones too. */
export const driftToJson = (report: DriftReport, warnings: readonly Problem[]): Json => ({
  sources: report.sources.map(sourceToJson),
  findings: report.sources.flatMap((source) =>
    source.findings.map((finding) => findingToJson(finding, source, report)),
  ),
  decisions: report.proposal.decisions,
  warnings,
});

const sourceToJson = ({ file, title, kind, count, newest, date, lowest, findings }: JudgedSource) => ({
  file,
  title,
  kind,
  count,
  newest: formatOptional(newest),
  date: date ?? null,
  lowest: lowest.map(({ side, release, until, isOne, evidence }) => ({
    side,
    release: formatOptional(release),
    until: formatOptional(until),
    one: isOne,
    evidence: evidence.map(({ claim, release: first }) => ({
      name: nameClaim(claim),
      release: formatRelease(first),
    })),
  })),
  counts: countVerdicts(findings).map(([verdict, count]) => ({ verdict, count })),
});

const formatOptional = (release: Release | undefined): string | null =>
  release === undefined ? null : formatRelease(release);

function findingToJson(
  finding: Finding,
  source: JudgedSource,
  { findLine }: DriftReport,
): Json["findings"][number] {
  const { verdict, message, name, subject, sentence, hash, reviewed } = finding;
  const review = toReviewEntry(finding, source);
  const spec = findLine(finding);
  return {
    source: source.file,
    verdict,
    message,
    ...(name !== undefined && { name }),
    ...(subject && { subject }),
    ...(sentence && { place: sentence.place, sentence: sentence.text }),
    ...(hash !== undefined && { hash }),
    ...(spec && { spec }),
    ...(reviewed && { reviewed: "why" in reviewed ? reviewed.why : (reviewed.words ?? "") }),
    ...(review && { review }),
  };
}
