import type { Album } from "../../lattice/snapshot.js";
import { createShapes, type Shapes } from "../../lattice/shapes.js";
import type { ObjectTree, PropertyTree } from "../../lattice/tree.js";
import type { EventModel, Model } from "../../model/model.js";
import type { JsonSchema } from "../../spec/ajv.js";
import { baseline } from "../../time/release.js";
import { settings } from "../../till/api/settings.js";
import { createPartSchemas, type PartSchemas } from "./part-schema.js";
import {
  actSchemas,
  eventSetUpSchema,
  faultSchema,
  frameSchemas,
  heldSchemas,
  nameSchema,
} from "./own-schemas.js";

/** The JSON Schema (draft-07) of a scenario: events, what is special in each, and answers, of all known releases together. */
export function createScenarioSchema(album: Album): Readonly<Record<string, unknown>> {
  const { model } = album;
  const parts = createPartSchemas();
  const releases = [baseline, ...model.changes];
  const requests = createShapes({ album, releases, direction: "request", bound: "join" });
  const responses = createShapes({ album, releases, direction: "response", bound: "join" });
  const events = model.events.map((event) => [event.name, eventSchema(event, requests, parts)] as const);
  const step = stepSchema(Object.fromEntries(events), answerProperties(model, responses, parts));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Scenario of mplus-codegen simulate",
    description: "What a till on your desk does, and what your receiver has to answer.",
    type: "object",
    required: ["steps"],
    properties: {
      ...frameSchemas,
      product: {
        description: "The program that sends the events.",
        type: "string",
        enum: model.products.map(({ id }) => id),
      },
      events: {
        description: "How the subscription sets events up, where it is not as the flows in the docs say.",
        type: "object",
        properties: Object.fromEntries(model.events.map(({ name }) => [name, eventSetUpSchema])),
        additionalProperties: false,
      },
      settings: settingsSchema,
      steps: {
        description: "What happens at the till, one after the other.",
        type: "array",
        minItems: 1,
        items: { $ref: "#/definitions/step" },
      },
    },
    additionalProperties: false,
    definitions: { step, ...parts.definitions() },
  };
}

/** A step: an event or an act, and what is held of it. */
const stepSchema = (events: Properties, answers: Properties): JsonSchema => ({
  description: "An event by its name, or what a user of the till does; and what is to come of it.",
  type: "object",
  properties: {
    ...events,
    ...actSchemas,
    expect: {
      description: "Parts of the answer, or what the till makes of it. What is not named may be anything.",
      type: "object",
      properties: { ...answers, ...heldSchemas },
      additionalProperties: false,
    },
    exactly: {
      description: "The whole answer: nothing else may be in it.",
      type: "object",
      properties: answers,
      additionalProperties: false,
    },
    as: { ...nameSchema, description: "Remembers the answer: later steps use parts of it as ${name.part}." },
    fault: faultSchema,
  },
  additionalProperties: false,
});

type Properties = Readonly<Record<string, JsonSchema>>;

/** What is special in an event: properties of its own object, and parts of the request beside it. */
function eventSchema(event: EventModel, shapes: Shapes, parts: PartSchemas): JsonSchema {
  const body = shapes.body(event)?.properties ?? new Map<string, PropertyTree>();
  const own = event.ownObjects.flatMap((name) => listProperties(body.get(name)?.type.object));
  const keys = new Map([...body, ...own]);
  return {
    description: event.prose.description,
    type: ["object", "null"],
    properties: Object.fromEntries([...keys].map(([name, each]) => [name, parts.property(each, false)])),
    additionalProperties: false,
  };
}

const listProperties = (object: ObjectTree | undefined): (readonly [string, PropertyTree])[] => [
  ...(object?.properties ?? []),
];

/** Every answer there is, each with all that it may have for any event. */
function answerProperties(model: Model, shapes: Shapes, parts: PartSchemas): Properties {
  const answers = new Map<string, PropertyTree>();
  for (const event of model.events) {
    for (const [name, property] of shapes.body(event)?.properties ?? []) {
      // With `base`, the object also has what only the answers to some events have.
      if (!answers.has(name) || property.type.object?.model.base) answers.set(name, property);
    }
  }
  return Object.fromEntries([...answers].map(([name, each]) => [name, parts.property(each, true)]));
}

const settingsSchema = {
  description: "What no source knows of a till; each has a default.",
  type: "object",
  properties: Object.fromEntries(
    Object.entries(settings).map(([name, { does, values }]) => [
      name,
      {
        description: `${does} Default: ${JSON.stringify(values[0])}.`,
        ...valueSchema(values),
        default: values[0],
      },
    ]),
  ),
  additionalProperties: false,
};

/** Numbers may be others than those that are tried, and so may texts where one of those is empty. */
function valueSchema(values: readonly (string | number | boolean)[]): Readonly<Record<string, unknown>> {
  const [first] = values;
  if (typeof first === "number") return { type: "integer", minimum: 0 };
  if (typeof first === "boolean") return { type: "boolean" };
  return values.includes("") ? { type: "string" } : { type: "string", enum: values };
}
