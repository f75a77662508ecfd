import type { Model, ObjectModel, Prose } from "../../generator/contract/model/model.js";
import { baseline, parseRelease, type Release } from "../../generator/base/time/release.js";
import type { EventView, ObjectView, View } from "../../generator/contract/view/view.js";

export const releaseOf = (text: string): Release => parseRelease(text) ?? baseline;

const proseOf = (description: string): Prose => ({ description, notes: [], errata: [], questions: [] });

const objectOf = (name: string): ObjectView => ({
  name,
  prose: proseOf(""),
  open: false,
  properties: [],
  forbidden: [],
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
  errorRequest: objectOf("ErrorRequest"),
  errorCodes: undefined,
  commonRequest: objectOf("CommonRequest"),
  commonResponse: objectOf("CommonResponse"),
  foreignAnswers: objectOf("ForeignAnswers"),
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
