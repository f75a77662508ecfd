import { settings } from "../../collection/settings.js";
import { describeInterface, endpoint, headers, interfaceTitle, toDocumentVersion } from "../protocol.js";
import type { DocumentSources } from "./document-sources.js";
import { toPathItem } from "./operation.js";
import { toRefusal } from "./responses.js";
import type { Version } from "./versions.js";

/** A document of OpenAPI, as plain data: what a partner serves. */
export function toDocument(version: Version, sources: DocumentSources): object {
  const { view, operations, tags, definitions } = sources;
  const { dialect } = version;
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
    tags: tags.map(({ name, description }) => ({ name, description })),
    paths: Object.fromEntries(
      operations.map((operation) => [`/${operation.event.name}`, toPathItem(operation, sources, dialect)]),
    ),
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
