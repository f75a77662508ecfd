import type { Memo } from "../memo.js";
import { describeKnown, knownToJson } from "../time/history.js";
import type { Result } from "./json/results.js";
import { formatJson } from "./report/ending.js";
import { loadSpec } from "../package/load-spec.js";
import { readToolVersion } from "../package/package-files.js";

/** The version of this package and, on a line of its own, how far the spec that comes with it is known. */
export function describeToolVersion(memo: Memo): string {
  const spec = loadSpec(undefined, memo);
  const version = readToolVersion();
  return spec.ok ? `${version}\nThe spec is known up to ${describeKnown(spec.value)}.` : version;
}

/** The same for programs. */
export function toolVersionToJson(memo: Memo): string {
  const spec = loadSpec(undefined, memo);
  const knownUpTo = spec.ok ? knownToJson(spec.value) : null;
  return formatJson({ version: readToolVersion(), knownUpTo } satisfies Result<"version">);
}
