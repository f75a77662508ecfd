import { toReviewEntry } from "../../drift/reviews.js";
import { verdicts, type JudgedSource } from "../../drift/row.js";
import type { Problem } from "../../problem/problem.js";
import { formatRelease } from "../../time/release.js";
import type { DriftReport } from "../report/drift.js";

/** What the sources say, against what the spec says. */
export type Drift = ReturnType<typeof driftToJson>;

/** A drift for a program. */
export const driftToJson = (report: DriftReport, warnings: readonly Problem[]) => ({
  /** The sources, in the order of the call. */
  sources: report.sources.map(({ findings, newest, ...source }) => ({
    ...source,
    date: source.date ?? null,
    newest: newest === undefined ? null : formatRelease(newest),
    counts: verdicts.map((verdict) => ({
      verdict,
      count: findings.filter((each) => each.verdict === verdict).length,
    })),
  })),
  /** All findings, the quiet ones too. */
  findings: report.sources.flatMap((source) => findingsToJson(source, report)),
  /** What a person has to do about what --patch proposes. */
  decisions: report.proposal.decisions,
  /** What is worth knowing, though it stops nothing. */
  warnings,
});

const findingsToJson = (source: JudgedSource, { findLine }: DriftReport) =>
  source.findings.map((finding) => {
    const { row: _, releases, ...rest } = finding;
    return {
      /** The file that it is in. */
      source: source.file,
      ...rest,
      releases: releases?.map(formatRelease),
      /** Where in the spec this is, or would be. */
      spec: findLine(finding),
      /** What can be added to `drift/reviewed.json`. */
      review: toReviewEntry(finding, source),
    };
  });
