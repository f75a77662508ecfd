import type { Prose } from "../../model/model.js";
import type { Provenance } from "../../spec/dialect.js";
import { listWords } from "../../text/list.js";
import type { PropertyView } from "../../view/view.js";
import { emphasis, link, nothing, text, type Text } from "../blocks/text.js";
import { pagePaths } from "../page.js";
import { capitalize } from "../../text/capitalize.js";

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

/** What of a property is not documented, and what that means for a request that has it; or nothing. */
export function undocumentedText({ prose, lenient }: PropertyView): Text {
  const { provenance } = prose;
  const isOwn = provenance !== undefined && provenance.kind !== "documented";
  if (!isOwn && !lenient) return nothing;
  const what = isOwn ? describeUndocumented(provenance) : "Not documented";
  if (!lenient) return emphasis(`${what}.`);
  return text`${emphasis(what)}: ${link("left out", pagePaths.subscribe, "what-arrives")} if it does not fit.`;
}

/** The parts of a property, in the order in which they are told. */
const parts = { shape: "what it holds", required: "whether it is required", release: "its release" } as const;

const describeUndocumented = (provenance: Provenance): string =>
  describeParts(provenance, "not documented") ?? "Not documented";

const describeBasis = (provenance: Provenance): string =>
  describeParts(provenance, provenance.kind) ?? capitalize(provenance.kind);

/** What is known of a part only: `Its release is inferred`. Nothing where that is so of the whole. */
function describeParts({ of = ["existence"] }: Provenance, standing: string): string | undefined {
  if (of.includes("existence")) return undefined;
  const told = (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => of.includes(part));
  const sentence = `${listWords(
    told.map((part) => parts[part]),
    "and",
  )} ${told.length > 1 ? "are" : "is"} ${standing}`;
  return capitalize(sentence);
}
