import { lintSpec } from "../schema/lint.js";
import type { LinkedSpec } from "../schema/link.js";
import { readSpec } from "../schema/read.js";
import type { Outcome } from "../problem/problem.js";
import { ownSpec, readDialect } from "./package-files.js";

/** Reads and lints the spec in a folder, or the one that comes with the package. */
export function loadSpec(folder: string = ownSpec): Outcome<LinkedSpec> {
  const sources = readSpec(folder);
  return sources.ok ? lintSpec(sources.value, readDialect()) : sources;
}
