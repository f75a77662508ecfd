import type { Carried, EventFile, FlowFile, Shape } from "../spec/dialect.js";
import type { LinkedSpec } from "../spec/link/link-spec.js";
import { lifeOf, proseOf, toRelease } from "./annotations.js";
import { buildProperty, createBuilder, fileType, type Builder } from "./build-type.js";
import { changesOf } from "./changes.js";
import type {
  AnswerModel,
  EnvelopeModel,
  EventModel,
  ExampleModel,
  FlowModel,
  Model,
  ObjectModel,
  PropertyModel,
  TypeModel,
} from "./model.js";

/** The model of a spec that lint has accepted. */
export function buildModel(spec: LinkedSpec): Model {
  const builder = createBuilder(spec);
  const envelope = buildEnvelope(builder);
  const events = byName(spec.events).map(([name, file]) => buildEvent(name, file, envelope, builder));
  const errorRequest = objectOf(fileType(spec.envelope.errorRequest, builder));
  const errorCodes = fileType("error-codes.json", builder)[0]?.kind;
  const examples = spec.examples
    .map(({ path, event, example }) => ({ ...example, path, event, release: toRelease(example.release) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const model = {
    releases: spec.releases.map(({ release, ...rest }) => ({ release: toRelease(release), ...rest })),
    events,
    envelope,
    answers: buildAnswers(spec, envelope, builder),
    errorRequest,
    errorCodes: errorCodes?.kind === "string" ? errorCodes.enum : undefined,
    examples,
    flows: byName(spec.flows)
      .map(([name, file]) => buildFlow(name, file, examples))
      .sort((a, b) => (a.title < b.title ? -1 : 1)),
    glossary: spec.glossary.map(({ see = [], ...term }) => ({ ...term, see })),
  };
  return { ...model, changes: changesOf(model) };
}

const buildFlow = (name: string, file: FlowFile, examples: readonly ExampleModel[]): FlowModel => ({
  ...file,
  name,
  notes: file.notes ?? [],
  steps: file.steps.flatMap(({ example: path, text, apart = false }) => {
    const example = examples.find((known) => known.path === `examples/${path}.json`);
    return example ? [{ example, text, apart }] : [];
  }),
});

/** Whatever order the files were read in. */
const byName = <T>(entries: ReadonlyMap<string, T>): [string, T][] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

function buildEvent(name: string, file: EventFile, envelope: EnvelopeModel, builder: Builder): EventModel {
  const own = file.carries ?? {};
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const [first, last] = [true, false].map((required) =>
    envelope.request.properties.filter(({ requiredNow }) => requiredNow === required),
  ) as [PropertyModel[], PropertyModel[]];
  return {
    name,
    life: lifeOf(file),
    prose: proseOf(file),
    // What every event must carry stands first in its type, what may join it last.
    request: envelopeObject(`${title}Request`, `What the POS sends for \`${name}\`.`, [
      ...first,
      ...carriedProperties("requests", own, builder),
      ...last,
    ]),
    response: envelopeObject(`${title}Response`, `What may be answered to \`${name}\`.`, [
      ...carriedProperties("responses", file.answers ?? {}, builder),
      ...envelope.response.properties,
    ]),
    ownObjects: Object.keys(own).filter((object) => object !== "session" && own[object]?.required === true),
    alwaysBlocking: file.blocking === "always",
    pollingOptional: file.polling === "optional",
  };
}

function buildEnvelope(builder: Builder): EnvelopeModel {
  const { carries, answers } = builder.spec.envelope;
  const carried = carriedProperties("requests", carries, builder);
  return {
    request: envelopeObject("CommonRequest", "What every request carries.", [
      ...carried.filter(({ requiredNow }) => requiredNow),
      ...carried.filter(({ requiredNow }) => !requiredNow),
    ]),
    response: envelopeObject(
      "CommonResponse",
      "What may be answered to any event.",
      carriedProperties("responses", answers, builder),
    ),
  };
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

const carriedProperties = (folder: string, objects: Objects, builder: Builder): PropertyModel[] =>
  Object.entries(objects).map(([name, part]) => {
    const shape: Shape = { ...part, $ref: `${folder}/${name}.json`, required: [] };
    return buildProperty(name, shape, part.required === true, builder);
  });

function buildAnswers(spec: LinkedSpec, envelope: EnvelopeModel, builder: Builder): AnswerModel[] {
  const special = new Map<string, string[]>();
  for (const [event, file] of byName(spec.events)) {
    for (const name of Object.keys(file.answers ?? {}))
      special.set(name, [...(special.get(name) ?? []), event]);
  }
  const own = Object.fromEntries([...special.keys()].map((name) => [name, {}]));
  return [
    ...carriedProperties("responses", own, builder).map((property) => ({
      property,
      onlyFor: special.get(property.name),
    })),
    ...envelope.response.properties.map((property) => ({ property, onlyFor: undefined })),
  ];
}

function objectOf(type: TypeModel): ObjectModel {
  const found = type.find(({ kind }) => kind.kind === "object")?.kind;
  if (found?.kind === "object") return found.object;
  return {
    title: "ErrorRequest",
    prose: { description: "", notes: [], errata: [] },
    open: true,
    properties: [],
  };
}
