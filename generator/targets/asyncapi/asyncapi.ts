import { dialects } from "../../contract/schema/dialects.js";
import { toDefinitions } from "../../contract/schema/schemas.js";
import { withHashBanner } from "../../base/text/source-file.js";
import type { View } from "../../contract/view/view.js";
import { guideFile, printJson } from "../code-file.js";
import {
  endpoint,
  headers,
  listOperations,
  type Operation,
  type BodyExample,
  statuses,
  toInfo,
  toPlainSentence,
  toRefusalSchema,
} from "../api-description.js";
import type { OutputFile, Target, TargetContext } from "../target.js";

/** The target that writes an AsyncAPI document. */
export const asyncapi: Target<"asyncapi"> = {
  name: "asyncapi",
  summary: "AsyncAPI 3.0: every event as a channel, with its request and its reply",
  emit: emitAsyncApi,
};

async function emitAsyncApi(view: View, context: TargetContext): Promise<readonly OutputFile[]> {
  // Loaded here: few runs print YAML, and what does is large.
  const { formatYamlForAll } = await import("../../base/text/yaml.js");
  const document = toDocument(view, context);
  return [
    { path: "asyncapi/mplus.asyncapi.yaml", content: withHashBanner(formatYamlForAll(document)) },
    { path: "asyncapi/mplus.asyncapi.json", content: printJson(document) },
    guideFile("asyncapi", context),
  ];
}

/** The document, as plain data. */
function toDocument(view: View, context: TargetContext): object {
  const { operations, tags, refused } = listOperations(view, context);
  return {
    asyncapi: "3.0.0",
    info: {
      ...toInfo(view),
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
      tags: tags.map(({ name }) => refer("tags", name)),
    },
    defaultContentType: "application/json",
    servers: { receiver: receiverServer },
    channels: Object.fromEntries(operations.map(({ event: { name } }) => [name, toChannel(name)])),
    operations: Object.fromEntries(operations.map((each) => [each.event.name, toOperation(each)])),
    components: {
      schemas: Object.fromEntries(toDefinitions(view, dialects.asyncapi)),
      messages: Object.fromEntries(listMessages(operations, refused, view)),
      messageTraits,
      securitySchemes: { signature: { type: "httpApiKey", in: "header", ...headers.signature } },
      tags: Object.fromEntries(tags.map((tag) => [tag.name, tag])),
    },
  };
}

const refer = (kind: string, name: string): object => ({ $ref: `#/components/${kind}/${name}` });

const receiverServer = {
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
  security: [refer("securitySchemes", "signature")],
};

/** The URL of an event, and what goes over it in both directions. No event has a hyphen or a capital at its start. */
const toChannel = (event: string): object => ({
  address: `/${event}`,
  messages: {
    request: refer("messages", `${event}-request`),
    answer: refer("messages", `${event}-answer`),
    errorReport: refer("messages", "ErrorReport"),
    refusal: refer("messages", "Refusal"),
  },
});

/** What a partner does: it receives a request, and replies. */
function toOperation({ event, summary, description, tag }: Operation): object {
  const channel = { $ref: `#/channels/${event.name}` };
  const referIn = (role: string): object => ({ $ref: `${channel.$ref}/messages/${role}` });
  return {
    action: "receive",
    channel,
    title: event.name,
    summary,
    description,
    tags: [refer("tags", tag)],
    bindings: bindHttp({ method: "POST" }),
    messages: ["request", "errorReport"].map(referIn),
    reply: { channel, messages: ["answer", "refusal"].map(referIn) },
  };
}

/** What requests have in common, and what answers have. */
const messageTraits = {
  Request: {
    headers: {
      title: "RequestHeaders",
      type: "object",
      required: [headers.subscription.name, headers.signature.name],
      properties: { ...toHeaderSchema(headers.subscription), ...toHeaderSchema(headers.signature) },
    },
  },
  Answer: {
    headers: {
      title: "AnswerHeaders",
      type: "object",
      properties: toHeaderSchema(headers.answerSignature),
    },
  },
};

function toHeaderSchema({ name, description }: (typeof headers)[keyof typeof headers]): object {
  return { [name]: { description, type: "string" } };
}

/** The messages of all events, then those that all have in common. */
function listMessages(operations: readonly Operation[], refused: readonly BodyExample[], view: View) {
  return [
    ...operations.flatMap(({ event: { name, request, response }, ...operation }) => [
      toMessage(`${name}-request`, "Request", {
        title: `${name} request`,
        summary: operation.summary,
        payload: refer("schemas", request.name),
        ...toExamples(operation.requestExamples),
      }),
      toMessage(`${name}-answer`, "Answer", {
        title: `${name} answer`,
        summary: statuses.taken,
        bindings: bindHttp({ statusCode: 200 }),
        payload: refer("schemas", response.name),
        ...toExamples(operation.responseExamples),
      }),
    ]),
    toMessage("ErrorReport", "Request", {
      title: "Error report",
      summary: "Says why the till could not use an answer",
      payload: refer("schemas", view.errorRequest.name),
    }),
    toMessage("Refusal", "Answer", {
      title: "Refusal",
      summary: statuses.refused,
      bindings: bindHttp({ statusCode: 400 }),
      payload: toRefusalSchema(view),
      ...toExamples(refused),
    }),
  ];
}

/** A message of one of these kinds, by its name. */
const toMessage = (
  name: string,
  trait: keyof typeof messageTraits,
  { title, summary, ...more }: Readonly<Record<string, unknown>>,
) => [name, { title, summary, traits: [refer("messageTraits", trait)], ...more }] as const;

/** A list here, of plain texts, since a message has no other place to name an example. */
const toExamples = (shown: readonly BodyExample[]) =>
  shown.length > 0 && {
    examples: shown.map(({ name, description, value }) => ({
      name,
      summary: toPlainSentence(description),
      payload: value,
    })),
  };

/** What is true of an operation or a message over HTTP, in the version of the bindings that this document is written in. */
const bindHttp = (facts: object): object => ({ http: { ...facts, bindingVersion: "0.3.0" } });
