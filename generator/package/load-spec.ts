import { once } from "../once.js";
import { lintSpec } from "../spec/lint/lint-spec.js";
import { lintReviews, type ReviewedSpec } from "../spec/lint/reviews.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { readSpec, type SourceFile } from "../spec/read/read-spec.js";
import type { Outcome } from "../problem/problem.js";
import { loadBuilt } from "./build-id.js";
import { ownSpec, readDialect } from "./package-files.js";

/** Reads and lints the contract in a folder; the one that comes with the package once, or not at all where the build has done so. */
export const loadSpec = (folder: string = ownSpec): Outcome<CheckedSpec> =>
  folder === ownSpec ? loadOwnSpec() : readAndLint(folder);

const loadOwnSpec = once(
  () => (loadBuilt("spec") as Outcome<CheckedSpec> | undefined) ?? readAndLint(ownSpec),
);

function readAndLint(folder: string): Outcome<CheckedSpec> {
  const sources = readSpec(folder);
  return sources.ok ? lintSources(sources.value) : sources;
}

/** Lints the files of a contract by the dialect of the package. */
export const lintSources = (sources: readonly SourceFile[]): Outcome<CheckedSpec> =>
  lintSpec(sources, getDialect());

/** Adds the files of `drift/` to the contract that they are about, and lints them. */
export const lintReviewSources = (spec: CheckedSpec, sources: readonly SourceFile[]): Outcome<ReviewedSpec> =>
  lintReviews(spec, sources, getDialect());

const getDialect = once(readDialect);
