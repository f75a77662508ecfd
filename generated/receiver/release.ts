// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { parseRelease } from "../validators/release.js";
import type { Fleet } from "./contract.js";

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

/** An end that is open bounds nothing. */
function isWithin(release: number, { min, max }: Fleet): boolean {
  return release >= (parseRelease(min) ?? 0) && release <= (parseRelease(max) ?? Infinity);
}
