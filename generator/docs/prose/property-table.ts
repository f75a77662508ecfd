import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import type { Fleet } from "../../time/fleet.js";
import type { PropertyView } from "../../view/view.js";
import { linkWithin, nameText, type Links } from "./links.js";
import { joinTexts, mdText, nothing } from "../markdown.js";
import { deprecationText, isUndocumented, settingText } from "./prose-text.js";
import { hasRemarks } from "./remarks.js";
import { lifeText } from "../availability.js";
import { formatType } from "./type-text.js";

/** The cells of one line of a table of properties. */
export type PropertyRow = Record<"name" | "type" | "required" | "since" | "description", MarkdownText>;

/** The lines of a table of properties, in the view's order. */
export const propertyRows = (
  properties: readonly PropertyView[],
  links: Links,
  fleet: Fleet,
): PropertyRow[] => properties.map((property) => toRow(property, links, fleet));

const toRow = (property: PropertyView, links: Links, fleet: Fleet): PropertyRow => ({
  name: nameText(property.name),
  type: formatType(property.type, links),
  required: property.required ? mdText`yes` : mdText`no`,
  since: lifeText(property, fleet),
  description: toDescription(property, links),
});

function toDescription(property: PropertyView, links: Links): MarkdownText {
  const { prose } = property;
  const parts = [
    deprecationText(prose),
    toMarkdownText(prose.description),
    settingText(prose),
    isUndocumented(prose) ? mdText`*Not documented.*` : nothing,
    hasRemarks(property, links) ? linkWithin(mdText`Remarks`, "remarks") : nothing,
  ];
  return joinTexts(parts, " ");
}
