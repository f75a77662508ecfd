import { titleName } from "../../examples/fleet-examples.js";
import type { Model } from "../../model/model.js";
import { dialects } from "../../schema/dialects.js";
import type { FlowCall } from "../../spec/dialect.js";
import { splitPointer } from "../../spec/pointer.js";
import { toMarkdownText } from "../../text/escape.js";
import type { EventView, View } from "../../view/view.js";
import { hasPart } from "../../view/walk.js";
import { toPlainSentence, type Operation, type Shown } from "../operations.js";
import { headers, statuses, toRefusalSchema } from "../protocol.js";

/** The same in all versions. */
const { refer } = dialects.components;

/** What a till posts to the path of an event, and what it may be answered. */
export function toOperation(
  { event, tag, summary, description, asked, answered }: Operation,
  { errorRequest }: View,
  model: Model,
): object {
  const callbacks = toCallbacks(event, model);
  const body = {
    title: `${event.request.name}OrReport`,
    anyOf: [event.request, errorRequest].map(({ name }) => refer(name)),
  };
  return {
    operationId: event.name,
    tags: [tag],
    summary,
    description,
    ...(event.prose.deprecated && { deprecated: true }),
    parameters: [{ $ref: "#/components/parameters/SubscriptionId" }],
    // No example of a report: the rules of linters know no properties of the original but those that are described.
    requestBody: { required: true, content: toContent(body, asked) },
    responses: {
      "200": {
        description: statuses.taken,
        headers: signed,
        content: toContent(refer(event.response.name), answered),
      },
      "400": { $ref: "#/components/responses/Refusal" },
      // A gateway that checks answers has to let these pass.
      default: { description: statuses.other },
    },
    ...(callbacks && { callbacks }),
  };
}

/** The answer with status 400, which is the same for all events, with all examples there are of it. */
export function toRefusal(view: View, examples: readonly Shown[]): object {
  const schema = toRefusalSchema(view);
  return {
    description: statuses.refused,
    headers: signed,
    ...(schema && { content: toContent(schema, examples) }),
  };
}

const signed = { [headers.answerSignature.name]: { $ref: "#/components/headers/Signature" } };

/** A body, and the examples of it by name. */
const toContent = (schema: object, examples: readonly Shown[]): object => ({
  "application/json": {
    schema,
    ...(examples.length > 0 && { examples: Object.fromEntries(examples.map(toExample)) }),
  },
});

const toExample = ({ name, description, value }: Shown): readonly [string, object] => [
  name,
  { summary: titleName(name), description: toMarkdownText(description), value },
];

/**
 * The requests that a partner makes to an address that some shop of the fleet sends, by the name of the property that holds
 * it; properties of several objects may have one name. Undefined for none.
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

const ignored = { description: "The response does not matter." };

/** OpenAPI asks for a method, and no source names one. */
const toCallback = ({ address, when, text }: FlowCall): object => ({
  [`{$request.body#${address}}`]: {
    post: {
      summary: toPlainSentence(`Call this once ${when}`),
      description: `${toMarkdownText(text)} That it is a POST is a guess.`,
      security: [],
      responses: { "2XX": ignored, "4XX": ignored },
    },
  },
});
