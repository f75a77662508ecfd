import type { CheckedSpec } from "../spec/checked-spec.js";
import type { Carried, EventFile, Provenance, Shape, StartFile } from "../spec/dialect.js";
import { errorCodesPath, objectPath } from "../spec/files.js";
import { splitPointer } from "../spec/pointer.js";
import { promised } from "../spec/promised.js";
import { readProse, readSpans } from "./annotations.js";
import { buildProperty, createBuilder, fileType, type Builder } from "./build-type.js";
import { buildFlow } from "./build-flow.js";
import { buildSubscription, buildTask } from "./build-tasks.js";
import { existsStill } from "../time/spans.js";
import { buildProducts, listTaken } from "./build-standings.js";
import { listChanges } from "./changes.js";
import { toHeir } from "./event-heir.js";
import type {
  AnswerModel,
  EnumModel,
  EnvelopeModel,
  EventModel,
  KindModel,
  Model,
  ObjectModel,
  PollingModel,
  PropertyModel,
  PropertyPath,
  StartModel,
  TypeModel,
} from "./model.js";
import { capitalize } from "../text/capitalize.js";

/** Builds the model of a checked spec. */
export function buildModel(spec: CheckedSpec): Model {
  const builder = createBuilder(spec);
  const envelope = buildEnvelope(builder);
  const answers = buildAnswers(spec, envelope, builder);
  const events = byName(spec.events).map(([name, file]) =>
    buildEvent(name, file, { envelope, answers, builder }),
  );
  const errorRequest = findKind("object", fileType(spec.envelope.errorRequest, builder)).object;
  const flows = byName(spec.flows)
    .map(([name, file]) => buildFlow(name, file))
    .sort(byTitle);
  const model = {
    releases: spec.releases,
    events,
    envelope,
    answers,
    errorRequest,
    polling: spec.envelope.polling && buildPolling(spec.envelope.polling),
    startWith: spec.envelope.startWith ?? [],
    errorCodes: buildErrorCodes(builder),
    examples: spec.examples,
    flows,
    tasks: byName(spec.tasks)
      .map(([name, file]) => buildTask(name, file, { flows, questions: spec.questions }))
      .sort(byTitle),
    subscription: spec.subscriptions && buildSubscription(spec.subscriptions, spec.questions),
    questions: spec.questions,
    sources: spec.sources,
    ...(spec.beyond && { beyond: spec.beyond }),
    glossary: spec.glossary.map(({ see = [], ...term }) => ({ ...term, see })),
    synonyms: spec.synonyms,
    products: buildProducts(spec, answers),
  };
  return { ...model, changes: listChanges(model) };
}

const byTitle = (a: { title: string }, b: { title: string }): number => (a.title < b.title ? -1 : 1);

/** In the order of their names, whatever order the files were read in. */
const byName = <T>(entries: ReadonlyMap<string, T>): [string, T][] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

interface Surroundings {
  readonly envelope: EnvelopeModel;
  readonly answers: readonly AnswerModel[];
  readonly builder: Builder;
}

function buildEvent(name: string, file: EventFile, { envelope, answers, builder }: Surroundings): EventModel {
  const own = file.carries ?? {};
  const { spec } = builder;
  const takes = listTaken(name, file, { answers, envelope: spec.envelope });
  const refused = new Set(
    takes.filter(({ standing }) => standing === "contradicted").map(({ name: answer }) => answer),
  );
  const title = capitalize(name);
  const [first, last] = [true, false].map((required) =>
    envelope.request.properties.filter((property) => existsStill(property.required) === required),
  ) as [PropertyModel[], PropertyModel[]];
  return {
    name,
    exists: readSpans(file),
    prose: readProse(file),
    // First what every event must carry, last what every event may carry.
    request: envelopeObject(`${title}Request`, `What the POS sends for \`${name}\`.`, [
      ...first,
      ...listedProperties("carries", own, builder, file["x-provenance"]).map((part) =>
        toHeir(part, name, "carries"),
      ),
      ...last,
    ]),
    response: envelopeObject(`${title}Response`, `What may be answered to \`${name}\`.`, [
      ...listedProperties("answers", file.answers ?? {}, builder).map((part) =>
        toHeir(part, name, "answers"),
      ),
      ...envelope.response.properties.filter((answer) => !refused.has(answer.name)),
    ]),
    takes,
    ownObjects: Object.keys(own).filter(
      (object) => own[object]?.required === true && !isContext(object, spec),
    ),
    echoes: Object.keys(file.answers ?? {})
      .filter((object) => Object.hasOwn(own, object))
      .flatMap((object) => findEchoes(object, spec)),
    alwaysBlocking: file.blocking === "always",
    pollingOptional: file.polling === "optional",
    freeStanding: file.freeStanding,
    till: (file.till ?? []).map(({ act, at }) => ({ act, ...(at && { at: toPropertyPath(at) }) })),
    start: file.start && buildStart(file.start),
  };
}

