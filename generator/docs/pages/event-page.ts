import type { StandingModel } from "../../model/model.js";
import { isOfFleet } from "../../view/reasons.js";
import type { EventView, ObjectView } from "../../view/view.js";
import { toAvailability } from "../availability.js";
import type { FlowModel } from "../../model/flow-model.js";
import type { Block, ListItem } from "../blocks/block.js";
import { code, link, nothing, text, toText, type Text } from "../blocks/text.js";
import { bullets, diagram, heading, listAfter, nestedBullets, section, toBlocks } from "../blocks/write.js";
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

/** The page of one event: when it fires, what it carries, what may be answered. */
export function eventPage(event: EventView, survey: Survey, toTable: ToPropertyTable): Page {
  const { name, prose, request, response, takes } = askAboutBodies(event, survey);
  const { fleet } = survey.view;
  const availability = toAvailability(event.exists, fleet);
  const [best, ...others] = listSamples(name, survey);
  return {
    path: pagePaths.event(name),
    group: "events",
    title: toText(name),
    availability,
    blocks: toBlocks(
      prose.description,
      ...bullets([
        ...listFacts(prose, availability),
        ...productFacts(name, survey),
        ...(survey.questions.get(name) ?? []).map(questionText),
      ]),
      text`${code(`POST <endpoint URL>/${name}`)}, signed and with headers: see ${link("Subscribe", pagePaths.subscribe)}.`,
      ...exchangeBlocks(event, survey),
      ...section("What it carries", [toTable(request.properties), ...besideBlocks("pos", best)]),
      ...answerBlocks({ ...event, response }, toTable),
      ...besideBlocks("partner", best),
      ...section(
        "Not in every shop of your fleet",
        bullets(
          listForbidden(
            response.forbidden.filter(({ reason }) => isOfFleet(reason)),
            fleet,
          ),
        ),
      ),
      ...section(
        "Answers that do not work here",
        listBases(takes.filter(({ standing }) => standing === "contradicted")),
      ),
      ...section("More samples", others.flatMap(sampleBlocks)),
      ...asideSections([request.name, response.name], survey),
      ...section(
        "Remarks",
        bullets([
          ...prose.errata.map(erratumText),
          ...listRemarks(request.properties, "in the request"),
          ...listRemarks(response.properties, "in the answer"),
        ]),
      ),
    ),
  };
}

/** An event's bodies; what is open about an event is a fact of its own, not one about an object of the same name. */
function askAboutBodies({ request, response, ...event }: EventView, { questions, view }: Survey) {
  const toName = (property: string) =>
    view.events.some(({ name }) => name === property) ? undefined : property;
  const ask = (body: ObjectView) => ({ ...body, properties: askAbout(body.properties, questions, toName) });
  return { ...event, request: ask(request), response: ask(response) };
}

const exchangeBlocks = (event: EventView, survey: Survey): Block[] =>
  toBlocks(
    heading(2, "How it goes"),
    blockingText(event, survey),
    diagram(eventSequence(event, survey)),
    ...flowBlocks(event, survey),
  );

/** What leads to the event, and what its answers lead to, in each flow that shows it; then the other flows. */
function flowBlocks({ name, ...event }: EventView, { model }: Survey): Block[] {
  const { freeStanding } = model.events.find((each) => each.name === name) ?? {};
  const flows = listFlows({ name, ...event }, model.flows);
  const shown = flows.filter((flow) => isShownIn(flow, name));
  return toBlocks(
    freeStanding === undefined ? nothing : text`It belongs to no flow. ${freeStanding}`,
    ...nestedBullets(shown.flatMap((flow) => listOwnSteps(flow, name))),
    ...listAfter("It may also be part of:", flows.filter((flow) => !shown.includes(flow)).map(linkToFlow)),
  );
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
function answerBlocks(event: EventView, toTable: ToPropertyTable): Block[] {
  return toBlocks(
    heading(2, "What you may answer"),
    "Answers can be combined. An empty answer means that there is nothing to do.",
    ...answerGroups.flatMap((group) => answerTable(group, event, toTable)),
    pollingText(event),
  );
}

interface AnswerGroup {
  readonly standing: StandingModel["standing"];
  readonly title: string;
  readonly intro: string;
}

const answerGroups: readonly AnswerGroup[] = [
  { standing: "documented", title: "Documented here", intro: "" },
  {
    standing: "seen",
    title: "Seen elsewhere",
    intro: "Another interface of the vendor takes these here. Try them at a till first.",
  },
  {
    standing: "unknown",
    title: "Not known here",
    intro:
      "Nobody says whether the till takes these here, and nothing refuses them. Try them at a till first.",
  },
];

/** The answers of one group that may be given, and what it rests on that they are in it. */
function answerTable(
  { standing, title, intro }: AnswerGroup,
  event: EventView,
  toTable: ToPropertyTable,
): Block[] {
  const group = event.takes.filter((known) => known.standing === standing);
  const answers = event.response.properties.filter((answer) =>
    group.some(({ name }) => name === answer.name),
  );
  if (answers.length === 0) return [];
  const shown = group.filter(({ name }) => answers.some((answer) => answer.name === name));
  return [heading(3, title), ...toBlocks(intro), toTable(answers), ...listBases(shown)];
}

const blockingText = ({ name }: EventView, { model }: Survey): Text =>
  model.events.some((event) => event.name === name && event.alwaysBlocking)
    ? text`Always blocking: the till waits for your answer, whatever the subscription says.`
    : text`The till waits for your answer if the subscription makes this event blocking; then ${code("event.eventBlocking")} is true.`;

function pollingText({ response, pollingOptional }: EventView): Text {
  if (!response.properties.some(({ name }) => name === "polling")) return nothing;
  return pollingOptional
    ? text`${code("polling")} may be left out here, even if ${code("event.eventPolling")} is true.`
    : text`If ${code("event.eventPolling")} is true, ${code("polling")} is required: without it the till keeps asking.`;
}
