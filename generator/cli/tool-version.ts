import { describeKnown } from "../time/as-of.js";
import { loadSpec } from "../package/load-spec.js";
import { readToolVersion } from "../package/package-files.js";

/** The version of this package and, on a line of its own, how far the spec that comes with it is known. */
export function describeToolVersion(): string {
  const spec = loadSpec();
  const version = readToolVersion();
  return spec.ok ? `${version}\nThe spec is known up to ${describeKnown(spec.value)}.` : version;
}
