import type { FlowModel } from "../../model/model.js";
import { toCodeSpan, toMarkdownText, type MarkdownText } from "../../text/escape.js";
import { isTakenBy } from "../../view/foreign-answers.js";
import type { EventView, ForbiddenView, ObjectView } from "../../view/view.js";
import { toPage, type Page } from "../page.js";
import { factsOf } from "../prose/facts.js";
import { linksFrom, pagePaths, type Links } from "../prose/links.js";
import { mdText, nothing } from "../markdown.js";
import { plannedIn } from "../survey/planned.js";
import { propertyRows, type PropertyRow } from "../prose/property-table.js";
import { erratumText } from "../prose/prose-text.js";
import { forbiddenTexts } from "../prose/reason-text.js";
import { remarksOn } from "../prose/remarks.js";
import { samplesOf } from "../samples/event-samples.js";
import { eventSequence } from "../sequence/event-sequence.js";
import { sequenceBlock, toMermaid } from "../sequence/sequence.js";
import { lifeSentence } from "../availability.js";
import type { Survey } from "../survey/survey.js";

/** The page of one event: when it fires, what it carries, what may be answered. */
export function eventPage(event: EventView, survey: Survey): Page {
  const { fleet } = survey.view;
  const { name, prose, request, response } = event;
  const life = lifeOf(event, survey);
  const sequence = eventSequence(event, survey);
  const path = pagePaths.event(name);
  const links = linksFrom(path, survey.view);
  const data = {
    subscribe: links.page(mdText`Subscribe`, pagePaths.subscribe),
    url: toCodeSpan(`POST <endpoint URL>/${name}`),
    description: toMarkdownText(prose.description),
    facts: factsOf(prose, lifeSentence(life, fleet)),
    request: propertyRows(request.properties, links, fleet),
    ...answersOf(response, survey, links),
    polling: pollingText(event),
    missing: forbiddenTexts(response.forbidden, fleet),
    foreign: forbiddenTexts(foreignTo(event, survey), fleet),
    blocking: blockingText(event, survey),
    diagram: sequenceBlock(sequence),
    flows: flowsOf(event, survey).map((flow) => links.flow(flow)),
    samples: samplesOf(event, survey),
    planned: [...plannedIn(request.name, survey.planned), ...plannedIn(response.name, survey.planned)],
    remarks: remarksOf(event, links),
  };
  return toPage(
    {
      path,
      group: "events",
      title: toMarkdownText(name),
      ...life,
      diagrams: new Map([[toMermaid(sequence), sequence]]),
    },
    survey.render("event", data),
  );
}

/** The answers that work with other events only. */
const foreignTo = ({ name }: EventView, { view }: Survey): readonly ForbiddenView[] =>
  view.foreignAnswers.forbidden.filter((answer) => !isTakenBy(name, answer));

function blockingText({ name }: EventView, { model }: Survey): MarkdownText {
  return model.events.some((event) => event.name === name && event.alwaysBlocking)
    ? mdText`Blocking, always: the till waits for your answer, whatever the subscription says.`
    : mdText`The till waits for your answer where the subscription makes this event blocking: ${toCodeSpan("event.eventBlocking")} says so.`;
}

/** The flows that show the event, and those that any event with such an answer takes part in. */
const flowsOf = ({ name, response }: EventView, { model }: Survey): FlowModel[] =>
  model.flows.filter(
    ({ steps, again }) =>
      steps.some(({ example }) => example.event === name) ||
      response.properties.some((property) => property.name === again?.answer),
  );

/** An event may be gone: no view says so. */
function lifeOf({ name, since }: EventView, { model }: Survey): Pick<Page, "since" | "until"> {
  const removed = model.events.find((event) => event.name === name)?.life.removed;
  return { ...(since !== undefined && { since }), ...(removed !== undefined && { until: removed }) };
}

/** What only this event and its like may be answered with stands before what all events may. */
function answersOf(
  { properties }: ObjectView,
  { own, view }: Survey,
  links: Links,
): Record<"own" | "shared", PropertyRow[]> {
  const special = properties.filter(({ name }) => own.answers.has(name));
  const shared = properties.filter(({ name }) => !own.answers.has(name));
  return { own: propertyRows(special, links, view.fleet), shared: propertyRows(shared, links, view.fleet) };
}

function pollingText({ response, pollingOptional }: EventView): MarkdownText {
  if (!response.properties.some(({ name }) => name === "polling")) return nothing;
  return pollingOptional
    ? mdText`${toCodeSpan("polling")} may be left out here, even where ${toCodeSpan("event.eventPolling")} is true.`
    : mdText`Where ${toCodeSpan("event.eventPolling")} is true, ${toCodeSpan("polling")} is needed: without it the till goes on asking.`;
}

const remarksOf = ({ prose, request, response }: EventView, links: Links): MarkdownText[] => [
  ...prose.errata.map((erratum) => erratumText(erratum, links)),
  ...remarksOn(request.properties, links, mdText`in the request`),
  ...remarksOn(response.properties, links, mdText`in the answer`),
];
