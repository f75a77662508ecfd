import { baseline, type Release } from "../time/release.js";
import type { Fleet } from "../time/fleet.js";
import type { Span } from "../time/spans.js";
import { releaseText, type Availability, type Coverage, type Ends } from "./blocks/availability.js";
import { joinTexts, nothing, strong, text, type Text } from "./blocks/text.js";

/** What a view says about when something exists. No other module of the docs reads these fields. */
interface Timed {
  readonly since?: Release | undefined;
  readonly until?: Release | undefined;
  readonly exists?: readonly Span[] | undefined;
}

/** The release that brought something; undefined if it has always been there. */
export const getFirstRelease = ({ since }: Timed): Release | undefined => since;

/** The fields of a thing that say when it exists, for a copy of it. */
export const copyTimes = ({
  since,
  until,
}: Timed): { readonly since?: Release; readonly until?: Release } => ({
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
});

/** When something of a view exists, as far as its two ends tell, and how much of the fleet has it. */
export const getAvailability = ({ since, until, exists }: Timed, fleet: Fleet): Availability =>
  toAvailability({ since, until: until ?? exists?.at(-1)?.until }, fleet);

/** How much of the fleet has what exists between two ends. */
export function toAvailability({ since, until }: Ends, { steps }: Fleet): Availability {
  const having = steps.filter(
    (release) => (since ?? baseline) <= release && (until === undefined || release < until),
  );
  if (having.length === steps.length) return { since, until, coverage: "every shop" };
  return { since, until, coverage: having.length === 0 ? "no shop" : "some shops" };
}

/** The sentence at the top of a page about something that did not always exist; or nothing. */
export const describeAvailability = ({ since, until, coverage }: Availability): Text =>
  joinTexts(
    [
      since === undefined ? nothing : text`Since ${releaseText(since)}.`,
      until === undefined ? nothing : text`Gone since ${releaseText(until)}.`,
      sentences[coverage],
    ],
    " ",
  );

const sentences: Readonly<Record<Coverage, Text>> = {
  "every shop": nothing,
  "some shops": text`${strong("Not every shop")} of your fleet has it.`,
  "no shop": text`${strong("No shop")} of your fleet has it.`,
};
