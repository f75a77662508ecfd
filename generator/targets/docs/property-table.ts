import { toMarkdownText, type MarkdownText } from "../../print/text.js";
import type { PropertyView } from "../../version/view.js";
import { linkWithin, nameText, type Links } from "./links.js";
import { joinTexts, mdText, nothing } from "./markdown.js";
import { deprecationText, isUndocumented, settingText } from "./prose-text.js";
import { hasRemarks } from "./remarks.js";
import type { Site } from "./site.js";
import { formatType, releaseText } from "./type-text.js";

/** A table of properties, one line each; nothing where there are none. */
export function propertyTable(properties: readonly PropertyView[], site: Site, links: Links): MarkdownText {
  if (properties.length === 0) return nothing;
  return site.render("property-table", { rows: properties.map((property) => toRow(property, links)) });
}

const toRow = (property: PropertyView, links: Links): Record<string, MarkdownText> => ({
  name: nameText(property.name),
  type: formatType(property.type, links),
  required: property.required ? mdText`yes` : mdText`no`,
  since: property.since === undefined ? nothing : releaseText(property.since),
  description: toDescription(property),
});

function toDescription(property: PropertyView): MarkdownText {
  const { prose, until } = property;
  const parts = [
    deprecationText(prose),
    toMarkdownText(prose.description),
    until === undefined ? nothing : mdText`**Gone since ${releaseText(until)}.**`,
    settingText(prose),
    isUndocumented(prose) ? mdText`_Not documented._` : nothing,
    hasRemarks(property) ? linkWithin(mdText`Remarks`, "remarks") : nothing,
  ];
  return joinTexts(parts, " ");
}
