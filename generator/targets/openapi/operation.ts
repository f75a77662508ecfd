import { titleName } from "../../examples/fleet-examples.js";
import type { Dialect } from "../../schema/dialects.js";
import type { Definitions } from "../../schema/schemas.js";
import { toMarkdownText } from "../../text/escape.js";
import type { View } from "../../view/view.js";
import type { Operation, Operations, Shown } from "../operations.js";
import { findErrorAnswer, headers, statuses, toRefusalSchema } from "../protocol.js";
import type { TargetContext } from "../target.js";
import { toCallbacks } from "./callbacks.js";

/** What documents are made of. */
export interface DocumentSources extends Operations {
  readonly view: View;
  readonly context: TargetContext;
  /** The schemas, as the version of the document writes them. */
  readonly definitions: Definitions;
}

/** The path of an event, or its webhook: one POST. */
export const toPathItem = (operation: Operation, sources: DocumentSources, dialect: Dialect): object => ({
  post: toOperation(operation, sources, dialect),
});

function toOperation(operation: Operation, { view, context }: DocumentSources, dialect: Dialect): object {
  const { event, tag, summary, description, asked } = operation;
  const callbacks = toCallbacks(event, context.album.model);
  return {
    operationId: event.name,
    tags: [tag],
    summary,
    description,
    ...(event.prose.deprecated && { deprecated: true }),
    parameters: [{ $ref: "#/components/parameters/SubscriptionId" }],
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: {
            title: `${event.request.name}OrReport`,
            anyOf: [event.request, view.errorRequest].map(({ name }) => dialect.refer(name)),
          },
          // None of a report: the rules of linters know no properties of the original but those that are described.
          ...toExamples(asked),
        },
      },
    },
    responses: toResponses(operation, dialect),
    ...(callbacks && { callbacks }),
  };
}

/** What an event may be answered, by status. */
const toResponses = ({ event, answered }: Operation, dialect: Dialect): object => ({
  "200": {
    description: statuses.taken,
    headers: signed,
    content: {
      "application/json": {
        schema: dialect.refer(event.response.name),
        ...toExamples(answered),
      },
    },
  },
  "400": { $ref: "#/components/responses/Refusal" },
  // A gateway that checks answers has to let these pass.
  default: { description: statuses.other },
});

/** The answer with status 400, which is the same for all events, with all examples there are of it. */
export function toRefusal({ view, operations }: DocumentSources, dialect: Dialect): object {
  const error = findErrorAnswer(view);
  const examples = operations.flatMap(({ refused }) => refused);
  return {
    description: statuses.refused,
    headers: signed,
    ...(error !== undefined && {
      content: {
        "application/json": { schema: toRefusalSchema(dialect.refer(error)), ...toExamples(examples) },
      },
    }),
  };
}

const signed = { [headers.answerSignature.name]: { $ref: "#/components/headers/Signature" } };

/** The examples of a body, by name; nothing where there are none. */
const toExamples = (examples: readonly Shown[]): object =>
  examples.length === 0 ? {} : { examples: Object.fromEntries(examples.map(toExample)) };

const toExample = ({ name, description, value }: Shown): readonly [string, object] => [
  name,
  { summary: titleName(name), description: toMarkdownText(description), value },
];
