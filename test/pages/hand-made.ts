import type { Model, ObjectModel, Prose } from "../../generator/contract/model/model.js";
import { baseline, parseRelease, type Release } from "../../generator/base/time/release.js";
import type {
  EventView,
  KindView,
  ObjectView,
  PropertyView,
  View,
} from "../../generator/contract/view/view.js";

export const releaseOf = (text: string): Release => parseRelease(text) ?? baseline;

export const proseOf = (description: string, more: Partial<Prose> = {}): Prose => ({
  description,
  notes: [],
  errata: [],
  ...more,
});

export const textKind: KindView = { kind: "text", formats: [] };

export const propertyOf = (name: string, more: Partial<PropertyView> = {}): PropertyView => ({
  name,
  required: false,
  type: [textKind],
  prose: proseOf(`The ${name}.`),
  legacyNames: [],
  ...more,
});

export const objectOf = (
  name: string,
  properties: PropertyView[],
  more: Partial<ObjectView> = {},
): ObjectView => ({
  name,
  prose: proseOf(`What ${name} is.`),
  open: false,
  properties,
  forbidden: [],
  ...more,
});

export const eventOf = (name: string, more: Partial<EventView> = {}): EventView => ({
  name,
  prose: proseOf(`When ${name} comes.`),
  request: objectOf(`${name}Request`, []),
  response: objectOf(`${name}Response`, []),
  takes: [],
  ownObjects: [],
  echoes: [],
  pollingOptional: false,
  ...more,
});

export const viewOf = (events: EventView[], more: Partial<View> = {}): View => ({
  fleet: {
    min: releaseOf("48"),
    max: releaseOf("59"),
    label: "48..59",
    releases: [releaseOf("48"), releaseOf("59")],
    spans: [{ from: releaseOf("48"), until: releaseOf("59.0.1") }],
    isList: false,
  },
  responseMode: "safe",
  releases: [],
  events,
  errorRequest: objectOf("ErrorRequest", []),
  errorCodes: undefined,
  commonRequest: objectOf("CommonRequest", []),
  commonResponse: objectOf("CommonResponse", []),
  foreignAnswers: objectOf("ForeignAnswers", []),
  omissions: [],
  ...more,
});

export const modelOf = (more: Partial<Model> = {}): Model => ({
  envelope: { request: emptyObject("CommonRequest"), response: emptyObject("CommonResponse") },
  releases: [],
  changes: [],
  events: [],
  answers: [],
  errorRequest: emptyObject("ErrorRequest"),
  polling: {
    asks: { object: "event", property: "eventPolling" },
    ends: { object: "polling", property: "finished" },
  },
  startWith: [],
  errorCodes: undefined,
  examples: [],
  flows: [],
  tasks: [],
  subscription: undefined,
  glossary: [],
  synonyms: [],
  keywords: [],
  products: [],
  questions: [],
  sources: [],
  ...more,
});

const emptyObject = (title: string): ObjectModel => ({
  title,
  place: { file: "envelope.json", pointer: "" },
  prose: proseOf(""),
  open: false,
  properties: [],
});
