import type { FlowModel, TaskModel } from "../../model/flow-model.js";
import type { EventView, ObjectView } from "../../view/view.js";
import { firstSentence } from "../../text/words.js";
import { toAvailability } from "../availability.js";
import { formatAvailability } from "../blocks/availability.js";
import type { Block, Cell, Choice } from "../blocks/block.js";
import { joinTexts, link, linkTo, nameText, nothing, text, toText } from "../blocks/text.js";
import type { Link, Text } from "../blocks/text.js";
import { bullets, buttons, cards, rows } from "../blocks/write.js";
import { linkToEvent, linkToFlow, linkToObject } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet } from "../prose/fleet-text.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The front page: what these webhooks are, where to start, and where to find what. */
export function indexPage(survey: Survey, words: Words): Page {
  const { view, model } = survey;
  const { tasks, flows, questions, products } = model;
  const subscription = model.subscription !== undefined;
  const wanted = listWanted(flows);
  return {
    path: pagePaths.index,
    group: "guide",
    ...words.page("index", {
      ...{ subscription, errorCodes: view.errorCodes !== undefined },
      ...{ questions: questions.length, products: products.length },
      fleet: describeFleet(view.fleet),
      buttons: [buttons(listLinks(words.part("index", "buttons", { subscription })))],
      wishes: tasks.length + wanted.length,
      tasks: cards(tasks.map(toCard)),
      moreAfterTasks: tasks.length > 0 && wanted.length > 0,
      onlyFlows: tasks.length === 0 && wanted.length > 0,
      wanted,
      flows: bullets(flows.map(flowText)),
      events: rows(view.events.map((event) => eventRow(event, survey))),
      sent: objectList(survey, survey.sent),
      answered: objectList(survey, survey.answered),
    }),
  };
}

const toCard = ({ name, title, description }: TaskModel): Choice => ({
  link: linkTo(title, pagePaths.task(name)),
  about: toText(description),
});

/** The links that a list has. */
const listLinks = (blocks: readonly Block[]): Link[] =>
  blocks
    .flatMap((block) => (block.kind === "list" ? block.items : []))
    .flatMap(({ text }) => text.filter((inline) => inline.kind === "link"));

/** The flows that somebody may want. */
const listWanted = (flows: readonly FlowModel[]): readonly Block[] =>
  bullets(
    flows.flatMap(({ name, want, description }) =>
      want === undefined ? [] : [text`${link(want, pagePaths.flow(name))}: ${firstSentence(description)}`],
    ),
  );

/** What is told above is not told again. */
const flowText = (flow: FlowModel): Text =>
  flow.want === undefined ? text`${linkToFlow(flow)}: ${firstSentence(flow.description)}` : linkToFlow(flow);

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

const objectList = ({ objects, view }: Survey, wanted: ReadonlySet<string>): Block[] =>
  bullets(
    objects
      .filter(({ name }) => wanted.has(name))
      .map(({ name, prose, exists }) => {
        const availability = toAvailability(exists, view.fleet);
        const mark =
          availability.coverage === "every shop" ? nothing : text` (${formatAvailability(availability)})`;
        return text`${linkToObject(name)}${mark}: ${firstSentence(prose.description)}`;
      }),
  );
