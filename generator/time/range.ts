import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import type { History } from "./history.js";
import { formatRelease, parseRelease } from "./release.js";
import { releaseFleet, parseFleet, parseList, type Fleet } from "./fleet.js";

/**
 * The fleet that a text names: a release (`48`), a range with one end or both (`48..59`, `48..`, `..59`, `..`), or a list
 * of releases (`48,59`).
 */
export function parseRange(text: string, history: History): Outcome<Fleet> {
  if (text.includes(","))
    return parseList(text, history) ?? failure([report("malformed-range", { value: text })]);
  const ends = text.split("..");
  const [min = "", max = ""] = ends;
  const wellFormed = ends.length <= 2 && text !== "" && ends.every((end) => end === "" || isRelease(end));
  if (!wellFormed) return failure([report("malformed-range", { value: text })]);
  if (ends.length === 2) {
    return parseFleet(
      { minVersion: min === "" ? undefined : min, maxVersion: max === "" ? undefined : max },
      history,
    );
  }
  const fleet = parseFleet({ minVersion: min, maxVersion: min }, history);
  return fleet.ok ? success(releaseFleet(fleet.value.min, history), fleet.warnings) : fleet;
}

const isRelease = (text: string): boolean => parseRelease(text) !== undefined;

/** How a fleet reads in a heading: `v48`, `48..59`, `48 and 59`. */
export const nameOfFleet = ({ min, label, isList }: Fleet): string =>
  isList || label.includes("..") ? label : `v${formatRelease(min)}`;
