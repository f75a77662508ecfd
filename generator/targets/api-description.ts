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

/** An event as OpenAPI and AsyncAPI describe it: one request, and its answers. */
export type Operation = ReturnType<typeof listOperations>["operations"][number];

/** An example of a body, with a name and a description. */
export type BodyExample = Operation["requestExamples"][number];

/** The operations of a view, and their groups, for OpenAPI and AsyncAPI. */
export function listOperations(view: View, { snapshots, examples: findExamples }: TargetContext) {
  const { model } = snapshots;
  const operations = view.events.map((event) => {
    const examples = findExamples(event);
    const responses = listBodyExamples(examples, "response");
    return {
      event,
      tag: findTag(event, model),
      /** Plain text, as all summaries are. */
      summary: toPlainSentence(firstSentence(event.prose.description)).replace(/\.$/, ""),
      description: describeOperation(event, model),
      requestExamples: listBodyExamples(examples, "request"),
      responseExamples: responses.filter(({ value }) => findError(value) === undefined),
      /** Answers that go with status 400. */
      refused: responses.filter(({ value }) => findError(value) !== undefined),
    };
  });
  /** Documents have one answer with status 400 for all events. No other event has its names. */
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

/** The examples that have a body. */
const listBodyExamples = (examples: readonly FleetExample[], side: Direction) =>
  examples
    .map(({ name, description, [side]: value }) => ({ name, description, value }))
    .filter(({ value }) => value !== undefined);

const findError = (answer: unknown) => getOwn(answer, "error");

/** A text of the spec where nothing reads it as Markdown: without the backticks of its code. */
export const toPlainSentence = (text: string): string => toVisibleLine(text.replaceAll("`", ""));

/** The flow that shows most events of those that show this one. */
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

/** No flow has a capital in its name. */
const otherTag = { name: "Other", description: "Events that belong to no flow of their own." };

/** Paragraphs of Markdown. */
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
      ? "The till always waits for the answer, whatever the subscription says."
      : "The till waits for the answer if the subscription makes this event blocking; then `event.eventBlocking` is true.",
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
    ? `The answer may leave out ${answer}, even if ${asks} is true.`
    : `If ${asks} is true, the till sends this event again and again until an answer has ${ends} true, and every answer needs ${answer}.`;
}

/** The section `info` of a document. Its version is the newest release of the fleet, in three parts, as tools expect. */
export const toInfo = (view: View) => ({
  title: "MplusKASSA webhooks (unofficial)",
  version: [...formatRelease(view.fleet.max).split("."), "0", "0"].slice(0, 3).join("."),
  description: describeInterface(view),
});

/** The headers of requests and answers, and what they hold. */
export const headers = {
  subscription: {
    name: "X-Mplus-Subscription-Id",
    description:
      "The subscription ID that the shop entered in its back office: any text. It tells you which shop is calling, and with that which secret to check the signature with.",
  },
  signature: {
    name: "X-Mplus-Signature",
    description: `The HMAC-SHA256 of the bytes of the body as they are sent, in base64. The key is the secret of the subscription, decoded from base64. Check it before you parse the body, and compare in constant time. How an HMAC is reckoned: [RFC 2104](https://www.rfc-editor.org/rfc/rfc2104). With the secret \`${testSecret}\`, which is for trying only, the body \`test\` has the signature \`${testSignature}\`.`,
  },
  answerSignature: {
    name: "X-Mplus-Signature",
    description:
      "Your signature of the bytes of the answer, made like that of the request and with the same secret. Sign answers to requests whose own signature holds, and no others. Whether an empty answer or a refusal needs it is not documented.",
  },
} as const;

/** The meaning of each status. No other one is documented. */
export const statuses = {
  taken:
    "You took the event. The body is one object with any of the answers that the event takes; `{}`, or no body at all, if there is nothing to do.",
  refused: "You could not take the request. The body says why, with a code and a text for people.",
  other: "A server that is busy, or has failed. What a till does then is not documented.",
} as const;

/** Where events are posted to. */
export const endpoint = {
  description: "Your endpoint, as the shop enters it. The till appends a slash and the name of the event.",
  example: "https://partner.example/mplus",
} as const;

/** The description of the whole document: paragraphs of Markdown. */
function describeInterface(view: View): string {
  const fleet = toMarkdownText(toPlainString(fleetText(view.fleet)));
  return [
    `What tills of MplusKASSA post to a partner, and what they may be answered, for ${fleet}. Made by mplus-codegen; not by the vendor, and not affiliated with it.`,
    responseModeTexts[view.responseMode],
    "The body does not name the event, only the URL does. Requests are to be read leniently: properties that are not described here may come in every object, and values that are not known where a list of values is open. No request says which release its shop runs.",
    `Where a till cannot use an answer, it posts an error report to the URL of the same event: \`${view.errorRequest.name}\`, which has \`error\` and \`original\`. Look for these two first, and log the report.`,
    "The same event may arrive twice. How long a till waits, whether it tries again, and from which addresses it calls is not documented.",
  ].join("\n\n");
}

const responseModeTexts: Readonly<Record<View["responseMode"], string>> = {
  safe: "Answers hold what every shop of these takes, and nothing else.",
  gated:
    "Answers hold what some shop of these takes, with the release that brought it (“Since”) in the description. Before you send such a part, make sure that the shop runs that release.",
};

/** The schema of an answer with status 400: the error alone. Undefined where the contract has no such answer. */
export function toRefusalSchema({ events }: View): object | undefined {
  const errors = events.flatMap(({ response }) => findProperty(response, "error") ?? []);
  const error = errors[0] && objectsIn(errors[0].type)[0];
  return (
    error && {
      title: "Refusal",
      type: "object",
      required: ["error"],
      properties: { error: dialects["openapi-3.1"].refer(error.name) },
    }
  );
}
