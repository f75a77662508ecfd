import { createMemo, type Memo } from "../memo.js";
import { lintSpec } from "../spec/lint/lint-spec.js";
import { lintReviews, type ReviewedSpec } from "../spec/lint/reviews.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { readSpec, type SourceFile } from "../spec/read/read-spec.js";
import type { Outcome } from "../problem/problem.js";
import { loadBuilt } from "./build-id.js";
import { ownSpec, readDialect } from "./package-files.js";

/**
 * Reads and lints the contract in a folder, or takes the one that comes with the package as the build left it. Where a memo is handed
 * in, the same files are not linted twice.
 */
export function loadSpec(folder: string = ownSpec, memo: Memo = createMemo()): Outcome<CheckedSpec> {
  const built = folder === ownSpec ? loadBuilt("spec", memo) : undefined;
  if (built) return built as Outcome<CheckedSpec>;
  const sources = readSpec(folder);
  return sources.ok ? lintSources(sources.value, memo) : sources;
}

/** Lints the files of a contract by the dialect of the package. The same files give the same spec. */
export function lintSources(sources: readonly SourceFile[], memo: Memo): Outcome<CheckedSpec> {
  const key = sources.map(({ path, text }) => `${path}\0${text}`).join("\0");
  return memo.keep("spec", key, () => lintSpec(sources, keepDialect(memo), memo));
}

/** Adds the files of `drift/` to the contract that they are about, and lints them. */
export const lintReviewSources = (
  spec: CheckedSpec,
  sources: readonly SourceFile[],
  memo: Memo,
): Outcome<ReviewedSpec> => lintReviews(spec, sources, keepDialect(memo), memo);

const keepDialect = (memo: Memo) => memo.keep("dialect", "", () => readDialect(memo));
