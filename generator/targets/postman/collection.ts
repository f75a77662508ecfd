import { describeCollection } from "../../collection/describe.js";
import { chooseRefused, refusals } from "../../collection/refusals.js";
import type { EventSamples, SampleRequest } from "../../collection/sample-requests.js";
import type { View } from "../../view/view.js";
import type { TargetContext } from "../target.js";

/** A script, at the moment when Postman runs it. */
interface Script {
  readonly listen: "prerequest" | "test";
  readonly script: { readonly type: "text/javascript"; readonly exec: readonly string[] };
}

/** The text of a template. */
type Read = TargetContext["template"];

/** The collection, in the format v2.1. It has no ids: the app gives some to what it imports. */
export const createCollection = (
  events: readonly EventSamples[],
  { fleet }: View,
  { album, template }: TargetContext,
): object => ({
  info: {
    name: "MplusKASSA webhooks",
    description: describeCollection(fleet),
    schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
  },
  item: [
    {
      name: "Events",
      description:
        "Each request is signed as a till signs it. Your server has to take it, and to sign its answer.",
      item: events.map(eventFolder),
      event: [toScript("test", "answered", template)],
    },
    {
      name: "To be refused",
      description: "No till sends these: your server has to refuse each.",
      item: listRefused(chooseRefused(events, album), template),
      event: [toScript("test", "refused", template)],
    },
  ],
  event: [toScript("prerequest", "sign", template)],
});

const eventFolder = ({ event, description, samples }: EventSamples): object => ({
  name: event,
  description,
  item: samples.map((sample) => requestItem(event, sample)),
});

function listRefused(spoilt: EventSamples | undefined, template: Read): object[] {
  const [sample] = spoilt?.samples ?? [];
  if (!spoilt || !sample) return [];
  return refusals.map(({ name, title, description }) => ({
    ...requestItem(spoilt.event, { ...sample, title, description }),
    // Runs after the script of the collection, when the request is signed.
    event: [toScript("prerequest", `refused/${name}`, template)],
  }));
}

const requestItem = (
  event: string,
  { title, description, body }: Pick<SampleRequest, "title" | "body"> & { readonly description: string },
): object => ({
  name: title,
  request: {
    method: "POST",
    header: [
      { key: "Content-Type", value: "application/json" },
      { key: "Accept", value: "application/json" },
      { key: "X-Mplus-Subscription-Id", value: "{{subscriptionId}}" },
    ],
    body: { mode: "raw", raw: body, options: { raw: { language: "json" } } },
    url: { raw: `{{baseUrl}}/${event}`, host: ["{{baseUrl}}"], path: [event] },
    description,
  },
});

const toScript = (listen: Script["listen"], name: string, template: Read): Script => ({
  listen,
  script: { type: "text/javascript", exec: template(`postman/${name}.js`).trimEnd().split("\n") },
});
