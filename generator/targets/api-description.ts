import type { FleetExample } from "../contract/examples/fleet-examples.js";
import type { Direction, Model, PropertyPath } from "../contract/model/model.js";
import type { FlowModel } from "../contract/model/flow-model.js";
import { isShownIn } from "../pages/prose/sequences.js";
import { spansToSentences } from "../contract/view/reasons.js";
import { firstSentence } from "../base/text/words.js";
import { toVisibleLine } from "../base/text/quote.js";
import { toCodeSpan, toMarkdownText } from "../base/text/escape.js";
import type { EventView, View } from "../contract/view/view.js";
import { fleetText } from "../pages/prose/fleet-text.js";
import { toPlainString } from "../pages/blocks/text.js";
import { testSecret, testSignature } from "../pages/samples/test-vectors.js";
import { getOwn } from "../base/json.js";
import { dialects } from "../contract/schema/dialects.js";
import { formatRelease } from "../base/time/release.js";
import { findProperty, objectsIn } from "../contract/view/walk.js";
import { describeStandings } from "./describe-standings.js";
import type { TargetContext } from "./target.js";

export type Operation = ReturnType<typeof listOperations>["operations"][number];

export type BodyExample = Operation["requestExamples"][number];

export function listOperations(view: View, { snapshots, examples: findExamples }: TargetContext) {
  const { model } = snapshots;
  const operations = view.events.map((event) => {
    const examples = findExamples(event);
    const responses = listBodyExamples(examples, "response");
    return {
      event,
      tag: findTag(event, model),
      /** Plain text. */
      summary: toPlainSentence(firstSentence(event.prose.description)).replace(/\.$/, ""),
      description: describeOperation(event, model),
      requestExamples: listBodyExamples(examples, "request"),
      responseExamples: responses.filter(({ value }) => findError(value) === undefined),
      /** The answers with status 400. */
      refused: responses.filter(({ value }) => findError(value) !== undefined),
    };
  });
  /** All events share one answer with status 400. Prefixed names keep its examples apart. */
  const refused = operations.flatMap(({ event, refused }) =>
    refused.map(({ name, description, value }) => ({
      name: `${event.name}-${name}`,
      description,
      value: { error: findError(value) },
    })),
  );
  const tags = [...model.flows.map(toTag), otherTag];
  return { operations, refused, tags: tags.filter(({ name }) => operations.some(({ tag }) => tag === name)) };
}

const listBodyExamples = (examples: readonly FleetExample[], side: Direction) =>
  examples
    .map(({ name, description, [side]: value }) => ({ name, description, value }))
    .filter(({ value }) => value !== undefined);

const findError = (answer: unknown) => getOwn(answer, "error");

/** Drops the backticks of code, for places without Markdown. */
export const toPlainSentence = (text: string): string => toVisibleLine(text.replaceAll("`", ""));

/** The largest flow that shows this event. */
function findTag({ name }: EventView, { flows }: Model): string {
  const countEvents = ({ steps }: FlowModel): number => new Set(steps.map(({ event }) => event)).size;
  const [flow] = flows
    .filter((each) => !each.anyEvent && isShownIn(each, name))
    .sort((a, b) => countEvents(b) - countEvents(a));
  return flow?.name ?? otherTag.name;
}

const toTag = ({ name, title, description }: FlowModel) => ({
  name,
  description: `${toMarkdownText(title)}. ${toMarkdownText(description)}`,
});

/** Clashes with no flow, because names of flows have no capitals. */
const otherTag = { name: "Other", description: "Events without a flow of their own." };

