import type { PropertyModel } from "../../model/model.js";
import { newestType } from "../../model/walk.js";
import type { Block } from "../blocks/block.js";
import { hasContent, joinTexts, listTexts, nameText, nothing, text, type Text } from "../blocks/text.js";
import { bullets, section } from "../blocks/write.js";
import { plannedIn } from "../survey/planned.js";
import type { Survey } from "../survey/survey.js";

/** The section of what the vendor has announced for these objects; no blocks if there is nothing. */
export const plannedSection = (names: readonly string[], { planned }: Survey): Block[] =>
  section(
    "Planned",
    bullets(names.flatMap((name) => plannedIn(name, planned)).map(plannedText)),
    "Announced by the vendor, but for no release yet. Do not rely on it.",
  );

const plannedText = (property: PropertyModel): Text =>
  joinTexts([text`${nameText(property.name)}: ${property.prose.description}`, valuesText(property)], " ");

function valuesText(property: PropertyModel): Text {
  const kinds = newestType(property).map(({ kind }) => kind);
  const values = kinds.flatMap((kind) => (kind.kind === "string" ? (kind.enum?.values ?? []) : []));
  const names = listTexts(
    values.map(({ value }) => nameText(value)),
    "or",
  );
  return hasContent(names) ? text`One of ${names}.` : nothing;
}
