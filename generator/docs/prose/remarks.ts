import type { Prose } from "../../model/model.js";
import type { AskedProperty } from "../survey/questions.js";
import type { EnumView, KindView, PropertyView } from "../../view/view.js";
import { hasContent, joinTexts, listTexts, nameText, text, toText, type Text } from "../blocks/text.js";
import { provenanceText } from "./provenance.js";
import { erratumText, inlinedText, legacyNamesText, noteText, questionText } from "./prose-text.js";

/** What a table cell has no room for: a list entry each, which begins with the names of the properties that it is about. */
export function listRemarks(properties: readonly AskedProperty[], where = ""): Text[] {
  const groups = new Map<string, { readonly remark: Text; readonly names: readonly Text[] }>();
  for (const property of properties)
    for (const remark of remarksOn(property)) {
      const key = JSON.stringify(remark);
      groups.set(key, { remark, names: [...(groups.get(key)?.names ?? []), nameText(property.name)] });
    }
  return [...groups.values()].map(
    ({ remark, names }) => text`${joinTexts([listTexts(names, "and"), toText(where)], " ")}. ${remark}`,
  );
}

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
