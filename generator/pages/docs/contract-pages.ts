import type { Block, ListItem } from "../blocks/block.js";
import { joinTexts, link, listTexts, nameText, nothing, text, type Text } from "../blocks/text.js";
import { beside, bullets, diagram, nestedBullets } from "../blocks/builders.js";
import type { EventView, ObjectView } from "../../contract/view/view.js";
import { findKind } from "../../contract/view/walk.js";
import { isWhollyUndocumented } from "../../contract/doubts.js";
import { groupBy } from "../../contract/read/values.js";
import { plainBases } from "../../contract/model/build-event.js";
import type { FlowModel } from "../../contract/model/flow-model.js";
import type { Standing } from "../../contract/read/dialect.js";
import { eventText, linkToFlow, linkToObject, linkToQuestion, listUsages } from "../links.js";
import { type Page, pagePaths } from "../page.js";
import type { PageData } from "../page-data.js";
import { spanText, toAvailability } from "../prose/fleet-text.js";
import { edgeText, linkToStep, listArrivals } from "../prose/flow-text.js";
import { doubtTexts, listFacts, listRemarks } from "../prose/remarks.js";
import { hasEmptySince, unreleasedSections, listForbidden, propertyTable } from "../prose/property-table.js";
import { listSamples, objectSample, sampleSet } from "../samples/samples.js";
import { eventSequence, isShownIn, listFlows } from "../prose/sequences.js";
import type { TemplateSlots } from "../page-templates.js";
import { listBases } from "./standing-pages.js";

export function eventPage(event: EventView, data: PageData): Page {
  const { name, prose, request, response, takes } = event;
  const availability = toAvailability(event.exists, data.fleet);
  return {
    ...data.templates.page("event", "events", {
      name,
      description: prose.description,
      facts: bullets([...listFacts(prose, availability), ...productFacts(name, data)]),
      ...exchangeSlots(event, data),
      lenient: request.properties.some(({ lenient }) => lenient),
      addition: prose.isAddition === true,
      emptySince: hasEmptySince(request, prose.isAddition),
      carries: [propertyTable(request.properties, data, prose.isAddition)],
      documented: answerTable("documented", event, data),
      general: answerTable("general", event, data),
      seen: answerTable("seen", event, data),
      unknown: answerTable("unknown", event, data),
      samples: sampleSet(name, listSamples(name, data)),
      questions: bullets(prose.questions.map(linkToQuestion)),
      notEverywhere: listForbidden(response, data),
      contradicted: listBases(takes.filter(({ standing }) => standing === "contradicted")),
      asides: unreleasedSections([request.name, response.name], data),
      remarks: bullets([
        ...doubtTexts(prose, ["erratum"]),
        ...listRemarks(request.properties, "in the request"),
        ...listRemarks(response.properties, "in the answer"),
      ]),
    }),
    path: pagePaths.event(name),
    availability,
  };
}

