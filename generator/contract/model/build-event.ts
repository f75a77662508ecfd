import {
  type Carried,
  type EventFile,
  variantTitle,
  type ObjectRole,
  type Provenance,
  type Shape,
  type StandingEntry,
  type StartFile,
} from "../read/dialect.js";
import { envelopePath, eventPath, type ObjectEntries, objectPath } from "../read/files.js";
import { defined, groupBy, ownEntry } from "../read/values.js";
import { additionSentence, isAddition } from "../read/additions.js";
import { placeIn, splitPointer } from "../read/pointer.js";
import type { SourceLocation } from "../../base/problem/problem.js";
import { capitalize, listWords } from "../../base/text/words.js";
import { existsStill } from "../../base/time/spans.js";
import type { CheckedSpec } from "../read/checked-spec.js";
import { type ModelBuilder, buildProperty, readProse, readSpans } from "./build-type.js";
import type {
  AlternativeModel,
  AnswerModel,
  EnvelopeModel,
  EventModel,
  LimitedModel,
  Model,
  ObjectModel,
  ProductModel,
  PropertyModel,
  PropertyPath,
  StandingModel,
  StartModel,
} from "./model.js";

export function buildEvents(builder: ModelBuilder): Pick<Model, "events" | "envelope" | "answers"> {
  const envelope = buildEnvelope(builder);
  const answers = buildAnswers(envelope, builder);
  const events = byName(builder.spec.events).map(([name, file]) =>
    buildEventModel(name, file, { envelope, answers, builder }),
  );
  return { events, envelope, answers };
}

interface EventContext {
  readonly envelope: EnvelopeModel;
  readonly answers: readonly AnswerModel[];
  readonly builder: ModelBuilder;
}

function buildEventModel(name: string, file: EventFile, context: EventContext): EventModel {
  const { carries: own = {}, answers: answered = {} } = file;
  const { envelope, builder } = context;
  const { spec } = builder;
  const listVariants = (role: ObjectRole, objects: ObjectEntries, holder?: Provenance) =>
    listOwn(role, objects, builder, holder).map((part) => toVariantProperty(part, name, role));
  const takes = listStandings(name, file, context);
  const refused = new Set(
    takes.filter(({ standing }) => standing === "contradicted").map(({ name: answer }) => answer),
  );
  const title = capitalize(name);
  const toBody = createBody(placeIn(eventPath(name)), file);
  return {
    name,
    exists: readSpans(file),
    prose: readProse(file, name, builder),
    // Required objects first, those of the envelope last.
    request: toBody(`${title}Request`, `The request for \`${name}\`.`, [
      ...envelope.request.properties.filter(isStillRequired),
      ...listVariants("carries", own, file["x-provenance"]),
      ...envelope.request.properties.filter((property) => !isStillRequired(property)),
    ]),
    response: toBody(`${title}Response`, `The answer to \`${name}\`.`, [
      ...listVariants("answers", answered),
      ...envelope.response.properties.filter((answer) => !refused.has(answer.name)),
    ]),
    takes,
    ownObjects: Object.keys(own).filter(
      (object) => own[object]?.required === true && !isContext(object, spec),
    ),
    echoes: Object.keys(answered)
      .filter((object) => Object.hasOwn(own, object))
      .flatMap((object) => findEchoes(object, spec)),
    alwaysBlocking: file.blocking === "always",
    pollingOptional: file.polling === "optional",
    freeStanding: file.freeStanding,
    till: (file.till ?? []).map(({ act, at }) => ({ act, at: at === undefined ? at : toPropertyPath(at) })),
    start: file.start && buildStart(file.start),
  };
}

const isStillRequired = ({ required }: PropertyModel): boolean => existsStill(required);

