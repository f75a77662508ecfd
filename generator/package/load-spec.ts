import { lintSpec } from "../spec/lint/lint-spec.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { readSpec } from "../spec/read/read-spec.js";
import type { Outcome } from "../problem/problem.js";
import { ownSpec, readDialect } from "./package-files.js";

/** Reads and lints the spec in a folder, or the one that comes with the package. */
export function loadSpec(folder: string = ownSpec): Outcome<CheckedSpec> {
  const sources = readSpec(folder);
  return sources.ok ? lintSpec(sources.value, readDialect()) : sources;
}
