import type { Coverage } from "../../time/fleet.js";
import { formatRelease, type Release } from "../../time/release.js";
import { firstIn, goneIn, type Spans } from "../../time/spans.js";
import { joinTexts, nothing, strong, text, type Text } from "./text.js";

/** When something exists, and how much of a fleet has it. */
export interface Availability {
  readonly exists: Spans;
  readonly coverage: Coverage;
}

/** What the cell of a table says: `v59 **some shops**`, `v15.1, gone v59`, or nothing. */
export function formatAvailability({ exists, coverage }: Availability): Text {
  const [since, until] = [firstIn(exists), goneIn(exists)];
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
