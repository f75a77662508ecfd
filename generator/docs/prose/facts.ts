import type { Prose } from "../../model/model.js";
import { describeAvailability } from "../availability.js";
import type { Availability } from "../blocks/availability.js";
import { hasContent, nothing, type Text } from "../blocks/text.js";
import { deprecationText, noteText, settingText } from "./prose-text.js";
import { provenanceText } from "./provenance.js";

/** What a reader must know of something besides its description: a list entry each, when it exists first. */
export const listFacts = (prose: Prose, availability?: Availability): Text[] =>
  [
    availability ? describeAvailability(availability) : nothing,
    deprecationText(prose),
    settingText(prose),
    provenanceText(prose),
    ...prose.notes.map(noteText),
  ].filter(hasContent);
