import type { Annotations, Carried, EventFile, Shape } from "../schema/dialect.js";
import type { LinkedSpec } from "../schema/link.js";
import { baseline, parseRelease, type Release } from "../schema/release.js";
import { switchesOf } from "../schema/rules/history.js";
import { changesOf } from "./changes.js";
import type {
  AlternativeModel,
  AnswerModel,
  EventModel,
  KindModel,
  Life,
  Model,
  ObjectModel,
  PropertyModel,
  Prose,
  TypeModel,
} from "./model.js";

/** The model of a spec that lint has accepted. */
export function buildModel(spec: LinkedSpec): Model {
  const builder: Builder = { spec, files: new Map() };
  const events = byName(spec.events).map(([name, file]) => buildEvent(name, file, builder));
  const errorRequest = objectOf(fileType(spec.envelope.errorRequest, builder));
  const errorCodes = fileType("error-codes.json", builder)[0]?.kind;
  const model = {
    releases: spec.releases.map(({ release, ...rest }) => ({ release: toRelease(release), ...rest })),
    events,
    answers: buildAnswers(spec, builder),
    errorRequest,
    errorCodes: errorCodes?.kind === "string" ? errorCodes.enum : undefined,
    examples: spec.examples.map(({ path, event, example }) => ({
      ...example,
      path,
      event,
      release: toRelease(example.release),
    })),
  };
  return { ...model, changes: changesOf(model) };
}

interface Builder {
  readonly spec: LinkedSpec;
  readonly files: Map<string, TypeModel>;
}

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

/** The type that a file describes; built once, so that a shared object stays one object. */
function fileType(path: string, builder: Builder): TypeModel {
  const known = builder.files.get(path);
  if (known) return known;
  const shape = builder.spec.shapes.get(path);
  const type = shape ? buildType(shape, builder) : [];
  builder.files.set(path, type);
  return type;
}

function buildType(shape: Shape, builder: Builder): TypeModel {
  if (shape.$ref !== undefined) {
    const target = builder.spec.shapes.get(shape.$ref) ?? {};
    return fileType(shape.$ref, builder).map(({ life, kind }) => ({
      kind,
      life: within(life, lifeOf(target)),
    }));
  }
  if (shape.anyOf) return shape.anyOf.flatMap((part) => buildType(part, builder));
  const types = typeof shape.type === "string" ? [shape.type] : (shape.type ?? []);
  return types.map((type): AlternativeModel => ({ life: {}, kind: buildKind(type, shape, builder) }));
}

function buildKind(type: string, shape: Shape, builder: Builder): KindModel {
  switch (type) {
    case "object":
      return { kind: "object", object: buildObject(shape, builder) };
    case "array":
      return {
        kind: "array",
        items: buildType(shape.items ?? {}, builder),
        ...defined({ minItems: shape.minItems, maxItems: shape.maxItems }),
      };
    case "string":
      return buildString(shape);
    case "number":
    case "integer":
      return {
        kind: "number",
        level: type === "number" ? "number" : shape.format === "int64" ? "int64" : "integer",
        ...defined({ minimum: shape.minimum, maximum: shape.maximum }),
      };
    case "boolean":
      return { kind: "boolean" };
    default:
      return { kind: "null" };
  }
}

const buildObject = (shape: Shape, builder: Builder): ObjectModel => ({
  title: shape.title ?? "",
  prose: proseOf(shape),
  open: shape["x-open"] === true,
  properties: Object.entries(shape.properties ?? {}).map(([name, part]) =>
    buildProperty(name, part, shape.required?.includes(name) === true, builder),
  ),
});

function buildString(shape: Shape): KindModel {
  const values = shape.enum?.map((value) => ({
    value,
    life: defined({
      added: optionalRelease(ownText(shape["x-enum-added-in"], value)),
      removed: optionalRelease(ownText(shape["x-enum-removed-in"], value)),
    }),
    ...defined({ description: ownText(shape["x-enum-descriptions"], value) }),
  }));
  return {
    kind: "string",
    ...defined({
      format: shape.format,
      formatHint: shape["x-format-hint"],
      minLength: shape.minLength,
      maxLength: shape.maxLength,
      enum: values && {
        ...defined({ title: shape.title }),
        prose: proseOf(shape),
        open: shape["x-open"] === true,
        values,
      },
    }),
  };
}

/** A value may be called `constructor`, which every object inherits. */
const ownText = (texts: Readonly<Record<string, string>> = {}, value: string): string | undefined =>
  Object.hasOwn(texts, value) ? texts[value] : undefined;

function buildProperty(name: string, shape: Shape, requiredNow: boolean, builder: Builder): PropertyModel {
  return {
    name,
    life: lifeOf(shape),
    planned: shape["x-planned"] === true,
    prose: proseOf({ ...inheritedProse(shape, builder), ...shape }),
    requiredNow,
    switches: switchesOf(shape),
    eras: [
      ...(shape["x-was"] ?? []).map((era) => ({
        until: toRelease(era.until),
        type: buildType(era.schema, builder),
      })),
      { type: buildType(shape, builder) },
    ],
    legacyNames: shape["x-legacy-names"] ?? [],
  };
}

/**
 * What a property takes from the file it refers to: the description, and, where that file describes no object
 * that could say it itself, the rest of its prose.
 */
function inheritedProse({ $ref }: Shape, { spec }: Builder): Annotations {
  const target = $ref === undefined ? undefined : spec.shapes.get($ref);
  if (!target) return {};
  const { type, title, description } = target;
  const speaksForItself = title !== undefined || type === "object";
  return speaksForItself ? { ...(description !== undefined && { description }) } : target;
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

const lifeOf = (part: Annotations): Life =>
  defined({ added: optionalRelease(part["x-added-in"]), removed: optionalRelease(part["x-removed-in"]) });

/** The time that two lives share. */
const within = (a: Life, b: Life): Life =>
  defined({
    added: a.added === undefined ? b.added : (Math.max(a.added, b.added ?? baseline) as Release),
    removed: a.removed === undefined ? b.removed : (Math.min(a.removed, b.removed ?? Infinity) as Release),
  });

function proseOf(part: Annotations): Prose {
  const since = optionalRelease(part["x-deprecated-in"]);
  const replacedBy = part["x-replaced-by"];
  const erratum = part["x-erratum"];
  return {
    description: part.description ?? "",
    notes: part["x-notes"] ?? [],
    errata:
      erratum === undefined
        ? []
        : Array.isArray(erratum)
          ? erratum
          : [erratum as Exclude<typeof erratum, readonly unknown[]>],
    ...((since ?? replacedBy) !== undefined && { deprecated: defined({ since, replacedBy }) }),
    ...defined({ setting: part["x-setting"], provenance: part["x-provenance"] }),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without its undefined properties. */
const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;

const optionalRelease = (text: string | undefined): Release | undefined =>
  text === undefined ? undefined : parseRelease(text);

const toRelease = (text: string): Release => parseRelease(text) ?? baseline;
