import type { Prose } from "../../model/model.js";
import type { Provenance } from "../../spec/dialect.js";
import { listWords, capitalize } from "../../text/words.js";
import type { PropertyView } from "../../view/view.js";
import { emphasis, nothing, text, type Text } from "../blocks/text.js";

/** How we know what the vendor does not document, or nothing. */
export const provenanceText = ({ provenance }: Pick<Prose, "provenance">): Text =>
  provenance ? certaintyText(provenance) : nothing;

/** How we know something, where the vendor does not document it. */
export const certaintyText = (provenance: Provenance): Text =>
  provenance.kind === "documented"
    ? nothing
    : text`${describeBasis(provenance)}, not documented: ${provenance.basis}`;

/** A mark on what the vendor does not document, or nothing. */
export const undocumentedMark = ({ provenance }: { readonly provenance: Provenance }): Text =>
  provenance.kind === "documented" ? nothing : emphasis(`${describeUndocumented(provenance)}.`);

/** A mark on a property that is not documented, whether itself or with its holder; or nothing. */
export function undocumentedText({ prose: { provenance }, lenient }: PropertyView): Text {
  if (provenance && provenance.kind !== "documented") return undocumentedMark({ provenance });
  return lenient ? emphasis("Not documented.") : nothing;
}

/** The parts of a property, in the order in which they are told. */
const parts = {
  shape: "the type",
  required: "whether the property is required",
  release: "the release",
} as const;

function describeUndocumented(provenance: Provenance): string {
  const told = listParts(provenance);
  return told.length === 0 ? "Not documented" : `Not documented: ${listWords(told, "and")}`;
}

function describeBasis(provenance: Provenance): string {
  const told = listParts(provenance);
  const subject = told.length === 0 ? "" : `${listWords(told, "and")} ${told.length > 1 ? "are" : "is"} `;
  return capitalize(subject + provenance.kind);
}

/** The parts that all this is about; none where it is about the whole. */
const listParts = ({ of = ["existence"] }: Provenance): string[] =>
  of.includes("existence")
    ? []
    : (Object.keys(parts) as (keyof typeof parts)[])
        .filter((part) => of.includes(part))
        .map((part) => parts[part]);
