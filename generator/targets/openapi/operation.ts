import type { Dialect } from "../../schema/dialects.js";
import type { Operation } from "../operations.js";
import { toCallbacks } from "./callbacks.js";
import type { DocumentSources } from "./document-sources.js";
import { toExamples } from "./examples.js";
import { toResponses } from "./responses.js";

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
