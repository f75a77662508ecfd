import { toMarkdownText, type MarkdownText } from "../../print/text.js";
import type { PropertyView } from "../../version/view.js";
import { linkWithin, nameText, type Links } from "./links.js";
import { joinTexts, mdText, nothing } from "./markdown.js";
import { deprecationText, isUndocumented, settingText } from "./prose-text.js";
import { hasRemarks } from "./remarks.js";
import { formatType, releaseText } from "./type-text.js";

/** The cells of one line of a table of properties. */
export type PropertyRow = Record<"name" | "type" | "required" | "since" | "description", MarkdownText>;

/** The lines of a table of properties, in the view's order. */
export const propertyRows = (properties: readonly PropertyView[], links: Links): PropertyRow[] =>
  properties.map((property) => toRow(property, links));

const toRow = (property: PropertyView, links: Links): PropertyRow => ({
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
    isUndocumented(prose) ? mdText`*Not documented.*` : nothing,
    hasRemarks(property) ? linkWithin(mdText`Remarks`, "remarks") : nothing,
  ];
  return joinTexts(parts, " ");
}
