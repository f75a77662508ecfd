import { settings } from "../../collection/settings.js";
import { describeInterface, endpoint, headers, interfaceTitle, toDocumentVersion } from "../protocol.js";
import type { DocumentSources } from "./document-sources.js";
import { toPathItem } from "./operation.js";
import { toRefusal } from "./responses.js";
import type { Version } from "./versions.js";

/** How a document looks at the events: as what a partner serves, or as what tills send. */
export type Kind = "server" | "webhooks";

/** A document of OpenAPI, as plain data. */
export function toDocument(kind: Kind, version: Version, sources: DocumentSources): object {
  const { view, operations, tags, context, definitions } = sources;
  const { dialect } = version;
  const items = operations.map((operation) => ({
    name: operation.event.name,
    item: toPathItem(operation, sources, dialect),
  }));
  return {
    openapi: version.openapi,
    info: {
      title: interfaceTitle,
      version: toDocumentVersion(view),
      description: describeInterface(view),
      license: version.license,
    },
    servers: [server],
    security: [{ signature: [] }],
    tags: tags.map(({ name, title, description }) => ({
      name,
      description,
      ...(!context.plain && { "x-displayName": title }),
    })),
    ...(kind === "webhooks"
      ? { webhooks: Object.fromEntries(items.map(({ name, item }) => [name, item])) }
      : { paths: Object.fromEntries(items.map(({ name, item }) => [`/${name}`, item])) }),
    components: {
      schemas: Object.fromEntries(definitions),
      responses: { Refusal: toRefusal(sources, dialect) },
      parameters: { SubscriptionId: subscriptionId },
      headers: {
        Signature: { description: headers.answerSignature.description, schema: { type: "string" } },
      },
      securitySchemes: {
        signature: { type: "apiKey", in: "header", ...headers.signature },
      },
    },
  };
}

const server = {
  url: endpoint.example,
  description: `An example: put yours here. ${endpoint.description}`,
};

const subscriptionId = {
  ...headers.subscription,
  in: "header",
  required: true,
  schema: { type: "string" },
  example: settings.subscriptionId,
};
