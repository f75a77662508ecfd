import type { Prose } from "../../model/model.js";
import { toMarkdownText, type MarkdownText } from "../../print/text.js";
import type { EnumView, KindView, PropertyView } from "../../version/view.js";
import { nameText } from "./links.js";
import { mdText } from "./markdown.js";
import { erratumText, legacyNamesText, noteText, provenanceText } from "./prose-text.js";

/** What a table cell has no room for, one list entry each, begun with the property it is about. */
export function remarksOn(properties: readonly PropertyView[], where?: MarkdownText): MarkdownText[] {
  return properties.flatMap((property) => {
    const name = nameText(property.name);
    const subject = where === undefined ? name : mdText`${name} ${where}`;
    return textsOn(property).map((text) => mdText`${subject}. ${text}`);
  });
}

/** Whether there is anything to remark on a property. */
export const hasRemarks = (property: PropertyView): boolean => textsOn(property).length > 0;

function textsOn(property: PropertyView): MarkdownText[] {
  const { prose, legacyNames, type } = property;
  const own = isToldByType(property)
    ? []
    : [...prose.notes.map(noteText), ...prose.errata.map(erratumText), provenanceText(prose)];
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
