import type { Snapshots } from "../../contract/lattice/snapshot.js";
import { dialects, type SchemaDialect, type SchemaObject } from "../../contract/schema/dialects.js";
import { defineAll, toObjectSchema } from "../../contract/schema/schemas.js";
import { defined } from "../../contract/read/values.js";
import settings from "../engine/settings.json" with { type: "json" };
import { createFleet, latestRelease, type Fleet } from "../../base/time/fleet.js";
import { baseline } from "../../base/time/release.js";
import { buildView } from "../../contract/view/build-view.js";
import type { EventView, KindView, ObjectView, PropertyView, View } from "../../contract/view/view.js";
import { findObject, findProperty } from "../../contract/view/walk.js";
import frame from "./scenario.schema.json" with { type: "json" };

/** Draft-07: a fixed frame plus the events and answers of all known releases. */
export function createScenarioSchema(snapshots: Snapshots): SchemaObject {
  const view = viewAll(snapshots);
  const sent = define(view.events.map(toSetUp), partsDialect, view.fleet);
  const answered = define([joinAnswers(view)], partsOrNullDialect, view.fleet);
  const answers = answered.schemas[0]?.["properties"] as SchemaObject;
  const nameEvents = (schemas: readonly SchemaObject[]): SchemaObject =>
    Object.fromEntries(view.events.map(({ name }, index) => [name, schemas[index]]));
  const { properties, definitions } = frame;
  const { product, events } = properties;
  const { expect, exactly } = definitions.step.properties;
  return {
    ...frame,
    properties: {
      ...properties,
      product: { ...product, enum: snapshots.model.products.map(({ id }) => id) },
      events: { ...events, properties: nameEvents(view.events.map(() => referTo("eventSetUp"))) },
      settings: { ...properties.settings, properties: settingSchemas },
    },
    definitions: {
      ...definitions,
      step: {
        ...definitions.step,
        properties: {
          ...nameEvents(sent.schemas.map(partsDialect.withNull)),
          ...definitions.step.properties,
          expect: { ...expect, properties: { ...answers, ...expect.properties } },
          exactly: { ...exactly, properties: answers },
        },
      },
      ...Object.fromEntries([...sent.definitions, ...answered.definitions]),
    },
  };
}

export const scenarioChecks = {
  allErrors: true,
  verbose: true,
  messages: false,
  inlineRefs: false,
  validateSchema: false,
};

const { refer: referTo } = dialects["draft-07"];

/** The till checks text formats, and a text with `${…}` can become anything. */
const partsDialect: SchemaDialect = {
  ...dialects["draft-07"],
  isExact: false,
  nullsIn: "places",
  substitutes: (kinds) => (kinds.some(isAnyText) ? [] : [referTo("reference")]),
};

const isAnyText = (kind: KindView): boolean =>
  kind.kind === "text" || (kind.kind === "enum" && kind.enum.open);

/** In answers, null means absent. */
const partsOrNullDialect: SchemaDialect = { ...partsDialect, nullsIn: "all places" };

function define(objects: readonly ObjectView[], dialect: SchemaDialect, fleet: Fleet) {
  const writing = { dialect, strictness: "part", fleet, nullable: undefined } as const;
  const isInPlace = (name: string): boolean => objects.some((object) => object.name === name);
  return {
    schemas: objects.map((object) => toObjectSchema(object, writing)),
    definitions: defineAll(objects, writing).filter(([name]) => !isInPlace(name)),
  };
}

function viewAll(snapshots: Snapshots): View {
  const max = latestRelease(snapshots.model);
  const fleet = createFleet({ min: baseline, max, label: ".." }, snapshots.model);
  const view = buildView(snapshots, fleet, { responses: "gated" });
  return defined(view.ok ? view.value : undefined, "a checked spec has an event");
}

/** The parts of an event that a scenario can set: properties of its own objects, and properties beside them. */
function toSetUp({ request, ownObjects, prose }: EventView): ObjectView {
  const own = ownObjects.map((name) => findObject(findProperty(request, name)?.type ?? []));
  const properties = [request, ...own].flatMap((object) => object?.properties ?? []);
  const named = new Map(properties.map((property) => [property.name, property]));
  return { ...request, prose, open: false, properties: [...named.values()] };
}

/** Each property allows everything that it may contain for any event. */
function joinAnswers({ events, commonResponse }: View): ObjectView {
  const answers = new Map<string, PropertyView>();
  for (const property of events.flatMap(({ response }) => response.properties)) {
    // An object with `base` also contains the properties that only some answers have.
    if (!answers.has(property.name) || findObject(property.type)?.base) answers.set(property.name, property);
  }
  return { ...commonResponse, properties: [...answers.values()] };
}

const settingSchemas: SchemaObject = Object.fromEntries(
  Object.entries(settings).map(([name, { does, values }]) => {
    const [defaultValue] = values;
    const description = `${does}. Default: ${JSON.stringify(defaultValue)}.`;
    return [name, { description, ...toSettingType(values), default: defaultValue }];
  }),
);

/** Numbers may differ from the listed values. So may texts if the list has an empty text. */
function toSettingType(values: readonly (string | number | boolean)[]): SchemaObject {
  const [defaultValue] = values;
  if (typeof defaultValue === "number") return { type: "integer", minimum: 0 };
  if (typeof defaultValue === "boolean") return { type: "boolean" };
  return values.includes("") ? { type: "string" } : { type: "string", enum: values };
}
