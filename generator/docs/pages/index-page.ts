import type { FlowModel } from "../../model/flow-model.js";
import type { EventView, ObjectView } from "../../view/view.js";
import { firstSentence } from "../../text/first-sentence.js";
import { toAvailability } from "../availability.js";
import type { Block, Cell } from "../blocks/block.js";
import { code, joinTexts, link, linkTo, nameText, strong, text, toText, type Text } from "../blocks/text.js";
import { bullets, buttons, cards, heading, listAfter, section, table, toBlocks } from "../blocks/write.js";
import { linkToEvent, linkToEventsAndAnswers, linkToFlow, linkToObject, linkToProducts } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet } from "../prose/fleet-text.js";
import type { Survey } from "../survey/survey.js";

/** The front page: what these webhooks are, where to start, and where to find what. */
export const indexPage = (survey: Survey): Page => ({
  path: pagePaths.index,
  group: "guide",
  title: text`MplusKASSA webhooks`,
  blocks: [
    ...introduction(survey),
    ...wantBlocks(survey),
    ...section("Pages", bullets(listPages(survey))),
    ...flowBlocks(survey),
    ...eventBlocks(survey),
    heading(2, "What the POS sends"),
    ...objectList(survey, survey.sent),
    heading(2, "What you may answer"),
    ...objectList(survey, survey.answered),
  ],
});

const introduction = ({ view, model }: Survey): Block[] =>
  toBlocks(
    "A till of MplusKASSA tells your software what happens, and your answer says what it does next: give a discount, add lines, show a message, ask a question, take a payment.",
    buttons([
      linkTo("Start here", pagePaths.start),
      ...(model.subscription ? [linkTo("Set up a shop", pagePaths.setUp)] : []),
      linkTo("All events", undefined, "events"),
    ]),
    text`Whenever something happens there, such as a scanned code or a finished sale, it can post a signed JSON request to a URL of yours. These pages are unofficial, and made for your ${strong("fleet")}, ${describeFleet(view.fleet)}: ${link("About these pages", pagePaths.about)} says up to when they are known, how sure it is, and what nobody knows.`,
  );

/** The tasks, each with a handler; then the flows that somebody may want. */
function wantBlocks({ model: { tasks, flows } }: Survey): Block[] {
  const wanted = flows.flatMap(({ name, want, description }) =>
    want === undefined ? [] : [{ name, want, about: firstSentence(description) }],
  );
  return section("I want to", [
    ...cards(
      tasks.map(({ name, title, description }) => ({
        link: linkTo(title, pagePaths.task(name)),
        about: toText(description),
      })),
    ),
    ...listAfter(
      tasks.length > 0
        ? "Each of these has a whole handler in TypeScript. Of the following, every step is shown with its bodies:"
        : "Every step is shown with its bodies:",
      wanted.map(({ name, want, about }) => text`${link(want, pagePaths.flow(name))}: ${about}`),
    ),
  ]);
}

const listPages = ({ view, model }: Survey): Text[] => [
  text`${link("About these pages", pagePaths.about)}: for which shops they are, how sure it is, and what they rest on`,
  text`${link("Start here", pagePaths.start)}: from nothing to a first signed request, in TypeScript, Python, PHP, C# or a shell`,
  text`${link("Subscribe", pagePaths.subscribe)}: the set-up in the back office, signatures, answers, polling`,
  ...(model.subscription
    ? [text`${link("Set up a subscription", pagePaths.setUp)}: step by step, for the owner of a shop`]
    : []),
  ...(view.errorCodes
    ? [text`${link("Error codes", pagePaths.errorCodes)}: what they mean, and what to do`]
    : []),
  text`${link("Enums", pagePaths.enums)}: the properties with a fixed list of values, and what these mean`,
  text`${link("Releases", pagePaths.releases)}: what each release changed, and what your fleet cannot use`,
  text`${link("Matrix", pagePaths.matrix)}: every property, and the releases that have it`,
  text`${linkToEventsAndAnswers}: which answer is known to work with which event`,
  ...(model.products.length > 0
    ? [text`${linkToProducts}: which of the vendor's programs sends what, and takes what`]
    : []),
  text`${link("Errata", pagePaths.errata)}: where the vendor's text is wrong or contradicts itself`,
  ...(model.questions.length > 0
    ? [text`${link("What nobody knows yet", pagePaths.openQuestions)}: and how you could find out`]
    : []),
  text`${link("Glossary", pagePaths.glossary)}: the terms of the vendor and of the trade`,
];

const flowBlocks = ({ model }: Survey): Block[] =>
  section(
    "Flows",
    bullets(model.flows.map(flowText)),
    "How events follow one another, from start to end, with a sample of each body.",
  );

/** What is told above is not told again. */
const flowText = (flow: FlowModel): Text =>
  flow.want === undefined ? text`${linkToFlow(flow)}: ${firstSentence(flow.description)}` : linkToFlow(flow);

const eventBlocks = (survey: Survey): Block[] =>
  toBlocks(
    heading(2, "Events"),
    text`Every event carries ${code("event")} (when and how it was sent) and ${code("sender")} (who sent it), and also what is listed here. Own answers work only with the events that list them; of the common answers it is mostly not known which events take them: see ${linkToEventsAndAnswers}. The till waits for your answer only if the subscription makes the event blocking.`,
    table(
      ["Event", "Since", "Carries", "Own answers", "When"],
      survey.view.events.map((event) => eventRow(event, survey)),
    ),
  );

const eventRow = (event: EventView, { own, view }: Survey): (Cell | string)[] => [
  linkToEvent(event.name),
  toAvailability(event.exists, view.fleet),
  namesIn(event.request, own.carried),
  namesIn(event.response, own.answers),
  firstSentence(event.prose.description),
];

const namesIn = ({ properties }: ObjectView, wanted: ReadonlySet<string>): Text =>
  joinTexts(
    properties.filter(({ name }) => wanted.has(name)).map(({ name }) => nameText(name)),
    ", ",
  );

const objectList = ({ objects }: Survey, wanted: ReadonlySet<string>): Block[] =>
  bullets(
    objects
      .filter(({ name }) => wanted.has(name))
      .map(({ name, prose }) => text`${linkToObject(name)}: ${firstSentence(prose.description)}`),
  );
