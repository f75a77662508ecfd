import { getCoverage, type Coverage, type Fleet } from "../time/fleet.js";
import { always, firstIn, goneIn, type Spans } from "../time/spans.js";
import { releaseText, type Availability } from "./blocks/availability.js";
import { joinTexts, nothing, strong, text, type Text } from "./blocks/text.js";

/** When something exists, and how much of the fleet has it; without spans it always exists. */
export const toAvailability = (exists: Spans = always, fleet: Fleet): Availability => ({
  exists,
  coverage: getCoverage(fleet, exists),
});

/** The sentence at the top of a page about something that did not always exist; or nothing. */
export function describeAvailability({ exists, coverage }: Availability): Text {
  const [since, until] = [firstIn(exists), goneIn(exists)];
  return joinTexts(
    [
      since === undefined ? nothing : text`Since ${releaseText(since)}.`,
      until === undefined ? nothing : text`Gone since ${releaseText(until)}.`,
      sentences[coverage],
    ],
    " ",
  );
}

/** Which releases have something: `from v15 on and before v59`. */
export function spanText({ exists }: Availability): Text {
  const [since, until] = [firstIn(exists), goneIn(exists)];
  const ends = [
    since === undefined ? nothing : text`from ${releaseText(since)} on`,
    until === undefined ? nothing : text`before ${releaseText(until)}`,
  ];
  return joinTexts(ends, " and ");
}

const sentences: Readonly<Record<Coverage, Text>> = {
  "every shop": nothing,
  "some shops": text`${strong("Not every shop")} of your fleet has this part.`,
  "no shop": text`${strong("No shop")} of your fleet has this part.`,
};
