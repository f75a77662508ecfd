import { plainBases } from "../../model/build-event.js";
import type { Standing } from "../../spec/dialect.js";
import { isOfFleet } from "../../view/reasons.js";
import type { EventView, ObjectView } from "../../view/view.js";
import { toAvailability } from "../availability.js";
import type { FlowModel } from "../../model/flow-model.js";
import type { Block, ListItem } from "../blocks/block.js";
import { text } from "../blocks/text.js";
import { bullets, diagram, nestedBullets } from "../blocks/write.js";
import { linkToFlow } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { asideSections } from "../prose/aside-sections.js";
import { listFacts } from "../prose/facts.js";
import { edgeText, linkToStep, listArrivals } from "../prose/flow-text.js";
import type { ToPropertyTable } from "../prose/property-table.js";
import { erratumText, questionText } from "../prose/prose-text.js";
import { listForbidden } from "../prose/reason-text.js";
import { productFacts } from "../prose/product-facts.js";
import { listRemarks } from "../prose/remarks.js";
import { listBases } from "../prose/standing-text.js";
import { besideBlocks, listSamples, sampleBlocks } from "../samples/event-samples.js";
import { eventSequence, isShownIn, listFlows } from "../sequence/event-sequence.js";
import { askAbout } from "../survey/questions.js";
import type { Survey } from "../survey/survey.js";
import type { Slots } from "../words/fill-text.js";
import type { Words } from "../words/words.js";

/** The page of one event: when it fires, what it carries, what may be answered. */
export function eventPage(event: EventView, survey: Survey, toTable: ToPropertyTable, words: Words): Page {
  const { name, prose, request, response, takes } = askAboutBodies(event, survey);
  const { fleet } = survey.view;
  const availability = toAvailability(event.exists, fleet);
  const [best, ...others] = listSamples(name, survey);
  return {
    path: pagePaths.event(name),
    group: "events",
    availability,
    ...words.page("event", {
      name,
      description: prose.description,
      facts: bullets([
        ...listFacts(prose, availability),
        ...productFacts(name, survey),
        ...(survey.questions.get(name) ?? []).map(questionText),
      ]),
      ...exchangeSlots(event, survey),
      lenient: request.properties.some(({ lenient }) => lenient),
      carries: [toTable(request.properties)],
      sample: besideBlocks("pos", best),
      answers: answerBlocks({ ...event, response }, toTable, words),
      ...pollingSlots(event),
      sampleAnswer: besideBlocks("partner", best),
      notEverywhere: bullets(
        listForbidden(
          response.forbidden.filter(({ reason }) => isOfFleet(reason)),
          fleet,
        ),
      ),
      contradicted: listBases(takes.filter(({ standing }) => standing === "contradicted")),
      samples: others.flatMap(sampleBlocks),
      asides: asideSections([request.name, response.name], survey, words),
      remarks: bullets([
        ...prose.errata.map(erratumText),
        ...listRemarks(request.properties, "in the request"),
        ...listRemarks(response.properties, "in the answer"),
      ]),
    }),
  };
}

/** An event's bodies; what is open about an event is a fact of its own, not one about an object of the same name. */
function askAboutBodies({ request, response, ...event }: EventView, { questions, view }: Survey) {
  const toName = (property: string) =>
    view.events.some(({ name }) => name === property) ? undefined : property;
  const ask = (body: ObjectView) => ({ ...body, properties: askAbout(body.properties, questions, toName) });
  return { ...event, request: ask(request), response: ask(response) };
}

/** What leads to the event, and what its answers lead to, in each flow that shows it; then the other flows. */
function exchangeSlots(event: EventView, survey: Survey): Slots {
  const { alwaysBlocking = false, freeStanding = "" } =
    survey.model.events.find(({ name }) => name === event.name) ?? {};
  const flows = listFlows(event, survey.model.flows);
  const shown = flows.filter((flow) => isShownIn(flow, event.name));
  return {
    alwaysBlocking,
    diagram: [diagram(eventSequence(event, survey))],
    freeStanding,
    steps: nestedBullets(shown.flatMap((flow) => listOwnSteps(flow, event.name))),
    otherFlows: bullets(flows.filter((flow) => !shown.includes(flow)).map(linkToFlow)),
  };
}

/** What leads to each request of an event in a flow, and what its answers lead to. */
const listOwnSteps = (flow: FlowModel, event: string): ListItem[] =>
  flow.steps
    .filter((step) => step.event === event && !step.isReport)
    .map((step) => ({
      text: text`${linkToFlow(flow)}, ${linkToStep(flow, step)}:`,
      items: [...listArrivals(flow, step), ...step.next.map((edge) => edgeText(flow, step, edge))],
    }));

/** The answers, grouped by how well it is known that they work here. */
const answerBlocks = (event: EventView, toTable: ToPropertyTable, words: Words): readonly Block[] =>
  words.part("event", "answers", {
    documented: answerTable("documented", event, toTable),
    seen: answerTable("seen", event, toTable),
    unknown: answerTable("unknown", event, toTable),
  });

/** The answers of one group that may be given, and what it rests on that they are in it. */
function answerTable(standing: Standing, event: EventView, toTable: ToPropertyTable): readonly Block[] {
  const group = event.takes.filter((known) => known.standing === standing);
  const answers = event.response.properties.filter((answer) =>
    group.some(({ name }) => name === answer.name),
  );
  if (answers.length === 0) return [];
  const shown = group.filter(
    ({ name, basis }) => answers.some((answer) => answer.name === name) && !plainBases.includes(basis),
  );
  return [toTable(answers), ...listBases(shown)];
}

/** Whether the till may have to be told that a poll has ended. */
function pollingSlots({ response, pollingOptional }: EventView): Slots {
  const hasPolling = response.properties.some(({ name }) => name === "polling");
  return { polling: hasPolling && !pollingOptional, pollingOptional: hasPolling && pollingOptional };
}
