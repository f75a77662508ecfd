import { createMemo, type Memo } from "../../memo.js";
import { lintReviewSources, lintSources } from "../../package/load-spec.js";
import { success, type Outcome } from "../../problem/problem.js";
import type { ReviewedSpec } from "../../spec/lint/reviews.js";
import { readReviews, readSpec, type SourceFile } from "../../spec/read/read-spec.js";

/** Reads and lints the contract in a folder, and then what people have reviewed of its sources. Gives the texts of both, too. */
export function loadReviewedSpec(folder: string, memo: Memo = createMemo()): Outcome<Reviews> {
  const contract = readSpec(folder);
  if (!contract.ok) return contract;
  const checked = lintSources(contract.value, memo);
  if (!checked.ok) return checked;
  const reviews = readReviews(folder);
  if (!reviews.ok) return reviews;
  const reviewed = lintReviewSources(checked.value, reviews.value, memo);
  if (!reviewed.ok) return reviewed;
  const loaded = { spec: reviewed.value, contract: contract.value, reviews: reviews.value };
  return success(loaded, [...checked.warnings, ...reviewed.warnings]);
}

interface Reviews extends Record<"contract" | "reviews", readonly SourceFile[]> {
  readonly spec: ReviewedSpec;
}
