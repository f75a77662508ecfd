import type { PropertyModel } from "../../model/model.js";
import { newestType } from "../../model/paths.js";
import type { Block } from "../blocks/block.js";
import { hasContent, joinTexts, listTexts, nameText, nothing, text, type Text } from "../blocks/text.js";
import { bullets } from "../blocks/write.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The sections of what these objects may have one day, or elsewhere; no blocks if there is nothing. */
export function asideSections(names: readonly string[], { asides }: Survey, words: Words): readonly Block[] {
  const properties = names.flatMap((name) => asides.get(name) ?? []);
  return words.part("asides", "sections", {
    planned: bullets(properties.filter(({ aside }) => aside?.kind === "planned").map(plannedText)),
    seen: bullets(properties.flatMap(seenText)),
  });
}

const plannedText = (property: PropertyModel): Text =>
  joinTexts([text`${nameText(property.name)}: ${property.prose.description}`, valuesText(property)], " ");

const seenText = (property: PropertyModel): Text[] =>
  property.aside?.kind === "seen" ? [text`${plannedText(property)} Seen in ${property.aside.where}.`] : [];

function valuesText(property: PropertyModel): Text {
  const kinds = newestType(property).map(({ kind }) => kind);
  const values = kinds.flatMap((kind) => (kind.kind === "string" ? (kind.enum?.values ?? []) : []));
  const names = listTexts(
    values.map(({ value }) => nameText(value)),
    "or",
  );
  return hasContent(names) ? text`One of ${names}.` : nothing;
}
