// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Fleet } from "./contract.js";

/** Major, minor and patch of a POS release. */
type Release = readonly [number, number, number];

/**
 * Checks a shop's release against the fleet that the code was generated for.
 * @throws Error when it is not `major[.minor[.patch]]`, or lies outside the fleet.
 */
export function checkRelease(version: string, fleet: Fleet): void {
  const release = parseRelease(version);
  if (release === undefined) {
    throw new Error(`the version ${JSON.stringify(version)} is not a release such as "59.3" or "v59.3.2"`);
  }
  if (!isWithin(release, fleet)) {
    throw new Error(
      `the version ${JSON.stringify(version)} is outside the releases that this code was generated for ` +
        `(${fleet.min ?? "the first"} to ${fleet.max ?? "the latest"})`,
    );
  }
}

function isWithin(release: Release, { min, max }: Fleet): boolean {
  return compare(release, parseRelease(min)) >= 0 && compare(release, parseRelease(max)) <= 0;
}

function parseRelease(version: unknown): Release | undefined {
  const match = typeof version === "string" ? /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(version) : null;
  return match ? [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)] : undefined;
}

/** An end that is open compares as equal. */
function compare(a: Release, b: Release | undefined): number {
  return b === undefined ? 0 : a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
