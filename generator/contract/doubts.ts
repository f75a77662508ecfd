import { capitalize, firstSentence, listWords } from "../base/text/words.js";
import { formatRelease } from "../base/time/release.js";
import type { KindModel, Model, Prose } from "./model/model.js";
import { type BodyProperty, listAlternatives, listEventNames, newestType } from "./model/paths.js";
import { additionSentence } from "./read/additions.js";
import {
  type Erratum,
  type Note,
  optionalRelease,
  type Provenance,
  type QuestionEntry,
} from "./read/dialect.js";
import { groupBy } from "./read/values.js";
import type { PropertyView, TypeView } from "./view/view.js";

/** A reason not to rely on a part blindly. Pages, `explain` and the comments in code print the same ones. */
export type Doubt =
  | { readonly kind: "setting"; readonly setting: string }
  /** `values`: only these values of an enum. */
  | { readonly kind: "addition"; readonly values?: readonly string[] }
  | { readonly kind: "provenance"; readonly provenance: Provenance }
  | { readonly kind: "note"; readonly note: Note }
  | { readonly kind: "erratum"; readonly erratum: Erratum }
  | { readonly kind: "question"; readonly question: QuestionEntry };

/** Lists the doubts about one part, without those about its type and its parents. */
export const listDoubts = ({
  isAddition,
  setting,
  provenance,
  notes,
  errata,
  questions,
}: Prose): readonly Doubt[] => [
  ...(isAddition ? [{ kind: "addition" } as const] : []),
  ...(setting === undefined ? [] : [{ kind: "setting", setting } as const]),
  ...(isUndocumented(provenance) ? [{ kind: "provenance", provenance } as const] : []),
  ...notes.map((note) => ({ kind: "note", note }) as const),
  ...errata.map((erratum) => ({ kind: "erratum", erratum }) as const),
  ...questions.map((question) => ({ kind: "question", question }) as const),
];

/** Errata and open questions have one, which `explain` finds. */
export const getDoubtId = (doubt: Doubt): string | undefined => {
  if (doubt.kind === "erratum") return doubt.erratum.id;
  return doubt.kind === "question" ? doubt.question.id : undefined;
};

/** A doubt about a part, or about a parent of it: then the part is as doubtful. */
export interface PartDoubt {
  readonly doubt: Doubt;
  readonly parent: { readonly kind: "property" | "event"; readonly name: string } | undefined;
  /** The only events that it is about; undefined if it is about all events with the part. */
  readonly events: readonly string[] | undefined;
}

export const toPartDoubts = (prose: Prose): readonly PartDoubt[] =>
  listDoubts(prose).map((doubt) => ({ doubt, parent: undefined, events: undefined }));

/** The doubts about the properties at one path, the types of their values, and their parents, in this order. */
export function listPropertyDoubts(properties: readonly BodyProperty[], model: Model): readonly PartDoubt[] {
  const whole = listEventNames(properties);
  const found = properties.flatMap((property) =>
    [...listOwnDoubts(property), ...listParentDoubts(property, model)].map((part) => ({ part, property })),
  );
  return [...groupBy(found, ({ part }) => JSON.stringify(part)).values()].flatMap((group): PartDoubt[] => {
    const [{ part, property }] = group;
    const events = listEventNames(group.map((each) => each.property));
    if (events.length === whole.length) return [{ ...part, events: undefined }];
    // Deep inside, a parent that is in doubt for one event of many says little.
    return part.parent && property.names.length > 1 ? [] : [{ ...part, events }];
  });
}

type UnboundDoubt = Omit<PartDoubt, "events">;

/** Without the doubts about its parents. */
export const listOwnDoubts = ({ model }: BodyProperty): readonly UnboundDoubt[] =>
  [
    ...listDoubts(model.prose),
    ...listAlternatives(newestType(model)).flatMap(({ kind }) => listKindDoubts(kind)),
  ].map((doubt) => ({ doubt, parent: undefined }));

function listKindDoubts(kind: KindModel): readonly Doubt[] {
  if (kind.kind === "object") return listDoubts(kind.object.prose);
  if (kind.kind !== "string" || !kind.enum) return [];
  const values = kind.enum.values.flatMap(({ value, isAddition }) => (isAddition ? value : []));
  return [
    ...listDoubts(kind.enum.prose),
    ...(values.length > 0 ? [{ kind: "addition", values } as const] : []),
  ];
}

