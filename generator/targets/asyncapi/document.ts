import { toDefinitions } from "../../schema/schemas.js";
import { dialects } from "../../schema/dialects.js";
import type { View } from "../../view/view.js";
import { listOperations, type Tag } from "../operations.js";
import { describeInterface, endpoint, headers, interfaceTitle, toDocumentVersion } from "../protocol.js";
import type { TargetContext } from "../target.js";
import { toChannel, toOperation } from "./channels.js";
import { listMessages, messageTraits } from "./messages.js";

/** The document, as plain data. */
export function toDocument(view: View, context: TargetContext): object {
  const { operations, tags } = listOperations(view, context);
  return {
    asyncapi: "3.0.0",
    info: {
      title: interfaceTitle,
      version: toDocumentVersion(view),
      description: describeInterface(view),
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
      tags: tags.map(({ name }) => toTagReference(name)),
    },
    defaultContentType: "application/json",
    servers: { receiver },
    channels: Object.fromEntries(operations.map(({ event }) => [event.name, toChannel(event)])),
    operations: Object.fromEntries(
      operations.map((operation) => [operation.event.name, toOperation(operation, toTagReference)]),
    ),
    components: {
      schemas: Object.fromEntries(toDefinitions(view, dialects.components)),
      messages: listMessages(view, operations),
      messageTraits,
      securitySchemes: { signature: { type: "httpApiKey", in: "header", ...headers.signature } },
      tags: Object.fromEntries(tags.map(({ name, description }: Tag) => [name, { name, description }])),
    },
  };
}

const receiver = {
  host: "{host}",
  pathname: "/{path}",
  protocol: "https",
  description: endpoint.description,
  variables: {
    host: { default: new URL(endpoint.example).host, description: "The host of your endpoint." },
    path: {
      default: new URL(endpoint.example).pathname.slice(1),
      description: "The path of your endpoint, without a slash at the end.",
    },
  },
  security: [{ $ref: "#/components/securitySchemes/signature" }],
};

const toTagReference = (name: string): object => ({ $ref: `#/components/tags/${name}` });
