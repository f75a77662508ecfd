import type { Availability } from "../../docs/blocks/availability.js";
import { toHtmlText, type HtmlText } from "../../text/escape.js";
import { formatRelease } from "../../time/release.js";
import { firstIn, goneIn } from "../../time/spans.js";

/** The attributes of an element; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Attributes as HTML, with a space before each. */
export const printAttributes = (attributes: Attributes): HtmlText =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${toHtmlText(value)}"`))
    .join("") as HtmlText;

/** The two ends of when something exists, as the release picker and the search read them: `59.3.2`. */
export function formatEnds(availability: Availability | undefined): {
  readonly since?: string;
  readonly until?: string;
} {
  const [since, until] = [firstIn(availability?.exists), goneIn(availability?.exists)];
  return {
    ...(since !== undefined && { since: formatRelease(since) }),
    ...(until !== undefined && { until: formatRelease(until) }),
  };
}

/** The attributes from which the release picker reads when an element's subject exists. */
export function endAttributes(availability: Availability | undefined): Attributes {
  const { since, until } = formatEnds(availability);
  return { "data-since": since, "data-until": until };
}