/** A part depends on the settings of its parents. It is as doubtful as they are, unless something is known of its own existence. */
function listParentDoubts(
  { model, chain, holders, events, names }: BodyProperty,
  spec: Model,
): readonly UnboundDoubt[] {
  const isShared = spec.envelope.request.properties
    .concat(spec.envelope.response.properties)
    .some((property) => property === chain[0]);
  const ownEvents = isShared ? [] : spec.events.filter(({ name }) => events.includes(name));
  const parents = [
    ...holders.flatMap((holder, i) => {
      const parent = { kind: "property", name: names.slice(0, i + 1).join(".") } as const;
      return [chain[i]?.prose ?? holder.prose, holder.prose].map((prose) => ({ parent, prose }));
    }),
    ...ownEvents.map(({ name, prose }) => ({ parent: { kind: "event", name } as const, prose })),
  ];
  const isSettled = model.prose.provenance !== undefined && coversExistence(model.prose.provenance);
  return parents.flatMap(({ parent, prose }) =>
    listDoubts(prose)
      .filter((doubt) => doubt.kind === "setting" || (!isSettled && doubtsExistence(doubt)))
      .map((doubt) => ({ doubt, parent })),
  );
}

export const doubtsExistence = (doubt: Doubt): boolean =>
  (doubt.kind === "addition" && !doubt.values) ||
  (doubt.kind === "provenance" && coversExistence(doubt.provenance));

export const isWhollyUndocumented = (provenance: Provenance | undefined): boolean =>
  isUndocumented(provenance) && coversExistence(provenance);

const coversExistence = ({ of = ["existence"] }: Provenance): boolean => of.includes("existence");

export const isUndocumented = (provenance: Provenance | undefined): provenance is Provenance =>
  provenance !== undefined && provenance.kind !== "documented";

/** `Inferred, not documented`, or `The type is inferred, not documented`. */
export function describeCertainty(provenance: Provenance): string {
  const subjects = listSubjects(provenance);
  const subject =
    subjects.length === 0 ? "" : `${listWords(subjects, "and")} ${subjects.length > 1 ? "are" : "is"} `;
  return `${capitalize(subject + provenance.kind)}, not documented`;
}

/** The aspects that are not documented. Empty if the whole part is not. */
export const listSubjects = (provenance: Provenance): readonly string[] =>
  coversExistence(provenance)
    ? []
    : Object.entries(subjects).flatMap(([part, words]) =>
        provenance.of?.some((each) => each === part) ? words : [],
      );

/** In the order of the text. */
const subjects = {
  shape: "the type",
  required: "whether the property is required",
  release: "the release",
};

interface DoubtedPart extends Partial<Pick<PropertyView, "type" | "lenient">> {
  readonly prose: Prose;
}

/**
 * The doubts about a part as lines for a comment in code: one sentence each, without the reasons. They do not depend
 * on the fleet, so another fleet leaves the comment unchanged.
 */
export function listDoubtLines({ prose, type = [], lenient = false }: DoubtedPart): readonly string[] {
  const isElsewhere = isDefinedInside(prose, type);
  const doubts = listDoubts(prose).filter(
    ({ kind }) => !isElsewhere || (kind !== "note" && kind !== "erratum"),
  );
  // It may be the surrounding object that is not documented.
  const isWhole = lenient && !prose.isAddition && !isUndocumented(prose.provenance);
  const lines = [...doubts, ...listEnumDoubts(type)].map(describeBriefly);
  return [...new Set(lines), ...(isWhole ? ["Not documented."] : [])];
}

/** A property is as doubtful as the list of its values. Other doubts about a named list are at the list. */
const listEnumDoubts = (type: TypeView): readonly Doubt[] =>
  (type === "unknown" ? [] : type)
    .flatMap((kind) => (kind.kind === "enum" ? listDoubts(kind.enum.prose) : []))
    .filter(({ kind }) => kind === "provenance");

function describeBriefly(doubt: Doubt): string {
  switch (doubt.kind) {
    case "addition":
      return additionSentence;
    case "setting":
      return `Depends on the POS setting “${doubt.setting}”.`;
    case "provenance":
      return `${describeCertainty(doubt.provenance)}.`;
    case "note":
      return describeNoteBriefly(doubt.note);
    case "erratum":
      return `In doubt (${doubt.erratum.id}). Our reading: ${firstSentence(doubt.erratum.reading)}`;
    case "question":
      return `Open: ${doubt.question.question}`;
  }
}

function describeNoteBriefly({ since, text, provenance }: Note): string {
  const release = optionalRelease(since);
  const when = release === undefined ? "" : `v${formatRelease(release)}: `;
  const certainty = isUndocumented(provenance) ? ` ${describeCertainty(provenance)}.` : "";
  return `${when}${firstSentence(text)}${certainty}`;
}

/** True if an object was defined inside the property, so that both have the same prose. The object then has the remarks. */
export const isDefinedInside = (prose: Prose, type: TypeView): boolean =>
  type !== "unknown" && type.some((kind) => kind.kind === "object" && isSameProse(kind.object.prose, prose));

/** True if both have the same annotations, as when one was defined inside the other. */
export const isSameProse = (a: Prose, b: Prose): boolean =>
  JSON.stringify([a.notes, a.errata, a.provenance]) === JSON.stringify([b.notes, b.errata, b.provenance]);