/** The steps before and after the event in each flow that shows it, and the names of other flows. */
function exchangeSlots(event: EventView, data: PageData): TemplateSlots {
  const { flows, events } = data.model;
  const { alwaysBlocking = false, freeStanding = "" } = events.find(({ name }) => name === event.name) ?? {};
  const own = listFlows(event, flows);
  const shown = own.filter((flow) => isShownIn(flow, event.name));
  // In these events the till asks again until the answer ends the poll.
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

const listOwnSteps = (flow: FlowModel, event: string): ListItem[] =>
  flow.steps
    .filter((step) => step.event === event && !step.isReport)
    .map((step) => ({
      text: text`${linkToFlow(flow)}, ${linkToStep(flow, step)}:`,
      items: [...listArrivals(flow, step), ...step.next.map((edge) => edgeText(flow, step, edge))],
    }));

function answerTable(standing: Standing, event: EventView, data: PageData): readonly Block[] {
  const group = event.takes.filter((known) => known.standing === standing);
  const answers = event.response.properties.filter((answer) =>
    group.some(({ name }) => name === answer.name),
  );
  if (answers.length === 0) return [];
  const shown = group.filter(
    ({ name, basis }) => answers.some((answer) => answer.name === name) && !plainBases.includes(basis),
  );
  const table = propertyTable(answers, data);
  const fold = `${answers.length} answers`;
  return [standing === "general" ? { ...table, fold } : table, ...listBases(shown)];
}

/** Empty if the spec has no products. */
function productFacts(event: string, { model: { products } }: PageData): Text[] {
  const groups = Object.entries(standingWords).flatMap(([standing, words]) => {
    const names = products
      .filter(({ sends }) => sends.some((known) => known.name === event && known.standing === standing))
      .map(({ name }) => name);
    return names.length === 0 ? [] : [text`${words} ${listTexts(names)}`];
  });
  const page = link("Products", pagePaths.products);
  return groups.length === 0 ? [] : [text`${page}: ${joinTexts(groups, "; ")}.`];
}

const standingWords: Readonly<Record<Standing, string>> = {
  documented: "sent by",
  general: "sent in general by",
  seen: "seen from",
  unknown: "unknown for",
  contradicted: "not sent by",
};

export function objectPage(object: ObjectView, data: PageData): Page {
  const { name, prose, base, open, properties } = object;
  const availability = toAvailability(object.exists, data.fleet);
  const isSent = data.requestObjects.has(name);
  return {
    ...data.templates.page("object", isSent ? "received" : "answers", {
      name,
      description: prose.description,
      base: base && !isSent ? linkToObject(base.name) : nothing,
      standIns: bullets(isSent ? listVariants(object, data) : []),
      unknown: open && properties.length === 0,
      open: open && properties.length > 0,
      facts: bullets([...listFacts(prose, availability), ...listRootFacts(object, data)]),
      questions: bullets(prose.questions.map(linkToQuestion)),
      used: availability.coverage !== "no shop",
      sent: isSent,
      answered: data.answerObjects.has(name),
      releases: availability.coverage === "some shops" ? spanText(availability.exists) : nothing,
      usages: bullets(listUsages(data.usages.get(name))),
      lenient: properties.some(({ lenient }) => lenient),
      addition: prose.isAddition === true,
      emptySince: hasEmptySince(object, prose.isAddition),
      properties: [
        ...(properties.length === 0 ? [] : [propertyTable(properties, data, prose.isAddition)]),
        ...beside(objectSample(object, data)),
      ],
      limited: bullets(listEventSpecific(object, data)),
      notEverywhere: listForbidden(object, data),
      asides: unreleasedSections([name], data),
      remarks: bullets([...doubtTexts(prose, ["erratum"]), ...listRemarks(properties)]),
    }),
    path: pagePaths.object(name),
    availability,
  };
}

/** What is known of the root arrays that have the object as items, because they have no page of their own. */
function listRootFacts({ name, prose }: ObjectView, data: PageData): Text[] {
  const own = new Set(listFacts(prose).map((fact) => JSON.stringify(fact)));
  const facts = (data.usages.get(name) ?? [])
    .filter(({ property: { type }, kind }) => kind !== "object" && findKind(type, "array"))
    .flatMap(({ property }) => {
      const isWhole = isWhollyUndocumented(property.prose.provenance);
      return doubtTexts(property.prose, ["setting", ...(isWhole ? (["provenance"] as const) : []), "note"])
        .filter((fact) => !own.has(JSON.stringify(fact)))
        .map((fact) => text`${nameText(property.name)}. ${fact}`);
    });
  return [...groupBy(facts, (fact) => JSON.stringify(fact)).values()].map(([first]) => first);
}

const listVariants = ({ name, base }: ObjectView, { objects }: PageData): Text[] => [
  ...(base ? [text`Other events have ${linkToObject(base.name)} instead.`] : []),
  ...objects
    .filter((object) => object.base?.name === name)
    .map((variant) => text`One event has ${linkToObject(variant.name)} instead.`),
];

const listEventSpecific = ({ name, forbidden }: ObjectView, data: PageData): Text[] =>
  forbidden.flatMap(({ name: property, reason }) => {
    if (reason.kind !== "other-event") return [];
    const variants = data.objects.filter(
      ({ base, properties }) => base?.name === name && properties.some((own) => own.name === property),
    );
    const events = reason.events.map((event) => eventText(event, data));
    const see = variants.map((heir) => linkToObject(heir.name));
    const where = text`${nameText(property)}, in the answer to ${listTexts(events)}`;
    return [see.length === 0 ? where : text`${where}: see ${listTexts(see)}`];
  });
