import type { Availability } from "../blocks/block.js";
import {
  emphasis,
  hasContent,
  joinTexts,
  listTexts,
  nameText,
  nothing,
  strong,
  text,
  type Text,
} from "../blocks/text.js";
import { releaseText } from "../blocks/builders.js";
import { isUndated } from "../../changes/explain.js";
import type { Prose } from "../../contract/model/model.js";
import type { Provenance, QuestionEntry } from "../../contract/read/dialect.js";
import { groupBy } from "../../contract/read/values.js";
import { capitalize, listWords } from "../../base/text/words.js";
import { parseRelease } from "../../base/time/release.js";
import type { KindView, PropertyView } from "../../contract/view/view.js";
import { linkToErratum, linkToQuestion } from "../links.js";
import type { PageProperty } from "../page-data.js";
import { describeAvailability, sinceText } from "./fleet-text.js";

/** Leaves out the description. Availability comes first. */
export const listFacts = (prose: Prose, availability?: Availability): Text[] =>
  [
    availability ? describeAvailability(availability) : nothing,
    deprecationText(prose),
    settingText(prose),
    certaintyText(prose),
    ...prose.notes.map(noteText),
  ].filter(hasContent);

export function deprecationText({ deprecated }: Prose): Text {
  if (!deprecated) return nothing;
  const { since, replacedBy } = deprecated;
  const when = joinTexts([strong("Deprecated"), sinceText(since)]);
  return replacedBy === undefined ? text`${when}.` : text`${when}: use ${nameText(replacedBy)}.`;
}

export const settingText = ({ setting }: Prose): Text =>
  setting === undefined ? nothing : text`Depends on the POS setting “${setting}”.`;

function noteText(note: Prose["notes"][number]): Text {
  const release = note.since === undefined ? undefined : parseRelease(note.since);
  const datedText = release === undefined ? note.text : text`${strong(releaseText(release))}: ${note.text}`;
  return withCertainty(datedText, note);
}

/** Adds the source of a text that is not documented. */
export const withCertainty = (known: Text | string, of: HasProvenance): Text =>
  joinTexts([known, certaintyText(of)]);

export const erratumText = ({ id, says, reading }: Prose["errata"][number]): Text =>
  text`In doubt (${linkToErratum(id)}): ${says} Our reading: ${reading}`;

export const questionText = (question: QuestionEntry): Text => text`Open: ${linkToQuestion(question)}`;

/** Only remarks that are too long for a table cell. Each begins with the names of its properties. */
export function listRemarks(properties: readonly PageProperty[], where = ""): Text[] {
  const all = properties.flatMap((property) =>
    remarksOn(property).map((remark) => ({ remark, name: nameText(property.name) })),
  );
  return [...groupBy(all, ({ remark }) => JSON.stringify(remark)).values()].map((group) => {
    const names = group.map(({ name }) => name);
    return text`${joinTexts([listTexts(names), where])}. ${group[0].remark}`;
  });
}

export const hasRemarks = (property: PageProperty): boolean => remarksOn(property).length > 0;

function remarksOn(property: PageProperty): Text[] {
  const { name, prose, legacyNames, type, questions, inlined = false } = property;
  const own = isOnPageOfObject(property)
    ? []
    : [
        ...prose.notes.map(noteText),
        ...prose.errata.map(erratumText),
        certaintyText(lacksOnlyRelease(property) ? {} : prose),
      ];
  return [
    ...own,
    ...questions.map(questionText),
    inlined
      ? text`One source puts the properties of ${nameText(name)} directly in the object around it. The code reads both.`
      : nothing,
    legacyNames.length > 0
      ? text`One source calls this property ${listTexts(legacyNames.map(nameText), "or")}. The code accepts that name too.`
      : nothing,
    ...(type === "unknown" ? [] : type).flatMap(listMeanings),
  ].filter(hasContent);
}

/** An object defined inside a property has the property's prose, and the object's page has the remarks. */
const isOnPageOfObject = ({ prose, type }: PropertyView): boolean =>
  type !== "unknown" && type.some((kind) => kind.kind === "object" && isSameProse(kind.object.prose, prose));

/** True if both have the same annotations, as when one was defined inside the other. */
export const isSameProse = (a: Prose, b: Prose): boolean =>
  JSON.stringify([a.notes, a.errata, a.provenance]) === JSON.stringify([b.notes, b.errata, b.provenance]);

/** Empty if the enum has a section. */
const listMeanings = (kind: KindView): Text[] =>
  kind.kind !== "enum" || kind.enum.name !== undefined
    ? []
    : kind.enum.values.flatMap(({ value, description }) =>
        description === undefined ? [] : [text`${nameText(value)}: ${description}`],
      );

interface HasProvenance {
  readonly provenance?: Provenance | undefined;
}

/** True if only the release is undocumented, and the release is unknown. The column Since already says so. */
export const lacksOnlyRelease = (property: PropertyView): boolean =>
  isUndated(property) && property.prose.provenance?.of?.join() === "release";

export function certaintyText({ provenance }: HasProvenance): Text {
  if (!provenance || provenance.kind === "documented") return nothing;
  const subjects = listProvenanceParts(provenance);
  const subject =
    subjects.length === 0 ? "" : `${listWords(subjects, "and")} ${subjects.length > 1 ? "are" : "is"} `;
  return text`${capitalize(subject + provenance.kind)}, not documented: ${provenance.basis}`;
}

/** Empty for what the vendor documents. */
export function undocumentedMark({ provenance }: HasProvenance): Text {
  if (!provenance || provenance.kind === "documented") return nothing;
  const subjects = listProvenanceParts(provenance);
  return emphasis(`Not documented${subjects.length === 0 ? "" : `: ${listWords(subjects, "and")}`}.`);
}

/** In the order of the text. */
const provenanceParts = {
  shape: "the type",
  required: "whether the property is required",
  release: "the release",
};

/** Empty if the provenance is about the whole. */
const listProvenanceParts = ({ of = ["existence"] }: Provenance): string[] =>
  of.includes("existence")
    ? []
    : Object.entries(provenanceParts).flatMap(([part, words]) =>
        of.some((each) => each === part) ? words : [],
      );
