import type { Availability } from "../blocks/block.js";
import { emphasis, joinTexts, listTexts, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { releaseText } from "../blocks/builders.js";
import { describeReleases } from "../../contract/describe.js";
import { formatOption } from "../../base/options.js";
import { getCoverage, type Coverage, type Fleet } from "../../base/time/fleet.js";
import { formatRelease, type Release } from "../../base/time/release.js";
import { always, addedIn, removedIn, type Spans } from "../../base/time/spans.js";

/** For example "shops that run v48 or a later release". */
export function fleetText({ min, max, label, releases, isList }: Fleet): Text {
  if (isList) return text`shops that run ${listTexts(releases.map(releaseText), "or")}`;
  const isOpenBelow = label.startsWith("..");
  const isOpenAbove = label.endsWith("..");
  if (isOpenBelow && isOpenAbove) return text`shops that run any release`;
  if (isOpenBelow) return text`shops that run ${releaseText(max)} or an earlier release`;
  if (isOpenAbove) return text`shops that run ${releaseText(min)} or a later release`;
  if (min === max) return text`shops that run ${releaseText(min)}`;
  return text`shops that run any release from ${releaseText(min)} to ${releaseText(max)}`;
}

/** `additions`: the folder of the user's own parts, without which a command would not know them. */
export function listFleetOptions(
  { min, max, label, releases, isList }: Fleet,
  additions?: string,
): readonly string[] {
  const own = formatOption("additions", additions);
  if (isList) return [`--versions ${releases.map(formatRelease).join(",")}`, ...own];
  return [
    ...(label.startsWith("..") ? [] : [`--min-version ${formatRelease(min)}`]),
    ...(label.endsWith("..") ? [] : [`--max-version ${formatRelease(max)}`]),
    ...own,
  ];
}

/** Without spans, something exists in all releases. */
export const toAvailability = (exists: Spans = always, fleet: Fleet): Availability => ({
  exists,
  coverage: getCoverage(fleet, exists),
});

/** For the column Since. */
export const notKnown = emphasis("not known");

/** For the top of a page about something that not every release has. */
export function describeAvailability({ exists, coverage }: Availability): Text {
  const [since, until] = [addedIn(exists), removedIn(exists)];
  return joinTexts([
    since === undefined ? nothing : text`Requires ${releaseText(since)}.`,
    until === undefined ? nothing : text`Removed in ${releaseText(until)}.`,
    coverageSentences[coverage],
  ]);
}

/** For example `from v15 on and before v59`. */
export const spanText = (exists: Spans): Text => toText(describeReleases(exists));

const coverageSentences: Readonly<Record<Coverage, Text>> = {
  "every shop": nothing,
  "some shops": text`${strong("Not every shop")} of your fleet has this part.`,
  "no shop": text`${strong("No shop")} of your fleet has this part.`,
};

/** For example `since v59`. May be empty. */
export const sinceText = (since: Release | undefined): Text =>
  since === undefined ? nothing : text`since ${releaseText(since)}`;
