import { type Fleet, mustBeInFleet, parseRelease } from "../../validators/results.js";

/**
 * Checks the `version` of a subscription against the fleet that the code was generated for.
 * @throws Error if it is not `major[.minor[.patch]]`, or is outside the fleet.
 */
export function checkVersion(version: string, fleet: Fleet): void {
  const release = parseRelease(version);
  if (release === undefined) {
    throw new Error(`the version ${JSON.stringify(version)} is not a release such as "59.3" or "v59.3.2"`);
  }
  mustBeInFleet(release, version, fleet);
}
