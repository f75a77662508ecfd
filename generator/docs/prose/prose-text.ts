import type { Prose } from "../../model/model.js";
import type { PropertyView } from "../../view/view.js";
import { parseRelease } from "../../time/release.js";
import { releaseText } from "../blocks/availability.js";
import { joinTexts, listTexts, nameText, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { certaintyText } from "./provenance.js";
import type { QuestionEntry } from "../../spec/dialect.js";
import { linkToErratum, linkToQuestion } from "../links.js";
import { sinceText } from "./type-text.js";

type Erratum = Prose["errata"][number];
type Note = Prose["notes"][number];

/** **Deprecated**, since when, and what to use instead; or nothing. */
export function deprecationText({ deprecated }: Prose): Text {
  if (!deprecated) return nothing;
  const { since, replacedBy } = deprecated;
  const when = joinTexts([strong("Deprecated"), sinceText(since)], " ");
  return replacedBy === undefined ? text`${when}.` : text`${when}: use ${nameText(replacedBy)}.`;
}

/** The setting of the POS that something depends on, or nothing. */
export const settingText = ({ setting }: Prose): Text =>
  setting === undefined ? nothing : text`Depends on the POS setting “${setting}”.`;

/** A note, and the release from which on it holds. */
export function noteText({ since, text: note, provenance }: Note): Text {
  const release = since === undefined ? undefined : parseRelease(since);
  const dated = release === undefined ? toText(note) : text`${strong(releaseText(release))}: ${note}`;
  return joinTexts([dated, provenance ? certaintyText(provenance) : nothing], " ");
}

/** Where the vendor's text is wrong or contradicts itself, and what we make of it. */
export const erratumText = ({ id, says, reading }: Erratum): Text =>
  text`In doubt (${linkToErratum(id)}): ${says} Our reading: ${reading}`;

/** A question that no source answers. */
export const questionText = (question: QuestionEntry): Text => text`Open: ${linkToQuestion(question)}`;

/** Other spellings of a property that were seen on the wire, or nothing. */
export const legacyNamesText = (names: readonly string[]): Text =>
  names.length === 0
    ? nothing
    : text`A source has the name ${listTexts(names.map(nameText), "or")}. The code takes that name for this property.`;

/** Where else the properties of a property's object were seen, or nothing. */
export const inlinedText = ({ name, inlined }: Pick<PropertyView, "name" | "inlined">): Text =>
  inlined
    ? text`A source has the properties of ${nameText(name)} in the object around ${nameText(name)}. The code reads both.`
    : nothing;
