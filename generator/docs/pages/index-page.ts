import type { Block, Cell } from "../../blocks/block.js";
import { joinTexts, link, linkTo, nameText, nothing, text, toText, type Text } from "../../blocks/text.js";
import { bullets, buttons, cards, formatAvailability, rows } from "../../blocks/write.js";
import { toRelease } from "../../spec/dialect.js";
import { firstSentence } from "../../text/words.js";
import { describeKnown } from "../../time/history.js";
import { formatRelease } from "../../time/release.js";
import type { ObjectView } from "../../view/view.js";
import { linkToEvent, linkToFlow, linkToObject } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import type { PageData, PageEvent } from "../page-data.js";
import { describeFleet, toAvailability } from "../prose/fleet-text.js";

/** The front page: what these webhooks are, where to start, and where to find what. */
export function indexPage(data: PageData): Page {
  const { tasks, flows, questions, products, subscription } = data.model;
  const wanted = flows.flatMap(({ name, want, description }) =>
    want === undefined ? [] : [text`${link(want, pagePaths.flow(name))}: ${firstSentence(description)}`],
  );
  const links = [
    linkTo("Start here", pagePaths.start),
    ...(subscription ? [linkTo("Set up a shop", pagePaths.setUp)] : []),
    linkTo("All events", undefined, "events"),
  ];
  return data.words.page("index", "guide", {
    ...{ subscription: subscription !== undefined, errorCodes: data.errorCodes !== undefined },
    ...{ questions: questions.length, products: products.length },
    fleet: describeFleet(data.fleet),
    buttons: [buttons(links)],
    wishes: tasks.length + wanted.length,
    tasks: cards(
      tasks.map(({ name, title, description }) => ({
        link: linkTo(title, pagePaths.task(name)),
        about: toText(description),
      })),
    ),
    moreAfterTasks: tasks.length > 0 && wanted.length > 0,
    onlyFlows: tasks.length === 0 && wanted.length > 0,
    wanted: bullets(wanted),
    // What is told above is not told again.
    flows: bullets(
      flows.map((flow) =>
        flow.want === undefined
          ? text`${linkToFlow(flow)}: ${firstSentence(flow.description)}`
          : linkToFlow(flow),
      ),
    ),
    events: rows(data.events.map((event) => eventRow(event, data))),
    sent: objectList(data, data.sent),
    answered: objectList(data, data.answered),
  });
}

const eventRow = (
  { name, exists, request, response, prose }: PageEvent,
  data: PageData,
): (Cell | string)[] => [
  linkToEvent(name),
  toAvailability(exists, data.fleet),
  namesIn(request, data.own.carried),
  namesIn(response, data.own.answers),
  firstSentence(prose.description),
];

function namesIn({ properties }: ObjectView, wanted: ReadonlySet<string>): Text {
  const names = properties.filter(({ name }) => wanted.has(name)).map(({ name }) => nameText(name));
  return joinTexts(names, ", ");
}

function objectList({ objects, fleet }: PageData, wanted: ReadonlySet<string>): Block[] {
  const listed = objects.filter(({ name }) => wanted.has(name));
  return bullets(
    listed.map(({ name, prose, exists }) => {
      const availability = toAvailability(exists, fleet);
      const isThere = availability.coverage === "every shop";
      const mark = isThere ? nothing : text` (${formatAvailability(availability)})`;
      return text`${linkToObject(name)}${mark}: ${firstSentence(prose.description)}`;
    }),
  );
}

/** The page on these pages: for which shops they were made, how sure it is what they say, and what that rests on. */
export const aboutPage = ({ words, fleet, fleetView, model }: PageData): Page =>
  words.page("about", "guide", {
    fleet: describeFleet(fleet),
    label: fleet.label,
    known: fleetView.releases.length > 0 ? describeKnown(fleetView) : "",
    questions: model.questions.length,
    beyond: model.beyond?.basis ?? "",
    sources: rows(
      model.sources.map(({ title, where, kind, stated = "", newest, read = "", covers }) => [
        where === undefined ? title : text`${title} (${where})`,
        kind,
        stated,
        newest === undefined ? "" : `v${formatRelease(toRelease(newest))}`,
        read,
        covers,
      ]),
    ),
  });
