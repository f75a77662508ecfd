import { createMemo, type Memo } from "../../memo.js";
import { lintReviewSources, lintSources } from "../../package/load-spec.js";
import { success, type Outcome } from "../../problem/problem.js";
import type { ReviewedSpec } from "../../spec/lint/reviews.js";
import { readReviews, readSpec, type SourceFile } from "../../spec/read/read-spec.js";

/** A spec with what people have reviewed of its sources, and the texts of both. */
export interface SpecWithReviews {
  readonly spec: ReviewedSpec;
  readonly files: readonly SourceFile[];
}

/** Reads and lints the contract in a folder, and then what people have reviewed of its sources. */
export function loadReviewedSpec(folder: string, memo: Memo = createMemo()): Outcome<SpecWithReviews> {
  const contract = readSpec(folder);
  if (!contract.ok) return contract;
  const checked = lintSources(contract.value, memo);
  if (!checked.ok) return checked;
  const reviews = readReviews(folder);
  if (!reviews.ok) return reviews;
  const reviewed = lintReviewSources(checked.value, reviews.value, memo);
  if (!reviewed.ok) return reviewed;
  const files = [...contract.value, ...reviews.value];
  return success({ spec: reviewed.value, files }, [...checked.warnings, ...reviewed.warnings]);
}
