import type { Dialect } from "../../schema/dialects.js";
import type { Operation } from "../operations.js";
import { findErrorAnswer, headers, statuses, toRefusalSchema } from "../protocol.js";
import type { DocumentSources } from "./document-sources.js";
import { toExamples } from "./examples.js";

/** What an event may be answered, by status. */
export const toResponses = ({ event, answered }: Operation, dialect: Dialect): object => ({
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
