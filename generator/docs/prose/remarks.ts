import type { Prose } from "../../model/model.js";
import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import type { EnumView, KindView, PropertyView } from "../../view/view.js";
import { nameText, type Links } from "./links.js";
import { mdText } from "../markdown.js";
import { erratumText, legacyNamesText, noteText, provenanceText } from "./prose-text.js";

/** What a table cell has no room for, one list entry each, begun with the property it is about. */
export function remarksOn(
  properties: readonly PropertyView[],
  links: Links,
  where?: MarkdownText,
): MarkdownText[] {
  return properties.flatMap((property) => {
    const name = nameText(property.name);
    const subject = where === undefined ? name : mdText`${name} ${where}`;
    return textsOn(property, links).map((text) => mdText`${subject}. ${text}`);
  });
}

/** Whether there is anything to remark on a property. */
export const hasRemarks = (property: PropertyView, links: Links): boolean =>
  textsOn(property, links).length > 0;

function textsOn(property: PropertyView, links: Links): MarkdownText[] {
  const { prose, legacyNames, type } = property;
  const own = isToldByType(property)
    ? []
    : [
        ...prose.notes.map(noteText),
        ...prose.errata.map((erratum) => erratumText(erratum, links)),
        provenanceText(prose),
      ];
  const kinds = type === "unknown" ? [] : type;
  return [...own, legacyNamesText(legacyNames), ...kinds.flatMap(valueTexts)].filter((text) => text !== "");
}

/** An object that is written inside a property has the property's prose, and a page to tell it. */
const isToldByType = ({ prose, type }: PropertyView): boolean =>
  type !== "unknown" && type.some((kind) => kind.kind === "object" && isSameProse(kind.object.prose, prose));

/** Whether two things carry the same annotations, as they do when one was written inside the other. */
export const isSameProse = (a: Prose, b: Prose): boolean =>
  JSON.stringify([a.notes, a.errata, a.provenance]) === JSON.stringify([b.notes, b.errata, b.provenance]);

/** The meanings of an enum that has no section of its own. */
function valueTexts(kind: KindView): MarkdownText[] {
  if (kind.kind !== "enum" || kind.enum.name !== undefined) return [];
  return kind.enum.values.flatMap(valueText);
}

const valueText = ({ value, description }: EnumView["values"][number]): MarkdownText[] =>
  description === undefined ? [] : [mdText`${nameText(value)}: ${toMarkdownText(description)}`];
