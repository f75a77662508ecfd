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

export const asyncapi: Target<"asyncapi"> = {
  name: "asyncapi",
  summary: "AsyncAPI 3.0: a channel per event, with its request and reply",
  emit: emitAsyncApi,
};

async function emitAsyncApi(view: View, context: TargetContext): Promise<readonly OutputFile[]> {
  // Imported lazily: the YAML library is large, and few runs need it.
  const { formatYaml } = await import("../../base/text/yaml.js");
  const document = toDocument(view, context);
  return [
    { path: "asyncapi/mplus.asyncapi.yaml", content: withHashBanner(formatYaml(document)) },
    { path: "asyncapi/mplus.asyncapi.json", content: printJson(document) },
    guideFile("asyncapi", context),
  ];
}

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
      description: "The path of your endpoint, without a trailing slash.",
    },
  },
  security: [refer("securitySchemes", "signature")],
};

/**
 * The URL of an event and its messages in both directions. Event names contain no hyphens, so the suffixes cannot cause a clash.
 */
const toChannel = (event: string): object => ({
  address: `/${event}`,
  messages: {
    request: refer("messages", `${event}-request`),
    answer: refer("messages", `${event}-answer`),
    errorReport: refer("messages", "ErrorReport"),
    refusal: refer("messages", "Refusal"),
  },
});

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
      summary: "The till's reason for rejecting an answer",
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

const toMessage = (
  name: string,
  trait: keyof typeof messageTraits,
  { title, summary, ...more }: Readonly<Record<string, unknown>>,
) => [name, { title, summary, traits: [refer("messageTraits", trait)], ...more }] as const;

/** Summaries are plain text, because a message has no other place for an example's name. */
const toExamples = (shown: readonly BodyExample[]) =>
  shown.length > 0 && {
    examples: shown.map(({ name, description, value }) => ({
      name,
      summary: toPlainSentence(description),
      payload: value,
    })),
  };

const bindHttp = (facts: object): object => ({ http: { ...facts, bindingVersion: "0.3.0" } });