function buildEnvelope(builder: ModelBuilder): EnvelopeModel {
  const { carries, answers } = builder.spec.envelope;
  const carried = listOwn("carries", carries, builder);
  const toBody = createBody(placeIn(envelopePath), builder.spec.envelope);
  return {
    request: toBody("CommonRequest", "The properties of every request.", [
      ...carried.filter(isStillRequired),
      ...carried.filter((property) => !isStillRequired(property)),
    ]),
    response: toBody("CommonResponse", "The answers for any event.", listOwn("answers", answers, builder)),
  };
}

const isContext = (object: string, { shapes }: CheckedSpec): boolean =>
  shapes.get(objectPath("carries", object))?.["x-context"] === true;

function findEchoes(object: string, { shapes }: CheckedSpec): PropertyPath[] {
  const properties = shapes.get(objectPath("answers", object))?.properties ?? {};
  return Object.entries(properties)
    .filter(([, part]) => part["x-echo"] === true)
    .map(([property]) => ({ object, property }));
}

const createBody =
  (place: SourceLocation, file: EventFile | CheckedSpec["envelope"]) =>
  (title: string, description: string, properties: readonly PropertyModel[]): ObjectModel => ({
    title,
    place,
    prose: {
      description,
      notes: [],
      errata: [],
      questions: [],
      ...(isAddition(file) && { isAddition: true }),
    },
    open: false,
    properties,
  });

const listOwn = (
  role: ObjectRole,
  objects: ObjectEntries,
  builder: ModelBuilder,
  holder?: Provenance,
): PropertyModel[] =>
  Object.entries(objects).map(([name, part]) => {
    const file = objectPath(role, name);
    const shape: Shape = { ...part, $ref: file, required: [] };
    const required = part.required === true;
    // A question about an event does not belong to the property of the same name.
    const fullName = builder.spec.events.has(name) ? undefined : name;
    return buildProperty(name, shape, { builder, required, holder, fullName, place: placeIn(file) });
  });

/** Lists the answers of single events first, then those of the envelope. */
function buildAnswers(envelope: EnvelopeModel, builder: ModelBuilder): AnswerModel[] {
  const listed = byName(builder.spec.events).flatMap(([event, { answers = {} }]) =>
    Object.keys(answers).map((name) => ({ name, event })),
  );
  const special = groupBy(listed, ({ name }) => name);
  const own = Object.fromEntries([...special.keys()].map((name) => [name, {}]));
  return [
    ...listOwn("answers", own, builder).map((property) => ({
      property,
      onlyFor: special.get(property.name)?.map(({ event }) => event),
    })),
    ...envelope.response.properties.map((property) => ({ property, onlyFor: undefined })),
  ];
}

/**
 * One event's variant of an object. If it has properties of its own or may omit some, it becomes a separate object
 * with its own title, so that no title has two shapes.
 */
function toVariantProperty(part: PropertyModel, event: string, role: ObjectRole): PropertyModel {
  const toOwn = ({ kind, exists }: AlternativeModel): AlternativeModel =>
    kind.kind === "object"
      ? { exists, kind: { ...kind, object: toVariantObject(kind.object, event, role) } }
      : { exists, kind };
  return { ...part, eras: part.eras.map((era) => ({ ...era, type: era.type.map(toOwn) })) };
}

function toVariantObject(base: ObjectModel, event: string, role: ObjectRole): ObjectModel {
  const { limited = [], properties, prose } = base;
  const own = limited.filter(({ events }) => events.includes(event));
  const lacking = properties.filter((property) => ownEntry(property.optionalFor, event) !== undefined);
  if (own.length + lacking.length === 0) return base;
  const names = lacking.map(({ name }) => `\`${name}\``);
  const difference =
    role === "answers"
      ? `The variant for \`${event}\`, which may have more properties.`
      : `In \`${event}\`, ${listWords(names, "and")} may be missing.`;
  return {
    ...base,
    title: variantTitle(event, role, base.title),
    prose: { ...prose, description: `${prose.description} ${difference}` },
    properties: insertLimited(own, properties).map((property) => relax(property, event)),
    limited: limited.filter(({ events }) => !events.includes(event)),
    base,
  };
}

