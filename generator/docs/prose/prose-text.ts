import type { Prose } from "../../model/model.js";
import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import { parseRelease } from "../../time/release.js";
import { nameText, type Links } from "./links.js";
import { joinTexts, listOf, mdText, nothing } from "../markdown.js";
import { releaseText, sinceText } from "./type-text.js";

type Erratum = Prose["errata"][number];
type Note = Prose["notes"][number];

/** **Deprecated**, since when, and what to use instead; or nothing. */
export function deprecationText({ deprecated }: Prose): MarkdownText {
  if (!deprecated) return nothing;
  const { since, replacedBy } = deprecated;
  const when = joinTexts([mdText`**Deprecated**`, sinceText(since)], " ");
  return replacedBy === undefined ? mdText`${when}.` : mdText`${when}: use ${nameText(replacedBy)}.`;
}

/** The setting of the POS that something depends on, or nothing. */
export const settingText = ({ setting }: Prose): MarkdownText =>
  setting === undefined ? nothing : mdText`Depends on the POS setting “${toMarkdownText(setting)}”.`;

/** Whether somebody else than the vendor's documentation says so. */
export const isUndocumented = ({ provenance }: Prose): boolean =>
  (provenance?.kind ?? "documented") !== "documented";

/** How we know what the vendor does not document, or nothing. */
export function provenanceText(prose: Prose): MarkdownText {
  const { provenance } = prose;
  if (!provenance || !isUndocumented(prose)) return nothing;
  return mdText`Not documented but ${toMarkdownText(provenance.kind)}: ${toMarkdownText(provenance.basis)}`;
}

/** A note, and the release that brought what it tells. */
export function noteText({ since, text }: Note): MarkdownText {
  const release = since === undefined ? undefined : parseRelease(since);
  return release === undefined
    ? toMarkdownText(text)
    : mdText`**${releaseText(release)}**: ${toMarkdownText(text)}`;
}

/** Where the vendor's text is wrong or contradicts itself, and what we make of it. */
export const erratumText = ({ id, says, reading }: Erratum, links: Links): MarkdownText =>
  mdText`In doubt (${links.erratum(id)}): ${toMarkdownText(says)} Our reading: ${toMarkdownText(reading)}`;

/** Other spellings of a property that were seen on the wire, or nothing. */
export function legacyNamesText(names: readonly string[]): MarkdownText {
  if (names.length === 0) return nothing;
  return mdText`Also seen as ${listOf(names.map(nameText), "or")}: read as this property.`;
}
