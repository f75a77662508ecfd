import type { Fleet } from "../../time/fleet.js";
import { formatRelease } from "../../time/release.js";
import { releaseText } from "../blocks/availability.js";
import { listTexts, text, type Text } from "../blocks/text.js";

/** A fleet in words: "shops that run v48 or a later release". */
export function describeFleet({ min, max, label, releases, isList }: Fleet): Text {
  if (isList) return text`shops that run ${listTexts(releases.map(releaseText), "or")}`;
  const isOpenBelow = label.startsWith("..");
  const isOpenAbove = label.endsWith("..");
  if (isOpenBelow && isOpenAbove) return text`shops that run any release`;
  if (isOpenBelow) return text`shops that run ${releaseText(max)} or an earlier release`;
  if (isOpenAbove) return text`shops that run ${releaseText(min)} or a later release`;
  if (min === max) return text`shops that run ${releaseText(min)}`;
  return text`shops that run any release from ${releaseText(min)} to ${releaseText(max)}`;
}

/** The options of a call that name a fleet. */
export function listFleetOptions({ min, max, label, releases, isList }: Fleet): string[] {
  if (isList) return [`--versions ${releases.map(formatRelease).join(",")}`];
  return [
    ...(label.startsWith("..") ? [] : [`--min-version ${formatRelease(min)}`]),
    ...(label.endsWith("..") ? [] : [`--max-version ${formatRelease(max)}`]),
  ];
}
