import { guideFile, printJson } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import {
  createCollection,
  settings,
  type Collection,
  type CollectionRequest,
  type Folder,
} from "./collection.js";

/** The target that writes a collection for Postman and newman, and an environment for it. */
export const postman: Target<"postman"> = {
  name: "postman",
  summary: "a Postman collection: signed sample requests of every event, and tests of the answers",
  needs: [],
  emit: (view, context) => {
    const collection = createCollection(view, context);
    return Promise.resolve([
      jsonFile("collection", toDocument(collection, context)),
      jsonFile("environment", environment),
      guideFile("postman", context),
    ]);
  },
};

/** A file that Postman recognizes by its name. */
const jsonFile = (kind: string, value: object): OutputFile => ({
  path: `postman/mplus-webhooks.postman_${kind}.json`,
  content: printJson(value),
});

/** The environment: where the server is, and who signs. */
const environment = {
  name: "MplusKASSA webhooks, local",
  values: Object.entries(settings).map(([key, value]) => ({
    key,
    value,
    type: key === "secret" ? "secret" : "default",
    enabled: true,
  })),
  // What the app knows an environment by.
  _postman_variable_scope: "environment",
} as const;

/** A collection in the format v2.1. It has no ids: the app gives some to what it imports. */
function toDocument(
  { name, description, headers, folders }: Collection,
  { template }: TargetContext,
): object {
  const header = Object.entries(headers).map(([key, value]) => ({ key, value }));
  const toScript = (listen: "prerequest" | "test", script: string): object => ({
    listen,
    script: { type: "text/javascript", exec: template(`postman/${script}.js`).trimEnd().split("\n") },
  });
  const toRequest = ({ event, title, description, body, script }: CollectionRequest): object => ({
    name: title,
    // A till posts to the address that it was given, and to no other.
    protocolProfileBehavior: { followRedirects: false },
    request: {
      method: "POST",
      header,
      body: { mode: "raw", raw: body, options: { raw: { language: "json" } } },
      url: { raw: `{{baseUrl}}/${event}`, host: ["{{baseUrl}}"], path: [event] },
      description,
    },
    // Runs after the script of the collection, when the request is signed.
    ...(script !== undefined && { event: [toScript("prerequest", script)] }),
  });
  const toFolder = ({ name, description, tests, folders = [], requests = [] }: Folder): object => ({
    name,
    description,
    item: [...folders.map(toFolder), ...requests.map(toRequest)],
    ...(tests !== undefined && { event: [toScript("test", tests)] }),
  });
  const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
  return {
    info: { name, description, schema },
    item: folders.map(toFolder),
    event: [toScript("prerequest", "sign")],
  };
}
