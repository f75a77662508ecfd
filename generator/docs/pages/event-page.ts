import type { Block, ListItem } from "../../blocks/block.js";
import { joinTexts, link, listTexts, text, toText, type Text } from "../../blocks/text.js";
import { bullets, diagram, nestedBullets } from "../../blocks/write.js";
import { plainBases } from "../../model/build-event.js";
import type { FlowModel } from "../../model/flow-model.js";
import type { Standing } from "../../spec/dialect.js";
import { linkToFlow } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { listQuestions, type PageData, type PageEvent } from "../page-data.js";
import { toAvailability } from "../prose/fleet-text.js";
import { edgeText, linkToStep, listArrivals } from "../prose/flow-text.js";
import { erratumText, listFacts, listRemarks, questionText } from "../prose/notes.js";
import { asideSections, listForbidden, type ToPropertyTable } from "../prose/property-table.js";
import { besideBlocks, listSamples, sampleBlocks } from "../samples/samples.js";
import { eventSequence, isShownIn, listFlows } from "../sequence/sequences.js";
import type { Slots } from "../words.js";
import { listBases } from "./standing-pages.js";

/** The page of one event: when it fires, what it carries, what may be answered. */
export function eventPage(event: PageEvent, data: PageData, toTable: ToPropertyTable): Page {
  const { name, prose, request, response, takes } = event;
  const availability = toAvailability(event.exists, data.fleet);
  const [best, ...others] = listSamples(name, data);
  return {
    ...data.words.page("event", "events", {
      name,
      description: prose.description,
      facts: bullets([
        ...listFacts(prose, availability),
        ...productFacts(name, data),
        ...listQuestions(name, data.model).map(questionText),
      ]),
      ...exchangeSlots(event, data),
      lenient: request.properties.some(({ lenient }) => lenient),
      carries: [toTable(request.properties)],
      sample: besideBlocks("pos", best),
      documented: answerTable("documented", event, toTable),
      seen: answerTable("seen", event, toTable),
      unknown: answerTable("unknown", event, toTable),
      sampleAnswer: besideBlocks("partner", best),
      notEverywhere: listForbidden(response, data),
      contradicted: listBases(takes.filter(({ standing }) => standing === "contradicted")),
      samples: others.flatMap(sampleBlocks),
      asides: asideSections([request.name, response.name], data),
      remarks: bullets([
        ...prose.errata.map(erratumText),
        ...listRemarks(request.properties, "in the request"),
        ...listRemarks(response.properties, "in the answer"),
      ]),
    }),
    path: pagePaths.event(name),
    availability,
  };
}

/** What leads to the event, and what its answers lead to, in each flow that shows it; then the other flows. */
function exchangeSlots(event: PageEvent, data: PageData): Slots {
  const { flows, events } = data.model;
  const { alwaysBlocking = false, freeStanding = "" } = events.find(({ name }) => name === event.name) ?? {};
  const own = listFlows(event, flows);
  const shown = own.filter((flow) => isShownIn(flow, event.name));
  // The till may have to be told that a poll has ended.
  const hasPolling = event.response.properties.some(({ name }) => name === "polling");
  return {
    alwaysBlocking,
    diagram: [diagram(eventSequence(event, data))],
    freeStanding,
    steps: nestedBullets(shown.flatMap((flow) => listOwnSteps(flow, event.name))),
    otherFlows: bullets(own.filter((flow) => !shown.includes(flow)).map(linkToFlow)),
    polling: hasPolling && !event.pollingOptional,
    pollingOptional: hasPolling && event.pollingOptional,
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

/** The answers of one group that may be given, and what it rests on that they are in it. */
function answerTable(standing: Standing, event: PageEvent, toTable: ToPropertyTable): readonly Block[] {
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

/** Which products send an event, as a list entry; none if the spec knows no products. */
function productFacts(event: string, { model: { products } }: PageData): Text[] {
  const groups = Object.entries(sentBy).flatMap(([standing, words]) => {
    const names = products
      .filter(({ sends }) => sends.some((known) => known.name === event && known.standing === standing))
      .map(({ name }) => toText(name));
    return names.length === 0 ? [] : [text`${words} ${listTexts(names, "and")}`];
  });
  const page = link("Products", pagePaths.products);
  return groups.length === 0 ? [] : [text`${page}: ${joinTexts(groups, "; ")}.`];
}

const sentBy: Readonly<Record<Standing, string>> = {
  documented: "sent by",
  seen: "seen from",
  unknown: "not known of",
  contradicted: "not sent by",
};
