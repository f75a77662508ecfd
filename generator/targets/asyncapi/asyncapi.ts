import { dialects } from "../../schema/dialects.js";
import { toDefinitions } from "../../schema/schemas.js";
import { withHashBanner } from "../../text/source-file.js";
import type { EventView, View } from "../../view/view.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import { listOperations, type Operation, type Tag } from "../operations.js";
import { describeInterface, endpoint, headers, interfaceTitle, toDocumentVersion } from "../protocol.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { bindHttp, listMessages, messageTraits, nameMessages } from "./messages.js";

/** The target that writes an AsyncAPI document. */
export const asyncapi: Target<"asyncapi"> = {
  name: "asyncapi",
  summary: "AsyncAPI 3.0: every event as a channel, with its request and its reply",
  needs: [],
  emit: emitAsyncApi,
};

async function emitAsyncApi(view: View, context: TargetContext): Promise<readonly OutputFile[]> {
  // Loaded here: few runs print YAML, and what does is large.
  const { formatYamlForAll } = await import("../../text/yaml.js");
  const document = toDocument(view, context);
  return [
    {
      path: "asyncapi/mplus.asyncapi.yaml",
      content: withHashBanner(formatYamlForAll(document)),
    },
    { path: "asyncapi/mplus.asyncapi.json", content: printJson(document) },
    guideFile("asyncapi", context),
  ];
}

/** The document, as plain data. */
function toDocument(view: View, context: TargetContext): object {
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

/** The URL of an event, and what goes over it in both directions. */
const toChannel = ({ name }: EventView): object => ({
  address: `/${name}`,
  messages: Object.fromEntries(
    Object.entries(nameMessages(name)).map(([role, message]) => [
      role,
      { $ref: `#/components/messages/${message}` },
    ]),
  ),
});

/** What a partner does: it receives a request, and replies. */
function toOperation(
  { event, summary, description, tag }: Operation,
  toTagReference: (name: string) => object,
): object {
  const channel = { $ref: `#/channels/${event.name}` };
  const refer = (role: string): object => ({ $ref: `${channel.$ref}/messages/${role}` });
  return {
    action: "receive",
    channel,
    title: event.name,
    summary,
    description,
    tags: [toTagReference(tag)],
    bindings: bindHttp({ method: "POST" }),
    messages: ["request", "errorReport"].map(refer),
    reply: { channel, messages: ["answer", "refusal"].map(refer) },
  };
}
