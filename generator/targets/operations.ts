import { createFleetExamples, type FleetExample } from "../examples/fleet-examples.js";
import type { EventModel, Model, PropertyPath } from "../model/model.js";
import type { FlowModel } from "../model/flow-model.js";
import { isShownIn } from "../docs/sequence/event-sequence.js";
import { describeSpans } from "../view/reasons.js";
import { firstSentence, listWords } from "../text/words.js";
import { toVisibleLine } from "../text/quote.js";
import { toCodeSpan, toMarkdownText } from "../text/escape.js";
import type { EventView, View } from "../view/view.js";
import { isRefusal, toRefusalOnly } from "./protocol.js";
import type { TargetContext } from "./target.js";

/** What a document of an interface tells of an event: one request, and what answers it. */
export interface Operation {
  readonly event: EventView;
  /** Plain text, as all summaries are. */
  readonly summary: string;
  /** Paragraphs of Markdown. */
  readonly description: string;
  /** The name of its group. */
  readonly tag: string;
  /** What its examples show, which may be nothing of a body. Requests: */
  readonly asked: readonly Shown[];
  /** Answers with status 200. */
  readonly answered: readonly Shown[];
}

/** A body that goes over the wire, and what it shows. */
export interface Shown extends Pick<FleetExample, "name" | "description"> {
  readonly value: unknown;
}

/** A group of events: those of a flow. */
export interface Tag {
  readonly name: string;
  readonly description: string;
}

/** The operations of a view, in its order, and the groups that they are in. */
export interface Operations {
  readonly operations: readonly Operation[];
  readonly tags: readonly Tag[];
  /** The examples of answers with status 400: documents have one answer of that status for all events. */
  readonly refused: readonly Shown[];
}

/** What documents of the interface tell, whatever they are written in. */
export function listOperations(view: View, { album, memo }: TargetContext): Operations {
  const { model } = album;
  const findExamples = createFleetExamples(view, { album, memo });
  const listed = view.events.map((event) => ({ event, examples: findExamples(event) }));
  const operations = listed.map(({ event, examples }) => ({
    event,
    tag: findTag(event, model),
    summary: toPlainSentence(firstSentence(event.prose.description)).replace(/\.$/, ""),
    description: describeOperation(event, model),
    asked: show(examples, ({ request }) => request),
    answered: show(examples, ({ response }) => (isRefusal(response) ? undefined : response)),
  }));
  const refused = listed.flatMap(({ event, examples }) =>
    show(examples, ({ response }) => (isRefusal(response) ? toRefusalOnly(response) : undefined)).map(
      // No other event has this name.
      (each) => ({ ...each, name: `${event.name}-${each.name}` }),
    ),
  );
  const tags = [...model.flows.map(toTag), others];
  return { operations, refused, tags: tags.filter(({ name }) => operations.some(({ tag }) => tag === name)) };
}

const show = (
  examples: readonly FleetExample[],
  pick: (example: FleetExample) => unknown,
): readonly Shown[] =>
  examples
    .map((example) => ({ name: example.name, description: example.description, value: pick(example) }))
    .filter(({ value }) => value !== undefined);

/** A text of the spec where nothing reads it as Markdown: without the backticks of its code. */
export const toPlainSentence = (text: string): string => toVisibleLine(text.replaceAll("`", ""));

/** The flow that shows most events of those that show this one. */
function findTag({ name }: EventView, { flows }: Model): string {
  const [flow] = flows
    .filter((each) => !each.anyEvent && isShownIn(each, name))
    .map((each) => ({ each, count: new Set(each.steps.map(({ event }) => event)).size }))
    .sort((a, b) => b.count - a.count);
  return flow?.each.name ?? others.name;
}

const toTag = ({ name, title, description }: FlowModel): Tag => ({
  name,
  description: `${toMarkdownText(title)}. ${toMarkdownText(description)}`,
});

/** No flow has a capital in its name. */
const others = {
  name: "Other",
  description: "Events that belong to no flow of their own.",
};

function describeOperation(event: EventView, { events, polling }: Model): string {
  const { prose } = event;
  const model = events.find(({ name }) => name === event.name);
  const paragraphs = [
    toMarkdownText(prose.description),
    describeReleases(event),
    ...prose.notes.map(({ since, text }) =>
      toMarkdownText(since === undefined ? text : `From v${since} on: ${text}`),
    ),
    describeWaiting(model),
    describePolling(event, polling),
    describeAnswers(event),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

const describeReleases = ({ exists }: EventView): string =>
  exists ? [...describeSpans(exists), "Not every shop sends it."].join(" ") : "";

const describeWaiting = (model: EventModel | undefined): string =>
  model?.alwaysBlocking === true
    ? "The till always waits for the answer, whatever the subscription says."
    : "The till waits for the answer if the subscription makes this event blocking; then `event.eventBlocking` is true.";

function describePolling({ response, pollingOptional }: EventView, polling: Model["polling"]): string {
  if (!polling || !response.properties.some(({ name }) => name === polling.ends.object)) return "";
  const [asks, ends, answer] = [toPath(polling.asks), toPath(polling.ends), toCodeSpan(polling.ends.object)];
  return pollingOptional
    ? `The answer may leave out ${answer}, even if ${asks} is true.`
    : `If ${asks} is true, the till sends this event again and again until an answer has ${ends} true, and every answer needs ${answer}.`;
}

const toPath = ({ object, property }: PropertyPath): string => toCodeSpan(`${object}.${property}`);

/** Which answers are documented to work here, and of which nobody knows. */
function describeAnswers({ takes, response }: EventView): string {
  const listTaken = (isDocumented: boolean): string =>
    listWords(
      takes
        .filter(({ standing }) => (standing === "documented") === isDocumented)
        .filter(({ name }) => response.properties.some((property) => property.name === name))
        .map(({ name }) => toCodeSpan(name)),
      "and",
    );
  const [documented, unknown] = [listTaken(true), listTaken(false)];
  return [
    ...(documented === "" ? [] : [`Documented as an answer here: ${documented}.`]),
    ...(unknown === "" ? [] : [`Not known to work here, and not refused: ${unknown}.`]),
  ].join(" ");
}
