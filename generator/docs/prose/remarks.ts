import type { Prose } from "../../model/model.js";
import type { AskedProperty } from "../survey/questions.js";
import type { EnumView, KindView, PropertyView } from "../../view/view.js";
import { hasContent, nameText, text, type Text } from "../blocks/text.js";
import { provenanceText } from "./provenance.js";
import { erratumText, inlinedText, legacyNamesText, noteText, questionText } from "./prose-text.js";

/** What a table cell has no room for: a list entry each, which begins with the name of the property. */
export const listRemarks = (properties: readonly AskedProperty[], where = ""): Text[] =>
  properties.flatMap((property) =>
    remarksOn(property).map((remark) =>
      where === ""
        ? text`${nameText(property.name)}. ${remark}`
        : text`${nameText(property.name)} ${where}. ${remark}`,
    ),
  );

/** Whether there is anything to remark on a property. */
export const hasRemarks = (property: AskedProperty): boolean => remarksOn(property).length > 0;

function remarksOn(property: AskedProperty): Text[] {
  const { prose, legacyNames, type, questions = [] } = property;
  const own = isOnPageOfObject(property)
    ? []
    : [...prose.notes.map(noteText), ...prose.errata.map(erratumText), provenanceText(prose)];
  const kinds = type === "unknown" ? [] : type;
  return [
    ...own,
    ...questions.map(questionText),
    inlinedText(property),
    legacyNamesText(legacyNames),
    ...kinds.flatMap(listMeanings),
  ].filter(hasContent);
}

/** An object that is written inside a property has the property's prose, and its page has the remarks. */
const isOnPageOfObject = ({ prose, type }: PropertyView): boolean =>
  type !== "unknown" && type.some((kind) => kind.kind === "object" && isSameProse(kind.object.prose, prose));

/** Whether two things carry the same annotations, as they do when one was written inside the other. */
export const isSameProse = (a: Prose, b: Prose): boolean =>
  JSON.stringify([a.notes, a.errata, a.provenance]) === JSON.stringify([b.notes, b.errata, b.provenance]);

/** The meanings of an enum that has no section of its own. */
function listMeanings(kind: KindView): Text[] {
  if (kind.kind !== "enum" || kind.enum.name !== undefined) return [];
  return kind.enum.values.flatMap(meaningText);
}

const meaningText = ({ value, description }: EnumView["values"][number]): Text[] =>
  description === undefined ? [] : [text`${nameText(value)}: ${description}`];
