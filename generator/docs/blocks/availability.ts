import { formatRelease, type Release } from "../../time/release.js";
import { joinTexts, nothing, strong, text, type Text } from "./text.js";

/** How much of a fleet has something. */
export type Coverage = "every shop" | "some shops" | "no shop";

/** The first release that has something, and the first that does not have it any more; undefined: an open end. */
export interface Ends {
  readonly since?: Release | undefined;
  readonly until?: Release | undefined;
}

/** Which releases have something, and how much of the fleet. */
export interface Availability extends Ends {
  readonly coverage: Coverage;
}

/** What the cell of a table says: `v59 **some shops**`, `v15.1, gone v59`, or nothing. */
export function formatAvailability({ since, until, coverage }: Availability): Text {
  const releases = [
    since === undefined ? nothing : releaseText(since),
    until === undefined ? nothing : text`gone ${releaseText(until)}`,
  ];
  const mark = coverage === "every shop" ? nothing : coverageText(coverage);
  return joinTexts([joinTexts(releases, ", "), mark], " ");
}

/** A mark that reads as well in a terminal: what not every shop has stands out. */
export const coverageText = (coverage: Coverage): Text =>
  coverage === "every shop" ? text`every shop` : strong(coverage);

/** `v59.3.2`. */
export const releaseText = (release: Release): Text => text`v${formatRelease(release)}`;