function relax(property: PropertyModel, event: string): PropertyModel {
  const basis = ownEntry(property.optionalFor, event);
  if (basis === undefined) return property;
  const provenance = { kind: "inferred", of: ["required"], basis } as const;
  return { ...property, required: [], prose: { ...property.prose, provenance } };
}

const insertLimited = (limited: readonly LimitedModel[], shared: readonly PropertyModel[]): PropertyModel[] =>
  limited.reduceRight((all, { after, property }) => all.toSpliced(after, 0, property), [...shared]);

const buildStart = ({ answer, lookUp }: StartFile): StartModel => ({
  answer,
  lookUp: lookUp && { by: toPropertyPath(lookUp.by), finds: toPropertyPath(lookUp.finds) },
});

export function toPropertyPath(pointer: string): PropertyPath {
  const [object, property] = splitPointer(pointer);
  const promise = "the dialect allows a pointer to name only an object and its property";
  return { object: defined(object, promise), property: defined(property, promise) };
}

/** Makes the order independent of the order in which files were read. */
const byName = <T>(entries: ReadonlyMap<string, T>): [string, T][] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/** These reasons add nothing to the standing. */
export const plainBases: readonly string[] = [
  "It is documented as an answer to this event.",
  "Documented for webhooks in general.",
];
const [isDocumented = "", isGeneral = ""] = plainBases;

/** The event's file overrides the envelope's. */
const listStandings = (event: string, file: EventFile, { answers, builder }: EventContext): StandingModel[] =>
  answers.map(({ property: { name }, onlyFor }) => {
    const told = findTakes(name, file);
    if (told) return { name, ...told };
    if (!onlyFor) return { name, ...findCommonStanding(name, file, builder.spec) };
    if (onlyFor.includes(event)) return { name, ...findOwnStanding(name, file) };
    return { name, standing: "contradicted", basis: `Documented only for ${listWords(onlyFor, "and")}.` };
  });

function findTakes(answer: string, { takes = [] }: Pick<EventFile, "takes">): StandingEntry | undefined {
  const entry = takes.find(({ answers }) => answers.includes(answer));
  return entry && { standing: entry.standing, basis: entry.basis };
}

const findOwnStanding = (answer: string, { answers }: EventFile): StandingEntry =>
  findDoubtfulStanding(ownEntry(answers, answer)) ?? { standing: "documented", basis: isDocumented };

function findCommonStanding(answer: string, event: EventFile, { envelope }: CheckedSpec): StandingEntry {
  const known = findTakes(answer, envelope);
  if (known) return known;
  if (event.unknownBecause !== undefined) return { standing: "unknown", basis: event.unknownBecause };
  return (
    findDoubtfulStanding(ownEntry(envelope.answers, answer)) ?? { standing: "general", basis: isGeneral }
  );
}

function findDoubtfulStanding(listed: Carried | undefined): StandingEntry | undefined {
  const { kind, of = ["existence"], basis } = listed?.["x-provenance"] ?? { kind: "documented", basis: "" };
  if (kind !== "documented" && of.includes("existence")) return { standing: "unknown", basis };
  return listed && isAddition(listed) ? { standing: "unknown", basis: additionSentence } : undefined;
}

/** A standing is "unknown" if no group lists the event or answer. Lint reports such a gap. */
export function buildProducts(
  { products, events }: CheckedSpec,
  answers: readonly AnswerModel[],
): ProductModel[] {
  const names = [...events.keys()].sort();
  return products.map(({ sends, takes, ...product }) => {
    const sent = new Map(sends.flatMap(({ events: named, ...known }) => named.map((name) => [name, known])));
    return {
      ...product,
      sends: names.map((name) => ({ name, ...(sent.get(name) ?? unnamedStanding) })),
      takes: answers.map(({ property: { name } }) => ({
        name,
        ...(findTakes(name, { takes }) ?? unnamedStanding),
      })),
    };
  });
}

const unnamedStanding: StandingEntry = { standing: "unknown", basis: "`products.json` does not say." };
