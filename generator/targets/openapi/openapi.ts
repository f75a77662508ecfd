import { dialects } from "../../contract/schema/dialects.js";
import { toDefinitions } from "../../contract/schema/schemas.js";
import type { EventView, View } from "../../contract/view/view.js";
import { titleName } from "../../contract/examples/fleet-examples.js";
import type { Model } from "../../contract/model/model.js";
import type { FlowCall } from "../../contract/read/dialect.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { toMarkdownText } from "../../base/text/escape.js";
import { hasPart } from "../../contract/view/walk.js";
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

export const openapi: Target<"openapi"> = {
  name: "openapi",
  summary: "OpenAPI 3.1 and 3.0, for generators and viewers in any language",
  emit: emitOpenApi,
};

const versions = {
  "3.0": {
    openapi: "3.0.3",
    dialect: dialects["openapi-3.0"],
    license: { name: "MIT", url: "https://opensource.org/license/mit" },
  },
  "3.1": {
    openapi: "3.1.1",
    dialect: dialects["openapi-3.1"],
    license: { name: "MIT", identifier: "MIT" },
  },
} as const;

function emitOpenApi(view: View, context: TargetContext): readonly OutputFile[] {
  const { operations, tags, refused } = listOperations(view, context);
  const toPath = (each: Operation) => ({ post: toOperation(each, view, context.snapshots.model) });
  const paths = Object.fromEntries(operations.map((each) => [`/${each.event.name}`, toPath(each)]));
  const refusalSchema = toRefusalSchema(view);
  const refusal = {
    description: statuses.refused,
    headers: signed,
    content: refusalSchema && toContent(refusalSchema, refused),
  };
  const files = Object.entries(versions).map(([name, { openapi, dialect, license }]) => {
    const schemas = Object.fromEntries(toDefinitions(view, dialect));
    const document = {
      openapi,
      info: { ...toInfo(view), license },
      servers: [server],
      security: [{ signature: [] }],
      tags,
      paths,
      components: { schemas, responses: { Refusal: refusal }, ...commonComponents },
    };
    return { path: `openapi/server-${name}.json`, content: printJson(document) };
  });
  return [...files, guideFile("openapi", context)];
}

const server = {
  url: endpoint.example,
  description: `An example; replace it. ${endpoint.description}`,
};

/** The same for every fleet. */
const commonComponents = {
  parameters: {
    SubscriptionId: {
      ...headers.subscription,
      in: "header",
      required: true,
      schema: { title: "SubscriptionId", type: "string" },
      example: "shop-12",
    },
  },
  headers: {
    Signature: {
      description: headers.answerSignature.description,
      schema: { title: "Signature", type: "string" },
    },
  },
  securitySchemes: { signature: { type: "apiKey", in: "header", ...headers.signature } },
};

/** The same in all versions. */
const { refer } = dialects["openapi-3.1"];

function toOperation(
  { event, tag, summary, description, requestExamples, responseExamples }: Operation,
  { errorRequest }: View,
  model: Model,
): object {
  const body = {
    title: `${event.request.name}OrReport`,
    anyOf: [event.request, errorRequest].map(({ name }) => refer(name)),
  };
  return {
    operationId: event.name,
    tags: [tag],
    summary,
    description,
    deprecated: event.prose.deprecated && true,
    parameters: [{ $ref: "#/components/parameters/SubscriptionId" }],
    // A report has no example, because linters know only the described properties of the original.
    requestBody: { required: true, content: toContent(body, requestExamples) },
    responses: {
      "200": {
        description: statuses.taken,
        headers: signed,
        content: toContent(refer(event.response.name), responseExamples),
      },
      "400": { $ref: "#/components/responses/Refusal" },
      // Gateways that check answers must let these pass.
      default: { description: statuses.other },
    },
    callbacks: toCallbacks(event, model),
  };
}

const signed = { [headers.answerSignature.name]: { $ref: "#/components/headers/Signature" } };

const toContent = (schema: object, examples: readonly BodyExample[]): object => ({
  "application/json": {
    schema,
    examples: examples.length > 0 ? Object.fromEntries(examples.map(toNamedExample)) : undefined,
  },
});

const toNamedExample = ({ name, description, value }: BodyExample) =>
  [name, { summary: titleName(name), description: toMarkdownText(description), value }] as const;

/**
 * The requests that a partner makes to an address in the event's request, by the name of the property with the
 * address. Properties of several objects may share a name. Undefined if there are none.
 */
export function toCallbacks(
  { name: event, request }: EventView,
  { flows }: Pick<Model, "flows">,
): Readonly<Record<string, object>> | undefined {
  const callbacks = new Map<string, object>();
  for (const step of flows.flatMap(({ steps }) => steps)) {
    const [object = "", property = ""] = splitPointer(step.call?.address ?? "");
    if (!step.call || step.event !== event || step.isReport || !hasPart(request, { object, property }))
      continue;
    callbacks.set(property, { ...callbacks.get(property), ...toCallback(step.call) });
  }
  return callbacks.size === 0 ? undefined : Object.fromEntries(callbacks);
}

const ignoredResponse = { description: "The response does not matter." };

/** OpenAPI requires a method, but no source names one. */
const toCallback = ({ address, when, text }: FlowCall): object => ({
  [`{$request.body#${address}}`]: {
    post: {
      summary: toPlainSentence(`Call this once ${when}`),
      description: `${toMarkdownText(text)} The method POST is a guess.`,
      security: [],
      responses: { "2XX": ignoredResponse, "4XX": ignoredResponse },
    },
  },
});