function describeOperation(event: EventView, { events, polling }: Model): string {
  const { prose, exists } = event;
  const isBlocking = events.find(({ name }) => name === event.name)?.alwaysBlocking === true;
  const paragraphs = [
    toMarkdownText(prose.description),
    exists ? [...spansToSentences(exists), "Not every shop sends it."].join(" ") : "",
    ...prose.notes.map(({ since, text }) =>
      toMarkdownText(since === undefined ? text : `From v${since} on: ${text}`),
    ),
    isBlocking
      ? "The till always waits for the answer, regardless of the subscription."
      : "The till waits for the answer if the subscription makes this event blocking. `event.eventBlocking` is then true.",
    describePolling(event, polling),
    describeStandings(event, toCodeSpan),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

function describePolling({ response, pollingOptional }: EventView, polling: Model["polling"]): string {
  if (!polling || !response.properties.some(({ name }) => name === polling.ends.object)) return "";
  const formatPath = ({ object, property }: PropertyPath) => toCodeSpan(`${object}.${property}`);
  const [asks, ends] = [formatPath(polling.asks), formatPath(polling.ends)];
  const answer = toCodeSpan(polling.ends.object);
  return pollingOptional
    ? `The answer may omit ${answer}, even if ${asks} is true.`
    : `If ${asks} is true, every answer needs ${answer}, and the till repeats this event until ${ends} is true in an answer.`;
}

/** The version is the fleet's newest release, in the three parts that tools expect. */
export const toInfo = (view: View) => ({
  title: "MplusKASSA webhooks (unofficial)",
  version: [...formatRelease(view.fleet.max).split("."), "0", "0"].slice(0, 3).join("."),
  description: describeInterface(view),
});

export const headers = {
  subscription: {
    name: "X-Mplus-Subscription-Id",
    description:
      "The subscription ID that the shop entered in its back office, which may be any text. It identifies the shop and the secret for verifying the signature.",
  },
  signature: {
    name: "X-Mplus-Signature",
    description: `The HMAC-SHA256 ([RFC 2104](https://www.rfc-editor.org/rfc/rfc2104)) of the body's bytes as sent, in base64. The key is the subscription's secret, decoded from base64. Verify it before you parse the body, and compare in constant time. For testing only: with the secret \`${testSecret}\`, the body \`test\` has the signature \`${testSignature}\`.`,
  },
  answerSignature: {
    name: "X-Mplus-Signature",
    description:
      "Your signature of the answer's bytes, computed in the same way and with the same secret as the request's signature. Sign only answers to requests whose signature is valid. The vendor does not document whether an empty answer or a refusal needs it.",
  },
} as const;

/** No other statuses are documented. */
export const statuses = {
  taken:
    "You accepted the event. The body is one object with any of the event's answers; `{}` or no body if there is nothing to do.",
  refused: "You rejected the request. The body gives the reason as a code and a message.",
  other: "The server is busy or has failed. The vendor does not document what a till does then.",
} as const;

export const endpoint = {
  description: "Your endpoint, as the shop enters it. The till appends a slash and the event's name.",
  example: "https://partner.example/mplus",
} as const;

function describeInterface(view: View): string {
  const fleet = toMarkdownText(toPlainString(fleetText(view.fleet)));
  return [
    `The events that MplusKASSA tills post to a partner, and their answers, for ${fleet}. Generated by mplus-codegen, which is not affiliated with the vendor.`,
    responseModeTexts[view.responseMode],
    "The event's name is in the URL, not in the body. Read requests leniently: any object may have properties that are not described in this document, and an open enum may have other values. No request contains its shop's release.",
    `If a till rejects an answer, it posts an error report to the URL of the same event: \`${view.errorRequest.name}\`, which has \`error\` and \`original\`. Check for these two first, and log the report.`,
    "The same event may arrive twice. The vendor does not document how long a till waits, whether it retries, or which addresses it calls from.",
  ].join("\n\n");
}

const responseModeTexts: Readonly<Record<View["responseMode"], string>> = {
  safe: "Answers contain only parts that all of these shops accept.",
  gated:
    "Answers contain all parts that some of these shops accept. Descriptions say which release added a part. Before you send such a part, make sure that the shop runs that release or a later one.",
};

/** The error alone. Undefined if the contract has no such answer. */
export function toRefusalSchema({ events }: View): object | undefined {
  const answers = events.flatMap(({ response }) => findProperty(response, "error") ?? []);
  const [error] = answers.flatMap(({ type }) => objectsIn(type));
  return (
    error && {
      title: "Refusal",
      type: "object",
      required: ["error"],
      properties: { error: dialects["openapi-3.1"].refer(error.name) },
    }
  );
}
