import type { Prose } from "../../model/model.js";
import type { MarkdownText } from "../../print/text.js";
import type { Release } from "../../schema/release.js";
import { mdText, nothing } from "./markdown.js";
import { deprecationText, noteText, provenanceText, settingText } from "./prose-text.js";
import { releaseText } from "./type-text.js";

/** What a reader must know of an event, an object or an enum besides its description: one list entry each. */
export function factsOf(prose: Prose, since?: Release): MarkdownText[] {
  const facts = [
    since === undefined ? nothing : mdText`Since ${releaseText(since)}: not every shop of your fleet has it.`,
    deprecationText(prose),
    settingText(prose),
    provenanceText(prose),
    ...prose.notes.map(noteText),
  ];
  return facts.filter((fact) => fact !== "");
}
