import type { Prose } from "../../model/model.js";
import type { MarkdownText } from "../../text/escape.js";
import { nothing } from "../markdown.js";
import { deprecationText, noteText, provenanceText, settingText } from "./prose-text.js";

/** What a reader must know of an event, an object or an enum besides its description: one list entry each, its life first. */
export function factsOf(prose: Prose, life = nothing): MarkdownText[] {
  const facts = [
    life,
    deprecationText(prose),
    settingText(prose),
    provenanceText(prose),
    ...prose.notes.map(noteText),
  ];
  return facts.filter((fact) => fact !== "");
}
