import type { Collection, CollectionRequest, Folder } from "../../collection/collection.js";
import type { TargetContext } from "../target.js";

/** A script, at the moment when Postman runs it. */
interface Script {
  readonly listen: "prerequest" | "test";
  readonly script: { readonly type: "text/javascript"; readonly exec: readonly string[] };
}

/** Reads the text of a template. */
type Read = TargetContext["template"];

/** A collection in the format v2.1. It has no ids: the app gives some to what it imports. */
export const printCollection = ({ name, description, headers, folders }: Collection, read: Read): object => ({
  info: {
    name,
    description,
    schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
  },
  item: folders.map((folder) => toFolderItem(folder, { headers, read })),
  event: [toScript("prerequest", "sign", read)],
});

interface Shared {
  readonly headers: Collection["headers"];
  readonly read: Read;
}

const toFolderItem = (
  { name, description, tests, folders = [], requests = [] }: Folder,
  shared: Shared,
): object => ({
  name,
  description,
  item: [
    ...folders.map((each) => toFolderItem(each, shared)),
    ...requests.map((each) => toRequestItem(each, shared)),
  ],
  ...(tests !== undefined && { event: [toScript("test", tests, shared.read)] }),
});

const toRequestItem = (
  { event, title, description, body, script }: CollectionRequest,
  { headers, read }: Shared,
): object => ({
  name: title,
  // A till posts to the address that it was given, and to no other.
  protocolProfileBehavior: { followRedirects: false },
  request: {
    method: "POST",
    header: Object.entries(headers).map(([key, value]) => ({ key, value })),
    body: { mode: "raw", raw: body, options: { raw: { language: "json" } } },
    url: { raw: `{{baseUrl}}/${event}`, host: ["{{baseUrl}}"], path: [event] },
    description,
  },
  // Runs after the script of the collection, when the request is signed.
  ...(script !== undefined && { event: [toScript("prerequest", script, read)] }),
});

const toScript = (listen: Script["listen"], name: string, read: Read): Script => ({
  listen,
  script: { type: "text/javascript", exec: read(`postman/${name}.js`).trimEnd().split("\n") },
});
