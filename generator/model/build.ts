import type { Carried, EventFile, FlowFile, Shape } from "../schema/dialect.js";
import type { LinkedSpec } from "../schema/link.js";
import { lifeOf, proseOf, toRelease } from "./annotations.js";
import { buildProperty, fileType, type Builder } from "./build-type.js";
import { changesOf } from "./changes.js";
import type {
  AnswerModel,
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
  const builder: Builder = { spec, files: new Map() };
  const events = byName(spec.events).map(([name, file]) => buildEvent(name, file, builder));
  const errorRequest = objectOf(fileType(spec.envelope.errorRequest, builder));
  const errorCodes = fileType("error-codes.json", builder)[0]?.kind;
  const examples = spec.examples
    .map(({ path, event, example }) => ({ ...example, path, event, release: toRelease(example.release) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const model = {
    releases: spec.releases.map(({ release, ...rest }) => ({ release: toRelease(release), ...rest })),
    events,
    answers: buildAnswers(spec, builder),
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

function buildEvent(name: string, file: EventFile, builder: Builder): EventModel {
  const { envelope } = builder.spec;
  const own = file.carries ?? {};
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    name,
    life: lifeOf(file),
    prose: proseOf(file),
    request: envelopeObject(`${title}Request`, `What the POS sends for \`${name}\`.`, [
      ...carriedProperties("requests", envelopeFirst(envelope.carries), builder),
      ...carriedProperties("requests", own, builder),
      ...carriedProperties("requests", envelopeLast(envelope.carries), builder),
    ]),
    response: envelopeObject(`${title}Response`, `What may be answered to \`${name}\`.`, [
      ...carriedProperties("responses", file.answers ?? {}, builder),
      ...carriedProperties("responses", envelope.answers, builder),
    ]),
    ownObjects: Object.keys(own).filter((object) => object !== "session" && own[object]?.required === true),
    alwaysBlocking: file.blocking === "always",
    pollingOptional: file.polling === "optional",
  };
}

type Objects = Readonly<Record<string, Carried>>;

/** What every event must carry stands first in its type, what may join it last. */
const envelopeFirst = (objects: Objects): Objects => pick(objects, (part) => part.required === true);
const envelopeLast = (objects: Objects): Objects => pick(objects, (part) => part.required !== true);
const pick = (objects: Objects, keep: (part: Carried) => boolean): Objects =>
  Object.fromEntries(Object.entries(objects).filter(([, part]) => keep(part)));

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

function buildAnswers(spec: LinkedSpec, builder: Builder): AnswerModel[] {
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
    ...carriedProperties("responses", spec.envelope.answers, builder).map((property) => ({
      property,
      onlyFor: undefined,
    })),
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
