import { describeKnownReleases, knownReleasesToJson } from "../../base/time/fleet.js";
import { loadSpec, readToolVersion } from "../../contract/package/package-files.js";
import { formatJson } from "../command-result.js";

export interface VersionJson {
  readonly version: string;
  /** The newest release in the spec, and later ones that are only known to exist. */
  readonly knownUpTo: ReturnType<typeof knownReleasesToJson> | null;
}

export function formatVersion(json: boolean): string {
  const [spec, version] = [loadSpec(), readToolVersion()];
  const knownUpTo = spec.ok ? knownReleasesToJson(spec.value) : null;
  if (json) return formatJson({ version, knownUpTo } satisfies VersionJson);
  return spec.ok
    ? `${version}\nThe spec is known up to ${describeKnownReleases(spec.value)}.\n`
    : `${version}\n`;
}
