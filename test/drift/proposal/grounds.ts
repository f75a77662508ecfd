import { loadReviewedSpec } from "../../../generator/cli/inputs/spec-folder.js";
import { findDrift } from "../../../generator/drift/drift.js";
import type { Proposal } from "../../../generator/drift/propose.js";
import { ownSpec, readDialect } from "../../../generator/contract/package/package-files.js";
import type { Outcome } from "../../../generator/base/problem/problem.js";
import { lintReviews, type ReviewedSpec } from "../../../generator/contract/lint/reviews.js";
import { lintSpec } from "../../../generator/contract/lint/lint-spec.js";
import type { SourceFile } from "../../../generator/contract/read/read-spec.js";
import { toSource } from "../door.js";

const dialect = readDialect();

export function lintFiles(files: readonly SourceFile[]): Outcome<ReviewedSpec> {
  const isReview = ({ path }: SourceFile): boolean => path.startsWith("drift/");
  const spec = lintSpec(
    files.filter((file) => !isReview(file)),
    dialect,
  );
  return spec.ok ? lintReviews(spec.value, files.filter(isReview), dialect) : spec;
}

/** Throws the problems of a spec that has lint errors. */
export function checkFiles(files: readonly SourceFile[]): ReviewedSpec {
  const linted = lintFiles(files);
  if (linted.ok) return linted.value;
  throw new Error(linted.problems.map(({ message, place }) => `${place?.file ?? ""}: ${message}`).join("\n"));
}

export function readFiles(): readonly SourceFile[] {
  const loaded = loadReviewedSpec(ownSpec);
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  return loaded.value.files;
}

export function driftTexts(texts: Readonly<Record<string, string>>, files: readonly SourceFile[]) {
  const sources = Object.entries(texts).map(([file, text]) => toSource(file, text));
  const against = { spec: checkFiles(files), files, lint: lintFiles, today: "2026-02-03", propose: true };
  const found = findDrift(sources, against);
  if (!found.ok) throw new Error(found.problems[0]?.message);
  return found.value;
}

export function applyProposal(files: readonly SourceFile[], proposal: Proposal): readonly SourceFile[] {
  const changed = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, before, after } of proposal.files) {
    if (changed.get(path) !== before) throw new Error(`${path} is not as the proposal found it`);
    changed.set(path, after);
  }
  return [...changed].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
}
