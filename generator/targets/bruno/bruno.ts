import { describeCollection } from "../../collection/describe.js";
import { chooseRefused, refusals } from "../../collection/refusals.js";
import {
  listSampleRequests,
  type EventSamples,
  type SampleRequest,
} from "../../collection/sample-requests.js";
import { settings } from "../../collection/settings.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import type { OutputFile, Target } from "../target.js";
import { dictionaryBlock, joinBlocks, textBlock } from "./blocks.js";

/** The target that writes a collection for Bruno, which is a folder of files. */
export const bruno: Target<"bruno"> = {
  name: "bruno",
  summary: "a Bruno collection: signed sample requests of every event, and tests of the answers",
  needs: [],
  emit: (view, context) => {
    const read: Read = (name) => context.template(`bruno/${name}`).trimEnd();
    const events = listSampleRequests(view, context.album);
    return Promise.resolve([
      { path: "bruno/bruno.json", content: printJson(config) },
      { path: "bruno/collection.bru", content: printCollection(describeCollection(view.fleet), read) },
      { path: "bruno/environments/local.bru", content: dictionaryBlock("vars", settings) },
      { path: "bruno/events/folder.bru", content: printFolder(eventsFolder, read("answered.js")) },
      ...events.flatMap(eventFiles),
      { path: "bruno/refused/folder.bru", content: printFolder(refusedFolder, read("refused.js")) },
      ...refusedFiles(chooseRefused(events, context.album), read),
      guideFile("bruno", context),
    ]);
  },
};

/** Reads a template of this target, without its last line break. */
type Read = (name: string) => string;

const config = { version: "1", name: "MplusKASSA webhooks", type: "collection" };

interface Folder {
  readonly name: string;
  readonly description: string;
  /** Its place among its neighbours; those without one are sorted by name. */
  readonly place?: number;
}

const eventsFolder: Folder = {
  name: "Events",
  place: 1,
  description:
    "Each request is signed as a till signs it. Your server has to take it, and to sign its answer.",
};

const refusedFolder: Folder = {
  name: "To be refused",
  place: 2,
  description: "No till sends these: your server has to refuse each.",
};

const headers = {
  "Content-Type": "application/json",
  Accept: "application/json",
  "X-Mplus-Subscription-Id": "{{subscriptionId}}",
};

const printCollection = (description: string, read: Read): string =>
  joinBlocks(
    dictionaryBlock("headers", headers),
    textBlock("script:pre-request", read("sign.js")),
    textBlock("docs", description),
  );

const printFolder = ({ name, description, place }: Folder, tests?: string): string =>
  joinBlocks(
    dictionaryBlock("meta", { name, ...(place !== undefined && { seq: `${place}` }) }),
    ...(tests === undefined ? [] : [textBlock("tests", tests)]),
    textBlock("docs", description),
  );

const eventFiles = ({ event, description, samples }: EventSamples): OutputFile[] => [
  { path: `bruno/events/${event}/folder.bru`, content: printFolder({ name: event, description }) },
  ...samples.map((sample) => ({
    path: `bruno/events/${event}/${toFileName(sample.name)}.bru`,
    content: printRequest(event, sample),
  })),
];

/** Bruno keeps these for what a folder is. No sample of the spec has an underscore in its name. */
const toFileName = (name: string): string => (/^(?:folder|collection)$/.test(name) ? `${name}_` : name);

function refusedFiles(spoilt: EventSamples | undefined, read: Read): OutputFile[] {
  const [sample] = spoilt?.samples ?? [];
  if (!spoilt || !sample) return [];
  return refusals.map(({ name, title, description }) => ({
    path: `bruno/refused/${name}.bru`,
    content: printRequest(spoilt.event, { ...sample, title, description }, read(`refused/${name}.js`)),
  }));
}

/** A request; its own script runs after that of the collection, when it is signed. */
const printRequest = (
  event: string,
  { title, description, body }: Pick<SampleRequest, "title" | "body"> & { readonly description: string },
  script?: string,
): string =>
  joinBlocks(
    dictionaryBlock("meta", { name: title, type: "http" }),
    dictionaryBlock("post", { url: `{{baseUrl}}/${event}`, body: "json", auth: "none" }),
    textBlock("body:json", body),
    ...(script === undefined ? [] : [textBlock("script:pre-request", script)]),
    textBlock("docs", description),
  );
