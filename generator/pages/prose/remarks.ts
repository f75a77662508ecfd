import type { Availability } from "../blocks/block.js";
import {
  emphasis,
  hasContent,
  joinTexts,
  listTexts,
  nameText,
  nothing,
  plain,
  strong,
  text,
  type Text,
} from "../blocks/text.js";
import { releaseText } from "../blocks/builders.js";
import { isUndated } from "../../changes/explain.js";
import {
  describeCertainty,
  type Doubt,
  isDefinedInside,
  isUndocumented,
  listDoubts,
  listSubjects,
} from "../../contract/doubts.js";
import type { Prose } from "../../contract/model/model.js";
import { additionSentence } from "../../contract/read/additions.js";
import type { Provenance, QuestionEntry } from "../../contract/read/dialect.js";
import { groupBy } from "../../contract/read/values.js";
import { listWords } from "../../base/text/words.js";
import { parseRelease } from "../../base/time/release.js";
import type { KindView, PropertyView } from "../../contract/view/view.js";
import { linkToErratum, linkToQuestion } from "../links.js";
import { describeAvailability, sinceText } from "./fleet-text.js";

/** Leaves out the description. Availability comes first. */
export const listFacts = (prose: Prose, availability?: Availability): Text[] =>
  [
    availability ? describeAvailability(availability) : nothing,
    deprecationText(prose),
    ...doubtTexts(prose, ["setting", "addition", "provenance", "note"]),
  ].filter(hasContent);

export const doubtTexts = (prose: Prose, kinds: readonly Doubt["kind"][]): Text[] =>
  listDoubts(prose)
    .filter(({ kind }) => kinds.includes(kind))
    .map(doubtText);

export function doubtText(doubt: Doubt): Text {
  switch (doubt.kind) {
    case "addition":
      return doubt.values
        ? text`${listTexts(doubt.values.map((value) => plain(JSON.stringify(value))))}: ${additionSentence}`
        : text`${additionSentence}`;
    case "setting":
      return text`Depends on the POS setting “${doubt.setting}”.`;
    case "provenance":
      return certaintyText(doubt);
    case "note":
      return noteText(doubt.note);
    case "erratum":
      return erratumText(doubt.erratum);
    case "question":
      return questionText(doubt.question);
  }
}

export function deprecationText({ deprecated }: Prose): Text {
  if (!deprecated) return nothing;
  const { since, replacedBy } = deprecated;
  const when = joinTexts([strong("Deprecated"), sinceText(since)]);
  return replacedBy === undefined ? text`${when}.` : text`${when}: use ${nameText(replacedBy)}.`;
}

function noteText(note: Prose["notes"][number]): Text {
  const release = note.since === undefined ? undefined : parseRelease(note.since);
  const datedText = release === undefined ? note.text : text`${strong(releaseText(release))}: ${note.text}`;
  return withCertainty(datedText, note);
}

/** Adds the source of a text that is not documented. */
export const withCertainty = (known: Text | string, of: HasProvenance): Text =>
  joinTexts([known, certaintyText(of)]);

const erratumText = ({ id, says, reading }: Prose["errata"][number]): Text =>
  text`In doubt (${linkToErratum(id)}): ${says} Our reading: ${reading}`;

export const questionText = (question: QuestionEntry): Text => text`Open: ${linkToQuestion(question)}`;

/** Only remarks that are too long for a table cell. Each begins with the names of its properties. */
export function listRemarks(properties: readonly PropertyView[], where = ""): Text[] {
  const all = properties.flatMap((property) =>
    remarksOn(property).map((remark) => ({ remark, name: nameText(property.name) })),
  );
  return [...groupBy(all, ({ remark }) => JSON.stringify(remark)).values()].map((group) => {
    const names = group.map(({ name }) => name);
    return text`${joinTexts([listTexts(names), where])}. ${group[0].remark}`;
  });
}

export const hasRemarks = (property: PropertyView): boolean => remarksOn(property).length > 0;

function remarksOn(property: PropertyView): Text[] {
  const { name, prose, legacyNames, type, inlined = false } = property;
  const isOnPageOfObject = isDefinedInside(prose, type);
  return [
    ...(isOnPageOfObject ? [] : doubtTexts(prose, ["note", "erratum"])),
    ...(isOnPageOfObject || lacksOnlyRelease(property) ? [] : doubtTexts(prose, ["addition", "provenance"])),
    ...doubtTexts(prose, ["question"]),
    inlined && prose.errata.length === 0
      ? text`Some sources put the properties of ${nameText(name)} directly in the object around it. The code reads both.`
      : nothing,
    legacyNames.length > 0
      ? text`Some sources call this property ${listTexts(legacyNames.map(nameText), "or")}. The code accepts that name too.`
      : nothing,
    ...(type === "unknown" ? [] : type).flatMap(listMeanings),
  ].filter(hasContent);
}

/** Empty if the enum has a section. */
const listMeanings = (kind: KindView): Text[] =>
  kind.kind !== "enum" || kind.enum.name !== undefined
    ? []
    : kind.enum.values.flatMap(({ value, description }) =>
        description === undefined ? [] : [text`${nameText(value)}: ${description}`],
      );

interface HasProvenance extends Pick<Prose, "isAddition"> {
  readonly provenance?: Provenance | undefined;
}

/** True if only the release is undocumented, and the release is unknown. The column Since already says so. */
export const lacksOnlyRelease = (property: PropertyView): boolean =>
  isUndated(property) && property.prose.provenance?.of?.join() === "release";

export const certaintyText = ({ provenance }: HasProvenance): Text =>
  isUndocumented(provenance) ? text`${describeCertainty(provenance)}: ${provenance.basis}` : nothing;

/** Empty for what the vendor documents. */
export function undocumentedMark({ provenance, isAddition }: HasProvenance): Text {
  if (isAddition) return emphasis("Your addition.");
  if (!isUndocumented(provenance)) return nothing;
  const subjects = listSubjects(provenance);
  return emphasis(`Not documented${subjects.length === 0 ? "" : `: ${listWords(subjects, "and")}`}.`);
}
