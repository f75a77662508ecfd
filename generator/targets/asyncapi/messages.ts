import { dialects } from "../../schema/dialects.js";
import type { View } from "../../view/view.js";
import { toPlainSentence, type Operation, type Shown } from "../operations.js";
import { findErrorAnswer, headers, statuses, toRefusalSchema } from "../protocol.js";

/** The names of the messages of an event, by what they are in its channel; no event has a hyphen or a capital at its start. */
export const nameMessages = (event: string) => ({
  request: `${event}-request`,
  answer: `${event}-answer`,
  errorReport: "ErrorReport",
  refusal: "Refusal",
});

/** What requests have in common, and what answers have. */
export const messageTraits = {
  Request: {
    headers: {
      type: "object",
      required: [headers.subscription.name, headers.signature.name],
      properties: toHeaderSchemas([headers.subscription, headers.signature]),
    },
  },
  Answer: {
    headers: { type: "object", properties: toHeaderSchemas([headers.answerSignature]) },
  },
};

function toHeaderSchemas(all: readonly { readonly name: string; readonly description: string }[]): object {
  return Object.fromEntries(all.map(({ name, description }) => [name, { description, type: "string" }]));
}

/** Every message, by name: two of each event, and those that are the same for all. */
export function listMessages(view: View, operations: readonly Operation[]): object {
  return {
    ...Object.fromEntries(operations.flatMap(listOwn)),
    ErrorReport: {
      title: "Error report",
      summary: "Says why the till could not use an answer",
      traits: [asRequest],
      payload: refer(view.errorRequest.name),
    },
    Refusal: toRefusal(view, operations),
  };
}

function listOwn({ event, summary, asked, answered }: Operation): (readonly [string, object])[] {
  const names = nameMessages(event.name);
  const request = {
    title: `${event.name} request`,
    summary,
    traits: [asRequest],
    payload: refer(event.request.name),
    ...toExamples(asked),
  };
  const answer = {
    title: `${event.name} answer`,
    summary: statuses.taken,
    traits: [asAnswer],
    bindings: bindHttp({ statusCode: 200 }),
    payload: refer(event.response.name),
    ...toExamples(answered),
  };
  return [
    [names.request, request],
    [names.answer, answer],
  ];
}

function toRefusal(view: View, operations: readonly Operation[]): object {
  const error = findErrorAnswer(view);
  return {
    title: "Refusal",
    summary: statuses.refused,
    traits: [asAnswer],
    bindings: bindHttp({ statusCode: 400 }),
    ...(error !== undefined && { payload: toRefusalSchema(refer(error)) }),
    ...toExamples(operations.flatMap(({ refused }) => refused)),
  };
}

/** A list here, of plain texts, since a message has no other place to name an example. */
const toExamples = (examples: readonly Shown[]): object =>
  examples.length === 0 ? {} : { examples: examples.map(toExample) };

const toExample = ({ name, description, value }: Shown): object => ({
  name,
  summary: toPlainSentence(description),
  payload: value,
});

const { refer } = dialects.components;
const asRequest = { $ref: "#/components/messageTraits/Request" };
const asAnswer = { $ref: "#/components/messageTraits/Answer" };

/** What is true of an operation or a message over HTTP, in the version of the bindings that this document is written in. */
export const bindHttp = (facts: object): object => ({ http: { ...facts, bindingVersion: "0.3.0" } });