function buildEnvelope(builder: Builder): EnvelopeModel {
  const { carries, answers } = builder.spec.envelope;
  const carried = listedProperties("carries", carries, builder);
  return {
    request: envelopeObject("CommonRequest", "What every request carries.", [
      ...carried.filter(({ required }) => existsStill(required)),
      ...carried.filter(({ required }) => !existsStill(required)),
    ]),
    response: envelopeObject(
      "CommonResponse",
      "The answers that are not tied to single events. The type of each event's answer names those that are known to work there; the others are not refused.",
      listedProperties("answers", answers, builder),
    ),
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

function buildPolling({ asks, ends }: { readonly asks: string; readonly ends: string }): PollingModel {
  return { asks: toPropertyPath(asks), ends: toPropertyPath(ends) };
}

const buildStart = ({ answer, lookUp }: StartFile): StartModel => ({
  answer,
  ...(lookUp && { lookUp: { by: toPropertyPath(lookUp.by), finds: toPropertyPath(lookUp.finds) } }),
});

function toPropertyPath(pointer: string): PropertyPath {
  const [object, property] = splitPointer(pointer);
  const promise = "the dialect lets no pointer pass that names anything but an object and its property";
  return { object: promised(object, promise), property: promised(property, promise) };
}

type Objects = Readonly<Record<string, Carried>>;

const envelopeObject = (
  title: string,
  description: string,
  properties: readonly PropertyModel[],
): ObjectModel => ({
  title,
  prose: { description, notes: [], errata: [] },
  open: false,
  properties,
});

const listedProperties = (
  role: "carries" | "answers",
  objects: Objects,
  builder: Builder,
  holder?: Provenance,
): PropertyModel[] =>
  Object.entries(objects).map(([name, part]) => {
    const shape: Shape = { ...part, $ref: objectPath(role, name), required: [] };
    return buildProperty(name, shape, { builder, required: part.required === true, holder });
  });

function buildAnswers(spec: CheckedSpec, envelope: EnvelopeModel, builder: Builder): AnswerModel[] {
  const special = new Map<string, string[]>();
  for (const [event, file] of byName(spec.events)) {
    for (const name of Object.keys(file.answers ?? {}))
      special.set(name, [...(special.get(name) ?? []), event]);
  }
  const own = Object.fromEntries([...special.keys()].map((name) => [name, {}]));
  return [
    ...listedProperties("answers", own, builder).map((property) => ({
      property,
      onlyFor: special.get(property.name),
    })),
    ...envelope.response.properties.map((property) => ({ property, onlyFor: undefined })),
  ];
}

/** Undefined if the spec lists no error codes. */
function buildErrorCodes(builder: Builder): EnumModel | undefined {
  if (!builder.spec.shapes.has(errorCodesPath)) return undefined;
  const { enum: codes } = findKind("string", fileType(errorCodesPath, builder));
  return promised(codes, "lint lets no error codes that are no enum pass");
}

type KindNamed<Name> = Extract<KindModel, { readonly kind: Name }>;

function findKind<Name extends KindModel["kind"]>(name: Name, type: TypeModel): KindNamed<Name> {
  const is = (kind: KindModel): kind is KindNamed<Name> => kind.kind === name;
  const found = type.map(({ kind }) => kind).find(is);
  return promised(found, `lint lets no error request or error codes that are no ${name} pass`);
}
