import { createMemo, type Memo } from "../memo.js";
import { lintSpec } from "../spec/lint/lint-spec.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { readSpec, type SourceFile } from "../spec/read/read-spec.js";
import type { Outcome } from "../problem/problem.js";
import { ownSpec, readDialect } from "./package-files.js";

/**
 * Reads and lints the spec in a folder, or the one that comes with the package. Where a memo is handed in, the same files are not
 * linted twice.
 */
export function loadSpec(folder: string = ownSpec, memo: Memo = createMemo()): Outcome<CheckedSpec> {
  const sources = readSpec(folder);
  return sources.ok ? lintSources(sources.value, memo) : sources;
}

/** Lints the files of a spec by the dialect of the package. The same files give the same spec. */
export function lintSources(sources: readonly SourceFile[], memo: Memo): Outcome<CheckedSpec> {
  const key = sources.map(({ path, text }) => `${path}\0${text}`).join("\0");
  const getDialect = () => memo.keep("dialect", "", readDialect);
  return memo.keep("spec", key, () => lintSpec(sources, getDialect(), memo));
}
