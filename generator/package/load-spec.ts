import { createMemo, type Memo } from "../memo.js";
import { lintSpec } from "../spec/lint/lint-spec.js";
import type { Dialect } from "../spec/lint/check-dialect.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { readSpec } from "../spec/read/read-spec.js";
import type { Outcome } from "../problem/problem.js";
import { ownSpec, readDialect } from "./package-files.js";

/** What a process that loads a spec more than once keeps for it. */
export interface Loading {
  readonly getDialect: () => Dialect;
  readonly memo: Memo;
}

/** Reads and lints the spec in a folder, or the one that comes with the package. The same files give the same spec. */
export function loadSpec(
  folder: string = ownSpec,
  { getDialect, memo }: Loading = { getDialect: readDialect, memo: createMemo() },
): Outcome<CheckedSpec> {
  const sources = readSpec(folder);
  if (!sources.ok) return sources;
  const key = sources.value.map(({ path, text }) => `${path}\0${text}`).join("\0");
  return memo.keep("spec", key, () => lintSpec(sources.value, getDialect(), memo));
}
